"""`rehearse drill`: one kind of moment, from all scenarios, as often as wanted."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.faults import USAGE, Refusal

if TYPE_CHECKING:
    from simulator.persona.scenario import Scenario
    from simulator.practice.asker import Asker

HOW = "Say it in one line; again as often as you like. /model shows words, /hint a nudge, /next another moment, /quit."


@click.command()
@click.argument("skill", required=False)
@click.option("--scenario", metavar="NAME", help="Moments of this scenario only.")
@click.option("--seed", type=click.IntRange(0), help="The same seed brings the same moments in the same order.")
@click.option("--plain", is_flag=True, help="Plain lines, for screen readers and simple terminals.")
def drill(skill: str | None, scenario: str | None, seed: int | None, plain: bool) -> None:
    """Try one moment as often as you want. SKILL is a skill such as contrasting, a moment (misread, fine, tears,
    silence, anger), something that costs, such as blame, to be said without it, 'habits': moments that tempt to what
    you ticked in the self-check of `rehearse prepare`, or 'spotting': naming what derails a conversation that goes
    badly. Without SKILL, your habits where you ticked any; else a list.

    Nothing is kept. Lines may come from a pipe; its end ends the drill.
    """
    from scoring import detect
    from simulator.cli.asking import asker
    from simulator.cli.beginning import draw_seed
    from simulator.practice.drills import SPOTTING, moments
    from simulator.practice.habits import HABITS

    name = _known(skill) if skill is not None else _offered()
    if not name:
        return
    ask, loads = asker(plain), _scenarios(scenario)
    seed = draw_seed() if seed is None else seed
    if name == HABITS:
        _press(ask, [loads] if scenario else _known_first(), seed)
        return
    if name == SPOTTING:
        from simulator.practice.spotted import Spotting
        from simulator.practice.spotting import models

        Spotting(ask, models(loads, detect, seed)).run()
        return
    from simulator.practice.drilling import Drilling

    if not Drilling(ask, name, moments(name, loads, detect, seed), HOW).run():
        raise Refusal(f"There is no moment for '{name}' in these scenarios; `rehearse drill` lists what there is.")


def _known(skill: str) -> str:
    """The name of what is to be drilled. Raises Refusal."""
    from simulator.cli.offer import offer, sentence
    from simulator.practice.drills import names
    from simulator.practice.habits import HABITS
    from simulator.practice.naming import named

    known = (*names(), HABITS)
    name = skill.strip().lower().replace("-", "_").replace(" ", "_")
    if name in known:
        return name
    found, _ = named(skill.replace("_", " "))
    if len(found) == 1:
        return found[0]
    raise Refusal(sentence(f"There is no drill '{skill}'.", offer(name, known), "`rehearse drill` lists them."), USAGE)


def _offered() -> str:
    """What is drilled where no skill was named: the user's own habits, where some were ticked and somebody agrees;
    otherwise everything there is is listed."""
    from simulator.cli.asking import interactive
    from simulator.journal import find_home
    from simulator.practice.habits import HABITS, admitted, words

    habits = admitted(find_home())
    if habits:
        click.echo("In your self-check you ticked:")
        for habit in habits:
            click.echo(f"  {words(habit)}")
        if not interactive():
            click.echo(f"Moments that tempt to them: `rehearse drill {HABITS}`.\n")
        elif _agrees("Moments that tempt to them? (Enter, or n for the list) "):
            return HABITS
    _list()
    return ""


def _agrees(question: str) -> bool:
    """Whether nothing speaks against it."""
    try:
        return input(question).strip().lower() not in ("n", "no")
    except EOFError:
        click.echo()
        return False


def _known_first() -> list[list[Callable[[], Scenario | None]]]:
    """All scenarios, in two parts: the one whose person the user spoke to last, where there is one, and all others."""
    from simulator.cli.opening import find_scenario
    from simulator.journal import JournalError, find_home
    from simulator.practice.habits import latest_situation

    with contextlib.suppress(Refusal, JournalError):
        known = find_scenario(latest_situation(find_home()))
        return [_scenarios(str(known)), _scenarios(None, but=known)]
    return [_scenarios(None)]


def _press(ask: Asker, parts: list[list[Callable[[], Scenario | None]]], seed: int) -> None:
    """The drill of the user's own habits, one part of the scenarios after the other; of all five where nothing was
    ticked."""
    from itertools import chain

    from scoring import detect
    from simulator.journal import find_home
    from simulator.practice.drilling import Drilling
    from simulator.practice.habits import HABITS, admitted, tempting
    from simulator.practice.spotting import FIVE

    habits = admitted(find_home())
    if not habits:
        ask.tell(
            "Nothing is ticked in a self-check, so here are all five; `rehearse prepare SCENARIO --only habits` asks."
        )
    moments = chain.from_iterable(tempting(habits or FIVE, loads, detect, seed) for loads in parts)
    if not Drilling(ask, HABITS, moments, HOW).run():
        raise Refusal("There is no moment for that in this scenario; leave out --scenario for moments of all.")


def _list() -> None:
    from scoring.vocabulary import COSTLY, PLAIN, REWARDED
    from simulator.practice.drills import ABOUT, SPOTTING, STATES
    from simulator.practice.habits import HABITS

    groups = (
        ("Moments, a good place to begin", {name: ABOUT[name] for name in STATES}),
        ("Yours", {HABITS: "what you ticked in the self-check of `rehearse prepare`, where it tempts most"}),
        ("Listening", {SPOTTING: "naming what derails a conversation"}),
        ("One thing that helps", {skill: PLAIN[skill] for skill in REWARDED}),
        ("One thing that costs, to be said without it", {skill: PLAIN[skill] for skill in COSTLY}),
    )
    for heading, rows in groups:
        click.echo(f"{heading}:")
        for name, about in rows.items():
            click.echo(f"  {name:<22} {about if about != name else ''}".rstrip())
    click.echo("\n`rehearse drill NAME` begins one.")


def _scenarios(name: str | None, but: Path | None = None) -> list[Callable[[], Scenario | None]]:
    """What loads each scenario, *but* one; one with faults is passed over, and `rehearse list` tells of it."""
    from simulator.cli.opening import find_scenario, open_scenario, scenario_files

    def loading(path: Path) -> Callable[[], Scenario | None]:
        def load() -> Scenario | None:
            with contextlib.suppress(Refusal):
                return open_scenario(str(path))
            return None

        return load

    if name is not None:
        open_scenario(name)
        return [loading(find_scenario(name))]
    return [loading(path) for path in scenario_files() if path != but]
