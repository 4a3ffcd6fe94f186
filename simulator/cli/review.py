"""`rehearse review`: reads again how a conversation went."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from simulator.cli import passing_on
from simulator.report.formats import FORMATS, named_by

if TYPE_CHECKING:
    from simulator.conversation.session import Session
    from simulator.persona.scenario import Scenario
    from simulator.report import Review


@click.command()
@click.argument("session", default="latest")
@click.option("--format", "format_name", type=click.Choice(tuple(FORMATS)), default=None, help="How it is written.")
@click.option("-o", "--output", metavar="FILE", help="Write it there instead of showing it.")
@passing_on.options
@click.option("--wrong", multiple=True, metavar="TURN:SKILL", help="I read that differently: this is not there.")
@click.option("--missing", multiple=True, metavar="TURN:SKILL[:WORDS]", help="I read that differently: this is there.")
@click.option("--why", type=click.IntRange(1), metavar="TURN", help="Why the person answered so at this turn.")
@click.option("--because", default="", metavar="REASON", help="Why you read it differently.")
def review(
    session: str,
    format_name: str | None,
    output: str | None,
    redact: str | None,
    names: tuple[str, ...],
    wrong: tuple[str, ...],
    missing: tuple[str, ...],
    why: int | None,
    because: str,
) -> None:
    """Read how a conversation went. SESSION is a name that `rehearse sessions` shows; without one, the latest.

    SESSION@RUN reads one of the runs of a session in which you went back; without it, the first that was played to its
    end.
    """
    from simulator.cli.kept import load_run
    from simulator.cli.page import put
    from simulator.report.formats import write

    passing_on.check(redact, names)
    if wrong or missing:
        from simulator.cli.differing import differ

        differ(session, wrong, missing, because)
    kept, run = load_run(session)
    name = format_name or named_by(output or "")
    if why is not None:
        from simulator.cli.why import tell

        tell(kept, run, why, name, output)
        return
    found = passing_on.redacted(reviewed(kept, branch=run), redact, names)
    put(lambda stream: write(found, name, stream), output)


def show(kept: Session, format_name: str = "terminal", scenario: Scenario | None = None) -> None:
    """Writes the review of a session to standard output."""
    from simulator.report.formats import write

    write(reviewed(kept, scenario), format_name, sys.stdout)


def reviewed(kept: Session, scenario: Scenario | None = None, branch: int | None = None) -> Review:
    """The review of one *branch* of a session, the scored one without any. *scenario* is its scenario, where that is at
    hand. One that was brought from elsewhere has none."""
    if kept.imported:
        from simulator.report.brought import review_brought

        return review_brought(kept)
    from simulator.cli.opening import open_scenario
    from simulator.report import review as review_of

    scenario = scenario or open_scenario(kept.header.path or kept.header.scenario)
    return review_of(kept, scenario, kept.scored.number if branch is None else branch)
