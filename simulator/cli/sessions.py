"""`rehearse sessions`: the conversations that are kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import click

from simulator.cleaning import one_line
from simulator.conversation.session import FINISH, IMPORTED, NAME, REWIND, SESSION, TURN

if TYPE_CHECKING:
    from simulator.journal import Home, Listed


LONGEST = 80  # characters of a name


@click.command()
@click.option("--name", "called", nargs=2, metavar="SESSION NAME", help="Call a session by a name of yours.")
@click.option("--export", metavar="SESSION", help="Everything kept of a session, as it is kept: JSON lines.")
@click.option("-o", "--output", metavar="FILE", help="Export into a file.")
def sessions(called: tuple[str, str] | None, export: str | None, output: str | None) -> None:
    """List your conversations, the last one first."""
    from simulator.journal import find_home
    from simulator.journal import sessions as listed

    home = find_home()
    if output and not export:
        raise click.UsageError("-o goes with --export")
    if called:
        _name(home, *called)
    if export:
        _export(home, export, output)
    if called or export:
        return
    found = listed(home)
    if not found:
        click.echo("There is no session yet. `rehearse play quiet-since-january` begins one.")
        return
    rows = [_row(home, one) for one in found]
    width = max(len(row[0]) for row in rows)
    for id, when, about in rows:
        click.echo(f"{id:<{width}}  {when}  {about}")
    click.echo("\n`rehearse review NAME` reads one, `rehearse play --resume NAME` goes on with one that is open.")


def _name(home: Home, session: str, name: str) -> None:
    """Keeps the name; an empty one takes the old one away. Raises Refusal, JournalError."""
    from simulator.cli.kept import named
    from simulator.journal import Journal

    name = one_line(name, LONGEST)
    with Journal.open(home, named(home, session)) as journal:
        journal.append(NAME, {"name": name})
        click.echo(f"{journal.id} is called '{name}'." if name else f"{journal.id} has no name of yours any more.")


def _export(home: Home, session: str, output: str | None) -> None:
    """Writes the records that are sound, in the form that `rehearse score` reads. Raises Refusal, JournalError."""
    from pathlib import Path

    from simulator.cli.kept import named
    from simulator.cli.writing import write_file
    from simulator.journal import read
    from simulator.journal.records import encode

    id = named(home, session)
    text = b"".join(encode(id, one.n, one.kind, one.data)[0] for one in read(home, id).records).decode()
    if output is None:
        click.echo(text, nl=False)
        return
    write_file(Path(output), text)
    click.echo(f"Written to {output}.")


def _row(home: Home, one: Listed) -> tuple[str, str, str]:
    """Name, time, and what there is to say of a session."""
    from simulator.journal import JournalError, read

    when = datetime.fromtimestamp(one.changed).strftime("%Y-%m-%d %H:%M")
    try:
        reading = read(home, one.id)
    except JournalError as fault:
        return one.id, when, one_line(str(fault))
    if one.first is None or one.first.kind != SESSION:
        return one.id, when, "its beginning is damaged"
    header = one.first.data
    about = counted([(record.kind, record.data) for record in reading.records])
    turns, ending = about.run.turns, about.run.ended
    state = f"ended: {ending.replace('_', ' ')}" if ending else "open"
    tries = f"{about.tries} tries" if about.tries > 1 else ""
    open_one = "the last one open" if about.another_open else ""
    if not header.get("scenario"):
        state = "brought from a file"
    name = next((str(record.data.get("name")) for record in reversed(reading.records) if record.kind == NAME), "")
    called = name and f"'{name}'"
    words = [called, header.get("title", ""), header.get("label", ""), f"{turns} turn{'s' * (turns != 1)}", state]
    words += [tries, open_one]
    damaged = ["its end is damaged"] if reading.damage else []
    return one.id, when, ", ".join(one_line(str(word)) for word in [*words, *damaged] if word)


@dataclass(slots=True)
class Run:
    """One way through a session: how many *turns* lead to its end, how it *ended* ('' while it has not), and whether it
    was only tried out beside the conversation."""

    turns: int = 0
    ended: str = ""
    what_if: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """What there is to say of a session: the run that counts, how many *tries* there were, and whether another than
    that is still open."""

    run: Run
    tries: int
    another_open: bool


def counted(records: list[tuple[str, dict]]) -> Counted:
    """Counts without reading a turn: as Session.scored has it, the first run that was played to its end counts."""
    runs = [Run()]
    for kind, data in records:
        if kind == REWIND:
            runs.append(Run(turns=data.get("to", 0), what_if=bool(data.get("what_if"))))
            continue
        number = data.get("branch", 0)
        if not (isinstance(number, int) and 0 <= number < len(runs)):
            continue
        if kind == TURN:
            runs[number].turns += 1
        elif kind == IMPORTED:
            runs[number].turns += len(data.get("turns", ()))
        elif kind == FINISH:
            runs[number].ended = str(data.get("finish", {}).get("ending", ""))
    tries = [run for run in runs if not run.what_if]
    scored = next((run for run in tries if run.ended), tries[-1])
    return Counted(scored, sum(run.turns > 0 for run in tries), bool(scored.ended and not tries[-1].ended))
