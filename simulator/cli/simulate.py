"""`rehearse simulate`: bots play scenarios many times, and what happened is counted."""

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
    from simulator.persona.mind import Mind
    from simulator.persona.scenario import Scenario

_HEADS = ("bot", "level", "runs", "turns", "quibbles", "repeats", "empty", "endings")
_WHOLE = ("scenario", "archetype", "level", "runs", "turns", "nothing matched", "varied bots", "lines reached")


@click.command()
@click.argument("scenarios", nargs=-1, metavar="SCENARIO...")
@click.option("--all", "every", is_flag=True, help="Every scenario that `rehearse list` shows.")
@click.option("--runs", type=click.IntRange(1), default=50, show_default=True, help="Runs a bot and level.")
@click.option("--seed", type=click.IntRange(0), default=1, show_default=True, help="The seed of the first run.")
@click.option("--bot", "bots", multiple=True, metavar="NAME", help="Only this bot; repeatable.")
@click.option("--level", "levels", multiple=True, metavar="NAME", help="Only this level; repeatable.")
@click.option(
    "--search",
    type=click.IntRange(0),
    default=600_000,
    show_default=True,
    metavar="TURNS",
    help="How long to search for ways to the lines that no bot reached.",
)
def simulate(
    scenarios: tuple[str, ...],
    every: bool,
    runs: int,
    seed: int,
    bots: tuple[str, ...],
    levels: tuple[str, ...],
    search: int,
) -> int:
    """Let bots play SCENARIO. For one scenario every bot is shown, for several each scenario in a line a level.

    Lines that no bot reached are then searched for, by trying on minds of all kinds the turns that their rules ask
    for. The exit code is 1 where a line came twice or a turn had no answer left."""
    from simulator.cli.opening import open_scenario, scenario_files
    from simulator.conversation.bots import BOTS
    from simulator.conversation.simulate import minds_after, spoken
    from simulator.conversation.simulate import simulate as play_all

    if not scenarios and not every:
        raise click.UsageError("which SCENARIO? `rehearse list` shows them; --all plays every one")
    names = scenarios or tuple(str(path) for path in scenario_files())
    played = [open_scenario(name) for name in names]
    for one in played:
        _known("level", levels, tuple(level.name for level in one.levels))
    _known("bot", bots, tuple(BOTS))
    bots = bots or tuple(BOTS)
    share = runs * len(bots)
    with _progress(share * sum(len(levels or one.levels) for one in played)) as done:
        found = []
        for name, one in zip(names, played, strict=True):
            first = _first(name, one)
            befores = minds_after(first, one.after) if first else (None,)
            simulation = play_all(one, runs, seed, bots, levels, done, befores)
            # what a second talk has from the first was said there, or stood there in reserve as it does here
            known = set(spoken(first, reserves=True)) if first else set()
            simulation.lines = [line for line in simulation.lines if line not in known]
            _search(one, simulation, seed, search, befores)
            found.append((one, simulation))
    if len(found) == 1:
        _table([_HEADS, *(_row(tally) for tally in found[0][1].tallies)])
        click.echo()
    _table([_WHOLE, *(row for one, simulation in found for row in _whole(one, simulation))])
    click.echo()
    for one, simulation in found:
        _unreached(one.id if len(found) > 1 else "", simulation)
    return 1 if any(tally.repeats or tally.empty for _, one in found for tally in one.tallies) else 0


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


def _table(rows: list[tuple[str, ...]]) -> None:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        click.echo("  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip())


def _first(name: str, scenario: Scenario) -> Scenario | None:
    """The first talk, where *scenario* is a second one."""
    from simulator.authoring.shelf import followed
    from simulator.cli.opening import find_scenario, open_scenario

    path = followed(find_scenario(name), scenario.follows) if scenario.follows else None
    return None if path is None else open_scenario(str(path))


def _search(
    scenario: Scenario, simulation: Simulation, seed: int, turns: int, befores: tuple[Mind | None, ...]
) -> None:
    from random import Random

    from simulator.conversation.explore import Explorer

    missing = set(simulation.unreached)
    if missing and turns:
        simulation.found = Explorer(scenario, Random(seed), befores).search(missing, turns)


def _unreached(name: str, found: Simulation) -> None:
    """Says which lines nobody reached; of several scenarios *name* is told and the lines are not."""
    from simulator.cleaning import one_line

    missing = found.unreached
    searched = f", {len(found.found)} of them only by a search for them" if found.found else ""
    head = f"{name}: " if name else ""
    if not missing:
        click.echo(f"{head}Every line was reached{searched}.")
        return
    many = "1 line" if len(missing) == 1 else f"{len(missing)} lines"
    click.echo(f"{head}{len(found.lines) - len(missing)} lines were reached{searched}. {many} that nobody reached:")
    for line in missing:
        click.echo(f"- {one_line(line, 400)}")


def _whole(scenario: Scenario, found: Simulation) -> Iterator[tuple[str, ...]]:
    """A row for each level: all bots together."""
    from simulator.conversation.bots import VARIED

    for level in found.said:
        tallies = [tally for tally in found.tallies if tally.level == level]
        runs, turns = sum(tally.runs for tally in tallies), sum(tally.turns for tally in tallies)
        bare, varied = _bare(tallies), _bare([tally for tally in tallies if tally.bot in VARIED])
        reached, lines = found.reached(level), len(found.lines)
        share = f"{reached} of {lines} ({reached / max(1, lines):.0%})"
        yield scenario.id, scenario.archetype, level, str(runs), f"{turns / max(1, runs):.1f}", bare, varied, share


def _bare(tallies: list[Tally]) -> str:
    """The share of turns that found no line but one for the shape of the message."""
    turns = sum(tally.turns for tally in tallies)
    return f"{sum(tally.quibbles for tally in tallies) / turns:.1%}" if turns else "-"


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
