"""`rehearse whatif`: one turn said otherwise, the rest as it was, and where the two conversations part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simulator.cli.records import FORMATS, give

if TYPE_CHECKING:
    from simulator.conversation.branching import WhatIf
    from simulator.conversation.session import Session


@click.command()
@click.argument("session", default="latest")
@click.option("--turn", "number", type=click.IntRange(1), required=True, help="The turn to say otherwise.")
@click.option("--say", "text", required=True, metavar="TEXT", help="What to say then; '' is silence.")
@click.option("--keep", is_flag=True, help="Keep it in the session, as a run beside the others.")
@click.option("--format", "format_name", type=click.Choice(FORMATS), help="How it is written.")
@click.option("-o", "--output", metavar="FILE", help="Write it there instead of showing it.")
def whatif(session: str, number: int, text: str, keep: bool, format_name: str | None, output: str | None) -> None:
    """Say one turn of SESSION otherwise. After it come the words that you said then; the same words get the same
    answers, so whatever is different comes from this turn.

    Nothing is kept without --keep. SESSION@RUN starts from one of several runs.
    """
    from scoring.text import MAX_CHARACTERS
    from simulator.cleaning import clean
    from simulator.cli.again import Again
    from simulator.cli.faults import USAGE, Refusal
    from simulator.cli.kept import load_run
    from simulator.conversation.branching import NoSuchTurn
    from simulator.report.parting import parting

    kept, run = load_run(session)
    said = clean(text).strip()
    if len(said) > MAX_CHARACTERS:
        raise Refusal(f"That has {len(said):,} characters and a turn has at most {MAX_CHARACTERS:,}.", USAGE)
    again = Again(kept)
    try:
        tried = again.tried(run, number, said)
    except NoSuchTurn as fault:
        raise Refusal(str(fault), USAGE) from fault
    finishes = (tried.was_finish if kept.finish(run) else None, tried.now_finish)
    found = parting(list(tried.was), list(tried.now), finishes, again.scenario)
    if again.changed:
        click.echo("The scenario has changed since this conversation: the second way follows the new one.", err=True)
    if keep:
        _keep(kept, tried)
    give(found, lambda one: _blocks(one, kept, number, said), format_name, output)


def _blocks(found, kept: Session, number: int, said: str):
    from simulator.report.blocks import Heading, Said
    from simulator.report.parting import side_by_side

    yield Heading(f"{kept.header.title}: turn {number}, said otherwise", 1)
    yield Said("You", said or "(silence)", mine=True)
    yield from side_by_side(found)


def _keep(kept: Session, tried: WhatIf) -> None:
    """Keeps *tried* in its session. Raises JournalError."""
    from simulator.cli.kept import folded
    from simulator.conversation.branching import records
    from simulator.journal import Journal, find_home

    with Journal.open(find_home(), kept.header.id) as journal:
        number = len(folded(journal.id, journal.records).branches)  # it may have grown since it was read
        for kind, data in records(tried, number):
            journal.append(kind, data)
    click.echo(f"Kept as run {number}: `rehearse compare {kept.header.id}` sets all runs side by side.", err=True)
