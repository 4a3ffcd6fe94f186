"""What is typed while the program is busy is on disk before it could be lost."""

import threading

import pytest
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from simulator.journal import draft
from simulator.terminal.drafts import EVERY, Drafts
from simulator.terminal.screen import Screen
from simulator.terminal.view import Stand

STAND = Stand(1, 25, 0, 30, "")


@pytest.fixture
def keys():
    with create_pipe_input() as pipe:
        yield pipe


@pytest.fixture
def screen(keys, home) -> Screen:
    return Screen("Priya", Drafts(home, "s", lambda: 1), False, keys, DummyOutput())


def test_what_was_typed_while_the_answer_was_made_is_kept_all_at_once(screen, keys, home):
    seen = []

    def look() -> None:
        seen.append(draft.load(home, "s", 1))
        keys.send_text("\r")

    threading.Timer(EVERY / 2, look).start()
    keys.send_text("I never meant to")
    with screen.open():
        assert screen.read(STAND) == "I never meant to"
    assert seen == ["I never meant to"]


def test_what_is_sent_while_the_ear_is_still_loading_is_kept_until_it_is_said(screen, keys, home):
    loaded = threading.Event()
    screen.meanwhile(loaded.wait)
    keys.send_text("I never meant to\r")
    with screen.open():
        text = screen.read(STAND)
        kept = draft.load(home, "s", 1)
        loaded.set()
    assert (text, kept) == ("I never meant to", "I never meant to")
