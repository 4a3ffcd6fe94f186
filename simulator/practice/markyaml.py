"""Marks as YAML, for those who prefer to write it.

marks:
  - {turn: 3, skill: curiosity, words: "what was that like"}      # x is understood
  - {turn: 4, skill: nothing}
  - {turn: 5, skill: blame, mark: wrong, comment: "It names what happened."}
whole: "A patient opening."                                        # closes the blind phase
"""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

from scoring.authored import Mapping, Problem, find, read_file
from scoring.authored.shape import validate
from simulator.cleaning import clean
from simulator.practice.markrows import WHOLE, Cell, Row

Word = Annotated[str, BeforeValidator(lambda value: str(value) if isinstance(value, int) else value)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class MarkPart(_Part):
    """One mark."""

    turn: Word
    skill: str
    mark: Word = "x"
    words: str = ""
    comment: str = ""


class MarksFile(_Part):
    """A file of marks."""

    marks: list[MarkPart] = []
    whole: str | None = None
    session: str = ""


def read(path: Path) -> tuple[list[Row], list[Problem]]:
    """The rows of the file at *path*, and its faults."""
    tree, problems = read_file(path)
    if tree is None:
        return [], problems
    file, problems = validate(MarksFile, tree, "M1")
    if file is None:
        return [], problems
    session = {"session": Cell(file.session, find(tree, ["session"]))} if file.session else {}
    listed = tree.get("marks") if isinstance(tree, Mapping) else None
    rows = []
    for part, node in zip(file.marks, getattr(listed, "items", ()), strict=True):
        values = part.model_dump()
        cells = {name: Cell(clean(value), find(node, [name])) for name, value in values.items()}
        rows.append(Row({**cells, **session}, node.place))
    if file.whole is not None:
        place = find(tree, ["whole"])
        said = {"turn": WHOLE, "skill": "", "mark": "x", "comment": clean(file.whole)}
        rows.append(Row({**{name: Cell(value, place) for name, value in said.items()}, **session}, place))
    return rows, []


__all__ = ["MarkPart", "MarksFile", "read"]
