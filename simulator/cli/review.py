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
@click.option("--full", is_flag=True, help="All of it on the screen: the conversation, every exchange, every chance.")
@click.option("--dealt", is_flag=True, help="Show what 'surprise me' dealt even if it was not told.")
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
    full: bool,
    dealt: bool,
) -> None:
    """Read how a conversation went. SESSION is a name that `rehearse sessions` shows; without one, the latest.

    SESSION@RUN reads one of the runs of a session in which you went back; without it, the first that was played to its
    end. A screen shows what one needs first, and --full all of it; every other format, and a file, has all of it.
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
    found = passing_on.redacted(reviewed(kept, branch=run, dealt=dealt), redact, names)
    if name == "terminal" and not (full or output or redact):  # what is passed on is passed on whole
        from simulator.report.formats.terminal import write_shortly

        write_shortly(found, sys.stdout, whole_of(kept, run))
        return
    put(lambda stream: write(found, name, stream), output)


def show(kept: Session, scenario: Scenario | None = None) -> None:
    """Writes what a reader needs first of the review of a session to standard output."""
    from simulator.report.formats.terminal import write_shortly

    write_shortly(reviewed(kept, scenario), sys.stdout, whole_of(kept, kept.scored.number))


def whole_of(kept: Session, run: int) -> str:
    """The command that shows all of the review of a *run*."""
    at = f"@{run}" * (run != kept.scored.number)
    return f"rehearse review {kept.header.id}{at} --full"


def reviewed(kept: Session, scenario: Scenario | None = None, branch: int | None = None, dealt: bool = False) -> Review:
    """The review of one *branch* of a session, the scored one without any. *scenario* is its scenario, where that is at
    hand. One that was brought from elsewhere has none. With *dealt* a secret from the deck is named before it is told.
    """
    if kept.imported:
        from simulator.report.brought import review_brought

        return review_brought(kept)
    from simulator.cli.opening import open_scenario
    from simulator.report import review as review_of

    scenario = scenario or open_scenario(kept.header.path or kept.header.scenario)
    return review_of(kept, scenario, kept.scored.number if branch is None else branch, dealt=dealt)
