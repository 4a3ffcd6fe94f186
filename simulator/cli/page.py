"""Shows or writes a page that is made of blocks: a card, a worksheet, a course over time."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from simulator.report.document import Block

FORMATS = ("terminal", "markdown")
"""What a page can be written as."""


def give(blocks: Iterable[Block], format_name: str | None, output: str | None) -> None:
    """Writes *blocks* to the file *output*, or shows them; the format is what the file's name asks for, where none is
    named."""
    from simulator.report.formats import markdown, named_by, terminal

    name = format_name or named_by(output or "")
    write = {"terminal": terminal, "markdown": markdown}.get(name, terminal).write_blocks
    if output is None:
        write(blocks, sys.stdout)
        return
    from simulator.cli.writing import write_file

    text = io.StringIO()
    write(blocks, text)
    write_file(Path(output), text.getvalue())
    click.echo(f"Written to {output}.")
