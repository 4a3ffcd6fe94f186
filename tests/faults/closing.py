"""Promise 5: half-typed text survives a closed terminal, in real sessions on a real terminal.

Somebody types, letter by letter, pastes, takes back, sends, and at some moment the window or the program goes away. The
next program must have all but the last two seconds of it, and must show what was half typed where it is typed again.
"""

import contextlib
import os
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from tests.faults.figures import Figures
from tests.faults.keyboard import PLACES, Conversation, Desk, Typist
from tests.terminal.window import Window

LAST = 2.0  # seconds before the end of which nothing is promised
BUSY = 0.5  # seconds that a busy machine may need to write what is due
TRIES = 3  # kill -9 leaves no time to write: a machine that was busy may have been late once
KILLED = "kill -9"
ENDS = 20  # seconds within which a program that was told to end must have ended
GOES_ON = 5  # times a session is taken up again
STEPS = (1, 4, 12, 30)  # things done at the keyboard before the end
PAUSES = (0.0, 0.02, 0.3, 2.8)  # seconds between the last key and the end


def closings(times: int) -> Figures:
    """So many half-typed texts for each way in which a window or a program goes away."""
    figures = Figures("half-typed texts when the window or the program went away")
    for first, (name, end) in enumerate(WAYS.items()):
        with contextlib.ExitStack() as rooms:
            desks: dict[type[Desk], Desk] = {}
            for number in range(times):
                kind = PLACES[(first + number) % len(PLACES)]
                if name == KILLED and not kind.kept_while_typed:
                    kind = Conversation
                figures.tried += 1
                wrong: list[str] = []
                for _ in range(TRIES if name == KILLED else 1):
                    if kind not in desks or desks[kind].visits == GOES_ON:
                        folder = rooms.enter_context(tempfile.TemporaryDirectory())
                        desks[kind] = kind(Path(folder) / "home", number)
                    wrong = list(_closed(desks[kind], end, Random(f"{name} {number}"), figures))
                    if not wrong:
                        break
                    del desks[kind]
                figures.wrong += [f"{name}, {kind.__name__.lower()}, number {number}: {one}" for one in wrong]
    return figures


def _closed(desk: Desk, end: Callable[[Window], None], chance: Random, figures: Figures) -> Iterator[str]:
    """One visit to *desk* that ends by *end*: what is wrong afterwards."""
    try:
        with desk.opened(chance) as window:
            typist = Typist(window, desk, chance)
            for _ in range(chance.choice(STEPS)):
                typist.does_something()
            pause = time.monotonic() + chance.choice(PAUSES)
            window.until(lambda: time.monotonic() >= pause)
            ended = time.monotonic()
            end(window)
            if b"Traceback" in window.raw:
                yield f"a traceback: {window.raw[-300:]!r}"
    except AssertionError as fault:
        yield str(fault)
        return
    kept = desk.kept()
    figures.count("kept to the last letter", by=_same(kept) == _same(typist.history[-1][1]))
    if not _enough(kept, typist.history, ended):
        yield f"{_told(kept, typist.history, ended)}; on the screen: {window.text[-400:]!r}"
    desk.found(kept)


History = list[tuple[float, tuple[str, ...]]]


def _enough(kept: tuple[str, ...], history: History, ended: float) -> bool:
    """Whether *kept* is what was there in the last seconds, or holds the same words: sent and not yet answered."""
    return _same(kept) in [_same(text) for text in _since(history, ended)]


def _since(history: History, ended: float) -> list[tuple[str, ...]]:
    """What was there when the last seconds began, and everything after it."""
    sure = [number for number, (at, _) in enumerate(history) if at <= ended - LAST - BUSY]
    return [text for _, text in history[sure[-1] if sure else 0 :]]


def _same(texts: tuple[str, ...]) -> str:
    return "\n".join(text.strip() for text in texts if text.strip())


def _told(kept: tuple[str, ...], history: History, ended: float) -> str:
    after = [round(ended - at, 1) for at, text in history if _same(text) == _same(kept)]
    when = f"which was there {after[0]} s before the end" if after else "which was never there"
    return f"kept is {kept!r}, {when}; there should be {_since(history, ended)[0]!r}"


# Ways to go ----------------------------------------------------------------------------------------


def _signal(number: int) -> Callable[[Window], None]:
    def end(window: Window) -> None:
        window.child.kill(number)
        _gone(window)
        code = window.code()
        expected = -number if number == signal.SIGKILL else 128 + number
        assert code in (expected, 0), f"the exit code is {code}"

    return end


def _terminal_closed(window: Window) -> None:
    """As when a window is closed: the other side of the terminal is no more, and the system tells the program."""
    child = window.child
    os.close(child.child_fd)
    child.child_fd = child.ptyproc.fd = -1
    child.closed = child.ptyproc.closed = True
    _gone(window, reading=False)


def _gone(window: Window, reading: bool = True) -> None:
    """Waits for the end of the program; what it still writes is read meanwhile."""
    last = time.monotonic() + ENDS
    while window._take() if reading else window.child.ptyproc.isalive():
        if time.monotonic() > last:
            window.child.ptyproc.kill(signal.SIGKILL)
            raise AssertionError(f"it does not end within {ENDS} s")
        time.sleep(0.01)


WAYS: dict[str, Callable[[Window], None]] = {
    "HUP": _signal(signal.SIGHUP),
    "TERM": _signal(signal.SIGTERM),
    "a closed terminal": _terminal_closed,
    KILLED: _signal(signal.SIGKILL),
}
