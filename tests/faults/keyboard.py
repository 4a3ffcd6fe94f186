"""Somebody at a keyboard, and the places in this program where they type something that must not be lost."""

import json
import subprocess
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import ClassVar

from simulator.conversation.session import TURN
from simulator.journal import Home, draft, read, sessions
from simulator.practice import waiting
from tests.terminal.window import ALT_ENTER, CTRL_C, ENTER, Window

SCENARIO = "quiet-since-january"
BACKSPACE = "\x7f"
_WORDS = (
    "what was that day like for you I would like to understand it better and I did not see it then café über “so”"
).split()


class Desk(ABC):
    """A place where something is typed, visit after visit, with a data folder of its own at *home*."""

    kept_while_typed: ClassVar[bool] = True
    """Whether it is kept letter by letter, or only once the line is done or the program is told to end."""
    new_line: ClassVar[str] = ""
    sends: ClassVar[str] = ""
    clears: ClassVar[str] = ""

    def __init__(self, home: Path, number: int):
        self.home, self.number = Home(home), number
        self.visits = 0
        self.begun: tuple[str, ...] = ("",)
        """What is there before the first key: what was done with, and last what is half typed."""

    def opened(self, chance: Random) -> Window:
        """The program, as far as the place where something can be typed; what is half typed must be shown there."""
        self.visits += 1
        window = Window(self.home.path, *self.command(chance))
        try:
            window.until(lambda: self.ready(window.text) and _squeezed(self.begun[-1]) in _squeezed(window.text))
        except AssertionError:
            window.child.close(force=True)
            raise
        return window

    def found(self, kept: tuple[str, ...]) -> None:
        """The next visit begins with what was *kept*."""
        self.begun = kept

    @abstractmethod
    def command(self, chance: Random) -> Sequence[str]:
        """The arguments of `rehearse`."""

    @abstractmethod
    def ready(self, screen: str) -> bool:
        """Whether something can be typed now."""

    @abstractmethod
    def kept(self) -> tuple[str, ...]:
        """What is on disk now: what was done with, and last what is half typed."""


class Conversation(Desk):
    """The conversation, begun or taken up."""

    new_line, sends, clears = ALT_ENTER, ENTER, CTRL_C

    def command(self, chance: Random) -> Sequence[str]:
        """At every second visit the answers take their time."""
        begin = ("play", SCENARIO, "--seed", str(self.number)) if self.visits == 1 else ("play", "--resume", "latest")
        return (*begin, *(["--no-delay"] if chance.random() < 0.5 else []))

    def ready(self, screen: str) -> bool:
        """The line below the prompt says which turn it is."""
        return f"turn {len(self.begun)} of " in screen

    def kept(self) -> tuple[str, ...]:
        """The turns in the journal, and the draft for the next one."""
        (one,) = sessions(self.home)
        records = read(self.home, one.id).records
        said = [record.data["turn"]["text"] for record in records if record.kind == TURN]
        return (*said, draft.load(self.home, one.id, len(records) + 1))


class Note(Desk):
    """The note that is written after an agreement."""

    new_line = ENTER

    def __init__(self, home: Path, number: int):
        super().__init__(home, number)
        line = json.dumps(["play", SCENARIO, "--seed", "8", "--json"])
        run = f"import sys; from simulator.cli import main; sys.exit(main({line}))"
        environment = {"REHEARSE_HOME": str(home), "PYTHONPATH": str(Path(__file__).parents[2])}
        subprocess.run([sys.executable, "-c", run], input=b"Hello.\n", env=environment, check=True, capture_output=True)

    def command(self, chance: Random) -> Sequence[str]:
        """The note on the only session."""
        return ("note",)

    def ready(self, screen: str) -> bool:
        """After the words on how it is done with."""
        return "Ctrl-D when it is done" in screen

    def kept(self) -> tuple[str, ...]:
        """The draft of the note."""
        (one,) = sessions(self.home)
        return (draft.load(self.home, one.id, 0),)


class Preparation(Desk):
    """A question of the worksheet."""

    kept_while_typed = False
    only, mark = "mindset", "difficult"

    def command(self, chance: Random) -> Sequence[str]:
        """One part of the worksheet."""
        return ("prepare", SCENARIO, "--only", self.only)

    def ready(self, screen: str) -> bool:
        """After the first question."""
        return "\n  >" in screen

    def kept(self) -> tuple[str, ...]:
        """The answer that waits for the conversation."""
        found = waiting.load(self.home, SCENARIO)
        return (getattr(found, self.mark) if found else "",)


class Assumptions(Preparation):
    """A question of the worksheet that takes several answers."""

    only, mark = "assumptions", "assumptions"
    sends = ENTER

    def ready(self, screen: str) -> bool:
        """After the first question, or at an answer that was given before."""
        return "\n  I assume" in screen

    def kept(self) -> tuple[str, ...]:
        """The answers, the last one half typed."""
        found = waiting.load(self.home, SCENARIO)
        return tuple(text for one in found.assumptions for text in (one.assumption, one.question)) if found else ()

    def found(self, kept: tuple[str, ...]) -> None:
        """Answers that were given come one by one; a visit begins anew instead."""
        waiting.clear(self.home, SCENARIO)
        self.begun = ("",)


PLACES: tuple[type[Desk], ...] = (Conversation, Note, Preparation, Conversation, Assumptions)


class Typist:
    """Somebody who types at *desk* into *window*, and remembers when everything was there."""

    def __init__(self, window: Window, desk: Desk, chance: Random):
        self._window, self._desk, self._chance = window, desk, chance
        self._done, self._text = desk.begun[:-1], desk.begun[-1]
        self.history: list[tuple[float, tuple[str, ...]]] = []
        """When, in seconds, what was there: what was done with and, last, what was half typed."""
        self._remember()
        self._types("Well ")

    def does_something(self) -> None:
        """Types a word, mostly."""
        desk, text = self._desk, self._text.strip()
        match self._chance.randrange(20):
            case 0 if desk.new_line:
                self._presses(desk.new_line, f"{self._text}\n")
            case 1 | 2 if self._text:
                self._presses(BACKSPACE, self._text[:-1])
            case 3 if desk.clears and text:
                self._presses(desk.clears, "")
            case 4 if desk.sends and text:
                self._done = (*self._done, text)
                self._presses(desk.sends, "")
                self._types("And ")
            case 5:
                pasted = " ".join(self._chance.choices(_WORDS, k=8)) + " "
                self._window.paste(pasted)
                self._now(self._text + pasted)
            case _:
                self._types(self._chance.choice(_WORDS) + " ")

    def _types(self, word: str) -> None:
        for letter in word:
            self._presses(letter, self._text + letter)
            self._waits(self._chance.choice((0.0, 0.0, 0.01, 0.05)))

    def _presses(self, key: str, text: str) -> None:
        self._window.type(key)
        self._now(text)

    def _now(self, text: str) -> None:
        self._text = text
        self._remember()
        self._waits(0.0)

    def _waits(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        if seconds:
            self._window.until(lambda: time.monotonic() >= until)

    def _remember(self) -> None:
        self.history.append((time.monotonic(), (*self._done, self._text)))


def _squeezed(text: str) -> str:
    return "".join(text.split())
