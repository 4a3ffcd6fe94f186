"""`rehearse graph`: the states of a scenario and the ways between them, as a drawing."""

import click


@click.command()
@click.argument("scenario")
@click.option("--format", "form", type=click.Choice(("mermaid", "dot")), default="mermaid", show_default=True)
def graph(scenario: str, form: str) -> None:
    """Draw the states of SCENARIO. Mermaid is shown by many editors and pages; dot is for Graphviz."""
    from simulator.authoring.diagram import FORMATS
    from simulator.cleaning import clean
    from simulator.cli.opening import open_scenario

    click.echo(clean(FORMATS[form](open_scenario(scenario))), nl=False)
