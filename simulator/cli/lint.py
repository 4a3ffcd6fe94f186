"""`rehearse lint`: every fault of scenario files, each with its place and its remedy."""

from pathlib import Path

import click


@click.command()
@click.argument("files", nargs=-1, metavar="FILE...")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of scenario files, for editors.")
@click.pass_context
def lint(ctx: click.Context, files: tuple[str, ...], schema: bool) -> int:
    """Check scenario files. Every fault is shown as path:line:column: CODE message; the exit code is 1 if any."""
    if schema:
        import json

        from simulator.authoring.schema import schema as schema_of

        click.echo(json.dumps(schema_of(), indent=2))
        return 0
    if not files:
        ctx.fail("which FILE is to be checked?")
    from scoring.authored import render
    from simulator.authoring.load import load
    from simulator.cleaning import clean

    faults = 0
    for file in files:
        for problem in load(Path(file))[1]:
            click.echo(clean(render(problem)))
            faults += 1
    if faults:
        click.echo(f"{faults} fault{'s' * (faults != 1)} in {len(files)} file{'s' * (len(files) != 1)}.", err=True)
    return 1 if faults else 0
