"""Conversations side by side as they stand on a page: which they are, what changed, and state by state."""

from dataclasses import dataclass

from simulator.cleaning import clean
from simulator.report.compared import about, better, only_in_the_best, read_with, rows, state_by_state
from simulator.report.comparing import Column, Comparison
from simulator.report.page.beside import Beside, beside
from simulator.report.page.course import Course, course
from simulator.report.page.sections import Section
from simulator.report.review import Line


@dataclass(frozen=True, slots=True)
class Talk:
    """One of the conversations: its letter, what it is, where in its page its picture stands, and its course."""

    name: str
    about: str
    place: str
    person: str
    ending: str
    course: Course | None
    first: bool
    best: bool


@dataclass(frozen=True, slots=True)
class Columns:
    """The whole page. *changes* are what, first, best and a word for whether it is better."""

    title: str
    talks: tuple[Talk, ...]
    sections: tuple[Section, ...]
    counts: tuple[tuple[str, ...], ...]
    changes: tuple[tuple[str, str, str, str], ...]
    new: tuple[str, ...]
    states: tuple[tuple[str, ...], ...]
    beside: Beside | None
    remarks: tuple[str, ...]
    made: tuple[str, ...]
    first: str
    best: str


def columns(found: Comparison) -> Columns:
    """*found* as it stands on the page."""
    all_of_them = found.columns
    titles = tuple(dict.fromkeys(clean(one.title) for one in all_of_them))
    first, best = all_of_them[found.first], all_of_them[found.best]
    parted = beside(found.parting)
    return Columns(
        titles[0] if len(titles) == 1 else "Conversations side by side",
        tuple(_talk(one, found) for one in all_of_them),
        tuple(_sections(found, parted)),
        tuple(tuple(map(clean, row)) for row in rows(all_of_them)),
        tuple((clean(one.what), clean(one.first), clean(one.best), better(one.better)) for one in found.changes),
        tuple(only_in_the_best(found)) if found.changes else (),
        tuple(state_by_state(all_of_them)) if any(one.stands for one in all_of_them) else (),
        parted,
        tuple(map(clean, found.remarks)),
        read_with(all_of_them),
        clean(first.name),
        clean(best.name),
    )


def _talk(one: Column, found: Comparison) -> Talk:
    place = found.columns.index(one)
    words = about(one, found).partition(": ")[2]
    return Talk(
        clean(one.name),
        clean(words),
        f"course-{'abcdefgh'[place]}",
        clean(one.person),
        clean(one.run.ending_title),
        course(_lines(one)),
        place == found.first,
        place == found.best,
    )


def _lines(one: Column) -> tuple[Line, ...]:
    """The turns of *one* as a course is drawn from them."""
    before, lines = "", []
    for number, stand in enumerate(one.stands, 1):
        lines.append(
            Line(
                number,
                stand.text,
                stand.reply,
                before=before,
                after=stand.state,
                safety=stand.safety,
                heat=stand.heat,
                notes=stand.events,
            )
        )
        before = stand.state
    return tuple(lines)


def _sections(found: Comparison, parted: Beside | None):
    first, best = (clean(found.columns[place].name) for place in (found.first, found.best))
    yield Section("which", "Which they are", "Which they are")
    if found.best == found.first:
        yield Section("changed", f"{first}, the first, is the best of them", "First and best")
    else:
        yield Section("changed", f"What changed: {first}, the first, against {best}, the best", "What changed")
    yield Section("side", "Side by side", "Side by side")
    if any(one.stands for one in found.columns):
        yield Section("states", "State by state", "State by state")
    if parted is not None:
        yield Section("ways", f"Where {first} and {best} part", "Where they part")
