import io
import json

import pytest

from simulator.terminal.jsonlines import JsonLines
from simulator.terminal.plain import Plain
from simulator.terminal.table import Table
from simulator.terminal.view import EndOfInput, Left, Stand

STAND = Stand(1, 25, 0, 30)


def converse(play, scenario, typed: bytes, asks: bool = False, level: str = "standard") -> str:
    """What the plain view shows while *typed* is read."""
    begun, out = play(level), io.StringIO()
    view = Plain("Priya", io.BytesIO(typed), out, asks)
    view.opening(scenario, begun.session.header.first_line)
    Table(begun, view, {}).run()
    return out.getvalue()


def test_the_brief_comes_first_and_tells_facts_from_the_rest(play, scenario):
    shown = converse(play, scenario, b"").splitlines()
    assert shown[0] == "Quiet since January"
    facts = shown.index("Seen, heard or written (nothing else is certain):")
    assert shown[facts + 1 : facts + 6] == [f"- {fact}" for fact in scenario.brief.facts]


def test_lines_of_the_person_bear_their_name_and_directions_their_brackets(play, scenario):
    assert "\nPriya: (Her voice arrives before her picture.) Hi. Sorry, it was updating. Hi.\n" in converse(
        play, scenario, b""
    )


def test_one_line_is_one_turn_and_the_last_needs_no_newline(play, scenario):
    shown = converse(play, scenario, b"Hello.\n\nWhat happened?")
    assert sum(line.startswith("Priya: ") for line in shown.splitlines()) == 5  # first, three answers, last


def test_the_user_is_asked_only_at_a_keyboard(play, scenario):
    assert "You: " not in converse(play, scenario, b"Hello.\n")


def test_the_end_of_the_keyboard_leaves_and_the_end_of_a_pipe_ends():
    with pytest.raises(Left):
        Plain("Priya", io.BytesIO(), io.StringIO(), asks=True).read(STAND)
    with pytest.raises(EndOfInput):
        Plain("Priya", io.BytesIO(), io.StringIO(), asks=False).read(STAND)


def test_a_line_that_is_too_long_is_refused_and_the_next_one_read():
    out = io.StringIO()
    view = Plain("Priya", io.BytesIO(b"x" * 1_000_000 + b"\nShort.\n"), out, asks=False)
    assert view.read(STAND) == "Short."
    assert "1,000,000 characters and a turn has at most 20,000" in out.getvalue()


def test_nothing_typed_can_steer_the_screen():
    view = Plain("Priya", io.BytesIO("\x1b[2J<3 \u202eevil\x9b31m\r\n".encode() + b"\xff\n"), io.StringIO(), asks=False)
    assert [view.read(STAND), view.read(STAND)] == ["<3 evil", "\ufffd"]


def test_nothing_in_a_scenario_can_steer_the_screen():
    out = io.StringIO()
    Plain("Pri\x1b[31mya", io.BytesIO(), out, asks=False).seen("(A bell\x07 rings.\u202e)\n\nTwo.")
    assert out.getvalue() == "(A bell rings.) / Two.\n"


def test_the_ear_is_warmed_after_the_question_stands_there():
    out = io.StringIO()
    view = Plain("Priya", io.BytesIO(b"Hello.\n"), out, asks=True)
    seen = []
    view.meanwhile(lambda: seen.append(out.getvalue()))
    view.read(STAND)
    assert seen == ["You: "]


def test_ctrl_c_asks_again_and_twice_leaves():
    class Interrupted(io.BytesIO):
        def readline(self, size=-1):
            raise KeyboardInterrupt

    out = io.StringIO()
    with pytest.raises(Left):
        Plain("Priya", Interrupted(), out, asks=True).read(STAND)
    assert out.getvalue() == "You: \nCtrl-C again leaves; the conversation is kept.\nYou: "


def test_meters_are_told_where_they_may_be_seen(play, scenario):
    assert "[safety 48 · heat 12 · patience 18]" in converse(play, scenario, b"Hello.\n", level="easy")


def test_the_whole_of_it_again_after_a_break(play, scenario):
    begun, out = play(), io.StringIO()
    turn = begun.say("Hello.")
    Plain("Priya", io.BytesIO(), out, asks=False).again(scenario, "Hi.", ("(A bell.)",), [(turn, ("(A door.)",))])
    assert out.getvalue().endswith(f"Priya: Hi.\n(A bell.)\nYou: Hello.\nPriya: {turn.reply}\n(A door.)\n")


def in_json(play, scenario, typed: bytes, events=None) -> list[dict]:
    begun, out = play(), io.StringIO()
    view = JsonLines("s", 8, io.BytesIO(typed), out)
    view.opening(scenario, begun.session.header.first_line)
    finish = Table(begun, view, events or {}).run()
    view.last(finish.ending, {})
    assert out.getvalue().isascii()
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_json_is_an_opening_a_line_a_turn_and_an_ending(play, scenario):
    first, one, two, last = in_json(play, scenario, "Hello \u202e<3.\n\n".encode())
    opening = ["(Her voice arrives before her picture.) Hi. Sorry, it was updating. Hi."]
    assert first == {"session": "s", "scenario": "quiet-since-january", "seed": 8, "opening": opening}
    assert {"turn", "text", "skills", "findings", "topics", "reply", "state", "safety", "heat", "patience", "told"} <= {
        *one
    }
    assert (one["text"], two["turn"], two["text"]) == ("Hello <3.", 2, "")
    assert last == {"ending": "no_plan", "scorecard": {}}


def test_json_tells_what_happens_in_the_room_with_the_turn(play, scenario):
    lines = in_json(play, scenario, b"Hello.\n", {1: ("phone_buzzes",)})
    assert lines[1]["seen"] == ["(Her phone buzzes. She turns it face down without reading it.)"]


def test_json_refuses_what_is_too_long_and_goes_on(play, scenario):
    lines = in_json(play, scenario, b"x" * 100_000 + b"\nHello.\n")
    assert [line.get("note", line.get("text")) for line in lines[1:3]] == ["sorry", "Hello."]
