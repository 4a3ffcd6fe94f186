"""`rehearse` alone on a terminal: a small menu."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import click

from simulator.cleaning import one_line

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.practice.due import Due

_CHOICES = (
    ("play", "p"), ("new", "n"), ("write", "w"), ("review", "r"), ("card", "c"), ("progress", "g"), ("sessions", "s"),
    ("demo", "d"), ("quit", "q"),
)  # fmt: skip
_ABOUT = {
    "play": "have a conversation",
    "new": "make one of your own situation: eight questions",
    "write": "prepare one in writing: six questions and a plan",
    "review": "read how the last one went",
    "card": "one page of the last one, to take along",
    "progress": "what your words did, over all of them",
    "sessions": "the conversations you have had",
    "demo": "watch a skilled conversation",
    "quit": "",
}


def menu() -> int:
    """Asks what to do and does it, until the user quits."""
    click.echo("Rehearse a difficult conversation before you have it.")
    due = remind(date.today())
    while True:
        click.echo()
        for name, key in _CHOICES:
            click.echo(f"  {key}  {name:<9} {_ABOUT[name]}".rstrip())
        if due is not None:
            click.echo(f"  f  follow-up have the second conversation with {one_line(due.person)}")
        choice = _asked("\nWhat would you like to do? ")
        if due is not None and choice in ("f", "follow-up"):
            click.echo()
            _run(["play", "--follow-up", due.session])
            due = None
            continue
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
    if name in ("play", "write"):
        scenario = _scenario()
        if not scenario:
            return
        click.echo()
        _run(["prepare" if name == "write" else "play", scenario])
    else:
        _run([name])


def _run(arguments: list[str]) -> None:
    from simulator.cli import main

    main(arguments)


def remind(today: date) -> Due | None:
    """Tells of plans whose day has come, and gives the one that waits longest."""
    from simulator.journal import JournalError, find_home
    from simulator.practice.dates import in_words
    from simulator.practice.due import plans_due

    try:
        found = plans_due(find_home(), today)
    except JournalError:  # `sessions` tells of it
        return None
    for plan in found:
        words = f" ('{one_line(plan.words, 60)}')" if plan.words else ""
        when = "today" if plan.day == today else f"since {in_words(plan.day)}"
        click.echo(f"\nDue {when}{words}: {one_line(plan.title)}, to look at again with {one_line(plan.person)}.")
        click.echo(f"  rehearse play --follow-up {plan.session}")
        click.echo(f"  rehearse note {plan.session} --no-reminder   ends this")
    return found[0] if found else None


def _title(path: Path) -> str:
    """The title of the scenario in the file at *path*, off its first lines: a list of names must not take seconds."""
    try:
        head = path.read_text(encoding="utf-8", errors="replace")[:2_000]
    except OSError:
        return ""
    found = re.search(r"^title:\s*[\"']?(.*?)[\"']?\s*$", head, re.MULTILINE)
    return one_line(found[1], 60) if found else ""


def _scenario() -> str | None:
    from simulator.cli.opening import scenario_files

    files = scenario_files()
    names = [path.stem for path in files]
    width = max(map(len, names), default=0)
    for number, path in enumerate(files, 1):
        click.echo(f"  {number:>2}  {path.stem:<{width}}  {_title(path)}".rstrip())
    while True:
        choice = _asked("\nWhich one? (number or name; empty for none) ")
        if not choice or choice in ("q", "quit", "b", "back"):
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
