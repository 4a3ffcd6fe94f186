"""A file opened as text, with its name and its lines; every fault of a transcript is made here, with its place."""

from dataclasses import dataclass
from functools import cached_property

from scoring.authored import Place, Problem, Text
from simulator.importers.transcript import TranscriptError


@dataclass(frozen=True)
class Source:
    """The *lines* of the file called *name*, without their ends; *holder* is 'Word' where they were unpacked."""

    name: str
    lines: tuple[str, ...]
    holder: str = ""

    @cached_property
    def text(self) -> str:
        """The whole text, with a newline between the lines."""
        return "\n".join(self.lines)

    @cached_property
    def first(self) -> int:
        """The index of the first line that is not empty; 0 where there is none."""
        return next((n for n, line in enumerate(self.lines) if line.strip()), 0)

    @property
    def opening(self) -> str:
        """The first line that is not empty, without space around it; '' where there is none."""
        return self.lines[self.first].strip() if self.lines else ""

    def fault(self, code: str, message: str, line: int = 1, column: int = 1, width: int = 1) -> TranscriptError:
        """A fault at *line* and *column*, counted from 1, to be raised."""
        return TranscriptError(Problem(Place(Text(self.name, self.lines), line, column, width), code, message))
