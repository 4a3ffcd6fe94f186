"""`rehearse progress`: what your words did, over all conversations."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from simulator.practice.progress import Run


@click.command()
@click.argument("scenario", required=False)
@click.option("--csv", "as_csv", is_flag=True, help="A row for every skill of every conversation, for a spreadsheet.")
@click.option("--format", "format_name", type=click.Choice(("terminal", "markdown")), help="How it is written.")
@click.option("-o", "--output", metavar="FILE", help="Write it there instead of showing it.")
def progress(scenario: str | None, as_csv: bool, format_name: str | None, output: str | None) -> None:
    """See how your talks change over time: all of them, or those of one SCENARIO."""
    from simulator.cli.page import give
    from simulator.practice.progress_sheet import blocks, write_csv

    runs, passed_over = _runs(scenario)
    for line in passed_over:
        click.echo(line, err=True)
    if as_csv or (output or "").lower().endswith(".csv"):
        _as_csv(runs, output, write_csv)
        return
    if not runs:
        click.echo("There is no conversation to look back on yet. `rehearse play quiet-since-january` begins one.")
        return
    give(blocks(runs), format_name, output)


def _as_csv(runs: list[Run], output: str | None, write_csv) -> None:
    if output is None:
        write_csv(runs, sys.stdout)
        return
    from simulator.cli.writing import write_file

    text = io.StringIO()
    write_csv(runs, text)
    write_file(Path(output), text.getvalue())
    click.echo(f"Written to {output}.")


def _runs(scenario: str | None) -> tuple[list[Run], list[str]]:
    """The conversations that had a turn, oldest first, and a line about each that cannot be counted."""
    from simulator.cli.faults import Refusal
    from simulator.cli.kept import folded
    from simulator.cli.opening import open_scenario
    from simulator.journal import JournalError, find_home, read, sessions
    from simulator.practice.progress import run

    home, runs, passed_over = find_home(), [], []
    for one in sessions(home):
        try:
            kept = folded(one.id, read(home, one.id).records)
            header = kept.header
            if scenario in (None, header.scenario, header.path) and kept.turns(kept.scored.number):
                runs.append(run(kept, open_scenario(header.path or header.scenario)))
        except (Refusal, JournalError) as fault:
            passed_over.append(f"Not counted: {one.id} ({fault})")
        except KeyError as fault:  # a scenario that has lost a state or a fact since
            passed_over.append(f"Not counted: {one.id} (its scenario has no {fault} any more)")
    return sorted(runs, key=lambda one: (one.started, one.session)), passed_over
