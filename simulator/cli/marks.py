"""`rehearse marks`: every human judgement of a turn, as labelled JSON lines that the evaluation can read."""

from __future__ import annotations

import json

import click


@click.command()
@click.argument("sessions", nargs=-1, metavar="[SESSION]...")
def marks(sessions: tuple[str, ...]) -> None:
    """Print what people marked, one JSON object a turn. Without a SESSION, from all of them."""
    from simulator.cli.kept import load
    from simulator.journal import find_home
    from simulator.journal import sessions as listed
    from simulator.report.marks import labelled

    for name in sessions or [one.id for one in reversed(listed(find_home()))]:
        for line in labelled(load(name)):
            click.echo(json.dumps(line, ensure_ascii=False))
