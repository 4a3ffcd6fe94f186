"""A questionnaire that was left in the middle: what was typed is kept, and typed again for whoever goes on with it."""

from __future__ import annotations

import json
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.practice.asker import Asker

_HEAD = " of 8. "  # in the line that begins a question


class Remembering:
    """An asker that gives the lines *typed* before by itself, shows nothing meanwhile, and remembers all that follow.

    Whoever goes on sees the question at which they left, from its head.
    """

    def __init__(self, asker: Asker, typed: list[str]):
        self.typed: list[str] = []
        self._asker, self._given = asker, list(typed)
        self._held: list[str] = []

    def open(self) -> AbstractContextManager[object]:
        """Everything is shown and asked while it is open."""
        return self._asker.open()

    def tell(self, *lines: str) -> None:
        """Shows lines, or holds them back until something is asked that was not answered before."""
        if not self._given:
            self._shown()  # what was answered last stands before what follows from it
            self._asker.tell(*lines)
            return
        if any(_HEAD in line for line in lines):
            self._held.clear()
        self._held += lines

    def ask(self, question: str, offered: str = "") -> str:
        """The answer. Raises Enough."""
        if self._given:
            line = self._given.pop(0)
            self._held.append(f"{question}{line}")
        else:
            self._shown()
            line = self._asker.ask(question, offered)
        self.typed.append(line)
        return line

    def _shown(self) -> None:
        """Shows what was held back."""
        if self._held:
            self._asker.tell(*self._held)
            self._held.clear()


def kept() -> list[str]:
    """The lines of the questionnaire that was left, or none."""
    try:
        lines = json.loads(_path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return [line for line in lines if isinstance(line, str)] if isinstance(lines, list) else []


def keep(lines: list[str]) -> None:
    """Keeps the *lines* for next time, where nobody else can read them."""
    from simulator.cli.writing import write_file
    from simulator.journal import find_home

    find_home().prepare()
    write_file(_path(), json.dumps(lines, ensure_ascii=False))


def forget() -> None:
    """Nothing is kept any more."""
    _path().unlink(missing_ok=True)


def _path() -> Path:
    from simulator.journal import find_home
    from simulator.practice.forgetting import UNFINISHED

    return find_home().path / UNFINISHED
