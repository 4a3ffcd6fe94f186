"""`rehearse card`: one page to take into the real conversation."""

from __future__ import annotations

import click

from simulator.cli.page import FORMATS, give


@click.command()
@click.argument("session", default="latest")
@click.option("--format", "format_name", type=click.Choice(FORMATS), help="How it is written.")
@click.option("-o", "--output", metavar="FILE", help="Write it there instead of showing it.")
def card(session: str, format_name: str | None, output: str | None) -> None:
    """One page to take into the real conversation, from your own best lines; of the latest SESSION without a name."""
    from simulator.cli.kept import load
    from simulator.cli.opening import open_scenario
    from simulator.practice.card import blocks
    from simulator.practice.card import card as card_of

    kept = load(session)
    scenario = open_scenario(kept.header.path or kept.header.scenario)
    give(blocks(card_of(kept, scenario)), format_name, output)
