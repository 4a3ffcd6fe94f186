"""`rehearse sheet`: run sheets of a scenario for a group, to read or to print."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import click

READERS = ("player", "trainer", "observer")
FORMATS = ("terminal", "markdown")


@click.command()
@click.argument("scenario")
@click.option("--for", "reader", type=click.Choice(READERS), required=True, help="Who is to read it.")
@click.option("--level", default="standard", show_default=True, help="easy, standard or hard; prices are for it.")
@click.option("--format", "format_name", type=click.Choice(FORMATS), default=None, help="How it is written.")
@click.option("-o", "--output", metavar="FILE", help="Write it there; a name that ends in .md is Markdown.")
def sheet(scenario: str, reader: str, level: str, format_name: str | None, output: str | None) -> None:
    """Write a run sheet: the player's brief, the trainer's plan of twenty minutes, or an observer's tick-list.

    The sheets for player and observer give nothing away; the trainer's gives everything away.
    """
    from simulator.cli.faults import USAGE, Refusal
    from simulator.cli.offer import offer, sentence
    from simulator.cli.opening import open_scenario
    from simulator.cli.writing import write_file
    from simulator.report.formats import markdown, terminal
    from simulator.report.runsheets import sheet as blocks

    opened = open_scenario(scenario)
    levels = [one.name for one in opened.levels]
    if level not in levels:
        raise Refusal(sentence(f"There is no level '{level}'.", offer(level, levels)), USAGE)
    name = format_name or ("markdown" if Path(output or "").suffix == ".md" else "terminal")
    writers = {"terminal": terminal.write_blocks, "markdown": markdown.write_blocks}
    if output is None:
        writers[name](blocks(opened, reader, level), sys.stdout)
        return
    text = io.StringIO()
    writers[name](blocks(opened, reader, level), text)
    write_file(Path(output), text.getvalue())
    click.echo(f"Written to {output}.")
