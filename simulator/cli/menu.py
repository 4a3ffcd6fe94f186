"""`rehearse` alone on a terminal: a small menu."""

import click

_CHOICES = (("play", "p"), ("review", "r"), ("sessions", "s"), ("demo", "d"), ("quit", "q"))
_ABOUT = {
    "play": "have a conversation",
    "review": "read how the last one went",
    "sessions": "the conversations you have had",
    "demo": "watch a skilled conversation",
    "quit": "",
}


def menu() -> int:
    """Asks what to do and does it, until the user quits."""
    click.echo("Rehearse a difficult conversation before you have it.")
    while True:
        click.echo()
        for name, key in _CHOICES:
            click.echo(f"  {key}  {name:<9} {_ABOUT[name]}".rstrip())
        choice = _asked("\nWhat would you like to do? ")
        name = next((name for name, key in _CHOICES if choice in (name, key)), "")
        if choice is None or name == "quit":
            return 0
        if not name:
            click.echo(f"Please type one of the letters {', '.join(key for _, key in _CHOICES)}.")
            continue
        click.echo()
        _do(name)


def _do(name: str) -> None:
    """Runs a command as if it had been typed; what goes wrong is told, and the menu comes again."""
    from simulator.cli import main

    if name == "play":
        scenario = _scenario()
        if scenario:
            click.echo()
            main(["play", scenario])
    else:
        main([name])


def _scenario() -> str | None:
    from simulator.cli.opening import scenario_files

    names = [path.stem for path in scenario_files()]
    for number, name in enumerate(names, 1):
        click.echo(f"  {number:>2}  {name}")
    while True:
        choice = _asked("\nWhich one? (number or name; empty for none) ")
        if not choice:
            return None
        if choice in names:
            return choice
        if choice.isdecimal() and 1 <= int(choice) <= len(names):
            return names[int(choice) - 1]
        click.echo("That is none of them.")


def _asked(question: str) -> str | None:
    """What is answered, or None where the user has had enough."""
    try:
        return input(question).strip().lower()
    except EOFError:
        click.echo()
        return None
