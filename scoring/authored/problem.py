"""One fault of a hand-written file as plain data, and its one rendering for people."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """A file as it was read: the *name* that messages give it, and its *lines*."""

    name: str
    lines: tuple[str, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in a file: *line* and *column* count from 1, *width* is the number of characters to underline."""

    text: Text
    line: int = 1
    column: int = 1
    width: int = 1

    @property
    def path(self) -> str:
        """The name of the file, as messages give it."""
        return self.text.name

    @property
    def excerpt(self) -> str:
        """The line of the file, or ''."""
        return self.text.lines[self.line - 1] if self.line <= len(self.text.lines) else ""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A fault: what it is, where it stands and what to do about it.

    *code* is a letter for the room that found it and a number (Y reading, S scenarios, R rules, L lint).
    *message* is one sentence that also names the remedy where there is one.
    """

    place: Place
    code: str
    message: str


def render(problem: Problem) -> str:
    """``path:line:column: CODE message``, then the line itself with the fault underlined."""
    place = problem.place
    head = f"{place.path}:{place.line}:{place.column}: {problem.code} {problem.message}"
    if not place.excerpt:
        return head
    text, start = _window(place.excerpt, place.column - 1)
    width = max(1, min(place.width, len(text) - start))
    return f"{head}\n{place.line:>6} | {text}\n       | {' ' * start}{'^' * width}"


def _window(line: str, column: int, size: int = 100) -> tuple[str, int]:
    """The part of a long *line* around *column*, and where the column is in that part."""
    text = "".join(c if c.isprintable() else " " for c in line)
    column = min(column, len(text))
    if len(text) <= size:
        return text, column
    start = max(0, min(column - size // 2, len(text) - size))
    return text[start : start + size], column - start


def nearest(word: str, known: Iterable[str]) -> str:
    """The end of a message: ``; did you mean 'trust'?`` for a near miss, else the *known* words where they are few."""
    names = sorted(set(known))
    close = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    if close:
        return f"; did you mean '{close[0]}'?"
    if names and len(names) <= 16:
        return f"; known here: {', '.join(names)}"
    return ""
