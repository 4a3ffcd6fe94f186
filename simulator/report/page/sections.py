"""The parts of the page, in the order in which a person should read them.

A new part is a row here and a file of its name in templates.
"""

from collections.abc import Callable
from dataclasses import dataclass

from simulator.cleaning import clean
from simulator.report.page.course import Course
from simulator.report.review import Review


@dataclass(frozen=True, slots=True)
class Section:
    """A part: *name* is that of its file and its place in the page, *title* its heading, *short* its name in a list."""

    name: str
    title: str
    short: str


def _ending(review: Review) -> str:
    return f"How it ended: {clean(review.ending_title)}" if review.ending_title else "Before you read"


def _used(review: Review) -> str:
    return f"Chances used: {sum(bool(one.used) for one in review.chances)} of {len(review.chances)}"


def _own_words(review: Review) -> bool:
    return review.reflection is not None and bool(review.reflection.plus or review.reflection.delta)


def _chair(review: Review) -> str:
    return f"{clean(review.person)}'s chair: the same conversation from the other side"


_ROWS: tuple[tuple[str, str, Callable[[Review], str], Callable[[Review, Course | None], object]], ...] = (
    ("yourself", "Your own words", lambda r: "What you said yourself", lambda r, c: _own_words(r)),
    ("ending", "The ending", _ending, lambda r, c: r.ending_title or r.note or r.last_line),
    ("best", "Best moment", lambda r: f"The best moment: turn {r.best.turn}", lambda r, c: r.best),
    ("try_this", "To try", lambda r: f"One thing to try: turn {r.try_this.turn}", lambda r, c: r.try_this),
    ("kept", "Held back", lambda r: f"What {clean(r.person)} held back", lambda r, c: r.kept or r.points),
    ("course", "The course", lambda r: "How it went, turn by turn", lambda r, c: c),
    ("steps", "Steps", lambda r: "Steps of the method", lambda r, c: r.lines),
    ("chances", "Chances", _used, lambda r, c: r.chances),
    ("costs", "Costs", lambda r: "What it cost", lambda r, c: r.costs),
    ("prepared", "Prepared", lambda r: "What you prepared, and what happened", lambda r, c: r.preparation),
    ("talk", "The conversation", lambda r: "The conversation", lambda r, c: r.lines or r.opening),
    ("runs", "The ways it went", lambda r: "The ways it went", lambda r, c: len(r.runs) > 1),
    ("chair", "The other chair", _chair, lambda r, c: r.chair),
    ("corrections", "Read differently", lambda r: "Read differently", lambda r, c: r.corrections),
    ("remarks", "The trainer", lambda r: "What the trainer wrote", lambda r, c: r.remarks),
    ("ear", "Your ear", lambda r: "Your ear and this one", lambda r, c: r.reflection and r.reflection.marks),
    ("counts", "Counts", lambda r: "Counts, for those who want them", lambda r, c: True),
)
"""Name, short name, heading, and whether there is anything to show."""


def shown(review: Review, course: Course | None) -> tuple[Section, ...]:
    """The parts that *review* has something for."""
    return tuple(
        Section(name, title(review), short if review.ending_title or name != "ending" else title(review))
        for name, short, title, present in _ROWS
        if present(review, course)
    )
