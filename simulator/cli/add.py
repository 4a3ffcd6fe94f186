"""`rehearse add`: scenarios that somebody else wrote, from a folder or a .zip, into the data folder."""

from pathlib import Path

import click

from simulator.cli.faults import Refusal


@click.command()
@click.argument("pack", type=click.Path(path_type=Path))
def add(pack: Path) -> None:
    """Add the scenarios in PACK, a folder or a .zip of YAML files, to your own.

    They are read as text and nothing in them is run. Second talks stand in the pack's folder follow_ups."""
    from simulator.authoring.packs import PackError, read_pack
    from simulator.authoring.packs import add as keep
    from simulator.cleaning import clean, one_line
    from simulator.journal import find_home

    home = find_home()
    try:
        items = read_pack(pack)
        home.prepare()
        paths = keep(items, home.path)
    except PackError as fault:
        for problem in fault.problems:
            click.echo(clean(problem))
        raise Refusal(f"{one_line(str(fault), 400)} Nothing was added.") from fault
    first = [path for path in paths if path.parent.name != "follow_ups"]
    second = len(paths) - len(first)
    more = f", and {second} second talk{'s' * (second != 1)}" if second else ""
    click.echo(f"Added: {', '.join(path.stem for path in first)}{more}.")
    folder = paths[0].parent if first else paths[0].parent.parent
    click.echo(f"They stand in {folder}. `rehearse lint FILE` says how good they are.")
