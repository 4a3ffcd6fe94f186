import json
import re

import pytest

from simulator.journal import Home, read, sessions
from tests.terminal.window import CTRL_C, CTRL_D, ENTER, Window

ANSWERS = """
difficult: She will say it's fine.
purpose: I want us to find a handover that works for Vancouver and for you.
facts: [2]
questions: [What got in the way?]
derail: Tears.
"""


@pytest.fixture
def answers(tmp_path):
    file = tmp_path / "answers.yaml"
    file.write_text(ANSWERS)
    return str(file)


def prepared(home, id: str) -> dict:
    return next((one.data for one in read(Home(home), id).records if one.kind == "prepared"), {})


def test_answers_from_a_file_are_kept_and_printed_again(rehearse, answers):
    ran = rehearse("prepare", "quiet-since-january", "--from", answers)
    assert ran.code == 0
    assert "Kept for the next conversation:  rehearse play quiet-since-january" in ran.out
    printed = rehearse("prepare", "quiet-since-january", "--print", "--format", "markdown").out
    assert printed.startswith("# Prepared: Quiet since January")
    assert "Thursday the 20th: the note was posted at 23:47" in printed


def test_answers_come_through_a_pipe_as_yaml_too(rehearse):
    assert rehearse("prepare", "quiet-since-january", "--from", "-", typed=ANSWERS).code == 0
    assert "Tears." in rehearse("prepare", "quiet-since-january", "--print").out


def test_every_fault_of_a_file_is_told_with_its_place_and_nothing_is_kept(rehearse, tmp_path):
    file = tmp_path / "bad.yaml"
    file.write_text("dificult: x\nfacts: [99]\nbehaviours: [blam]\n")
    ran = rehearse("prepare", "quiet-since-january", "--from", str(file))
    assert ran.code == 1
    assert f"{file}:1:1: P01" in ran.err
    assert f"{file}:3:14: P04" in ran.err
    assert "nothing was kept" in ran.err
    assert "Nothing is written yet." in rehearse("prepare", "quiet-since-january", "--print").out


@pytest.mark.parametrize("name", ["no/such.yaml", "."])
def test_a_file_that_cannot_be_read_is_one_line(rehearse, name):
    ran = rehearse("prepare", "quiet-since-january", "--from", name)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"{name}:1:1: Y01")


def test_a_pipe_answers_question_by_question_and_its_end_keeps_what_there_is(rehearse):
    ran = rehearse("prepare", "quiet-since-january", typed="The silence.\n\nNervous.\n")
    assert ran.code == 0
    assert "What is the problem for Priya?" in ran.out
    printed = rehearse("prepare", "quiet-since-january", "--print").out
    assert "The silence." in printed
    assert "Nervous." in printed
    assert "What is the problem for Priya?" not in printed


def test_only_a_part_can_be_asked(rehearse):
    out = rehearse("prepare", "quiet-since-january", "--only", "invitation", typed="Got a minute?\n").out
    assert "THE INVITATION" in out
    assert "SIX QUESTIONS" not in out
    assert "Missing: that you want their view." in out


def test_nothing_written_keeps_nothing(rehearse, home):
    assert "nothing is kept" in rehearse("prepare", "quiet-since-january").out
    assert not (home / "preparations").exists()


def test_the_next_conversation_takes_it_along_and_the_one_after_that_does_not(rehearse, played, answers, home):
    rehearse("prepare", "quiet-since-january", "--from", answers)
    first, second = played(), played()
    assert prepared(home, first)["derail"] == "Tears."
    assert prepared(home, second) == {}
    assert list((home / "preparations").iterdir()) == []


def test_another_conversation_does_not_take_it(rehearse, answers, home):
    rehearse("prepare", "quiet-since-january", "--from", answers)
    ran = rehearse("play", "late-again", "--json")
    assert prepared(home, json.loads(ran.out.splitlines()[0])["session"]) == {}


def test_the_plan_stands_at_the_beginning_of_the_conversation(rehearse, answers):
    rehearse("prepare", "quiet-since-january", "--from", answers)
    out = rehearse("play", "quiet-since-january", "--plain").out
    assert "You prepared this conversation. Purpose: I want us to find a handover" in out
    assert "May throw you: Tears." in out


def test_what_stands_beside_a_session_can_be_changed(rehearse, played, answers, home):
    rehearse("prepare", "quiet-since-january", "--from", answers)
    id = played()
    ran = rehearse("prepare", "--session", id, "--only", "habits", typed="1\nA joke.\n")
    assert f"Kept beside {id}." in ran.out
    out = rehearse("prepare", "--session", id, "--print").out
    assert "A joke." in out
    assert "What got in the way?" in out


def test_what_waits_can_be_forgotten(rehearse, answers):
    rehearse("prepare", "quiet-since-january", "--from", answers)
    said = [rehearse("prepare", "quiet-since-january", "--forget").out for _ in range(2)]
    assert said == ["Erased.\n", "There was nothing to erase.\n"]


def test_it_is_written_to_a_file(rehearse, answers, tmp_path):
    rehearse("prepare", "quiet-since-january", "--from", answers)
    file = tmp_path / "plan.md"
    assert rehearse("prepare", "quiet-since-january", "-o", str(file)).out == f"Written to {file}.\n"
    assert file.read_text().startswith("# Prepared")


@pytest.mark.parametrize("arguments", [(), ("quiet-since-january", "--from", "x", "--print"), ("no-such-scenario",)])
def test_wrong_usage_is_one_line(rehearse, arguments):
    ran = rehearse("prepare", *arguments)
    assert ran.code in (1, 2)
    assert len(ran.err.splitlines()) == 1


# On a terminal


def test_on_a_terminal_a_line_is_edited_and_what_is_half_typed_stays(tmp_path):
    with Window(tmp_path, "prepare", "quiet-since-january", "--only", "mindset") as window:
        window.see("What is difficult about this conversation for you?")
        window.type("The silence.", ENTER)
        window.see("What is the problem for Priya?")
        window.type("Being asked in pub", CTRL_C)
        window.see("Kept for the next conversation:")
        assert window.code() == 0
    with Window(tmp_path, "prepare", "quiet-since-january", "--only", "mindset") as window:
        window.see("> The silence.")
        window.type(" And me.", ENTER)
        window.see("What is the problem for Priya?")
        window.type(CTRL_D)
        window.see("Kept for the next conversation:")
    with Window(tmp_path, "prepare", "quiet-since-january", "--print") as window:
        window.see("The silence. And me.")


def test_a_closed_window_keeps_the_answers_and_the_half_typed_one(tmp_path):
    import signal

    with Window(tmp_path, "prepare", "quiet-since-january", "--only", "mindset") as window:
        window.see("What is difficult about this conversation for you?")
        window.type("The silence.", ENTER)
        window.see("What is the problem for Priya?")
        window.type("Being asked in pub")
        window.see("in pub")
        window.kill(signal.SIGHUP)
    with Window(tmp_path, "prepare", "quiet-since-january", "--print") as window:
        text = window.see("The silence.", "Being asked in pub")
        assert re.search(r"Prepared: Quiet since January", text)


def test_the_menu_offers_to_prepare_first(tmp_path):
    with Window(tmp_path) as window:
        window.see("What would you like to do?")
        window.type("p", ENTER)
        window.see("Which one?")
        window.type("quiet-since-january", ENTER)
        window.see("Prepare it in writing first?")
        window.type("y", ENTER)
        window.see("What is difficult about this conversation for you?")
        window.type("The silence.", ENTER)
        window.see("What is the problem for Priya?")
        window.type(CTRL_D)
        window.see("turn 1 of 25")


def test_a_conversation_that_was_left_before_a_word_takes_it_too(rehearse, played, answers, home):
    id = played(typed="/quit\n")
    rehearse("prepare", "quiet-since-january", "--from", answers)
    rehearse("play", "--resume", id, "--json", typed="Hello.\n")
    assert prepared(home, id)["derail"] == "Tears."


def test_json_lines_are_as_they_are_without_it(rehearse, answers):
    rehearse("prepare", "quiet-since-january", "--from", answers)
    ran = [rehearse("play", "quiet-since-january", "--seed", "8", "--json", typed="Hello.\n").out for _ in range(2)]
    first, second = ([json.loads(line) for line in out.splitlines()] for out in ran)
    assert first[0] | {"session": ""} == second[0] | {"session": ""}
    assert first[1:] == second[1:]


def begun(home) -> int:
    return len(sessions(Home(home)))


def test_play_offers_to_prepare_once_and_enter_begins(tmp_path):
    with Window(tmp_path, "play", "quiet-since-january", "--no-delay") as window:
        shown = window.see("Prepare it in writing first? (y, or Enter to begin)")
        assert shown.startswith("Quiet since January, with Priya.")
        assert begun(tmp_path) == 0
        window.type(ENTER)
        assert "You can prepare this one first" not in window.see("turn 1 of 25")
    with Window(tmp_path, "play", "quiet-since-january", "--no-delay") as window:
        assert "Prepare it in writing first?" not in window.see("turn 1 of 25")
    assert begun(tmp_path) == 2


def test_who_agrees_prepares_and_takes_it_along(tmp_path):
    with Window(tmp_path, "play", "quiet-since-january", "--no-delay") as window:
        window.see("Prepare it in writing first?")
        window.type("y", ENTER)
        window.see("What is difficult about this conversation for you?")
        window.type("The silence.", ENTER)
        window.see("What is the problem for Priya?")
        window.type(CTRL_D)
        window.see("turn 1 of 25")
    (one,) = sessions(Home(tmp_path))
    assert prepared(tmp_path, one.id)["difficult"] == "The silence."


@pytest.mark.parametrize("options", [("--no-prepare",), ("--seed", "8"), ("--plain",)])
def test_nobody_is_asked_who_said_how(tmp_path, options):
    with Window(tmp_path, "play", "quiet-since-january", "--no-delay", *options) as window:
        shown = window.see("Priya", "updating" if "8" in options else "Priya")
        window.settle()
        assert "Prepare it in writing first?" not in shown + window.text
    assert begun(tmp_path) == 1


def test_who_has_prepared_is_not_asked(tmp_path, rehearse, answers, monkeypatch):
    monkeypatch.setenv("REHEARSE_HOME", str(tmp_path))
    rehearse("prepare", "quiet-since-january", "--from", answers)
    with Window(tmp_path, "play", "quiet-since-january", "--no-delay") as window:
        assert "Prepare it in writing first?" not in window.see("You prepared this conversation.")


def test_a_pipe_is_never_asked(rehearse):
    assert "Prepare it in writing first?" not in rehearse("play", "quiet-since-january", typed="Hello.\n").out


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_to_prepare_by_a_pipe_is_refused_where_the_talk_is_piped(rehearse, options):
    ran = rehearse("play", "quiet-since-january", "--prepare", *options, typed="Hello.\n")
    assert (ran.code, ran.out) == (2, "")
    assert "--prepare asks at a keyboard" in ran.err
