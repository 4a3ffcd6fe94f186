"""A real terminal around a real `rehearse`: types keys, reads the screen."""

import os
import signal
import sys
import time
from pathlib import Path

import pexpect
import pyte

ENTER, ALT_ENTER, CTRL_C, CTRL_D = "\r", "\x1b\r", "\x03", "\x04"
_RUN = "import sys; from simulator.cli import main; sys.exit(main(sys.argv[1:]))"
_PATIENCE = 60  # seconds until something that should be on the screen is missed


class Window:
    """`rehearse` with *arguments* in a window of so many columns and rows."""

    def __init__(self, home: Path, *arguments: str, columns: int = 80, rows: int = 50, **environment: str):
        plain = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "REHEARSE_TRACEBACK")}
        variables = plain | {"TERM": "xterm-256color", "REHEARSE_HOME": str(home), **environment}
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        """Everything the program has written."""
        self.child = pexpect.spawn(
            sys.executable, ["-c", _RUN, *arguments], dimensions=(rows, columns), env=variables, timeout=_PATIENCE
        )
        self.child.delaybeforesend = None

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(line.rstrip() for line in self.screen.display).rstrip()

    def type(self, *keys: str) -> None:
        """Presses keys."""
        self.child.send("".join(keys))

    def paste(self, text: str) -> None:
        """Pastes, as terminals do it."""
        self.child.send(f"\x1b[200~{text}\x1b[201~")

    def see(self, *texts: str) -> str:
        """Waits until all of *texts* are on the screen; the screen."""
        return self.until(lambda: all(text in self.text for text in texts), f"to see {texts}")

    def until(self, holds, what: str = "") -> str:
        """Waits until *holds*; the screen."""
        end = time.monotonic() + _PATIENCE
        while not holds():
            assert time.monotonic() < end, f"waited in vain {what}:\n{self.text}"
            self._take()
        return self.text

    def settle(self, seconds: float = 0.5) -> str:
        """Waits until nothing more is written for a while; the screen."""
        last, quiet = len(self.raw), time.monotonic() + seconds
        while time.monotonic() < quiet:
            self._take()
            if len(self.raw) != last:
                last, quiet = len(self.raw), time.monotonic() + seconds
        return self.text

    def resize(self, columns: int, rows: int) -> None:
        """Changes the size of the window."""
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Ends the program with a signal, and waits until it has gone."""
        self.child.kill(number)
        self.code()

    def code(self) -> int:
        """The exit code, once the program has ended; that of a signal is negative."""
        while self._take():
            pass
        self.child.close(force=False)
        return self.child.exitstatus if self.child.signalstatus is None else -self.child.signalstatus

    def __enter__(self) -> "Window":
        return self

    def __exit__(self, *_: object) -> None:
        self.child.close(force=True)

    def _take(self) -> bool:
        """Reads what is written; whether the program is still there."""
        try:
            written = self.child.read_nonblocking(1 << 16, timeout=0.05)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += written
        self._stream.feed(written)
        return True
