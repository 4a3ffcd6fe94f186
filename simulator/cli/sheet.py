"""`rehearse sheet`: run sheets of a scenario for a group, to read or to print."""

from __future__ import annotations

import click

from simulator.cli.page import FORMATS

READERS = ("player", "trainer", "observer")


@click.command()
@click.argument("scenario")
@click.option("--for", "reader", type=click.Choice(READERS), required=True, help="Who is to read it.")
@click.option("--level", default="standard", show_default=True, help="easy, standard or hard; prices are for it.")
@click.option("--format", "format_name", type=click.Choice(FORMATS), default=None, help="How it is written.")
@click.option("-o", "--output", metavar="FILE", help="Write it there; .html or .md says the format.")
def sheet(scenario: str, reader: str, level: str, format_name: str | None, output: str | None) -> None:
    """Write a run sheet: the player's brief, the trainer's plan of twenty minutes, or an observer's tick-list.

    The sheets for player and observer give nothing away; the trainer's gives everything away.
    """
    from simulator.cli.faults import USAGE, Refusal
    from simulator.cli.offer import offer, sentence
    from simulator.cli.opening import open_scenario
    from simulator.cli.page import give, put
    from simulator.report.formats import html_page, named_by
    from simulator.report.runsheets import sheet as blocks

    opened = open_scenario(scenario)
    levels = [one.name for one in opened.levels]
    if level not in levels:
        raise Refusal(sentence(f"There is no level '{level}'.", offer(level, levels)), USAGE)
    name = format_name or named_by(output or "")
    made = blocks(opened, reader, level)
    if name == "html":
        put(lambda stream: html_page.write_sheet(made, stream, labelled=reader != "player"), output)
    else:
        give(made, name, output)
