"""What stands on the page, in the page's own terms: everything is clean text or a number, nothing is markup."""

from dataclasses import dataclass
from datetime import datetime

from scoring.findings import Finding
from scoring.plainly import plainly
from scoring.vocabulary import COSTLY, PLAIN
from simulator.cleaning import clean
from simulator.report import sentences
from simulator.report.beside import table_of_runs
from simulator.report.corrections import BY_HAND
from simulator.report.page.beside import Beside, beside
from simulator.report.page.course import Course, course, state_words
from simulator.report.page.families import FAMILIES, Family, family
from simulator.report.page.sections import Section, shown
from simulator.report.page.spans import Piece, acted, marked
from simulator.report.review import Line, Review
from simulator.report.words import mark_words


@dataclass(frozen=True, slots=True)
class Note:
    """What was found in a turn: *number* ties it to the marked words; *said* is one sentence, *why* the reasons."""

    number: int
    skill: str
    title: str
    family: Family
    said: str
    why: tuple[str, ...]
    by_hand: bool
    rule: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """One turn as it stands on the page. *moved* is how the other stood after it, '' where nobody knows."""

    number: int
    pieces: tuple[Piece, ...]
    reply: tuple[Piece, ...]
    notes: tuple[Note, ...]
    also: tuple[str, ...]
    happened: tuple[str, ...]
    differently: tuple[str, ...]
    moved: str
    aside: bool


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the method, the turns that covered it and the moves that did."""

    family: Family
    turns: tuple[int, ...]
    used: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page. *runs* are the rows of a table, its head first."""

    review: Review
    date: str
    sections: tuple[Section, ...]
    exchanges: tuple[Exchange, ...]
    course: Course | None
    steps: tuple[Step, ...]
    costs_used: tuple[tuple[str, int], ...]
    runs: tuple[tuple[str, ...], ...] = ()
    beside: Beside | None = None
    families: tuple[Family, ...] = FAMILIES


def page(review: Review) -> Page:
    """*review* as it stands on the page."""
    seen = course(review.lines)
    times = {one.skill: one.used for one in (*review.scorecard.skills, *review.scorecard.costs)}
    return Page(
        review,
        _date(review.started),
        shown(review, seen),
        _exchanges(review),
        seen,
        tuple(Step(one, dict(review.scorecard.steps).get(one.name, ()), _used(one, times)) for one in FAMILIES[:-1]),
        _used(FAMILIES[-1], times),
        tuple(tuple(map(clean, row)) for row in table_of_runs(review.runs)),
        beside(review.parting),
    )


def _used(one: Family, times: dict[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple((PLAIN[skill], times[skill]) for skill in one.skills if times.get(skill))


def _date(started: str) -> str:
    """The day of a time in ISO 8601, written out; '' where there is none."""
    try:
        day = datetime.fromisoformat(started)
    except ValueError:
        return ""
    return f"{day.day} {day:%B %Y}"


def _exchanges(review: Review) -> tuple[Exchange, ...]:
    found, before = [], None
    for line in review.lines:
        found.append(_exchange(line, before, review))
        before = line
    return tuple(found)


def _exchange(line: Line, before: Line | None, review: Review) -> Exchange:
    return Exchange(
        line.number,
        marked(line.text, line.findings),
        acted(line.reply),
        tuple(_note(number, finding) for number, finding in enumerate(line.findings, 1)),
        tuple(dict.fromkeys(clean(mark_words(one.skill)) for one in line.marks)),
        tuple(map(clean, line.notes)),
        tuple(clean(one) for one in review.corrections if one.startswith(f"Turn {line.number}, ")),
        _moved(line, before),
        line.aside,
    )


def _note(number: int, finding: Finding) -> Note:
    costly = finding.skill in COSTLY
    said = f"These words {sentences.costs(finding.skill)}." if costly else f"{sentences.did(finding.skill)}."
    return Note(
        number,
        finding.skill,
        PLAIN.get(finding.skill, clean(finding.skill)),
        family(finding.skill),
        said,
        tuple(clean(plainly(name)) for name in finding.why),
        finding.rule == BY_HAND,
        clean(finding.rule),
    )


def _moved(line: Line, before: Line | None) -> str:
    """Where the other was after a turn: "guarded to opening up, safety 47 (+6), heat 12 (-3)"."""
    if line.safety < 0 or line.aside:
        return ""
    here = state_words(line.after)
    if line.before and line.before != line.after:
        here = f"from {state_words(line.before)} to {here}"
    known = before is not None and before.safety >= 0
    return (
        f"{here}; safety {line.safety}{_change(line.safety - before.safety) if known else ''}, "
        f"heat {line.heat}{_change(line.heat - before.heat) if known else ''}"
    )


def _change(points: int) -> str:
    return f" ({'+' if points > 0 else '−'}{abs(points)})" if points else ""
