"""A review as it may be passed on: --redact, and --name for names that must go."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from simulator.report.redaction import KINDS

if TYPE_CHECKING:
    from simulator.report import Review


def options(command: Callable) -> Callable:
    """*command* with the options --redact and --name."""
    name = click.option("--name", "names", multiple=True, metavar="NAME", help="With --redact names: one that must go.")
    redact = click.option(
        "--redact", type=click.Choice(KINDS), help="To pass it on: without the words, or with other names."
    )
    return redact(name(command))


def check(redact: str | None, names: tuple[str, ...]) -> None:
    """Raises click.UsageError for names that nothing is done with."""
    if names and redact != "names":
        raise click.UsageError("--name goes with --redact names")


def redacted(found: Review, redact: str | None, names: tuple[str, ...]) -> Review:
    """*found* as it may be passed on; which names were replaced is told on standard error."""
    from simulator.report.redaction import without_names, without_words

    if redact == "words":
        return without_words(found)
    if redact == "names":
        from simulator.cleaning import one_line

        found, replaced = without_names(found, names)
        told = one_line(", ".join(replaced), 1_000) or "none was found"
        click.echo(f"Names replaced: {told}. Read it before you pass it on; --name NAME replaces another.", err=True)
    return found
