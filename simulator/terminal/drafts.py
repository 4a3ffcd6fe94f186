"""Keeps half-typed text on disk, so that a closed window loses at most the last two seconds of it."""

import time
from collections.abc import Callable

from simulator.journal import Home, JournalError, draft

EVERY = 1.0  # seconds between two savings; the other second is left for a busy machine and its disk


class Drafts:
    """The half-typed text of one session. *number* tells for which record of the journal something is typed now."""

    def __init__(self, home: Home, id: str, number: Callable[[], int], clock: Callable[[], float] = time.monotonic):
        self._home, self._id, self._number, self._clock = home, id, number, clock
        self._kept = ""
        self._last = -EVERY
        self.fault = ""
        """Why text could not be kept, in a sentence; '' while it can."""

    def load(self) -> str:
        """What was half typed when the session was left, or ''."""
        self._kept = draft.load(self._home, self._id, self._number())
        return self._kept

    def typed(self, text: str) -> float:
        """Keeps *text* where that is due; otherwise the seconds until it is."""
        if text == self._kept:
            return 0.0
        wait = self._last + EVERY - self._clock()
        if wait > 0:
            return wait
        self.save(text)
        return 0.0

    def save(self, text: str) -> None:
        """Keeps *text* now, however short the time since the last saving."""
        if not text:
            self.clear()
            return
        if text == self._kept:
            return
        try:
            draft.save(self._home, self._id, text, self._number())
            self._kept, self.fault = text, ""
        except JournalError as fault:
            self.fault = str(fault)
        self._last = self._clock()

    def clear(self) -> None:
        """Forgets what was kept: it has been said, or taken back."""
        if not self._kept:
            return
        try:
            draft.clear(self._home, self._id)
            self._kept = ""
        except JournalError as fault:
            self.fault = str(fault)
