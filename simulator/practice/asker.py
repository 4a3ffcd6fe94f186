"""Somebody to ask, on a terminal or in a test: what written practice speaks to. Light: a talk waits for it."""

from contextlib import AbstractContextManager
from typing import Protocol

NOTHING = "-"
"""Typed alone it empties an answer."""


class Enough(Exception):
    """Whoever is asked has had enough; what was answered stands."""


class Asker(Protocol):
    """Somebody to ask."""

    def open(self) -> AbstractContextManager[object]:
        """Everything is shown and asked while it is open."""

    def tell(self, *lines: str) -> None:
        """Shows lines."""

    def ask(self, question: str, offered: str = "") -> str:
        """The answer, '' where it is skipped; *offered* is there to be edited where that works. Raises Enough."""
