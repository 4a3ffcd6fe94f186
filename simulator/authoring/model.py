"""The file model of a scenario, format 1: what core.yaml, an archetype and a situation may say.

All three share one model; a file says only what it adds, and they are put together before they are checked.
Simulator.authoring.schema prints it as JSON Schema for editors.
"""

from typing import Annotated, Literal

from pydantic import Field

from simulator.authoring.parts import (
    ID,
    AskedPart,
    EffectRow,
    EndingPart,
    Go,
    HintLadder,
    If,
    Meters,
    MeterShift,
    Names,
    Part,
    PartialMeters,
    Points,
    ReplyRule,
    Share,
    Texts,
)

KINDS = Literal[
    "opening", "guarded", "flash", "fine", "roadbump", "opening_up", "problem_solving", "agreed", "shut_down"
]
Identifier = Annotated[str, Field(pattern=ID)]


class BriefPart(Part):
    """What the user reads first."""

    you_are: str
    they_are: str
    what_happened: str
    facts: Annotated[list[str], Field(min_length=1, description="seen, heard or written; nothing else")]
    your_task: str
    before_you_start: list[str] = Field(default_factory=list)


class PersonaPart(Part):
    """Who the person is."""

    name: str = ""
    pronouns: Literal["she", "he", "they"] = "they"
    start: Meters | None = None
    rest_heat: Share = 14
    trust_ceiling: list[Share] = [54, 62, 72, 80, 86]
    wants: str = ""
    fears: str = ""
    voice: list[str] = Field(default_factory=list)


class EchoLimits(Part):
    """How often a word of the user's may be said back."""

    per_session: int = 2
    cooldown_turns: int = 5


class EchoPart(Part):
    """The only words of the user's that may be said back, one at a time."""

    judgement: list[str] = Field(default_factory=list)
    feeling: list[str] = Field(default_factory=list)
    limits: EchoLimits = Field(default_factory=EchoLimits)


class RolesPart(Part):
    """What the general words of core and archetype stand for in this situation."""

    topics: dict[str, Names] = Field(default_factory=dict)
    facts: dict[str, Names] = Field(default_factory=dict)
    skills: dict[str, Names] = Field(default_factory=dict)


class FactPart(Part):
    """Something held back, with its price in openness."""

    title: str
    cost: Share
    topics: Names = Field(default_factory=list)
    cue_topics: Names = Field(default_factory=list)
    cue: Texts = Field(default_factory=list)
    tell: Annotated[list[ReplyRule], Field(min_length=1)]
    more: Texts = Field(default_factory=list)
    then: str
    after_any: Names = Field(default_factory=list)
    after_all: Names = Field(default_factory=list)
    only_in: Names = Field(default_factory=list)
    invite: Names = Field(default_factory=list)
    idea: bool | None = Field(default=None, description="a proposal of theirs; a fact called 'idea' is one")


class BeginPart(Part):
    """What sets a misreading off."""

    in_: Names = Field(alias="in", description="states in which it may begin")
    if_: If = Field(default_factory=If, alias="if")


class MisreadPart(Part):
    """What the person may take the user to be up to."""

    thinks: str = ""
    she_thinks: str = ""
    he_thinks: str = ""
    they_think: str = ""
    begins: list[BeginPart] = Field(default_factory=list)
    words: Names = Field(default_factory=list, description="words of the fear, as a contrast would deny them")
    says: Annotated[Texts, Field(min_length=1)]
    repaired: Annotated[Texts, Field(min_length=1)]
    model: str


class FlagPart(If):
    """What raises a flag: a condition, with skill, topic, mark and the state of the turn."""


class StatePart(Part):
    """Where the conversation is."""

    kind: KINDS | None = None
    chance: Names = Field(default_factory=list)
    hint: HintLadder | None = None
    model: Texts = Field(default_factory=list)
    model_from: Literal["", "misreads"] = ""
    tells: bool = False
    discount: Share = 0
    sets: str = ""
    clears: str = ""
    enter: list[ReplyRule] = Field(default_factory=list)
    go: list[Go] = Field(default_factory=list)
    lines: dict[str, Texts] = Field(
        default_factory=dict, description="own lines for arcs of the archetype, by the arc's name"
    )
    replies: list[ReplyRule] = Field(default_factory=list)
    calls_back: list[ReplyRule] = Field(default_factory=list)


class FlashPart(Part):
    """A quick, visible reaction with a cause. Naming it in the next turn pays."""

    if_: If = Field(alias="if")
    show: Annotated[Texts, Field(min_length=1)]
    words: Annotated[Names, Field(min_length=1, description="words by which somebody would name it")]


class LevelPart(Part):
    """One degree of difficulty."""

    start: PartialMeters = Field(default_factory=PartialMeters)
    shift: MeterShift = Field(default_factory=MeterShift)
    cost_shift: Points = 0
    misreads: Names | None = None
    cues: Literal["always", "usual", "once"] = "usual"
    events: bool = Field(default=False, description="an event may come by itself")
    meters: bool = Field(default=False, description="the user sees the meters")


class EventPart(Part):
    """Something that happens in the room."""

    id: Identifier
    when: If = Field(default_factory=If)
    show: str
    heat: Points = 0
    cue: str = ""
    tests: Names = Field(default_factory=list)
    note: str = ""


class FollowUpPart(Part):
    """How a second conversation starts after an ending of the first."""

    start: Meters
    first_line: Texts
    practises: Names = Field(default_factory=list)
    scene: str = ""


class LookForPart(Part):
    """What the debrief points out, when it happened and when it did not."""

    flag: str = ""
    told: str = ""
    yes: str
    no: str


class DebriefPart(Part):
    """What only this scenario can know."""

    hidden_reveal: str = ""
    look_for: list[LookForPart] = Field(default_factory=list)
    compare: str = ""


class DroppedPart(Part):
    """The price of walking past something that was just told."""

    safety: Points
    heat: Points
    next_costs: Points


class CrisisPart(Part):
    """When somebody types about harm or crisis, a line out of role."""

    words: Names
    say: str


class StepPart(Part):
    """One typed line of a walkthrough, and what must come of it."""

    say: str
    hears: Names = Field(default_factory=list)
    not_heard: Names = Field(default_factory=list)
    marks: Names = Field(default_factory=list)
    state: str = ""
    tells: str = ""


class WalkthroughPart(Part):
    """A typed conversation that tests the scenario."""

    name: str
    seed: int = 1
    level: str = "standard"
    turns: Annotated[list[StepPart], Field(min_length=1)]
    ends: Names


class ScenarioFile(Part):
    """A scenario file, or the part of one that core or an archetype gives."""

    format: Literal[1] = Field(description="the version of this format")
    id: Identifier
    title: str = ""
    archetype: Identifier | None = None
    follows: Identifier | None = Field(default=None, description="a second talk: the situation it goes on from")
    after: Names = Field(default_factory=list, description="a second talk: the endings of the first that lead to it")
    language: str = "en"
    channel: Literal["video", "in_person", "phone", "chat"] | None = None
    minutes: Annotated[int, Field(ge=1, le=240)] = 30
    max_turns: Annotated[int, Field(ge=3, le=60)] = 25
    content_note: str = ""
    practises: Names = Field(default_factory=list)
    brief: BriefPart | None = None
    persona: PersonaPart = Field(default_factory=PersonaPart)
    echo: EchoPart = Field(default_factory=EchoPart)
    roles: RolesPart = Field(default_factory=RolesPart)
    topics: dict[str, Names] = Field(default_factory=dict)
    facts: dict[Identifier, FactPart] = Field(default_factory=dict)
    misreads: dict[Identifier, MisreadPart] = Field(default_factory=dict)
    penalised: Names = Field(default_factory=list)
    effects: dict[str, list[EffectRow]] = Field(default_factory=dict)
    flags: dict[str, FlagPart] = Field(default_factory=dict)
    lasting: Names = Field(default_factory=list, description="flags that last from a first talk to a second")
    dropped_fact: DroppedPart | None = None
    first_line: Texts = Field(default_factory=list)
    states: dict[Identifier, StatePart] = Field(default_factory=dict)
    answers: list[ReplyRule] = Field(
        default=[], description="what is answered in any state, before the state's own lines: to an offer, say"
    )
    asked: dict[Identifier, AskedPart] = Field(default_factory=dict)
    bridges: Texts = Field(default_factory=list, description="said before a telling that the question did not ask for")
    quibbles: dict[str, Texts] = Field(default_factory=dict)
    gestures: dict[str, Texts] = Field(default_factory=dict)
    flashes: dict[Identifier, FlashPart] = Field(default_factory=dict)
    endings: dict[Identifier, EndingPart] = Field(default_factory=dict)
    levels: dict[Identifier, LevelPart] = Field(default_factory=dict)
    events: list[EventPart] = Field(default_factory=list)
    follow_up: dict[Identifier, FollowUpPart] = Field(default_factory=dict)
    debrief: DebriefPart = Field(default_factory=DebriefPart)
    crisis: CrisisPart | None = None
    walkthroughs: list[WalkthroughPart] = Field(default_factory=list)
