"""The terminal: wrapped to its width, colour only at the edge and only where it is wanted."""

import os
import shutil
import textwrap
from collections.abc import Iterable
from typing import TextIO

from simulator.report.blocks import cleaned
from simulator.report.document import Block, Heading, Items, Para, Said, Table, document
from simulator.report.review import Review

_WIDEST = 96  # columns that are still easy to read
_NARROWEST = 30
_BOLD, _DIM, _ITALIC, _CYAN, _RESET = "\x1b[1m", "\x1b[2m", "\x1b[3m", "\x1b[36m", "\x1b[0m"


def write(review: Review, stream: TextIO) -> None:
    """Writes *review*, wrapped; with colour on a terminal that has not asked for none."""
    write_blocks(document(review), stream)


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
        lines = textwrap.wrap(block.text, width)
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
        found = textwrap.wrap(part, max(10, width), initial_indent=indent) or [""]
        lines += [found[0][len(indent) :], *found[1:]]
    return lines


def _table(table: Table, width: int) -> list[str]:
    """Columns where they fit, otherwise one line a cell."""
    rows = [table.head, *table.rows]
    sizes = [max(len(row[column]) for row in rows) for column in range(len(table.head))]
    if sum(sizes) + 2 * len(sizes) <= width:
        lines = ["  ".join(cell.ljust(size) for cell, size in zip(row, sizes, strict=True)).rstrip() for row in rows]
        return ["  " + lines[0], "  " + "-" * min(width - 2, len(lines[0])), *("  " + line for line in lines[1:])]
    lines = []
    for row in table.rows:
        pairs = [f"{head}: {cell}" for head, cell in zip(table.head, row, strict=True) if cell]
        for number, line in enumerate(wrapped("; ".join(pairs), width - 4)):
            lines.append(("  - " if number == 0 else "    ") + line)
    return lines
