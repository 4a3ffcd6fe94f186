"""What a view of the conversation can do, and the words that all of them show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # the first line is shown before the machinery of a conversation is loaded
    from simulator.conversation.turn import Finish, Turn
    from simulator.persona.scenario import Scenario

Exchange = tuple["Turn", tuple[str, ...]]
"""A turn, and what was seen in the room after it."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where the conversation is while the user types: turns, booked minutes. *meters* is '' where they are hidden."""

    turn: int
    turns: int
    minute: int
    minutes: int
    meters: str = ""


class EndOfInput(Exception):
    """There is nothing more to read: the conversation ends as /end does."""


class Left(BaseException):
    """The user has gone; the conversation is to be taken up another time. *signal* is what ended it, 0 for keys."""

    def __init__(self, signal: int = 0):
        super().__init__(signal)
        self.signal = signal


class View(Protocol):
    """One way to show a conversation and to read what is typed. A view cleans every text that it is given."""

    reoffers: bool
    """Whether text that could not be said is offered again, to be edited."""

    def open(self) -> AbstractContextManager[object]:
        """Everything is shown and read while the view is open."""

    def opening(self, scenario: Scenario, line: str) -> None:
        """Show the brief and the line with which the person begins."""

    def again(self, scenario: Scenario, line: str, before: tuple[str, ...], past: Sequence[Exchange]) -> None:
        """Show a conversation so far: its first *line*, what was seen *before* the first turn, and the turns."""

    def meanwhile(self, task: Callable[[], None]) -> None:
        """Do *task* while the user reads or types."""

    def read(self, stand: Stand, offered: str = "") -> str:
        """What is typed next, clean; *offered* is there to be edited. Raises EndOfInput or Left."""

    def turn(self, turn: Turn, seen: tuple[str, ...], stand: Stand) -> None:
        """Show an exchange, and what is *seen* in the room after it."""

    def seen(self, show: str) -> None:
        """Show what happens in the room."""

    def note(self, kind: str, lines: Sequence[str]) -> None:
        """Show something that the program says; *kind* is a word or two, such as hint."""

    def end(self, finish: Finish, because: str) -> None:
        """Show how the conversation closes; *because* says why where it was not the user who ended it."""


FACTS = "Seen, heard or written (nothing else is certain)"


def brief(scenario: Scenario) -> list[tuple[str, tuple[str, ...]]]:
    """What the user reads first: headings and what stands below them."""
    one = scenario.brief
    rows = [
        ("You are", (one.you_are,)),
        ("They are", (one.they_are,)),
        ("What happened", (one.what_happened,)),
        (FACTS, one.facts),
        ("Your task", (one.your_task,)),
    ]
    return [(heading, lines) for heading, lines in rows if any(lines)]


def setting(scenario: Scenario) -> str:
    """Where it takes place and for how long."""
    channel = {"video": "a video call", "phone": "a phone call", "in_person": "face to face", "chat": "a chat"}
    place = channel.get(scenario.channel, scenario.channel.replace("_", " "))
    return f"{place[:1].upper()}{place[1:]}, {scenario.minutes} minutes, at most {scenario.max_turns} turns."


TOO_LONG = "That has {size:,} characters and a turn has at most {most:,}. Nothing of it was said; please shorten it."
"""Asks politely for less."""
