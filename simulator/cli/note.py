"""`rehearse note`: the mail that follows an agreement, written by the user and held against what was said."""

from __future__ import annotations

import sys
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cleaning import clean
from simulator.cli.faults import USAGE, Refusal
from simulator.conversation.session import NOTE
from simulator.report.document import Items

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.cli.beginning import Begun
    from simulator.conversation.session import Session
    from simulator.journal import Home
    from simulator.persona.scenario import Scenario


@click.command()
@click.argument("session", default="latest")
@click.option("--from", "source", metavar="FILE", help="Take the note from a file; '-' for standard input.")
@click.option("--print", "printed", is_flag=True, help="Show the note that is kept, with what there is to say of it.")
@click.option("-o", "--output", metavar="FILE", help="Write the note that is kept into a file, to be sent.")
@click.option("--remind", metavar="WHEN", help="The day to look at it again, such as 'Monday in two weeks'.")
@click.option("--no-reminder", is_flag=True, help="Don't remind me of this one.")
def note(
    session: str, source: str | None, printed: bool, output: str | None, remind: str | None, no_reminder: bool
) -> int:
    """Write down what was agreed. SESSION is a name that `rehearse sessions` shows; without one, the latest.

    The note comes from the keyboard, from a pipe or from a file. It is kept as you write it; what is missing in it or
    was never mentioned is shown.
    """
    from simulator.cli.kept import load
    from simulator.journal import find_home

    kept = load(session)
    home = find_home()
    if printed or output:
        return _given(kept, printed, output)
    if (remind or no_reminder) and source is None:
        return _reminded(home, kept, remind)
    if not kept.turns(kept.settled.number):
        raise Refusal(f"Nothing was said in '{kept.header.id}' yet; there is nothing to write down.")
    with _journal(home, kept) as journal:
        write(home, kept, _scenario(kept), lambda data: journal.append(NOTE, data), source)
    return _reminded(home, load(session), remind) if remind or no_reminder else 0


def write(home: Home, kept: Session, scenario: Scenario | None, keep: Callable[[dict], object], source=None) -> None:
    """Has the note written, shows what there is to say of it, and keeps it. Raises Refusal, JournalError."""
    from simulator.cli.asking import agrees, interactive

    by_hand = source is None and interactive()
    before = str(kept.note.get("text", ""))
    text = _typed(home, kept, before) if by_hand else _piped(source)
    while text is not None and text.strip():
        keep(_kept(text.strip(), kept, scenario))
        if not by_hand or not agrees("\nChange it? (y, or Enter to leave it as it is) "):
            click.echo(f"Kept. To send it: rehearse note {kept.header.id} -o FILE")
            return
        text = _typed(home, kept, text)
    click.echo("Nothing was written, and nothing is kept." if text is not None else "Left for later.")


def offer(begun: Begun) -> None:
    """After an agreement: keeps the day that was named, and offers to write the note where somebody sits there."""
    from simulator.cli.asking import agrees, interactive
    from simulator.practice.agreed import due, ended_in_agreement
    from simulator.practice.due import due_record

    kept = begun.play.session
    if not ended_in_agreement(kept):
        return
    day = due(kept)
    if day is not None:
        begun.play.keep(NOTE, due_record(day.day, day.quote))
    id = begun.header.id
    if interactive():
        click.echo("\nWhat was agreed is worth a note, the same day and in neutral words.")
        if agrees("Write it now? (y, or Enter to leave it) "):
            write(begun.home, kept, begun.scenario, lambda data: begun.play.keep(NOTE, data))
            return
    click.echo(f"\nTo write the note:   rehearse note {id}")


def keep_day(begun: Begun) -> None:
    """After an agreement: keeps the day that was named, without a word."""
    from simulator.practice.agreed import due, ended_in_agreement
    from simulator.practice.due import due_record

    day = due(begun.play.session) if ended_in_agreement(begun.play.session) else None
    if day is not None:
        begun.play.keep(NOTE, due_record(day.day, day.quote))


def _kept(text: str, kept: Session, scenario: Scenario | None) -> dict:
    """The record of a note; what there is to say of it is shown."""
    from simulator.practice.due import due_record
    from simulator.practice.note import check, sentences

    checked = check(text, kept, scenario)
    click.echo()
    _show(Items(tuple(map(clean, sentences(checked)))))
    data = {"text": text, "written": date.today().isoformat()}
    if checked.day is not None:
        data |= due_record(checked.day.day, checked.day.quote)
    return data


def _typed(home: Home, kept: Session, offered: str) -> str | None:
    """What is typed on the terminal; None where it is left for later."""
    from simulator.practice.agreed import agreed

    promises = tuple(clean(promise.words) for promise in agreed(kept))
    click.echo(f"The note to {clean(kept.header.person)}.{' Agreed, in your words:' * bool(promises)}")
    _show(Items(promises))
    from simulator.cli.play import has_screen

    if not has_screen():
        click.echo("A full stop alone on a line ends it.\n")
        lines: list[str] = []
        with suppress(EOFError):
            while (line := clean(input())) != ".":
                lines.append(line)
        return "\n".join(lines)
    from simulator.terminal.asking import Asking
    from simulator.terminal.drafts import Drafts

    drafts = Drafts(home, kept.header.id, lambda: 0)
    text = Asking().letter(drafts.load() or offered, drafts)
    if text is not None:
        drafts.clear()
    return text


def _show(block: Items) -> None:
    from simulator.report.formats.terminal import write_blocks

    write_blocks([block], sys.stdout)


def _piped(source: str | None) -> str:
    """What a file or a pipe holds. Raises Refusal, OSError, UnicodeError."""
    from simulator.practice.note import LONGEST

    most = 4 * LONGEST
    if source in (None, "-"):
        content = sys.stdin.buffer.read(most + 1)
    else:
        with open(Path(source), "rb") as file:
            content = file.read(most + 1)
    text = clean(content.decode("utf-8-sig")) if len(content) <= most else ""
    if len(content) > most or len(text) > LONGEST:
        raise Refusal(f"A note has at most {LONGEST:,} characters; this one has more. Nothing was kept.")
    return text


def _given(kept: Session, printed: bool, output: str | None) -> int:
    text = str(kept.note.get("text", ""))
    if not text:
        raise Refusal(f"There is no note beside '{kept.header.id}' yet; `rehearse note {kept.header.id}` takes one.")
    if output:
        from simulator.cli.writing import write_file

        write_file(Path(output), text + "\n")
        click.echo(f"Written to {output}.")
    if printed:
        click.echo(clean(text))
        _kept(text, kept, _scenario(kept))
    return 0


def _reminded(home: Home, kept: Session, when: str | None) -> int:
    """Sets the day to be reminded of, or none."""
    from simulator.practice.dates import days_in, in_words
    from simulator.practice.due import due_record

    day = next(iter(days_in(clean(when), date.today())), None) if when else None
    if when and day is None:
        raise Refusal(f"'{when}' is no day that can be read here; '2026-12-07' or 'next Monday' can.", USAGE)
    with _journal(home, kept) as journal:
        journal.append(NOTE, due_record(day.day if day else None, day.quote if day else ""))
    click.echo(f"You'll be reminded from {in_words(day.day)} on." if day else "You won't be reminded of this one.")
    return 0


def _journal(home: Home, kept: Session):
    from simulator.journal import Journal

    return Journal.open(home, kept.header.id)


def _scenario(kept: Session) -> Scenario | None:
    """The scenario of a session, where it is still there: the note is checked without it too."""
    from simulator.cli.opening import open_scenario

    with suppress(Refusal):
        return open_scenario(kept.header.path or kept.header.scenario)
    return None
