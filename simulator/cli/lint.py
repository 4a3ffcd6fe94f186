"""`rehearse lint`: every fault of scenario files and rules, each with its place and its remedy."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.faults import USAGE, Refusal

if TYPE_CHECKING:
    from scoring.authored import Problem

PAUSE = 0.5  # seconds between two looks at files that are being written


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("--watch", is_flag=True, help="Check again whenever a file is saved, until Ctrl-C.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of scenario files, for editors.")
def lint(files: tuple[str, ...], watch: bool, schema: bool) -> int:
    """Check scenario files and rules; without FILE every scenario there is, with its layers.

    FILE is a path, or the name of a scenario as `rehearse list` shows it.

    Every fault is shown as path:line:column: CODE message; the exit code is 1 if any."""
    if schema:
        import json

        from simulator.authoring.schema import schema as schema_of

        click.echo(json.dumps(schema_of(), indent=2))
        return 0
    if watch:
        if not files:
            raise Refusal("Which FILE is to be watched? Name the one you are writing.", USAGE)
        return _watch([_path(file) for file in files])
    paths = [_path(file) for file in files] or _everything()
    faults = _check(paths)
    if faults:
        click.echo(f"{_count(faults, 'fault')} in {_count(len(paths), 'file')}.", err=True)
    return 1 if faults else 0


def _path(file: str) -> Path:
    """The file at the path *file*, or that of the scenario which is called so. Raises Refusal."""
    from simulator.cli.opening import find_scenario

    path = Path(file)
    return path if path.suffix or path.exists() or len(path.parts) != 1 else find_scenario(file)


def _check(paths: list[Path]) -> int:
    """Tells what is wrong with the files at *paths*; how many faults there are."""
    from scoring.authored import render
    from simulator.cleaning import clean

    faults = 0
    for path in _shown(paths):
        for problem in _problems(path):
            click.echo(clean(render(problem)))
            faults += 1
    return faults


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"


def _problems(path: Path) -> list[Problem]:
    """What is wrong with a scenario file or a layer of one, or with a rule of the ear."""
    from scoring.authored import plain, read_file
    from simulator.authoring.shelf import shown

    if not path.is_file():  # a pipe can be read only once, and what is not there has one fault
        from simulator.authoring.load import load

        return load(path)[1]
    tree, problems = read_file(path, shown(path))
    if tree is None:
        return problems
    keys = plain(tree)
    if isinstance(keys, dict) and not {"skill", "mark"}.isdisjoint(keys):
        from scoring.rules import load_rule

        return load_rule(path, shown(path))[1]
    from simulator.authoring import lint as room
    from simulator.authoring.wizard import check, is_deck

    return check(path) if is_deck(path) else room.lint(path)


def _everything() -> list[Path]:
    """Core, the archetypes, and every scenario with its second talks: those that are shipped and the user's own."""
    from simulator.authoring.shelf import SHIPPED
    from simulator.cli.opening import scenario_files

    second = {path for file in scenario_files() for path in (file.parent / "follow_ups").glob("*.yaml")}
    layers = [
        SHIPPED / "core.yaml",
        *sorted((SHIPPED / "archetypes").glob("*.yaml")),
        *sorted((SHIPPED / "deck").glob("*.yaml")),
    ]
    return [*layers, *scenario_files(), *sorted(second)]


def _shown(paths: list[Path]) -> Iterator[Path]:
    """The *paths* one by one; on a terminal a line tells of the one that is being checked, where there are many."""
    if len(paths) == 1 or not (sys.stderr.isatty() and sys.stdout.isatty()):
        yield from paths
        return
    from rich.console import Console

    console = Console(stderr=True)
    with console.status("") as status:
        for number, path in enumerate(paths, 1):
            status.update(f"{number} of {len(paths)}: {path.name}", spinner="dots")
            yield path


# Watching ----------------------------------------------------------------------------------------


def _watch(paths: list[Path]) -> int:
    """Checks the files at *paths* whenever one of them has changed. Ends by Ctrl-C, with 0."""
    import time

    seen = None
    with contextlib.suppress(KeyboardInterrupt):
        while True:
            now = [_stamp(path) for path in paths]
            if now != seen:
                seen = now
                faults = _check(paths)
                when = time.strftime("%H:%M:%S")
                click.echo(f"-- {when}: {_count(faults, 'fault') if faults else 'nothing wrong'}. Ctrl-C ends this.")
                sys.stdout.flush()
            time.sleep(PAUSE)
    click.echo("")
    return 0


def _stamp(path: Path) -> tuple[int, int] | None:
    """What changes when a file is saved; None while it is not there, as some editors have it for a moment."""
    try:
        now = path.stat()
    except OSError:
        return None
    return now.st_mtime_ns, now.st_size
