"""Plain lines that are only ever appended: for pipes, simple terminals and screen readers."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, BinaryIO, TextIO

from simulator.cleaning import TooLong, clean, decoded, read_line
from simulator.terminal.view import TOO_LONG, EndOfInput, Exchange, Left, Stand, brief, setting

if TYPE_CHECKING:
    from simulator.conversation.turn import Finish, Turn
    from simulator.persona.scenario import Scenario

FEW = 2  # lines of a note that begin on the line of its heading
HOW = "One line is one turn; an empty line is silence. /end ends it, /help lists the rest."


class Plain:
    """The conversation as lines. *person* is the name before the person's lines; *asks* is whether 'You: ' is shown."""

    reoffers = False

    def __init__(self, person: str, typed: BinaryIO, out: TextIO, asks: bool):
        self._person, self._out, self._asks = clean(person), out, asks
        self._typed = typed
        self._task: Callable[[], None] | None = None
        self._interrupted = False

    def open(self) -> AbstractContextManager[object]:
        """Nothing has to be made ready."""
        return nullcontext()

    def opening(self, scenario: Scenario, line: str) -> None:
        """The brief, then the person's first line."""
        self._brief(scenario)
        self._says(line)
        self._out.flush()

    def again(self, scenario: Scenario, line: str, before: tuple[str, ...], past: Sequence[Exchange]) -> None:
        """The brief and everything said so far."""
        self._brief(scenario)
        self._says(line)
        self._print(*before)
        for turn, seen in past:
            self._print(f"You: {turn.text}" if turn.text else "You say nothing.")
            self._answer(turn, seen)

    def meanwhile(self, task: Callable[[], None]) -> None:
        """*task* is done when the user has been asked for the first time."""
        self._task = task

    def read(self, stand: Stand, offered: str = "") -> str:
        """The next line."""
        if offered:
            self._print(f"You had begun to type: {offered}")
        while True:
            try:
                line = self._next_line()
            except KeyboardInterrupt:
                if self._interrupted or not self._asks:
                    raise Left(0 if self._asks else signal.SIGINT) from None
                self._interrupted = True
                self._print("", "Ctrl-C again leaves; the conversation is kept.")
                continue
            self._interrupted = False
            if isinstance(line, TooLong):
                from scoring.text import MAX_CHARACTERS

                self.note("sorry", [TOO_LONG.format(size=line.size, most=MAX_CHARACTERS)])
            else:
                return decoded(line)

    def _next_line(self) -> bytes | TooLong:
        if self._asks:
            self._out.write("You: ")
        self._out.flush()
        if self._task is not None:
            task, self._task = self._task, None
            task()
        line = read_line(self._typed)
        if line is not None:
            return line
        if self._asks:  # Ctrl-D at the keyboard
            self._print("")
            raise Left
        raise EndOfInput

    def turn(self, turn: Turn, seen: tuple[str, ...], stand: Stand) -> None:
        """The person's answer and what happens in the room."""
        self._answer(turn, seen)
        if stand.meters:
            self._print(f"[{stand.meters}]")
        self._out.flush()

    def seen(self, show: str) -> None:
        """What happens in the room, as it is written: in brackets."""
        self._print(show)

    def note(self, kind: str, lines: Sequence[str]) -> None:
        """What the program says, after the word for it."""
        head = [] if kind == "?" else [f"{kind[:1].upper()}{kind[1:]}:"]
        if len(lines) > FEW:
            self._print(*head, *lines)
        else:
            self._print(" ".join([*head, *lines[:1]]), *lines[1:])

    def end(self, finish: Finish, because: str) -> None:
        """The person's last line."""
        if because:
            self._print(because)
        if finish.line:
            self._says(finish.line)
        self._print("")
        self._out.flush()

    def _answer(self, turn: Turn, seen: tuple[str, ...]) -> None:
        if turn.aside:
            self._print(turn.aside)
        else:
            self._says(turn.reply)
        self._print(*seen)

    def _says(self, line: str) -> None:
        self._print(f"{self._person}: {line}")

    def _brief(self, scenario: Scenario) -> None:
        self._print(scenario.title)
        if scenario.content_note:
            self._print(f"It is about: {scenario.content_note}")
        for heading, rows in brief(scenario):
            if len(rows) == 1:
                self._print(f"{heading}: {rows[0]}")
            else:
                self._print(f"{heading}:", *(f"- {row}" for row in rows))
        self._print(setting(scenario), HOW, "")

    def _print(self, *rows: str) -> None:
        for row in rows:
            self._out.write(" / ".join(filter(None, clean(row).splitlines())) + "\n")


def on_standard_streams(person: str) -> Plain:
    """The plain view of this process's own input and output."""
    return Plain(person, sys.stdin.buffer, sys.stdout, sys.stdin.isatty())
