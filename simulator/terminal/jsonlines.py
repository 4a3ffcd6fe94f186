"""The conversation as JSON, one object a line, for programs: the opening, then one for each turn, then how it ended."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, BinaryIO, TextIO

from simulator.cleaning import TooLong, decoded, read_line
from simulator.terminal.view import TOO_LONG, EndOfInput, Exchange, Stand

if TYPE_CHECKING:
    from simulator.conversation.turn import Finish, Turn
    from simulator.persona.scenario import Scenario


class JsonLines:
    """Reads typed turns as the plain view does. Only ASCII goes out, so that nothing in it can steer a screen.

    Beside the lines that every conversation has, {"seen"} tells of what happens in the room before the first turn or
    by command, and {"note", "lines"} of what the program says.
    """

    reoffers = False

    def __init__(self, session: str, seed: int, typed: BinaryIO, out: TextIO):
        self._session, self._seed, self._out = session, seed, out
        self._typed = typed
        self._task: Callable[[], None] | None = None

    def open(self) -> AbstractContextManager[object]:
        """Nothing has to be made ready."""
        return nullcontext()

    def opening(self, scenario: Scenario, line: str) -> None:
        """The first object."""
        self._print({"session": self._session, "scenario": scenario.id, "seed": self._seed, "opening": [line]})

    def again(self, scenario: Scenario, line: str, before: tuple[str, ...], past: Sequence[Exchange]) -> None:
        """The first object; its opening has everything that the person has said, and *turns* the number of turns."""
        said = [line, *before]
        for turn, seen in past:
            said += [turn.reply, *seen]
        head = {"session": self._session, "scenario": scenario.id, "seed": self._seed}
        self._print({**head, "opening": said, "turns": len(past)})

    def meanwhile(self, task: Callable[[], None]) -> None:
        """*task* is done before the first line is read."""
        self._task = task

    def read(self, stand: Stand, offered: str = "") -> str:
        """The next line."""
        if self._task is not None:
            task, self._task = self._task, None
            task()
        while (line := read_line(self._typed)) is not None:
            if not isinstance(line, TooLong):
                return decoded(line)
            from scoring.text import MAX_CHARACTERS

            self.note("sorry", [TOO_LONG.format(size=line.size, most=MAX_CHARACTERS)])
        raise EndOfInput

    def turn(self, turn: Turn, seen: tuple[str, ...], stand: Stand) -> None:
        """One object; *seen* is in it where something happened in the room."""
        self._print({**turn.as_json(), **({"seen": list(seen)} if seen else {})})

    def seen(self, show: str) -> None:
        """What happens in the room."""
        self._print({"seen": show})

    def note(self, kind: str, lines: Sequence[str]) -> None:
        """What the program says."""
        self._print({"note": kind, "lines": list(lines)})

    def end(self, finish: Finish, because: str) -> None:
        """Nothing: the last object is the scorecard's, which is made from the finished session."""

    def last(self, ending: str, scorecard: dict) -> None:
        """The last object."""
        self._print({"ending": ending, "scorecard": scorecard})

    def _print(self, value: dict) -> None:
        self._out.write(json.dumps(value) + "\n")
        self._out.flush()
