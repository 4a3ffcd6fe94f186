"""The terminal: wrapped to its width, colour only at the edge and only where it is wanted."""

import io
import os
import shutil
import textwrap
from collections.abc import Iterable
from typing import TextIO

from simulator.report.blocks import cleaned
from simulator.report.document import Block, Heading, Items, Para, Said, Table, document
from simulator.report.review import Review
from simulator.report.shortly import shortly

_WIDEST = 96  # columns that are still easy to read
_NARROWEST = 30
_BOLD, _DIM, _ITALIC, _CYAN, _RESET = "\x1b[1m", "\x1b[2m", "\x1b[3m", "\x1b[36m", "\x1b[0m"


def write(review: Review, stream: TextIO) -> None:
    """Writes all of *review*, wrapped; with colour on a terminal that has not asked for none."""
    write_blocks(document(review, chair=True), stream)


def write_shortly(review: Review, stream: TextIO, whole: str = "") -> None:
    """Writes what a reader needs first of *review*; *whole* is the command that shows all of it."""
    write_blocks(shortly(review, whole), stream)


def write_blocks(blocks: Iterable[Block], stream: TextIO) -> None:
    """Writes *blocks* of a review as :func:`write` does."""
    columns = shutil.get_terminal_size((80, 24)).columns
    width = max(_NARROWEST, min(_WIDEST, columns - 1))
    colour = stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    for block in blocks:
        stream.write("\n".join(_lines(cleaned(block), width, colour)) + "\n\n")


def _lines(block, width: int, colour: bool) -> list[str]:
    def style(code: str, line: str) -> str:
        return f"{code}{line}{_RESET}" if colour and line else line

    if isinstance(block, Heading):
        lines = textwrap.wrap(block.text, width, break_on_hyphens=False)
        under = ("=" if block.level == 1 else "-") * max(map(len, lines), default=0)
        return [style(_BOLD, line) for line in lines] + [style(_DIM, under)]
    if isinstance(block, Para):
        return [style(_DIM, line) if block.quiet else line for line in wrapped(block.text, width)]
    if isinstance(block, Said):
        head = f"  {block.who}: "
        code = _CYAN if block.mine else _ITALIC
        first, *rest = wrapped(block.text, width - 4, first=max(0, len(head) - 4)) or [""]
        return [head + style(code, first), *("    " + style(code, line) for line in rest)]
    if isinstance(block, Items):
        return [
            prefix + line
            for text in block.texts
            for prefix, line in zip(["  - ", *["    "] * 999], wrapped(text, width - 4), strict=False)
        ]
    if isinstance(block, Table):
        return _table(block, width)
    raise TypeError(block)


def wrapped(text: str, width: int, first: int = 0) -> list[str]:
    """*text* in lines of *width*, its own line breaks kept; the first line is *first* columns shorter."""
    lines: list[str] = []
    for number, part in enumerate(text.split("\n")):
        indent = " " * (first if number == 0 else 0)
        # a session's name has hyphens and is copied from here, so a row breaks at none
        found = textwrap.wrap(part, max(10, width), initial_indent=indent, break_on_hyphens=False) or [""]
        lines += [found[0][len(indent) :], *found[1:]]
    return lines


def _table(table: Table, width: int) -> list[str]:
    """Columns, their cells wrapped; where not even the longest words fit side by side, one item a row."""
    columns = list(zip(table.head, *table.rows, strict=True))
    if sum(max(len(word) for cell in one for word in cell.split() or ("",)) + 2 for one in columns) <= width:
        return _columns(table, width - 2)
    lines = []
    for row in table.rows:
        pairs = [f"{head}: {cell}" for head, cell in zip(table.head, row, strict=True) if cell]
        for number, line in enumerate(wrapped("; ".join(pairs), width - 4)):
            lines.append(("  - " if number == 0 else "    ") + line)
    return lines


def _columns(table: Table, width: int) -> list[str]:
    from rich.box import Box
    from rich.console import Console  # heavy, and only a debrief wants it
    from rich.table import Table as Grid
    from rich.text import Text

    blank, under = "    \n", " -- \n"  # nothing but a line below the head
    lines = Box(blank * 2 + under + blank * 5, ascii=True)
    grid = Grid(box=lines, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    for head in table.head:
        grid.add_column(Text(head), overflow="fold")
    for row in table.rows:
        grid.add_row(*map(Text, row))
    console = Console(width=width, color_system=None, file=io.StringIO(), legacy_windows=False, force_terminal=False)
    console.print(grid)
    return [f"  {line}".rstrip() for line in console.file.getvalue().rstrip("\n").split("\n")]
