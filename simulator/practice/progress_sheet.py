"""Progress as blocks to read and as rows for a spreadsheet."""

import csv
from collections.abc import Iterator, Sequence
from typing import TextIO

from scoring.vocabulary import COSTLY, PLAIN
from simulator.cleaning import clean, one_line
from simulator.practice.progress import Course, Own, Pair, Run, courses, pairs
from simulator.report.document import Block, Heading, Items, Para, Table
from simulator.report.formats.csv_rows import cell

COLUMNS = (
    "session", "scenario", "level", "started", "label", "turns", "ending", "hints", "kind", "skill", "plainly", "times",
    "chances", "credited", "marked_by_both", "marked_by_self", "only_found",
)  # fmt: skip
"""A row is one skill in one run; the last three are the run's own marking and stand in each of its rows."""

_PLOTTED = 24  # runs in a plot; earlier ones are in the CSV
_LONGER = 1.5  # times as many turns from which counts are not to be compared without a word
_CHANGES = 6  # skills named in a comparison


def blocks(runs: Sequence[Run]) -> Iterator[Block]:
    """The blocks of the *runs*, oldest first."""
    yield Heading(f"What your words did, over {len(runs)} conversation{'s' * (len(runs) != 1)}", 1)
    yield Para("Counts of what was said, oldest first: about words in a practice room, and not about you.", quiet=True)
    if len(runs) > 1:
        yield Para(f"The first had {_turns(runs[0])}, the latest {_turns(runs[-1])}.{_length(runs[0], runs[-1])}")
    last = runs[-_PLOTTED:]
    found = courses(last)
    for title, costly in (("What helps", False), ("What costs", True)):
        part = [course for course in found if (course.skill in COSTLY) is costly]
        if part:
            yield Heading(title)
            yield Table(("what", "over time", "first", "latest"), tuple(map(_row, part)))
    compared = pairs(runs)
    if compared:
        yield Heading("The same conversation, first and latest")
        for pair in compared:
            yield from _compared(pair)
    marked = [one for one in runs if one.own.turns_marked]
    if marked:
        yield Heading("Your own marking, beside what was found")
        yield Items(tuple(_own(one) for one in marked[-_PLOTTED:]))


def _row(course: Course) -> tuple[str, ...]:
    return PLAIN[course.skill], course.plot, str(course.times[0]), str(course.times[-1])


def _compared(pair: Pair) -> Iterator[Block]:
    first, latest = pair.first, pair.latest
    level = "" if first.level == "standard" else f" ({first.level})"
    yield Para(
        clean(
            f"{one_line(first.title)}{level}: on {first.started[:10]} {_ended(first)}, on {latest.started[:10]} "
            f"{_ended(latest)}. Chances used: {_chances(first)} then, {_chances(latest)} now. {_turns(first)} then, "
            f"{latest.turns} now.{_length(first, latest)}"
        )
    )
    changes = [
        (abs(latest.tally(skill).times - first.tally(skill).times), skill)
        for skill in PLAIN
        if latest.tally(skill).times != first.tally(skill).times
    ]
    named = [skill for _, skill in sorted(changes, key=lambda one: -one[0])[:_CHANGES]]
    if named:
        yield Items(tuple(f"{PLAIN[s]}: {first.tally(s).times} then, {latest.tally(s).times} now" for s in named))


def _ended(one: Run) -> str:
    return f"it ended in '{one.ending.replace('_', ' ')}'" if one.ending else "it was left"


def _turns(one: Run) -> str:
    return f"{one.turns} turn{'s' * (one.turns != 1)}"


def _length(first: Run, latest: Run) -> str:
    """A word of caution where counts of the two say as much of their length as of anything else."""
    short, long = sorted((first.turns, latest.turns))
    return " A longer talk has more of everything." if long >= _LONGER * max(1, short) else ""


def _chances(one: Run) -> str:
    return f"{one.used} of {one.chances}"


def _own(one: Run) -> str:
    own: Own = one.own
    return clean(
        f"{one_line(one.label or one.title)}, {one.started[:10]}: {own.both} seen by both, {own.self} only by you, "
        f"{own.found} only by the program."
    )


def write_csv(runs: Sequence[Run], stream: TextIO) -> None:
    """Writes the *runs* as rows under a head, one for every skill of every run."""
    rows = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\n")
    rows.writerow(COLUMNS)
    for one in runs:
        head = (one.session, one.scenario, one.level, one.started, one.label, one.turns, one.ending, one.hints)
        own = (one.own.both, one.own.self, one.own.found)
        for skill, tally in one.skills:
            if tally.times or tally.chances:
                kind = "costs" if skill in COSTLY else "helps"
                counts = (tally.times, tally.chances, tally.credited)
                rows.writerow(tuple(map(cell, (*head, kind, skill, PLAIN[skill], *counts, *own))))
