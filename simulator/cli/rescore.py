"""`rehearse rescore`: old conversations under today's rules, and what is read otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simulator.cli.records import FORMATS, give

if TYPE_CHECKING:
    from simulator.practice.rescoring import Rescoring


@click.command()
@click.argument("session", required=False)
@click.option("--keep", is_flag=True, help="Keep it: from now on the review reads the conversation so.")
@click.option("--format", "format_name", type=click.Choice(FORMATS), help="How it is written.")
@click.option("-o", "--output", metavar="FILE", help="Write it there instead of showing it.")
def rescore(session: str | None, keep: bool, format_name: str | None, output: str | None) -> int:
    """Read SESSION under today's rules, or all of them without one, and show what is read otherwise and why.

    What the person did stays as it was. Nothing is changed without --keep, and with it the old reading stays in the
    session too. The exit code is 1 where a session cannot be read.
    """
    from simulator.cli.faults import Refusal
    from simulator.cli.kept import load_run
    from simulator.journal import JournalError, find_home, sessions
    from simulator.report.rescored import rescored

    names = [session] if session else [one.id for one in sessions(find_home())]
    if not names:
        click.echo("There is no session yet. `rehearse play quiet-since-january` begins one.")
        return 0
    found, faults = [], 0
    for name in names:
        try:
            found.append(_rescored(*load_run(name)))
        except (Refusal, JournalError) as fault:
            if session:
                raise
            click.echo(str(fault), err=True)
            faults = 1
    if keep:
        for one in found:
            _keep(one)
    give(tuple(found), rescored, format_name, output)
    changed = sum(not one.same for one in found)
    if len(found) > 1:
        click.echo(f"{changed} of {len(found)} conversations are read otherwise today.", err=True)
    return faults


def _rescored(session, run: int) -> Rescoring:
    if session.imported:
        from simulator.practice.rescoring_brought import rescore_brought

        return rescore_brought(session)
    from scoring import detect
    from simulator.cli.again import Again
    from simulator.practice.rescoring import rescore as read_again

    again = Again(session)
    again.talk(run, 0)  # refuses where the scenario has changed too much
    return read_again(session, again.stage, detect, run, again.before)


def _keep(found: Rescoring) -> None:
    """Keeps the reading beside the turns. Raises JournalError."""
    from simulator.codec import to_json
    from simulator.conversation.session import RESCORED
    from simulator.journal import Journal, find_home

    if found.same:
        return
    with Journal.open(find_home(), found.session) as journal:
        for one in found.read:
            journal.append(RESCORED, to_json(one))
    click.echo(f"Kept: {found.session} is read by the rules {found.now_rules} from now on.", err=True)
