"""Conversations with the real ear and the real person, kept in a list."""

from collections.abc import Callable

import pytest

from scoring import detect
from simulator.conversation.play import Play
from simulator.conversation.session import Header
from simulator.conversation.talk import Stage, Talk


class Log(list):
    """A journal in memory; with *fault* it refuses."""

    fault: Exception | None = None

    def append(self, kind: str, data: dict) -> None:
        if self.fault:
            raise self.fault
        super().append((kind, data))


@pytest.fixture
def log() -> Log:
    return Log()


@pytest.fixture
def play(january_stage: Stage, log: Log) -> Callable[..., Play]:
    """Begins a conversation."""

    def begin(level: str = "standard", seed: int = 8, into: Log | None = None) -> Play:
        scenario = january_stage.scenario
        talk = Talk(january_stage, detect, seed, level)
        header = Header("s", scenario.id, scenario.title, "Priya", seed, level, talk.first_line, "2026-11-22T05:00:00")
        return Play.begin(talk, header, log if into is None else into)

    return begin
