"""A scenario, a conversation with a person who hears nothing, and a data folder of its own."""

from collections.abc import Callable

import pytest

from scoring.findings import Detection
from simulator.authoring.load import load
from simulator.authoring.shelf import SHIPPED
from simulator.conversation.play import Play
from simulator.conversation.session import Header
from simulator.conversation.talk import Stage, Talk
from simulator.journal import Home
from simulator.persona.scenario import Scenario


@pytest.fixture(scope="session")
def scenario() -> Scenario:
    """The scenario that all tests play."""
    loaded, problems = load(SHIPPED / "quiet-since-january.yaml")
    assert loaded is not None, problems
    return loaded


@pytest.fixture(scope="session")
def stage(scenario: Scenario) -> Stage:
    return Stage(scenario)


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
def play(stage: Stage, log: Log) -> Callable[..., Play]:
    """Begins a conversation in which nothing is heard but what was asked for by name."""

    def begin(level: str = "standard", seed: int = 8) -> Play:
        scenario = stage.scenario
        talk = Talk(stage, lambda text, heard: Detection(text), seed, level)
        header = Header("s", scenario.id, scenario.title, "Priya", seed, level, talk.first_line, "2026-11-22T05:00:00")
        return Play.begin(talk, header, log)

    return begin


@pytest.fixture
def home(tmp_path) -> Home:
    made = Home(tmp_path / "home")
    made.prepare()
    return made
