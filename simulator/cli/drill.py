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

HOW = "Say it in one line; again as often as you like. /model shows words, /hint a nudge, /next another moment, /quit."


@click.command()
@click.argument("skill", required=False)
@click.option("--scenario", metavar="NAME", help="Moments of this scenario only.")
@click.option("--seed", type=click.IntRange(0), help="The same seed brings the same moments in the same order.")
@click.option("--plain", is_flag=True, help="Plain lines, for screen readers and simple terminals.")
def drill(skill: str | None, scenario: str | None, seed: int | None, plain: bool) -> None:
    """Try one moment as often as you want. SKILL is a skill such as contrasting, a moment (misread, fine, tears,
    silence, anger), something that costs, such as blame, to be said without it, or 'spotting': naming what derails a
    conversation that goes badly. Without SKILL, they are listed.

    Nothing is kept. Lines may come from a pipe; its end ends the drill.
    """
    from scoring import detect
    from simulator.cli.asking import asker
    from simulator.cli.beginning import draw_seed
    from simulator.practice.drills import SPOTTING, moments

    if skill is None:
        _list()
        return
    name = _known(skill)
    ask, loads = asker(plain), _scenarios(scenario)
    seed = draw_seed() if seed is None else seed
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
    from simulator.practice.naming import named

    known = names()
    name = skill.strip().lower().replace("-", "_").replace(" ", "_")
    if name in known:
        return name
    found, _ = named(skill.replace("_", " "))
    if len(found) == 1:
        return found[0]
    raise Refusal(sentence(f"There is no drill '{skill}'.", offer(name, known), "`rehearse drill` lists them."), USAGE)


def _list() -> None:
    from scoring.vocabulary import COSTLY, PLAIN, REWARDED
    from simulator.practice.drills import SPOTTING, STATES

    groups = (
        ("What helps", {skill: PLAIN[skill] for skill in REWARDED}),
        ("What costs: to be said without it", {skill: PLAIN[skill] for skill in COSTLY}),
        ("Moments", dict.fromkeys(STATES, "")),
        ("Listening", {SPOTTING: "naming what derails a conversation"}),
    )
    for heading, rows in groups:
        click.echo(f"{heading}:")
        for name, about in rows.items():
            click.echo(f"  {name:<22} {about}".rstrip())
    click.echo("\n`rehearse drill NAME` begins one.")


def _scenarios(name: str | None) -> list[Callable[[], Scenario | None]]:
    """What loads each scenario; one with faults is passed over, and `rehearse list` tells of it."""
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
    return [loading(path) for path in scenario_files()]
