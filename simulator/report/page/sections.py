"""The parts of the page, in the order in which a person should read them.

A new part (what was prepared, the other ways a talk went) is a row here and a file of its name in templates.
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


_ROWS: tuple[tuple[str, str, Callable[[Review], str], Callable[[Review, Course | None], object]], ...] = (
    ("ending", "The ending", _ending, lambda r, c: r.ending_title or r.note or r.last_line),
    ("best", "Best moment", lambda r: f"The best moment: turn {r.best.turn}", lambda r, c: r.best),
    ("try_this", "To try", lambda r: f"One thing to try: turn {r.try_this.turn}", lambda r, c: r.try_this),
    ("kept", "Held back", lambda r: f"What {clean(r.person)} held back", lambda r, c: r.kept or r.points),
    ("course", "The course", lambda r: "How it went, turn by turn", lambda r, c: c),
    ("steps", "Steps", lambda r: "Steps of the method", lambda r, c: r.lines),
    ("chances", "Chances", _used, lambda r, c: r.chances),
    ("costs", "Costs", lambda r: "What it cost", lambda r, c: r.costs),
    ("talk", "The conversation", lambda r: "The conversation", lambda r, c: r.lines or r.opening),
    ("corrections", "Read differently", lambda r: "Read differently", lambda r, c: r.corrections),
    ("remarks", "The trainer", lambda r: "What the trainer wrote", lambda r, c: r.remarks),
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
