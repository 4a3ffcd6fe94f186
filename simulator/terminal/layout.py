"""Texts as they stand on the screen: a column of names, speech beside it, stage directions on lines of their own."""

from collections.abc import Iterator, Sequence

from prompt_toolkit.utils import get_cwidth

Fragments = list[tuple[str, str]]
"""Styled pieces of text. What a person typed is only ever the second half of a pair."""

WIDEST = 84  # columns; longer lines are hard to read
NARROWEST = 12
NARROW = 30  # columns of a window in which names take as little room as they can
LONGEST_NAME = 10  # columns; a longer name gets a line of its own


def parts(line: str) -> Iterator[tuple[bool, str]]:
    """The pieces of a person's *line*, each with whether it is a stage direction: text in round brackets."""
    depth = start = 0
    for place, character in enumerate(line):
        if character == "(":
            if depth == 0:
                yield False, line[start:place]
                start = place
            depth += 1
        elif character == ")" and depth:
            depth -= 1
            if depth == 0:
                yield True, line[start : place + 1]
                start = place + 1
    yield False, line[start:]


def wrap(text: str, width: int) -> Iterator[str]:
    """The lines of *text*, broken between words to *width* columns, and within a word where it is longer."""
    for paragraph in text.split("\n"):
        row, used = "", 0
        for word in paragraph.split():
            size = get_cwidth(word)
            if row and used + 1 + size > width:
                yield row
                row, used = "", 0
            while size > width:
                head = _fitting(word, width)
                yield head
                word = word[len(head) :]
                size = get_cwidth(word)
            row = f"{row} {word}" if row else word
            used = get_cwidth(row)
        yield row


def _fitting(word: str, width: int) -> str:
    used = 0
    for place, character in enumerate(word):
        used += get_cwidth(character)
        if used > width and place:
            return word[:place]
    return word


class Page:
    """Lays texts out for a screen of so many *columns*. *names* are those that may stand in the left column."""

    def __init__(self, columns: int, names: Sequence[str]):
        widths = [get_cwidth(name) for name in names]
        widest = max([6, *(width for width in widths if width <= LONGEST_NAME)])
        self.gutter = (widest if columns >= NARROW else 3) + 2
        self.width = max(NARROWEST, min(columns - 1, WIDEST) - self.gutter)

    def says(self, name: str, line: str) -> Fragments:
        """The person's *line*."""
        rows = []
        for direction, text in parts(line):
            if text.strip():
                style = "class:direction" if direction else ""
                rows += [(style, row) for row in wrap(text.strip(), self.width)]
        return self._beside("class:person", name, rows)

    def you(self, text: str) -> Fragments:
        """What the user said; nothing is silence."""
        if not text:
            return self._beside("class:you", "You", [("class:direction", "(silence)")])
        return self._beside("class:you", "You", [("", row) for row in wrap(text, self.width)])

    def direction(self, text: str) -> Fragments:
        """What happens in the room."""
        return self._beside("", "", [("class:direction", row) for row in wrap(text, self.width)])

    def note(self, kind: str, lines: Sequence[str]) -> Fragments:
        """What the program says."""
        rows = [("class:note", row) for line in lines for row in self._hanging(line)]
        return self._beside("class:kind", kind, rows)

    def section(self, heading: str, lines: Sequence[str]) -> Fragments:
        """A part of the brief: short ones beside the heading, lists below it."""
        made: Fragments = [("class:heading", heading), ("", "\n")]
        for line in lines:
            bullet = "- " if len(lines) > 1 else ""
            for number, row in enumerate(wrap(line, self.width + self.gutter - 4)):
                made.append(("", f"  {bullet if number == 0 else ' ' * len(bullet)}{row}\n"))
        return made

    def paragraph(self, style: str, text: str) -> Fragments:
        """*text* over the whole width."""
        return [(style, row + "\n") for row in wrap(text, self.width + self.gutter)]

    def _hanging(self, line: str) -> list[str]:
        """*line* wrapped; where two spaces part a word from what is said of it, that is indented below itself."""
        head, gap, tail = line.partition("  ")
        if not gap or get_cwidth(head) > self.width // 2:
            return list(wrap(line, self.width))
        tail = tail.lstrip()
        before = line[: len(line) - len(tail)]
        indent = get_cwidth(before)
        if indent > self.width // 2:
            return [head, *("  " + row for row in wrap(tail, self.width - 2))]
        rows = list(wrap(tail, self.width - indent))
        return [before + rows[0], *(" " * indent + row for row in rows[1:])]

    def _beside(self, style: str, name: str, rows: list[tuple[str, str]]) -> Fragments:
        made: Fragments = []
        label = name
        if get_cwidth(name) > self.gutter - 2:
            made, label = [(style, name), ("", "\n")], ""
        for number, (row_style, row) in enumerate(rows or [("", "")]):
            left = label if number == 0 else ""
            made += [(style if left else "", left), ("", " " * (self.gutter - get_cwidth(left)))]
            made += [(row_style, row), ("", "\n")]
        return made
