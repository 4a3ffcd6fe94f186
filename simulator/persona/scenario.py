"""A scenario as the program runs it: frozen, every name already checked. Files are described in simulator.authoring."""

from dataclasses import dataclass

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bound:
    """A limit on a number of the person's: *meter* is safety, heat, openness (0-100), patience, turn or turns_here."""

    meter: str
    sign: str
    value: int


@dataclass(frozen=True, slots=True)
class Condition:
    """When something holds. A list asks for any of its names, where the name does not say otherwise."""

    skill: Words = ()
    all: Words = ()
    no_skill: Words = ()
    mark: Words = ()
    topic: Words = ()
    flag: Words = ()
    flags_all: Words = ()
    no_flag: Words = ()
    told: Words = ()
    told_all: Words = ()
    hidden: Words = ()
    state: Words = ()
    from_: Words = ()
    prev: str = ""
    misread: str = ""
    shape: Words = ()
    bounds: tuple[Bound, ...] = ()


ALWAYS = Condition()


@dataclass(frozen=True, slots=True)
class Effect:
    """What a skill does to the meters, in points; the first row of a skill that fits counts."""

    when: Condition
    safety: int = 0
    heat: int = 0
    patience: int = 0


@dataclass(frozen=True, slots=True)
class Reply:
    """Lines for a moment. *tag* is remembered as the tag of the last line; *local* lines are the situation's own."""

    when: Condition
    say: Words
    tag: str = ""
    local: bool = False


@dataclass(frozen=True, slots=True)
class Arc:
    """A way from one state to another, or to an ending. Arcs are tried from the top."""

    when: Condition
    to: str = ""
    end: str = ""
    misread: str = ""
    say: Words = ()
    repaired: bool = False
    more: str = ""
    raises: str = ""
    clears: str = ""
    patience: int = 0


AFTER_MISREAD = "after_misread"
"""The destination of a repaired misreading: guarded the first time, later where the person came from."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A ladder of help: a nudge, the skill to use, an example of it."""

    nudge: str
    skill: str
    example: str


@dataclass(frozen=True, slots=True)
class State:
    """Where the conversation is. *chance* names the skills that have a real opening here; only those are scored."""

    name: str
    kind: str
    chance: Words
    hint: Hint
    model: Words
    model_from_misread: bool = False
    tells: bool = False
    discount: int = 0
    sets: str = ""
    clears: str = ""
    enter: tuple[Reply, ...] = ()
    go: tuple[Arc, ...] = ()
    replies: tuple[Reply, ...] = ()
    calls_back: tuple[Reply, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """Something held back, with its price in openness. An *idea* is a proposal, no confidence that has to be heard."""

    id: str
    title: str
    cost: int
    topics: Words
    cue_topics: Words
    cue: Words
    tell: tuple[Reply, ...]
    more: Words
    then: str
    after_any: Words = ()
    after_all: Words = ()
    only_in: Words = ()
    invite: Words = ()
    idea: bool = False


@dataclass(frozen=True, slots=True)
class Misread:
    """What the person may take the user to be up to. *words* are those of the fear, as a contrast would deny them."""

    id: str
    thinks: str
    says: Words
    repaired: Words
    model: str
    words: Words


@dataclass(frozen=True, slots=True)
class Flash:
    """A quick, visible reaction with a cause. *words* are those by which somebody would name it."""

    id: str
    when: Condition
    show: Words
    words: Words


@dataclass(frozen=True, slots=True)
class FlagRule:
    """A turn that fits raises the *flag*. A condition on the state means the state in which the turn was said."""

    flag: str
    when: Condition


@dataclass(frozen=True, slots=True)
class Ending:
    """A way it can end. *when* is None for an ending that only an arc can reach."""

    id: str
    when: Condition | None
    line: Words
    note: str
    tonight: str = ""


@dataclass(frozen=True, slots=True)
class Start:
    """Where the meters begin."""

    safety: int
    heat: int
    patience: int


@dataclass(frozen=True, slots=True)
class Level:
    """One degree of difficulty. *cues* is always, usual or once: how readily hints at hidden facts are dropped."""

    name: str
    start: Start
    cost_shift: int = 0
    misreads: Words | None = None
    cues: str = "usual"
    events: bool = False
    meters: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens in the room. A trainer fires it; at the hard level one may come by itself."""

    id: str
    when: Condition
    show: str
    heat: int = 0
    cue: str = ""
    tests: Words = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """How a second conversation starts after the *ending* of the first."""

    ending: str
    start: Start
    first_line: Words
    practises: Words
    scene: str = ""


@dataclass(frozen=True, slots=True)
class LookFor:
    """What the debrief points out when a flag was raised or a fact told, and when it was not."""

    flag: str
    told: str
    yes: str
    no: str


@dataclass(frozen=True, slots=True)
class Brief:
    """What the user reads first."""

    you_are: str
    they_are: str
    what_happened: str
    facts: Words
    your_task: str
    before_you_start: Words = ()


@dataclass(frozen=True, slots=True)
class Character:
    """Who the person is. *trust_ceiling*: the highest safety with 0, 1, 2 ... facts heard."""

    name: str
    pronouns: str
    start: Start
    rest_heat: int
    trust_ceiling: tuple[int, ...]
    wants: str
    fears: str
    voice: Words


@dataclass(frozen=True, slots=True)
class Echo:
    """The only words of the user's that the person may say back, by kind, and how often."""

    words: Words
    per_session: int
    cooldown_turns: int


@dataclass(frozen=True, slots=True)
class Step:
    """One typed line of a walkthrough, and what must come of it. Empty expectations are not checked."""

    say: str
    hears: Words = ()
    not_heard: Words = ()
    marks: Words = ()
    state: str = ""
    tells: str = ""


@dataclass(frozen=True, slots=True)
class Walkthrough:
    """A typed conversation that tests the scenario: where it must lead."""

    name: str
    seed: int
    level: str
    steps: tuple[Step, ...]
    ends: Words


@dataclass(frozen=True, slots=True)
class Scenario:
    """Everything a conversation needs, composed of core, archetype and situation."""

    id: str
    title: str
    archetype: str
    language: str
    channel: str
    minutes: int
    max_turns: int
    content_note: str
    practises: Words
    brief: Brief
    persona: Character
    echo: Echo
    topics: tuple[tuple[str, Words], ...]
    topic_roles: tuple[tuple[str, Words], ...]
    facts: tuple[Fact, ...]
    misreads: tuple[Misread, ...]
    penalised: Words
    effects: tuple[tuple[str, tuple[Effect, ...]], ...]
    flags: tuple[FlagRule, ...]
    dropped_safety: int
    dropped_heat: int
    dropped_cost: int
    first_line: Words
    start_state: str
    states: tuple[State, ...]
    quibbles: tuple[tuple[str, Words], ...]
    gestures: tuple[tuple[str, Words], ...]
    flashes: tuple[Flash, ...]
    endings: tuple[Ending, ...]
    levels: tuple[Level, ...]
    events: tuple[Event, ...]
    follow_up: tuple[FollowUp, ...]
    look_for: tuple[LookFor, ...]
    compare: str
    out_of_role: str
    crisis_words: Words
    walkthroughs: tuple[Walkthrough, ...]
    digest: str = ""

    def level(self, name: str) -> Level:
        """The level called *name*; KeyError where there is none."""
        return _named(self.levels, name, "name")

    def state(self, name: str) -> State:
        """The state called *name*; KeyError where there is none."""
        return _named(self.states, name, "name")

    def fact(self, id: str) -> Fact:
        """The fact with this *id*; KeyError where there is none."""
        return _named(self.facts, id, "id")

    def misread(self, id: str) -> Misread:
        """The misreading with this *id*; KeyError where there is none."""
        return _named(self.misreads, id, "id")

    def ending(self, id: str) -> Ending:
        """The ending with this *id*; KeyError where there is none."""
        return _named(self.endings, id, "id")


def _named(items, name, field):
    for item in items:
        if getattr(item, field) == name:
            return item
    raise KeyError(name)
