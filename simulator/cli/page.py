"""Shows or writes a page that is made of blocks: a card, a worksheet, a course over time."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

if TYPE_CHECKING:
    from simulator.report.document import Block

FORMATS = ("terminal", "markdown", "html")
"""What a page can be written as."""


def give(blocks: Iterable[Block], format_name: str | None, output: str | None) -> None:
    """Writes *blocks* to the file *output*, or shows them; the format is what the file's name asks for, where none is
    named."""
    from simulator.report.formats import html_page, markdown, named_by, terminal

    name = format_name or named_by(output or "")
    write = {"terminal": terminal, "markdown": markdown, "html": html_page}.get(name, terminal).write_blocks
    put(lambda stream: write(blocks, stream), output)


def put(write: Callable[[TextIO], object], output: str | None) -> None:
    """What *write* writes, whole in the file *output*, or shown."""
    if output is None:
        write(sys.stdout)
        return
    from simulator.cli.writing import write_file

    text = io.StringIO()
    write(text)
    write_file(Path(output), text.getvalue())
    click.echo(f"Written to {output}.")
