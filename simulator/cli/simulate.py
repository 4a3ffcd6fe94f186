"""`rehearse simulate`: bots play a scenario many times, and what happened is counted."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import click

from simulator.cli.faults import USAGE, Refusal
from simulator.cli.offer import offer, sentence

if TYPE_CHECKING:
    from simulator.conversation.simulate import Simulation, Tally

_HEADS = ("bot", "level", "runs", "turns", "quibbles", "repeats", "empty", "endings")


@click.command()
@click.argument("scenario")
@click.option("--runs", type=click.IntRange(1), default=50, show_default=True, help="Runs a bot and level.")
@click.option("--seed", type=click.IntRange(0), default=1, show_default=True, help="The seed of the first run.")
@click.option("--bot", "bots", multiple=True, metavar="NAME", help="Only this bot; repeatable.")
@click.option("--level", "levels", multiple=True, metavar="NAME", help="Only this level; repeatable.")
def simulate(scenario: str, runs: int, seed: int, bots: tuple[str, ...], levels: tuple[str, ...]) -> int:
    """Let bots play SCENARIO. The exit code is 1 where a line came twice or a turn had no answer left."""
    from simulator.cli.opening import open_scenario
    from simulator.conversation.bots import BOTS
    from simulator.conversation.simulate import simulate as play_all

    played = open_scenario(scenario)
    names = tuple(level.name for level in played.levels)
    _known("bot", bots, tuple(BOTS))
    _known("level", levels, names)
    bots, levels = bots or tuple(BOTS), levels or names
    with _progress(runs * len(bots) * len(levels)) as done:
        found = play_all(played, runs, seed, bots, levels, done)
    _show(found)
    return 1 if any(tally.repeats or tally.empty for tally in found.tallies) else 0


def _known(what: str, names: tuple[str, ...], known: tuple[str, ...]) -> None:
    for name in names:
        if name not in known:
            raise Refusal(sentence(f"There is no {what} '{name}'.", offer(name, known)), USAGE)


@contextlib.contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """Something to call after each run; on a terminal a bar shows it."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("playing"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total)
        yield lambda: progress.advance(task)


def _show(found: Simulation) -> None:
    rows = [_HEADS, *(_row(tally) for tally in found.tallies)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADS))]
    for row in rows:
        click.echo("  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip())
    if found.unreached:
        click.echo(f"\n{len(found.unreached)} lines that nobody reached:")
        for line in found.unreached:
            click.echo(f"- {line}")
    else:
        click.echo("\nEvery line was reached.")


def _row(tally: Tally) -> tuple[str, ...]:
    endings = ", ".join(f"{name} {count}" for name, count in tally.endings.most_common())
    return (
        tally.bot,
        tally.level,
        str(tally.runs),
        f"{tally.mean_turns:.1f}",
        f"{tally.quibble_share:.0%}",
        str(tally.repeats),
        str(tally.empty),
        endings,
    )
