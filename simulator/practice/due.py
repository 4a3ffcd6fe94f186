"""Plans whose day has come: found in the sessions that are kept, until their second conversation was had."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from simulator.conversation.session import NOTE, SESSION
from simulator.journal import Home, JournalError, Listed, Record, read, sessions

DAY, WORDS = "due", "due_words"
"""Words of a note's record: the day to look again, year first ('' for no reminder), and what it was called."""


@dataclass(frozen=True, slots=True)
class Due:
    """A plan to look at again: its *session*, its *title*, with whom, on which *day*, in which *words*."""

    session: str
    title: str
    person: str
    day: date
    words: str


def due_record(day: date | None, words: str = "") -> dict:
    """The data of a note's record that keeps a day; without one it is forgotten."""
    return {DAY: day.isoformat() if day else "", WORDS: words}


def plans_due(home: Home, today: date, listed: Callable[[Home], list[Listed]] = sessions) -> list[Due]:
    """The plans whose day is *today* or past, the oldest first. A session that cannot be read has none."""
    found: list[Due] = []
    followed: set[str] = set()
    for one in listed(home):
        if one.first is None or one.first.kind != SESSION:
            continue
        followed.add(str(one.first.data.get("follow_up_of", "")))
        try:
            plan = _plan(one, read(home, one.id).records)
        except JournalError:
            continue
        if plan is not None and plan.day <= today:
            found.append(plan)
    return sorted((plan for plan in found if plan.session not in followed), key=lambda plan: (plan.day, plan.session))


def _plan(one: Listed, records: Iterable[Record]) -> Due | None:
    """The last day that was kept in a session."""
    kept: dict = {}
    for record in records:
        if record.kind == NOTE and DAY in record.data:
            kept = record.data
    try:
        day = date.fromisoformat(kept.get(DAY) or "")
    except (ValueError, TypeError):
        return None
    header = one.first.data if one.first else {}
    words = (str(header.get("title", "")), str(header.get("person", "")))
    return Due(one.id, *words, day, str(kept.get(WORDS, "")))
