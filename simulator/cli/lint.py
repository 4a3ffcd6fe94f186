"""`rehearse lint`: every fault of scenario files and rules, each with its place and its remedy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from scoring.authored import Problem


@click.command()
@click.argument("files", nargs=-1, metavar="FILE...")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of scenario files, for editors.")
@click.pass_context
def lint(ctx: click.Context, files: tuple[str, ...], schema: bool) -> int:
    """Check scenario files and rules.

    Every fault is shown as path:line:column: CODE message; the exit code is 1 if any."""
    if schema:
        import json

        from simulator.authoring.schema import schema as schema_of

        click.echo(json.dumps(schema_of(), indent=2))
        return 0
    if not files:
        ctx.fail("which FILE is to be checked?")
    from scoring.authored import render
    from simulator.cleaning import clean

    faults = 0
    for file in files:
        for problem in _problems(Path(file)):
            click.echo(clean(render(problem)))
            faults += 1
    if faults:
        click.echo(f"{faults} fault{'s' * (faults != 1)} in {len(files)} file{'s' * (len(files) != 1)}.", err=True)
    return 1 if faults else 0


def _problems(path: Path) -> list[Problem]:
    """What is wrong with a scenario file, or with a rule of the ear."""
    from scoring.authored import plain, read_file
    from simulator.authoring.load import load
    from simulator.authoring.shelf import shown

    tree = read_file(path, shown(path))[0] if path.is_file() else None  # a pipe can be read only once
    keys = plain(tree) if tree is not None else None
    if isinstance(keys, dict) and not {"skill", "mark"}.isdisjoint(keys):
        from scoring.rules import load_rule

        return load_rule(path, shown(path))[1]
    return load(path)[1]
