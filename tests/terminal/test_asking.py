"""Answers and letters that are half typed when the window goes away or the program is killed."""

import signal
import threading
import time

import pytest
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from simulator.journal import draft
from simulator.practice.asker import Enough
from simulator.terminal.asking import Asking
from simulator.terminal.drafts import EVERY, Drafts


@pytest.fixture
def keys():
    with create_pipe_input() as pipe:
        yield pipe


@pytest.fixture
def asking(keys) -> Asking:
    return Asking(keys, DummyOutput())


def test_a_letter_is_kept_to_the_last_key_without_a_further_one(asking, keys, home):
    seen = []

    def later() -> None:
        keys.send_text("H")
        time.sleep(0.2)
        keys.send_text("ello")
        time.sleep(EVERY + 0.5)
        seen.append(draft.load(home, "s", 0))
        keys.send_text("\x04")

    typist = threading.Thread(target=later)
    typist.start()
    assert asking.letter("", Drafts(home, "s", lambda: 0)) == "Hello"
    typist.join()
    assert seen == ["Hello"]


@pytest.mark.parametrize("goes", ["the terminal", "a signal"])
def test_an_answer_that_is_half_typed_when_all_ends_counts_and_is_the_last(asking, keys, goes):
    ends = keys.close if goes == "the terminal" else lambda: signal.raise_signal(signal.SIGTERM)
    threading.Timer(0.5, ends).start()
    keys.send_text("the sil")
    with asking.open():
        assert asking.ask("> ") == "the sil"
        with pytest.raises(Enough):
            asking.ask("> ")


def test_ctrl_d_on_an_empty_line_is_enough(asking, keys):
    keys.send_text("\x04")
    with asking.open(), pytest.raises(Enough):
        asking.ask("> ")


class Written(DummyOutput):
    """Remembers what was written by itself, above a prompt."""

    def __init__(self):
        self.text = ""

    def write(self, data: str) -> None:
        self.text += data

    def write_raw(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize(("columns", "above"), [("60", True), ("100", False)])
def test_a_question_too_long_for_the_window_stands_above_its_answer(keys, monkeypatch, columns, above):
    monkeypatch.setenv("COLUMNS", columns)
    shown = Written()
    read = []
    asking = Asking(keys, shown)
    monkeypatch.setattr(asking, "_read", lambda question, *rest: read.append(question) or "y")
    question = "Go back to turn 5 and say it otherwise? (y, or Enter to read on) "
    assert asking.ask(question) == "y"
    assert (question.strip() in " ".join(shown.text.split())) == above
    assert read == ["> " if above else question]
