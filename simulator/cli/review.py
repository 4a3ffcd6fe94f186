"""`rehearse review`: reads again how a conversation went."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

if TYPE_CHECKING:
    from simulator.conversation.session import Session
    from simulator.persona.scenario import Scenario
    from simulator.report import Review

FORMATS = ("terminal", "markdown", "json")


@click.command()
@click.argument("session", default="latest")
@click.option("--format", "format_name", type=click.Choice(FORMATS), default=None, help="How it is written.")
@click.option("-o", "--output", metavar="FILE", help="Write it there instead of showing it.")
@click.option("--wrong", multiple=True, metavar="TURN:SKILL", help="I read that differently: this is not there.")
@click.option("--missing", multiple=True, metavar="TURN:SKILL[:WORDS]", help="I read that differently: this is there.")
@click.option("--because", default="", metavar="REASON", help="Why you read it differently.")
def review(
    session: str,
    format_name: str | None,
    output: str | None,
    wrong: tuple[str, ...],
    missing: tuple[str, ...],
    because: str,
) -> None:
    """Read how a conversation went. SESSION is a name that `rehearse sessions` shows; without one, the latest."""
    from simulator.cli.kept import load

    if wrong or missing:
        from simulator.cli.differing import differ

        differ(session, wrong, missing, because)
    kept = load(session)
    name = format_name or _fitting(output)
    if output is None:
        show(kept, name)
        return
    from simulator.cli.writing import write_file

    text = io.StringIO()
    write_review(kept, name, text)
    write_file(Path(output), text.getvalue())
    click.echo(f"Written to {output}.")


def show(kept: Session, format_name: str = "terminal", scenario: Scenario | None = None) -> None:
    """Writes the review of a session to standard output."""
    write_review(kept, format_name, sys.stdout, scenario)


def write_review(kept: Session, format_name: str, stream: TextIO, scenario: Scenario | None = None) -> None:
    """Writes the review of a session in a format to *stream*."""
    from simulator.report.formats import write

    write(reviewed(kept, scenario), format_name, stream)


def reviewed(kept: Session, scenario: Scenario | None = None) -> Review:
    """The review of the branch of a session that was played last. *scenario* is its scenario, where that is at hand."""
    from simulator.cli.opening import open_scenario
    from simulator.report import review as review_of

    scenario = scenario or open_scenario(kept.header.path or kept.header.scenario)
    return review_of(kept, scenario, kept.current.number)


def _fitting(output: str | None) -> str:
    """The format that the end of a file's name asks for."""
    return {".md": "markdown", ".json": "json"}.get(Path(output or "").suffix, "terminal")
