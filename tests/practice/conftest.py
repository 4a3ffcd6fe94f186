"""A session that was played to an agreement, and one that went badly, on a known day."""

from dataclasses import replace

import pytest

from simulator.conversation.session import Session
from simulator.demo import perform
from simulator.journal import Home

FRIDAY = "2026-11-20T10:00:00+00:00"


@pytest.fixture
def home(tmp_path) -> Home:
    return Home(tmp_path / "home")


def _played(scenario, name: str) -> Session:
    session = perform(scenario, name).session
    session.header = replace(session.header, id=f"{scenario.id}-{name}", started=FRIDAY)
    return session


@pytest.fixture
def skilled(january) -> Session:
    """The skilled walkthrough, said on a Friday."""
    return _played(january, "skilled")


@pytest.fixture
def unskilled(january) -> Session:
    """The unskilled one."""
    return _played(january, "unskilled")
