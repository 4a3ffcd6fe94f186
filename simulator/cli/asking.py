"""Whom the commands ask: the keyboard with an editable line, or plain lines from wherever they come."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, BinaryIO, TextIO

from simulator.cleaning import TooLong, clean, decoded, read_line
from simulator.practice.asker import NOTHING, Enough

if TYPE_CHECKING:
    from simulator.practice.asker import Asker


def asker(plain: bool = False) -> Asker:
    """Somebody to ask, as fits where this runs."""
    from simulator.cli.play import has_screen

    if not plain and has_screen():
        from simulator.terminal.asking import Asking

        return Asking()
    return Lines(sys.stdin.buffer, sys.stdout, sys.stdin.isatty())


def interactive() -> bool:
    """Whether somebody sits there who can be asked something on the way."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def agrees(question: str) -> bool:
    """Whether a yes is typed; anything else, and nothing at all, is a no."""
    try:
        return input(question).strip().lower() in ("y", "yes")
    except EOFError:
        print()
        return False


class Lines:
    """Questions and answers as plain lines; an empty one skips. *keyboard* is whether somebody types them."""

    def __init__(self, typed: BinaryIO, out: TextIO, keyboard: bool):
        self._typed, self._out, self._keyboard = typed, out, keyboard

    def open(self) -> AbstractContextManager[object]:
        """Nothing has to be made ready."""
        return nullcontext()

    def tell(self, *lines: str) -> None:
        """Prints lines."""
        for line in lines:
            self._out.write(clean(line) + "\n")

    def ask(self, question: str, offered: str = "") -> str:
        """The next line. Raises Enough at the end of the input, and at Ctrl-C on a keyboard."""
        if offered:
            self.tell(f"  Now: {offered} (Enter keeps it, {NOTHING} empties it)")
        self._out.write(clean(question))
        self._out.flush()
        try:
            line = read_line(self._typed)
        except KeyboardInterrupt:
            if not self._keyboard:
                raise
            line = None
        if line is None:
            self._out.write("\n")
            raise Enough
        if not self._keyboard:
            self._out.write("\n")
        if isinstance(line, TooLong):
            self.tell(f"  That line has {line.size:,} bytes, which is too long; it was passed over.")
            return ""
        return decoded(line)
