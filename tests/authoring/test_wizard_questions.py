"""The questionnaire as it is typed: back to what was typed, again until it reads well, and on where it was left."""

import io
from contextlib import suppress

import pytest

from simulator.cli import asking, unfinished
from simulator.cli.asking import Lines
from simulator.cli.new import new
from simulator.cli.questionnaire import ask_all
from simulator.cli.unfinished import Remembering
from simulator.practice.asker import Enough

PERSON = ["ines", "runs the front desk", "she", "phone"]
FACTS = ["On Tuesday the 4th she came at nine.", "", "I asked her in front of two guests."]
REST = ["You never ask.", "", "3", "surprise me", "Two of us sign.", "goes"]


def _ask(lines: list[str]):
    shown = io.StringIO()
    answers = ask_all(Lines(io.BytesIO("\n".join([*lines, ""]).encode()), shown, False))
    return answers, shown.getvalue()


def test_back_goes_to_the_question_before_and_enter_keeps_what_was_typed_there():
    skipped = [""]  # the first line of question 4
    answers, shown = _ask([*PERSON, *FACTS, *skipped, "/back", "You never ask.", "", *REST[2:]])
    assert answers.they_would_say == ["You never ask."]
    kept_then_emptied = ["/back", "/back", "", "", "-"]  # from 4 to 3 to 2, and then 3 anew
    answers, shown = _ask([*PERSON, *FACTS, *kept_then_emptied, *REST])
    assert (answers.what_happened, answers.your_part) == ([FACTS[0]], "")
    assert f"Now: {FACTS[0]}" in shown


def test_an_answer_that_ends_in_back_goes_back_and_is_kept():
    back_to_5 = ["I never learned it./back", "", "surprise me"]  # where Enter keeps the number
    answers, shown = _ask([*PERSON, *FACTS, *REST[:3], *back_to_5, *REST[4:]])
    assert answers.hidden == "surprise me"
    assert "Now: I never learned it. (" in shown
    again = ["", "I never learned it./back", "", "", "", "", "surprise me"]
    assert _ask([*PERSON, *FACTS, *REST[:3], "I can't see it.", *again, *REST[4:]])[0].hidden.work == "I can't see it."


def test_a_chosen_number_is_named_and_not_put_into_the_line():
    answers, shown = _ask([*PERSON[:2], "2", "/back", "", "", "", "3", *FACTS, *REST])
    assert (answers.pronouns, answers.channel) == ("he", "phone")
    assert "Number (Enter keeps 2): " in shown
    assert "Now: 2" not in shown


def test_surprise_at_the_second_reason_keeps_the_first():
    typed = ["I never learned it.", "", "surprise me"]
    answers, shown = _ask([*PERSON, *FACTS, *REST[:3], *typed, *REST[4:]])
    assert answers.hidden.work == "I never learned it."
    assert answers.dealt == ("other",)
    assert "stays as you typed it" in shown


def test_back_within_a_question_goes_to_its_beginning():
    answers, _ = _ask(["ina", "/back", "ines", *PERSON[1:], *FACTS, *REST])
    assert answers.name == "Ines"


def test_what_is_typed_instead_is_thought_over_as_well():
    answers, shown = _ask([*PERSON, "She is always late.", "She was lazy on Monday.", FACTS[0], *FACTS[1:], *REST])
    assert answers.what_happened == [FACTS[0]]
    assert "'always'" in shown
    assert "'lazy'" in shown


def test_an_answer_to_a_misreading_that_is_not_heard_is_asked_for_again_with_an_example():
    own = ["6", "you've come to tell me that", "i hired you, rob didnt even ask"]
    heard = "I'm not here to tell you that. I do want to hear how it is for you."
    answers, shown = _ask([*PERSON, *FACTS, "You never ask.", "", *own, heard, *REST[3:]])
    assert answers.misread.answer == heard
    assert "Say what you don't mean, and then what you do" in shown
    kept, _ = _ask([*PERSON, *FACTS, "You never ask.", "", *own, "", *REST[3:]])
    assert kept.misread.answer == own[-1]


def test_lines_of_before_are_typed_again_and_the_question_that_was_left_is_shown():
    shown = io.StringIO()
    rest = io.BytesIO("\n".join([*REST, ""]).encode())
    asked = Remembering(Lines(rest, shown, False), [*PERSON, *FACTS])
    assert ask_all(asked).your_part == FACTS[-1]
    assert "4 of 8." in shown.getvalue()
    assert "2 of 8." not in shown.getvalue()
    assert asked.typed == [*PERSON, *FACTS, *REST]


def test_whoever_left_after_going_back_sees_it_in_the_order_in_which_it_was():
    shown = io.StringIO()
    asked = Remembering(Lines(io.BytesIO(b"\n"), shown, False), [*PERSON, *FACTS, "/back"])
    with suppress(Enough):
        ask_all(asked)
    order = ["1: /back", "Back. Enter keeps", "3 of 8."]
    places = [shown.getvalue().index(words) for words in order]
    assert places == sorted(places)


def test_the_help_of_new_tells_of_going_back_and_of_what_is_kept():
    told = " ".join(new.help.split())
    assert "/back" in told
    assert "what you typed is kept on this machine" in told


@pytest.fixture
def at_keyboard(monkeypatch, tmp_path):
    """Runs `new` with lines as if somebody typed them; they leave where the lines end."""
    monkeypatch.setenv("REHEARSE_HOME", str(tmp_path))
    monkeypatch.setattr(asking, "interactive", lambda: True)

    def run(lines: list[str]) -> str:
        shown = io.StringIO()
        typed = io.BytesIO("\n".join([*lines, ""]).encode())
        monkeypatch.setattr(asking, "asker", lambda plain: Lines(typed, shown, False))
        new.callback(None, 3, True)
        return shown.getvalue()

    return run


def test_nothing_typed_is_lost_and_a_finished_one_is_not_kept(at_keyboard, tmp_path):
    assert "is kept on this machine" in at_keyboard([*PERSON, *FACTS])
    assert unfinished.kept() == [*PERSON, *FACTS]
    at_keyboard(["", *REST])  # Enter goes on: nobody loses what they typed by it
    assert unfinished.kept() == []
    assert (tmp_path / "scenarios" / "talk-with-ines.yaml").exists()


def test_whoever_begins_anew_is_rid_of_what_was_kept(at_keyboard):
    at_keyboard([*PERSON, *FACTS])
    at_keyboard(["n"])
    assert unfinished.kept() == []
