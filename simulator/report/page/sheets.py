"""Blocks as they stand on a page: parts under headings; on a sheet for paper, lines to write on and boxes to tick.

In the blocks of a sheet, six dots and more are a line to write on, and a ballot box is one to tick.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from simulator.cleaning import clean
from simulator.report.blocks import Block, Heading, Items, Para, Said, Table

_ROOM = re.compile(r"(\.{6,}|☐)")
_SHORT = 12  # dots below which a line is for a number
_LABEL = 70  # characters of a label
TEXT, LABEL, BOX, SHORT, LONG = "text", "label", "box", "short", "long"


@dataclass(frozen=True, slots=True)
class Bit:
    """Part of a line: *kind* is text, label, box, or a short or long line to write on."""

    kind: str
    text: str = ""


Row = tuple[Bit, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A block: *kind* is para, quiet, said, items or table. A para that *leads* stands over a list of its own."""

    kind: str
    rows: tuple[Row, ...] = ()
    who: str = ""
    mine: bool = False
    leads: bool = False
    head: tuple[str, ...] = ()
    cells: tuple[tuple[str, ...], ...] = ()

    @property
    def written(self) -> bool:
        """Whether there is a line to write on in it."""
        return _written(self.rows)

    @property
    def struck(self) -> bool:
        """Whether its rows are boxes and a line to write on."""
        return self.written and all(row and row[0].kind == BOX for row in self.rows)

    @property
    def ticked(self) -> bool:
        """Whether it is boxes to tick and nothing to write."""
        return not self.written and all(row and row[0].kind == BOX for row in self.rows)


@dataclass(frozen=True, slots=True)
class Part:
    """What stands under one heading; the first part of a page has none."""

    title: str
    blocks: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole page."""

    title: str
    parts: tuple[Part, ...]


def sheet(blocks: Iterable[Block], ruled: bool, labelled: bool = False) -> Sheet:
    """*blocks* as a page; a *ruled* one is a sheet to write on. Lines of a *labelled* one begin with what they are."""
    title, parts, shown = "", [], []
    heading = ""
    for block in blocks:
        if isinstance(block, Heading):
            if block.level == 1 and not title:
                title = clean(block.text)
                continue
            parts.append(Part(heading, tuple(shown)))
            heading, shown = clean(block.text), []
            continue
        if isinstance(block, Items) and shown and shown[-1].kind == "para":
            shown[-1] = replace(shown[-1], leads=True)
        shown += _split(_shown(block, ruled, labelled))
    parts.append(Part(heading, tuple(shown)))
    return Sheet(title, tuple(part for part in parts if part.title or part.blocks))


def _split(block: Shown) -> list[Shown]:
    """A list in which there is something to tick and then something to write becomes two."""
    if block.kind != "items":
        return [block]
    return [replace(block, rows=tuple(rows)) for _, rows in groupby(block.rows, lambda row: _written((row,)))]


def _written(rows: tuple[Row, ...]) -> bool:
    return any(bit.kind in (SHORT, LONG) for row in rows for bit in row)


def _shown(block: Block, ruled: bool, labelled: bool) -> Shown:
    match block:
        case Para():
            row = _row(block.text, ruled)
            return Shown("quiet", (row,)) if block.quiet else Shown("para", (_labelled(row) if labelled else row,))
        case Said():
            return Shown("said", (_row(block.text, ruled),), clean(block.who), block.mine)
        case Items():
            rows = tuple(_row(text, ruled) for text in block.texts)
            return Shown("items", tuple(map(_labelled, rows)) if labelled else rows)
        case Table():
            return Shown(
                "table", head=tuple(map(clean, block.head)), cells=tuple(tuple(map(clean, row)) for row in block.rows)
            )
    raise TypeError(block)


def _row(text: str, ruled: bool) -> Row:
    text = clean(text)
    if not ruled:
        return (Bit(TEXT, text),)
    return tuple(_bit(part) for part in _ROOM.split(text) if part.strip())


def _labelled(row: Row) -> Row:
    """*row* with what stands before its first colon apart, where that is a few words."""
    place = next((place for place, bit in enumerate(row) if bit.kind == TEXT), 0)
    label, colon, rest = row[place].text.partition(": ") if row else ("", "", "")
    if not colon or len(label) > _LABEL:
        return row
    return (*row[:place], Bit(LABEL, f"{label}:"), Bit(TEXT, rest), *row[place + 1 :])


def _bit(part: str) -> Bit:
    if part == "☐":
        return Bit(BOX)
    if _ROOM.fullmatch(part):
        return Bit(SHORT if len(part) < _SHORT else LONG)
    return Bit(TEXT, part.strip())
