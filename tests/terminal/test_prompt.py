"""Real keys typed into the real prompt; only the screen is not there."""

import threading

import pytest
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from prompt_toolkit.styles import Style

from simulator.journal import draft
from simulator.terminal.drafts import Drafts
from simulator.terminal.leaving import Leaving
from simulator.terminal.prompt import Prompt
from simulator.terminal.view import Left

ENTER, ALT_ENTER, CTRL_C, CTRL_D, UP = "\r", "\x1b\r", "\x03", "\x04", "\x1b[A"


def pasted(text: str) -> str:
    return f"\x1b[200~{text}\x1b[201~"


@pytest.fixture
def keys():
    with create_pipe_input() as pipe:
        yield pipe


@pytest.fixture
def prompt(keys, home) -> Prompt:
    drafts = Drafts(home, "s", lambda: 1)
    return Prompt(keys, DummyOutput(), Style([]), lambda: 8, drafts, Leaving(), lambda before, now: None)


def read(prompt: Prompt, keys, *typed: str, offered: str = "") -> str:
    keys.send_text("".join(typed))
    return prompt.read(lambda: [("", "turn 1 of 25")], offered)


@pytest.mark.parametrize("end", ["\r", "\n"])
def test_enter_sends(prompt, keys, end):
    assert read(prompt, keys, "Hello <3 &amp; <b>", end) == "Hello <3 &amp; <b>"


def test_an_empty_line_is_silence(prompt, keys):
    assert read(prompt, keys, ENTER) == ""


def test_alt_enter_begins_a_new_line(prompt, keys):
    assert read(prompt, keys, "One", ALT_ENTER, "two", ENTER) == "One\ntwo"


def test_a_paste_is_never_sent_by_its_own_newlines(prompt, keys):
    assert read(prompt, keys, pasted("one\r\ntwo\rthree\n"), "four", ENTER) == "one\ntwo\nthree\nfour"


@pytest.mark.parametrize("text", ["\x1b[31mred\x1b[0m", "\u202ered", "r\x9b2Jed", "re\x07d"])
def test_what_is_pasted_is_cleaned(prompt, keys, text):
    assert read(prompt, keys, pasted(text), ENTER) == "red"


def test_what_is_typed_is_cleaned(prompt, keys):
    assert read(prompt, keys, "a\u202eb\x85c", ENTER) == "ab\nc"


def test_a_paste_of_a_megabyte_is_refused_and_what_was_typed_stays(prompt, keys):
    text = "Before. " + pasted("x y\n" * 262_144) + "After." + ENTER
    threading.Thread(target=keys.send_text, args=(text,)).start()  # more than a pipe holds
    assert prompt.read(list) == "Before. After."


def test_a_refused_paste_is_told_of(prompt, keys):
    with pytest.raises(Left):
        read(prompt, keys, pasted("x" * 20_001), CTRL_D)
    assert prompt.warning == "Not pasted: 20,001 characters; a turn has at most 20,000."


def test_too_much_text_is_not_sent(prompt, keys):
    keys.send_text(ENTER + CTRL_D)
    with pytest.raises(Left):
        prompt.read(list, "x" * 20_001)
    assert prompt.warning.startswith("20,001 characters; a turn has at most 20,000")
    assert prompt.buffer.text == "x" * 20_001


def test_ctrl_c_clears_the_line(prompt, keys):
    assert read(prompt, keys, "Never mind", CTRL_C, "Hello", ENTER) == "Hello"


def test_what_ctrl_c_cleared_comes_back_with_the_up_key(prompt, keys):
    read(prompt, keys, "Never mind", CTRL_C, "Hello", ENTER)
    assert read(prompt, keys, UP, UP, ENTER) in ("Never mind", "Hello")


def test_ctrl_c_twice_leaves(prompt, keys):
    with pytest.raises(Left):
        read(prompt, keys, "Never mind", CTRL_C, CTRL_C)


def test_two_times_ctrl_c_with_words_between_do_not_leave(prompt, keys):
    assert read(prompt, keys, "a", CTRL_C, "b", CTRL_C, "c", ENTER) == "c"


def test_ctrl_d_leaves_and_half_typed_text_is_kept(prompt, keys, home):
    with pytest.raises(Left):
        read(prompt, keys, "I never meant", CTRL_D)
    assert draft.load(home, "s", 1) == "I never meant"


def test_half_typed_text_is_kept_when_the_terminal_goes_away(prompt, keys, home):
    keys.send_text("I never meant")
    keys.close()
    with pytest.raises(Left):
        prompt.read(list)
    assert draft.load(home, "s", 1) == "I never meant"


def test_keys_typed_too_early_are_there_for_the_next_line(prompt, keys):
    assert read(prompt, keys, "One.", ENTER, "Two.", ENTER) == "One."
    assert prompt.read(list) == "Two."


def test_what_is_offered_can_be_edited(prompt, keys):
    assert read(prompt, keys, " it.", ENTER, offered="I never meant") == "I never meant it."
