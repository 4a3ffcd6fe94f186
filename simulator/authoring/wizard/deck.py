"""The shipped deck of hidden reasons, and the stock lines that stand beside a user's own sentences."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from scoring.authored import Problem, read_file, render
from scoring.authored.shape import validate
from simulator.authoring.model import BeginPart, Identifier
from simulator.authoring.parts import EndingVariant, Names, Part, Points, Texts
from simulator.authoring.shelf import SHIPPED, shown

DECK = SHIPPED / "deck"
"""The folder of the deck and the stock."""

Channel = Literal["video", "in_person", "phone", "chat"]
_Several = Annotated[list[str], Field(min_length=2)]


_ALL: list[Channel] = ["video", "in_person", "phone", "chat"]


class Question(Part):
    """An obvious question once something was told, by its words, and the answers to it, said in this order."""

    words: Names
    say: Texts


class Reason(Part):
    """A card: something that is really going on, with hints at it, ways of telling it and what more there is to say.

    *asked* are the obvious questions about it. *tears* is whether it is about loss or illness, *channels* are those by
    which it can be told. It is not dealt where the answers speak of its topics, of people or things alike, or of
    *unless*: words, and rows of words alike.
    """

    title: str
    topics: _Several
    cue: _Several
    tell: _Several
    more: _Several
    asked: Annotated[list[Question], Field(min_length=1)]
    tears: bool = False
    channels: list[Channel] = _ALL
    unless: Names = []


class DeckFile(Part):
    """The file of the deck: reasons from the work and from elsewhere, by their names.

    *alike* are words of which one stands for all: who has a sister may have a brother.
    """

    format: Literal[1]
    alike: dict[Identifier, _Several]
    work: Annotated[dict[Identifier, Reason], Field(min_length=10)]
    other: Annotated[dict[Identifier, Reason], Field(min_length=10)]


class StockMisread(Part):
    """A usual misreading; *label* is how the questionnaire names it, *fear* are phrases that deny it beforehand."""

    label: str
    thinks: str
    begins: Annotated[list[BeginPart], Field(min_length=2)]
    fear: Names
    words: Names
    says: Texts
    repaired: Texts
    model: str


class StockEnding(Part):
    """A last line for archetypes that have none, and other words for what became of it where something was told."""

    line: Texts = []
    variants: list[EndingVariant] = []


class StockAsked(Part):
    """What is asked about any secret, and what is answered where whoever wrote it gave no more: by archetype, and by
    anybody.

    *whole* asks whether that was all, *beside* for what else there is, *told_whom* who knows, *own_idea* whether they
    keep to what they proposed. Who knows was said already, or that nobody does (*told_nobody*), or it is *told_open*.
    """

    words: Names
    archetype: dict[str, str]
    anybody: _Several
    whole: Names
    beside: Names
    hiding: _Several
    nothing_more: _Several
    told_whom: Names
    told_already: _Several
    told_nobody: _Several
    told_open: _Several
    own_idea: Names
    stands: _Several
    not_yet: _Several


class StockFarewell(Part):
    """How a goodbye is answered by somebody with whom there is a plan."""

    words: Names
    say: _Several


class StockEvent(Part):
    """Something that happens in any room of a kind."""

    id: Identifier
    show: str
    heat: Points = 0


class StockChannel(Part):
    """How a conversation by some channel begins."""

    first_line: Texts
    event: StockEvent


class StockLookFor(Part):
    """What the debrief says of something that was done, or was not."""

    yes: str
    no: str


class StockFile(Part):
    """The file of the stock."""

    format: Literal[1]
    misreads: dict[Identifier, StockMisread]
    channels: dict[Channel, StockChannel]
    guarded: dict[Literal["issue", "rest"], Texts]
    five_minutes: str
    endings: dict[Identifier, StockEnding]
    denial: Names
    asked: StockAsked
    farewell: StockFarewell
    look_for: dict[str, StockLookFor]


MODELS: Mapping[str, type[Part]] = {"reasons.yaml": DeckFile, "stock.yaml": StockFile}
"""The files in the folder of the deck, and what each must hold."""


def is_deck(path: Path) -> bool:
    """Whether the file at *path* is one of the deck's."""
    return path.resolve().parent == DECK.resolve() and path.name in MODELS


def check(path: Path) -> list[Problem]:
    """What is wrong with the file of the deck or of the stock at *path*."""
    tree, problems = read_file(path, shown(path))
    return problems if tree is None else validate(MODELS[path.name], tree, "S")[1]


@cache
def cards() -> DeckFile:
    """The shipped deck. Raises ValueError where the file is broken."""
    return _load("reasons.yaml")


@cache
def stock() -> StockFile:
    """The shipped stock. Raises ValueError where the file is broken."""
    return _load("stock.yaml")


def _load(name: str):
    path = DECK / name
    tree, problems = read_file(path, shown(path))
    found, faults = validate(MODELS[name], tree, "S") if tree is not None else (None, problems)
    if found is None:
        raise ValueError(render(faults[0]))
    return found
