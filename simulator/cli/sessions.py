"""`rehearse sessions`: the conversations that are kept."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from simulator.cleaning import one_line
from simulator.conversation.session import FINISH, REWIND, SESSION, TURN

if TYPE_CHECKING:
    from simulator.journal import Home, Listed


@click.command()
def sessions() -> None:
    """List your conversations, the last one first."""
    from simulator.journal import find_home
    from simulator.journal import sessions as listed

    home = find_home()
    found = listed(home)
    if not found:
        click.echo("There is no session yet. `rehearse play quiet-since-january` begins one.")
        return
    rows = [_row(home, one) for one in found]
    width = max(len(row[0]) for row in rows)
    for id, when, about in rows:
        click.echo(f"{id:<{width}}  {when}  {about}")
    click.echo("\n`rehearse review NAME` reads one, `rehearse play --resume NAME` goes on with one that is open.")


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
    turns, ending = counted([(record.kind, record.data) for record in reading.records])
    state = f"ended: {ending.replace('_', ' ')}" if ending else "open"
    words = [header.get("title", ""), header.get("label", ""), f"{turns} turn{'s' * (turns != 1)}", state]
    damaged = ["its end is damaged"] if reading.damage else []
    return one.id, when, ", ".join(one_line(str(word)) for word in [*words, *damaged] if word)


def counted(records: list[tuple[str, dict]]) -> tuple[int, str]:
    """How many turns lead to where a session stands, and how it ended, '' where it has not."""
    turns, ending = 0, ""
    branches, beside = 0, set()
    for kind, data in records:
        if kind == REWIND:
            branches += 1
            if data.get("what_if"):
                beside.add(branches)
            else:
                turns, ending = data.get("to", 0), ""
        elif data.get("branch") in beside:
            continue
        elif kind == TURN:
            turns += 1
        elif kind == FINISH:
            ending = str(data.get("finish", {}).get("ending", ""))
    return turns, ending
