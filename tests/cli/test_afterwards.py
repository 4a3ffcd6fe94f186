"""What comes after a conversation: note, card, progress, names, erasing, and the reminder."""

import json

import pytest

from simulator.authoring.load import load
from simulator.authoring.shelf import SHIPPED
from simulator.conversation.session import NOTE
from simulator.journal import Home, Journal, draft, read
from simulator.practice.due import due_record
from tests.terminal.window import CTRL_C, CTRL_D, ENTER, Window

CANARY = "Zilpzalp"


@pytest.fixture(scope="module")
def skilled() -> str:
    scenario, _ = load(SHIPPED / "quiet-since-january.yaml")
    walk = {one.name: one for one in scenario.walkthroughs}["skilled"]
    return "".join(step.say + "\n" for step in walk.steps)


def notes(home, id: str) -> list[dict]:
    return [one.data for one in read(Home(home), id).records if one.kind == NOTE]


def files_with(home, word: str) -> list:
    return [one for one in home.rglob("*") if one.is_file() and word.encode() in one.read_bytes()]


# The note


def test_a_note_from_a_pipe_is_held_against_the_talk_and_kept_as_it_is(rehearse, played, home):
    id = played(typed="I'll send you the list on Friday.\nShall we look at it again on Monday in two weeks?\n")
    ran = rehearse("note", id, typed="Hi Priya,\nSandra will send 37 pages.\nBest, Jan")
    assert ran.code == 0
    assert "'37'" in ran.out
    assert "'Sandra'" in ran.out
    assert "There is no day in it" in ran.out
    assert notes(home, id)[-1]["text"] == "Hi Priya,\nSandra will send 37 pages.\nBest, Jan"
    assert "Sandra will send 37 pages." in rehearse("note", id, "--print").out


def test_a_note_from_a_file_is_written_out_again_as_it_was(rehearse, played, tmp_path):
    id, file, out = played(), tmp_path / "note.txt", tmp_path / "out.txt"
    file.write_text("Hi Priya,\n\nthank you.")
    assert rehearse("note", "--from", str(file)).code == 0
    assert rehearse("note", id, "-o", str(out)).code == 0
    assert out.read_text() == "Hi Priya,\n\nthank you.\n"


def test_an_empty_note_is_not_kept_and_a_huge_one_is_refused(rehearse, played, home):
    id = played()
    assert "nothing is kept" in rehearse("note", typed=" \n").out
    ran = rehearse("note", typed="x" * 20_001)
    assert (ran.code, notes(home, id)) == (1, [])
    assert ran.err == "A note has at most 20,000 characters; this one has more. Nothing was kept.\n"
    assert rehearse("note", typed=b"\xff\xfe").code == 1


def test_a_session_without_words_or_without_a_note_is_told_so(rehearse, played):
    played(typed="")
    assert rehearse("note", typed="Hi.").code == 1
    assert "There is no note beside" in rehearse("note", "--print").err


def test_the_day_of_a_plan_is_kept_when_the_talk_ends_in_one(rehearse, skilled, home):
    ran = rehearse("play", "quiet-since-january", "--seed", "8", "--json", typed=skilled)
    first, *_, last = map(json.loads, ran.out.splitlines())
    assert last["ending"] in ("mutual_plan", "partial_plan")
    assert notes(home, first["session"])[-1]["due_words"] == "Monday in two weeks"
    out = rehearse("play", "quiet-since-january", "--seed", "8", "--plain", typed=skilled).out
    assert "To write the note:   rehearse note quiet-since-january-" in out


def test_no_day_is_kept_after_a_talk_that_ended_in_nothing(played, home):
    assert notes(home, played(typed="Shall we look at it again on Monday?\n")) == []


def test_a_reminder_can_be_set_and_taken_away(rehearse, played, home):
    id = played()
    assert "from Monday 7 December 2026 on" in rehearse("note", id, "--remind", "7 December 2026").out
    assert rehearse("note", id, "--no-reminder").code == 0
    assert [one["due"] for one in notes(home, id)] == ["2026-12-07", ""]
    assert rehearse("note", id, "--remind", "some day").code == 2


# The card, progress


def test_the_card_is_shown_and_written(rehearse, played, tmp_path):
    played()
    assert "To take along: Quiet since January" in rehearse("card").out
    file = tmp_path / "card.md"
    assert rehearse("card", "-o", str(file)).code == 0
    assert file.read_text().startswith("# To take along: Quiet since January")


def test_progress_compares_and_has_a_csv(rehearse, played, tmp_path):
    assert rehearse("progress").out.startswith("There is no conversation to look back on yet.")
    played(), played(typed="What was that like for you?\nWhat else happened?\n")
    out = rehearse("progress").out
    assert "over 2 conversations" in out
    assert "The same conversation, first and latest" in out
    assert rehearse("progress", "late-again").out.startswith("There is no conversation")
    rows = rehearse("progress", "--csv").out.splitlines()
    assert rows[0].startswith('"session","scenario"')
    file = tmp_path / "p.csv"
    rehearse("progress", "-o", str(file))
    assert file.read_text().splitlines() == rows


def test_a_session_that_cannot_be_counted_is_named_and_the_others_are(rehearse, played, home):
    broken, _ = played(), played()
    Home(home).file(broken, "jsonl").write_bytes(b"nonsense\n")
    ran = rehearse("progress")
    assert ran.code == 0
    assert f"Not counted: {broken}" in ran.err
    assert "over 1 conversation" in ran.out


# Names, export


def test_a_session_is_found_by_the_name_it_was_given(rehearse, played):
    id, _ = played(), played()
    assert rehearse("sessions", "--name", id, "First go").out == f"{id} is called 'First go'.\n"
    assert f"{id}  " in next(line for line in rehearse("sessions").out.splitlines() if "'First go'" in line)
    assert id in rehearse("review", "first go").out
    rehearse("sessions", "--name", id, "")
    assert rehearse("review", "first go").code == 1


def test_two_sessions_of_one_name_are_not_taken_for_each_other(rehearse, played):
    for id in (played(), played()):
        rehearse("sessions", "--name", id, "Mine")
    assert "2 sessions" in rehearse("review", "mine").err


def test_an_export_is_what_is_kept_and_can_be_scored(rehearse, played, home, tmp_path):
    id, file = played(), tmp_path / "talk.jsonl"
    assert rehearse("sessions", "--export", id, "-o", str(file)).code == 0
    assert file.read_bytes() == Home(home).file(id, "jsonl").read_bytes()
    assert rehearse("sessions", "--export", id).out == file.read_text()
    assert rehearse("score", str(file)).code == 0
    assert rehearse("sessions", "-o", str(file)).code == 2


# Erasing


def test_erased_is_erased_wherever_a_word_was_kept(rehearse, played, home, tmp_path):
    answers = tmp_path / "a.yaml"
    answers.write_text(f"derail: {CANARY}\npurpose: We find a way, {CANARY}.\n")
    rehearse("prepare", "quiet-since-january", "--from", str(answers))
    kept = played()
    rehearse("prepare", "quiet-since-january", "--from", str(answers))
    id = played("--as", CANARY, typed=f"Hello {CANARY}.\nWhat was it like?\n")
    rehearse("note", id, typed=f"Hi Priya, {CANARY}.")
    rehearse("sessions", "--name", id, f"{CANARY} go")
    rehearse("review", id, "--missing", f"1:facts:{CANARY}", "--because", CANARY)
    rehearse("progress")
    rehearse("card", id)
    draft.save(Home(home), id, CANARY)
    before = files_with(home, CANARY)
    assert len(before) == 3  # the first session has the word too: it is its own
    assert rehearse("erase", id).out == f"Erased: {id}, 2 files.\n"
    assert files_with(home, CANARY) == [Home(home).file(kept, "jsonl")]
    assert rehearse("erase", "latest").code == 0
    assert files_with(home, CANARY) == []


def test_all_erases_what_waits_too(rehearse, played, home):
    played()
    rehearse("prepare", "late-again", typed=f"{CANARY}\n")
    assert rehearse("erase", "--all").out.startswith("Erased: 1 session, ")
    assert [one for one in home.rglob("*") if one.is_file()] == []
    assert rehearse("erase", "--all", "--yes").out == "Erased: 0 sessions, 0 files.\n"


def test_what_is_left_of_a_broken_session_can_be_named(rehearse, played, home):
    id = played()
    Home(home).file(id, "jsonl").rename(Home(home).file(id, "damaged-1"))
    assert rehearse("erase", id).out == f"Erased: {id}, 1 file.\n"


@pytest.mark.parametrize("arguments", [(), ("x", "--all"), ("no-such",)])
def test_what_to_erase_must_be_said(rehearse, played, home, arguments):
    id = played()
    assert rehearse("erase", *arguments).code in (1, 2)
    assert Home(home).file(id, "jsonl").exists()


# On a terminal


def test_on_a_terminal_erasing_asks_first(rehearse, played, home):
    id = played()
    with Window(home, "erase", id) as window:
        window.see(f"Erase {id} for good?")
        window.type(ENTER)
        window.see("Nothing was erased.")
    with Window(home, "erase", "--all") as window:
        window.see("Erase all 1 sessions and everything prepared")
        window.type("y", ENTER)
        window.see("Erased: 1 session,")
        assert window.code() == 0
    assert Home(home).names() == {}


def test_on_a_terminal_a_note_has_many_lines_and_waits_half_written(rehearse, played, home):
    id = played()
    with Window(home, "note") as window:
        window.see("Ctrl-D when it is done")
        window.type("Hi Priya,", ENTER, "thank")
        window.see("thank")
        window.type(CTRL_C)
        window.see("Left for later.")
    with Window(home, "note") as window:
        window.see("Hi Priya,", "thank")
        window.type(" you.", CTRL_D)
        window.see("There is no day in it", "Change it?")
        window.type(ENTER)
        window.see("Kept.")
        assert window.code() == 0
    assert notes(home, id)[-1]["text"] == "Hi Priya,\nthank you."
    assert draft.load(Home(home), id) == ""


def test_the_menu_reminds_of_a_plan_that_is_due(rehearse, played, home):
    from datetime import date

    id = played()
    with Journal.open(Home(home), id) as journal:
        journal.append(NOTE, due_record(date(2020, 1, 6), "Monday in two weeks"))
    with Window(home) as window:
        window.see("Due since Monday 6 January 2020 ('Monday in two weeks'): Quiet since January", f"--follow-up {id}",
                   "f  follow-up")  # fmt: skip
        window.type("q", ENTER)
        assert window.code() == 0
    rehearse("note", id, "--no-reminder")
    with Window(home) as window:
        assert "Due" not in window.see("What would you like to do?")
