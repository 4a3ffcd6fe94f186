"""`rehearse sessions`: the conversations that are kept."""

from collections.abc import Iterable
from datetime import datetime

import click

from simulator.cleaning import one_line
from simulator.conversation.session import FINISH, REWIND, SESSION, TURN


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
    for one in found:
        click.echo("  ".join(_row(home, one)))


def _row(home, one) -> Iterable[str]:
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
    state = f"ended: {ending.replace('_', ' ')}" if ending else f"open: rehearse play --resume {one.id}"
    words = [header.get("title", ""), header.get("label", ""), f"{turns} turn{'s' * (turns != 1)}", state]
    damaged = ["its end is damaged"] if reading.damage else []
    return one.id, when, ", ".join(one_line(str(word)) for word in [*words, *damaged] if word)


def counted(records: list[tuple[str, dict]]) -> tuple[int, str]:
    """How many turns lead to where a session stands, and how it ended, '' where it has not."""
    turns, ending = 0, ""
    for kind, data in records:
        if kind == TURN:
            turns += 1
        elif kind == REWIND:
            turns, ending = data.get("to", 0), ""
        elif kind == FINISH:
            ending = str(data.get("finish", {}).get("ending", ""))
    return turns, ending
