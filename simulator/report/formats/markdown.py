"""Markdown: readable as it stands, and safe: what people typed is escaped, so nothing in it becomes active."""

import re
from collections.abc import Iterable
from typing import TextIO

from simulator.report.blocks import cleaned
from simulator.report.document import Block, Heading, Items, Para, Said, Table, document
from simulator.report.review import Review

_ACTIVE = re.compile(r"([\\`*_{}\[\]<>#|!~&$])")
_AT_START = re.compile(r"^(\s*)([-+=]|\d+[.)])", re.MULTILINE)
_LINK = re.compile(r"(https?|ftp|www|mailto|javascript)([:.])", re.IGNORECASE)


def write(review: Review, stream: TextIO) -> None:
    """Writes *review* as Markdown."""
    write_blocks(document(review), stream)


def write_blocks(blocks: Iterable[Block], stream: TextIO) -> None:
    """Writes *blocks* of a review, or of another page, as :func:`write` does."""
    for block in blocks:
        stream.write(_block(cleaned(block)) + "\n\n")


def _block(block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {_in_a_line(block.text)}"
    if isinstance(block, Para):
        return f"*{escaped(block.text)}*" if block.quiet else escaped(block.text)
    if isinstance(block, Said):
        lines = escaped(block.text).split("\n")
        return "\n".join([f"> **{_in_a_line(block.who)}:** {lines[0]}", *(f"> {line}" for line in lines[1:])])
    if isinstance(block, Items):
        return "\n".join(f"- {_in_a_line(text)}" for text in block.texts)
    if isinstance(block, Table):
        rows = [block.head, tuple("---" for _ in block.head), *block.rows]
        return "\n".join(
            "| " + " | ".join(cell if cell == "---" else _in_a_line(cell) for cell in row) + " |" for row in rows
        )
    raise TypeError(block)


def _in_a_line(text: str) -> str:
    """*text* escaped, where a second line would be another block."""
    return escaped(" ".join(text.split()))


def escaped(text: str) -> str:
    """*text* with everything that Markdown or HTML would act on made plain."""
    text = _ACTIVE.sub(r"\\\1", text)
    text = _LINK.sub("\\1\u200b\\2", text)  # a bare address would become a link
    return _AT_START.sub(
        lambda match: f"{match[1]}\\{match[2]}" if len(match[2]) == 1 else f"{match[1]}{match[2][:-1]}\\{match[2][-1]}",
        text,
    )
