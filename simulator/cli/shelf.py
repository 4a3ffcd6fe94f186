"""`rehearse list`: the scenarios that can be played."""

import shutil
import textwrap

import click

from simulator.cleaning import one_line


@click.command("list")
def command() -> None:
    """List the scenarios, those that come with the program and those in your data folder."""
    from simulator.cli.faults import Refusal
    from simulator.cli.opening import open_scenario, scenario_files

    files = scenario_files()
    width = max((len(path.stem) for path in files), default=0)
    indent, columns = " " * (width + 2), max(width + 30, shutil.get_terminal_size().columns)
    for path in files:
        try:
            scenario = open_scenario(str(path))
        except Refusal:
            click.echo(f"{path.stem:<{width}}  has faults; `rehearse lint {path}` shows them")
            continue
        skills = ", ".join(skill.replace("_", " ") for skill in scenario.practises)
        click.echo(f"{path.stem:<{width}}  {one_line(scenario.title)} ({scenario.minutes} min)")
        if skills:
            click.echo(textwrap.fill(f"practises {skills}", columns, initial_indent=indent, subsequent_indent=indent))
    click.echo("\n`rehearse play NAME` begins one.")
