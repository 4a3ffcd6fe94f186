"""The whole program in a real terminal."""

import re
import signal

import pytest

from simulator.journal import Home, draft, read, sessions
from tests.terminal.window import ALT_ENTER, CTRL_C, CTRL_D, ENTER, Window

PLAY = ("play", "quiet-since-january", "--seed", "8")
PROMPT = "turn 1 of 25 · 0 of 30 min · /help"


@pytest.fixture
def window(tmp_path):
    """Opens windows; all are closed at the end."""
    opened = []

    def open_one(*arguments, **options):
        opened.append(Window(tmp_path, *arguments, **options))
        return opened[-1]

    yield open_one
    for one in opened:
        one.child.close(force=True)


def turns(home) -> list[str]:
    """What was said in the only session, as it is kept."""
    (one,) = sessions(Home(home))
    return [r.data["turn"]["text"] for r in read(Home(home), one.id).records if r.kind == "turn"]


def only(home) -> str:
    (one,) = sessions(Home(home))
    return one.id


def test_the_brief_the_first_line_and_the_prompt_are_all_there(window):
    shown = window(*PLAY, "--no-delay").see(PROMPT)
    assert shown.startswith("Quiet since January\nIllness of a parent")
    assert "  - Thursday the 20th: the note was posted at 23:47.\n" in shown
    assert shown.endswith(
        "Priya   (Her voice arrives before her picture.)\n        Hi. Sorry, it was updating. Hi.\n\n"
        "note    You can prepare this one first: /quit, then `rehearse prepare\n        quiet-since-january`. "
        "Or just begin.\n\nYou\n" + PROMPT
    )


def test_a_turn_of_several_lines_stays_on_the_screen_with_its_answer_below(window, tmp_path):
    one = window(*PLAY, "--no-delay")
    one.see(PROMPT)
    one.type("I <3 your reviews.", ALT_ENTER, "They are good.", ENTER)
    shown = one.see("turn 2 of 25")
    assert "You     I <3 your reviews.\n        They are good.\n\nPriya   " in shown
    assert turns(tmp_path) == ["I <3 your reviews.\nThey are good."]


def test_a_pasted_text_is_said_only_after_enter_and_steers_nothing(window, tmp_path):
    one = window(*PLAY, "--no-delay")
    one.see(PROMPT)
    one.paste("one\r\n\x1b[2J\x1b]0;owned\x07two \u202eevil\x9b31m <b>&amp;\n")
    shown = one.see("You     one\n        ]0;ownedtwo evil <b>&amp;")
    assert shown.startswith("Quiet since January")
    assert turns(tmp_path) == []
    one.type(ENTER)
    one.see("turn 2 of 25")
    assert turns(tmp_path) == ["one\n]0;ownedtwo evil <b>&amp;"]
    assert one.screen.title == ""


def test_a_window_of_forty_columns_is_enough(window):
    one = window(*PLAY, "--no-delay", columns=40)
    one.see("turn 1 of 25")
    one.type("I never wanted to put you on the spot in front of everybody.")
    shown = one.see("You     I never wanted to put you on\n        the spot in front of everybody.\n")
    assert all(len(line) < 40 for line in shown.splitlines())


def test_a_window_made_narrower_is_laid_out_again(window):
    one = window(*PLAY, "--no-delay", rows=60)
    one.see(PROMPT)
    one.type("I never wanted to put you on the spot in front of everybody.")
    one.see("everybody.")
    one.resize(40, 60)
    shown = one.see("You     I never wanted to put you on\n        the spot in front of everybody.\n")
    assert shown.count("I never") == 1
    assert "Priya   (Her voice arrives before her\n        picture.)\n" in shown
    one.type(ENTER)
    one.see("turn 2 of 25")


def test_without_colour_layout_alone_tells_directions_from_speech(window):
    one = window(*PLAY, "--no-delay", NO_COLOR="1")
    one.see(PROMPT)
    styles = set(re.findall(rb"\x1b\[([0-9;]*)m", one.raw))
    assert styles <= {b"", b"0"}


def test_with_colour_directions_are_set_apart_by_style(window):
    one = window(*PLAY, "--no-delay")
    one.see(PROMPT)
    row = next(y for y, line in enumerate(one.screen.display) if "(Her voice" in line)
    assert one.screen.buffer[row][10].italics
    assert not one.screen.buffer[row + 1][10].italics


def test_ctrl_c_clears_and_twice_leaves_with_the_session_kept(window, tmp_path):
    one = window(*PLAY, "--no-delay")
    one.see(PROMPT)
    one.type("Hello.", ENTER)
    one.see("turn 2 of 25")
    one.type("Never mind")
    one.see("You     Never mind")
    one.type(CTRL_C)
    shown = one.see("Ctrl-C again leaves")
    assert "Never mind" not in shown
    one.type(CTRL_C)
    assert one.code() == 0
    assert f"rehearse play --resume {only(tmp_path)}" in one.text
    assert turns(tmp_path) == ["Hello."]


def test_ctrl_d_leaves_and_half_typed_text_is_offered_again(window, tmp_path):
    one = window(*PLAY, "--no-delay")
    one.see(PROMPT)
    one.type("I never meant")
    one.see("I never meant")
    one.type(CTRL_D)
    assert one.code() == 0
    again = window("play", "--resume", "latest", "--no-delay")
    again.see("You     I never meant\nturn 1 of 25")
    again.type(" that.", ENTER)
    again.see("turn 2 of 25")
    assert turns(tmp_path) == ["I never meant that."]


def test_what_was_said_is_there_after_a_kill(window, tmp_path):
    one = window(*PLAY, "--no-delay")
    one.see(PROMPT)
    one.type("Hello, Priya.", ENTER)
    one.see("turn 2 of 25")
    one.kill()
    shown = window("play", "--resume", only(tmp_path), "--no-delay").see("turn 2 of 25")
    assert "You     Hello, Priya.\n\nPriya   " in shown


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_half_typed_text_survives_the_end_of_the_window(window, tmp_path, number):
    one = window(*PLAY, "--no-delay")
    one.see(PROMPT)
    one.type("I never meant to")
    one.see("I never meant to")
    one.kill(number)
    assert draft.load(Home(tmp_path), only(tmp_path), 2) == "I never meant to"


def test_a_closed_terminal_is_no_error_and_loses_nothing(window, tmp_path):
    one = window(*PLAY, "--no-delay")
    one.see(PROMPT)
    one.type("I never meant to")
    one.see("I never meant to")
    one.child.close(force=False)
    assert draft.load(Home(tmp_path), only(tmp_path), 2) == "I never meant to"


def test_a_key_cuts_the_typing_short_and_is_not_lost(window):
    one = window(*PLAY)
    one.see("Priya   ...")
    one.type("Hello")
    shown = one.see("You     Hello")
    assert "Priya   ..." not in shown


def test_the_end_is_followed_by_the_review_and_the_way_back(window, tmp_path):
    one = window(*PLAY, "--no-delay", rows=200)
    one.see(PROMPT)
    one.type("Hello.", ENTER)
    one.see("turn 2 of 25")
    one.type("/end", ENTER)
    one.see("What went well?")
    assert "How it ended" not in one.text
    one.type("s", ENTER)
    one.see("How it ended", "s is enough:")
    one.type("s", ENTER)
    assert one.code() == 0
    id = only(tmp_path)
    assert one.text.replace("\n", "").endswith(
        f"rehearse review {id}To play it again:    rehearse play quiet-since-january --seed 8"
        f"Two weeks later:     rehearse play --follow-up {id}"
    )


def test_meters_stand_below_at_the_easy_level(window):
    window(*PLAY, "--no-delay", "--level", "easy").see("safety 48 · heat 12 · patience 18")


def test_help_hints_and_events_are_shown_beside_the_conversation(window, tmp_path):
    one = window(*PLAY, "--no-delay", rows=100)
    one.see(PROMPT)
    one.type("/help", ENTER)
    one.see("help    /help          these commands\n")
    one.type("/hint", ENTER)
    one.see("hint    She doesn't know yet what this call is for.\n        (/hint again: the skill to use)")
    one.type("/event phone_buzzes", ENTER)
    one.see("        (Her phone buzzes. She turns it face down without reading it.)\n\nYou")
    assert turns(tmp_path) == []


@pytest.mark.parametrize("options", [{"TERM": "dumb"}, {}])
def test_a_simple_terminal_gets_plain_lines(window, options):
    one = window(*PLAY, *([] if options else ["--plain"]), **options)
    one.see("\nYou:")
    one.type("Hello.\n")
    one.until(lambda: one.text.count("Priya:") == 2)
    one.type(CTRL_D)
    assert one.code() == 0
    assert "Kept. To go on:  rehearse play --resume" in one.text
    assert b"\x1b" not in one.raw
