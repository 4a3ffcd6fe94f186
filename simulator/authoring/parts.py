"""The small parts of a scenario file: conditions, effects, lines, arcs. Format 1."""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

BOUND = r"^(>=|<=|>|<|=)\s*\d{1,3}$"
ID = r"^[a-z0-9][a-z0-9_-]{0,63}$"


def _listed(value: object) -> object:
    """One text may stand where a list of texts is expected."""
    return [value] if isinstance(value, str) else value


class Part(BaseModel):
    """Base of every part: unknown words are faults, and nothing is converted silently."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, populate_by_name=False)


Texts = Annotated[list[str], BeforeValidator(_listed)]
Names = Annotated[list[str], BeforeValidator(_listed)]
Bounded = Annotated[str, Field(pattern=BOUND)]
Points = Annotated[int, Field(ge=-100, le=100)]
Share = Annotated[int, Field(ge=0, le=100)]


class If(Part):
    """When something holds; every word given must hold. A list means: any of these."""

    skill: Names = Field(default_factory=list, description="skills heard in this turn, 'silence', or roles of skills")
    all: Names = Field(default_factory=list, description="skills that must all be heard")
    no_skill: Names = Field(default_factory=list, description="skills, or roles of them, that must not be heard")
    mark: Names = Field(default_factory=list)
    topic: Names = Field(default_factory=list, description="topics on the table, or roles of topics")
    no_topic: Names = Field(default_factory=list)
    flag: Names = Field(default_factory=list)
    flags_all: Names = Field(default_factory=list)
    no_flag: Names = Field(default_factory=list)
    told: Names = Field(default_factory=list, description="facts told, or roles of facts; 'any' means any but an idea")
    told_all: Names = Field(default_factory=list)
    hidden: Names = Field(default_factory=list, description="facts not told yet")
    state: Names = Field(default_factory=list)
    from_: Names = Field(default_factory=list, alias="from", description="the state just left")
    prev: str = Field(default="", description="the tag of the line said last")
    misread: str = Field(default="", description="'active', 'none', or the id of a misreading")
    shape: Names = Field(default_factory=list)
    channel: Names = Field(default_factory=list, description="video, in_person, phone or chat")
    safety: Bounded | None = None
    heat: Bounded | None = None
    openness: Bounded | None = None
    patience: Bounded | None = None
    turn: Bounded | None = None
    turns_here: Bounded | None = None


METERS = ("safety", "heat", "openness", "patience", "turn", "turns_here")


class EffectRow(Part):
    """What a skill does to the meters; the first row that fits counts."""

    if_: If = Field(default_factory=If, alias="if")
    safety: Points = 0
    heat: Points = 0
    patience: Points = 0


class ReplyRule(Part):
    """Lines for a moment; the most special rule that fits gets to speak."""

    if_: If = Field(default_factory=If, alias="if")
    say: Texts
    tag: str = ""


class Go(Part):
    """A way to another state or to an ending; tried from the top."""

    if_: If = Field(default_factory=If, alias="if")
    name: str = Field(default="", description="a name under which a situation gives lines of its own")
    to: str = ""
    end: str = ""
    misread: str = ""
    say: Texts = Field(
        default_factory=list, description="lines said on the way; 'repaired' takes those of the misreading"
    )
    more: str = Field(default="", description="a fact whose 'more' lines are said on the way")
    flag: str = ""
    clear: str = ""
    patience: Points = 0
    slot: Literal["", "archetype", "misreads"] = Field(
        default="", description="here stand the arcs of the archetype, or those that begin misreadings"
    )


class HintLadder(Part):
    """Help in three steps."""

    nudge: str
    skill: str
    example: str


class Meters(Part):
    """Where the meters begin."""

    safety: Share
    heat: Share
    patience: Annotated[int, Field(ge=0, le=60)]


class MeterShift(Part):
    """How far a level moves the meters from the person's own start."""

    safety: Points = 0
    heat: Points = 0
    patience: Points = 0


class PartialMeters(Part):
    """Start values that may be given one by one."""

    safety: Share | None = None
    heat: Share | None = None
    patience: Annotated[int, Field(ge=0, le=60)] | None = None


class AskedPart(Part):
    """A concrete question that people ask sooner or later, and what is said to it in any state."""

    words: Names = Field(default_factory=list, description="words by which the question is known")
    question: bool = Field(default=True, description="only where something is asked; false: wherever the words stand")
    listens: bool = Field(default=False, description="the words show that what was told last was heard")
    answers: list[ReplyRule] = Field(default_factory=list)


class EndingVariant(Part):
    """What is said of an ending instead, where something held: that the deepest was told, say."""

    if_: If = Field(alias="if")
    note: str = ""
    tonight: str = ""


class EndingPart(Part):
    """A way it can end; the first that fits counts."""

    if_: If | None = Field(default=None, alias="if")
    only_by_arc: bool = False
    line: Texts = Field(default_factory=list)
    note: str = ""
    tonight: str = Field(default="", description="what the person would tell a friend tonight")
    variants: list[EndingVariant] = Field(
        default=[], description="other words where something held; the first that fits"
    )
