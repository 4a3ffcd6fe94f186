"""Notices that the window is closed or the system ends the program, so that there is time to keep what was typed."""

import signal
from collections.abc import Callable
from types import FrameType
from typing import Self

_SIGNALS = tuple(getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name))


class Leaving:
    """While it is entered, those signals are noted and nothing else: *signal* is 0 until one came.

    Where something is waiting, *wake* ends the waiting.
    """

    def __init__(self) -> None:
        self.signal = 0
        self.wake: Callable[[], object] | None = None
        self._before: dict[int, object] = {}

    def __enter__(self) -> Self:
        for number in _SIGNALS:
            self._before[number] = signal.signal(number, self._noted)
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _noted(self, number: int, frame: FrameType | None) -> None:
        self.signal = number
        if self.wake is not None:
            self.wake()
