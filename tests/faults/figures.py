"""What a course of provoked faults found, and the table of it."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Figures:
    """One line of the table: how often something was tried, what went wrong, and what else was counted."""

    what: str
    tried: int = 0
    wrong: list[str] = field(default_factory=list)
    notes: dict[str, int] = field(default_factory=dict)

    def count(self, note: str, by: int = 1) -> None:
        """Count something that is worth knowing and not wrong."""
        self.notes[note] = self.notes.get(note, 0) + by


@dataclass(frozen=True, slots=True)
class Course:
    """A promise by its number and how it is put to the test: so often in the usual run, so often for the table.

    *run* gives None where this machine does not allow the test.
    """

    promise: int
    run: Callable[[int], Figures | None]
    short: int
    long: int


def row(course: Course, figures: Figures | None, seconds: float) -> str:
    """A line of the table, and what was wrong below it."""
    if figures is None:
        return f"{course.promise:>7}  not possible for this user on this machine: {course.run.__doc__}"
    notes = ", ".join(f"{count} {note}" for note, count in figures.notes.items())
    what = f"{figures.what} ({notes})" if notes else figures.what
    line = f"{course.promise:>7}  {figures.tried:>7}  {len(figures.wrong):>5}  {seconds:>7.1f}  {what}"
    return "\n".join([line, *(f"{'':>9}{wrong}" for wrong in figures.wrong[:5])])


HEAD = f"{'promise':>7}  {'tried':>7}  {'wrong':>5}  {'seconds':>7}  what"
