"""The file model of a rule: one skill or mark a file, with the ways it is heard and examples that are its tests."""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

Phrases = Annotated[list[str], BeforeValidator(lambda v: [v] if isinstance(v, str) else v)]


class Part(BaseModel):
    """Base of every part: unknown words are faults, and nothing is converted silently."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class GuardPart(Part):
    """What must be there, and what must not."""

    has: Phrases = Field(default=[], description="one of these must be there")
    lacks: Phrases = Field(default=[], description="none of these may be there")


class GuardsPart(Part):
    """Guards by where they look."""

    segment: GuardPart = Field(default=GuardPart(), description="the segment in which the words were found")
    turn: GuardPart = Field(default=GuardPart(), description="anywhere in the turn")
    heard: GuardPart = Field(default=GuardPart(), description="what the other said last")


class WayPart(Part):
    """One way in which a skill is heard."""

    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{1,40}$")]
    way: Literal["phrases", "sequence", "question", "echo", "reply"]
    strength: Annotated[float, Field(gt=0, le=1)] = 0.8
    guards: GuardsPart = GuardsPart()
    covers: Literal["segment", "words", "onward", "turn"] = Field(
        default="segment", description="which words are the evidence"
    )
    phrases: Phrases = Field(default=[], description="phrases, reply, and question where one must be there as well")
    parts: list[Phrases] = Field(default=[], description="sequence: groups of phrases, one of each in this order")
    within: Annotated[int, Field(ge=1, le=60)] = Field(default=25, description="sequence: words between two parts")
    kinds: list[Literal["open", "invitation", "narrow", "why", "closed", "tag", "choice", "plain"]] = Field(
        default=[], description="question: the kinds that count"
    )
    shared: Annotated[int, Field(ge=1, le=8)] = Field(default=2, description="echo: words shared with the other's")
    at_most: Annotated[int, Field(ge=1, le=60)] | None = Field(default=None, description="words in the whole turn")
    at_least: Annotated[int, Field(ge=1, le=60)] | None = Field(default=None, description="words in the segment")


class ShowPart(Part):
    """A line on which the rule fires; [brackets] stand around the words it must mark."""

    text: str
    heard: Phrases = Field(default=[], description="what the other said last, one line or several, oldest first")
    also: Phrases = Field(default=[], description="other skills or marks that are there as well")


Show = Annotated[ShowPart, BeforeValidator(lambda v: {"text": v} if isinstance(v, str) else v)]


class ExamplesPart(Part):
    """Examples, executed as tests. The near misses stand under a word on why they are none."""

    shows: Annotated[list[Show], Field(min_length=1)]
    not_: Annotated[dict[str, list[Show]], Field(alias="not", min_length=1)]


class RuleFile(Part):
    """A rule file, format 1."""

    format: Literal[1]
    skill: str = ""
    mark: str = ""
    about: str = Field(description="what the move is, in one sentence for a person")
    try_: str = Field(default="", alias="try", description="what to do, or to do instead, in one sentence")
    classes: dict[str, Phrases] = Field(default={}, description="classes of words of this rule alone")
    ways: Annotated[list[WayPart], Field(min_length=1)]
    examples: ExamplesPart
