"""What the tests share."""

import pytest

from simulator.authoring.load import load
from simulator.authoring.shelf import SHIPPED
from simulator.conversation.talk import Stage


@pytest.fixture(scope="session")
def january():
    """The first scenario, loaded."""
    scenario, problems = load(SHIPPED / "quiet-since-january.yaml")
    assert problems == []
    return scenario


@pytest.fixture(scope="session")
def january_stage(january):
    """The first scenario, ready to be played."""
    return Stage(january)
