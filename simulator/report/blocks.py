"""Blocks: what a report is made of before a format gives it its look."""

from dataclasses import dataclass, fields, replace

from simulator.cleaning import clean


@dataclass(frozen=True, slots=True)
class Heading:
    """A title; *level* 1 is the whole, 2 a part."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; a *quiet* one is a remark."""

    text: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """Words that somebody said."""

    who: str
    text: str
    mine: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Para | Said | Items | Table


def cleaned(block: Block) -> Block:
    """*block* with clean text throughout: the last thing before a format writes it, whoever made it."""
    return replace(block, **{field.name: _clean(getattr(block, field.name)) for field in fields(block)})


def _clean(value):
    if isinstance(value, str):
        return clean(value)
    return tuple(map(_clean, value)) if isinstance(value, tuple) else value
