"""`rehearse mark` through a pipe: blind, kept, resumed, closed, compared; and as tables."""

import json

import pytest

from scoring.evaluate import main as evaluate
from scoring.vocabulary import PLAIN

TALK = "You always leave us in the lurch.\nWhat was that like for you?\n"


@pytest.fixture
def talk(played):
    return played(typed=TALK)


def closed(rehearse, talk, *lines, by="Ana"):
    return rehearse("mark", talk, "--by", by, typed="\n".join((*lines, "yes", "Mostly tense.", "")) + "\n")


def test_a_trainer_goes_through_the_turns_and_closes(rehearse, talk):
    ran = rehearse("mark", talk, "--by", "Ana", typed='blame "always" (a generalisation)\n\n\nyes\nTense.\n\nan echo\n')
    assert (ran.code, ran.err) == (0, "")
    assert "You always leave us in the lurch." in ran.out
    assert "The blind phase is closed; 1 reading of the scorer's overruled" in ran.out
    assert 'The scorer heard curiosity in "What was that like for you' in ran.out
    assert "Yours counts, with the reason." in ran.out
    review = rehearse("review", talk).out
    assert "an open question is not there, as the trainer marked: by Ana; an echo" in " ".join(review.split())
    assert "The whole, Ana: Tense." in review


def test_nothing_of_the_scorers_is_shown_before_the_end_of_the_blind_phase(rehearse, talk):
    out = rehearse("mark", talk, typed="\n\nno\n").out
    assert "Not judged" not in out
    assert not [name for name in ("curiosity", "blame", PLAIN["curiosity"]) if name in out]
    assert "Kept. To go on:" in out


def test_the_end_of_the_pipe_keeps_what_was_marked_and_the_next_time_goes_on(rehearse, talk):
    first = rehearse("mark", talk, "--by", "Ana", typed="blame\n")
    assert first.out.endswith(f"Kept. To go on:  rehearse mark {talk} --by 'Ana'\n")
    again = rehearse("mark", talk, "--by", "Ana", typed="/back\n").out
    assert "2 turns to mark, 1 marked." in again
    assert again.index("Turn 2 of 2") < again.index("Turn 1 of 2") < again.index("- blame, blame")


def test_a_mark_is_on_disk_before_the_next_turn_is_asked_for(rehearse, talk, home):
    rehearse("mark", talk, typed="blame\n\n")
    kept = (home / "sessions" / f"{talk}.jsonl").read_text().splitlines()
    assert [json.loads(line)["data"]["skill"] for line in kept if '"mark"' in line] == ["blame", ""]


def test_agreement_is_refused_while_the_blind_phase_is_open(rehearse, talk):
    assert "Nothing is marked yet" in rehearse("mark", talk, "--agree").err
    rehearse("mark", talk, "--by", "Ana", typed="blame\n\n")
    ran = rehearse("mark", talk, "--agree")
    assert (ran.code, ran.out) == (1, "")
    assert "is not closed (1 of 2 turns are marked)" in ran.err


def test_agreement_has_figures_words_and_what_is_in_force(rehearse, talk):
    closed(rehearse, talk, "blame", "", "")
    out = rehearse("mark", talk, "--agree").out
    rows = {tuple(line.split()[:-1]): line.split()[-1] for line in out.splitlines() if "%" in line}
    # blame: both in turn 1, neither in turn 2. curiosity: the scorer in turn 2, the trainer never: 0 above chance.
    assert rows["blame", "2", "1", "0", "0", "100", "%"] == "1.00"
    assert rows["curiosity", "2", "0", "1", "0", "50", "%"] == "0.00"
    assert 'The scorer heard curiosity in "What was that like for you' in out
    assert "In force in the review" in out
    assert "read the words rather than the figure" in " ".join(out.split())  # wherever the lines break


def test_two_trainers_are_set_beside_one_another(rehearse, talk):
    closed(rehearse, talk, "blame", "", "")
    closed(rehearse, talk, "", "curiosity", "", by="Ben")
    out = rehearse("mark", talk, "--agree").out
    assert "Ana and Ben: 2 turns that both have read" in out
    assert "Ben heard curiosity; Ana did not." in " ".join(out.split())
    assert "in dispute among the trainers" in " ".join(out.split())
    alone = rehearse("mark", talk, "--agree", "--by", "ben").out
    assert "The scorer and Ana" not in alone


def test_a_trainer_who_is_still_blind_is_not_shown_what_another_heard(rehearse, talk):
    closed(rehearse, talk, "blame", "", "")
    rehearse("mark", talk, "--by", "Ben", typed="facts\n\n")
    assert rehearse("mark", talk, "--agree", "--by", "Ben").code == 1
    assert "Still marking blind, and left out: Ben." in rehearse("mark", talk, "--agree").out


def test_whoever_leaves_before_judging_the_whole_has_not_closed(rehearse, talk):
    assert "Kept. To go on:" in rehearse("mark", talk, typed="\n\nyes\n").out
    assert "2 turns to mark, 2 marked." in rehearse("mark", talk, typed="").out
    assert "The blind phase is closed" in rehearse("mark", talk, typed="yes\nTense, and short.").out


def test_closed_is_closed_and_only_the_differences_are_asked_for_again(rehearse, talk):
    closed(rehearse, talk, "blame", "", "")
    ran = rehearse("mark", talk, "--by", "Ana", typed="/stands fair enough\n")
    assert "Turn 1 of 2" not in ran.out
    assert "The scorer's reading stands." in ran.out
    assert "as the trainer marked" not in rehearse("review", talk).out
    assert rehearse("mark", talk, "--by", "Ana", "--close", "again").code == 2


def test_a_table_is_written_filled_in_and_taken(rehearse, talk, tmp_path):
    file = tmp_path / "marks.csv"
    assert rehearse("mark", talk, "--by", "Ana", "--to", str(file)).code == 0
    rows = file.read_text().splitlines()
    rows = [row.replace("1,blame,,", "1,blame,x,", 1).replace("(whole),,,,", "(whole),,x,,Tense.", 1) for row in rows]
    file.write_text("\n".join(rows))
    ran = rehearse("mark", talk, "--by", "Ana", "--from", str(file))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Kept: 1 label on 1 turn.\nThe blind phase is closed; 0 readings")
    assert rehearse("mark", talk, "--by", "Ana", "--from", str(file)).out == "There was nothing new in it.\n"
    assert rehearse("mark", talk, "--agree").code == 0


def test_a_table_with_faults_is_refused_whole_with_every_place(rehearse, talk, tmp_path):
    file = tmp_path / "marks.csv"
    file.write_text("turn,skill,mark\n1,blame,x\n7,facts,x\n1,\x1b[31mred,x\n")
    ran = rehearse("mark", talk, "--from", str(file))
    assert ran.code == 1
    assert f"{file}:3:1: M02" in ran.out
    assert f"{file}:4:3: M03" in ran.out
    assert "\x1b" not in ran.out
    assert ran.err == "2 faults; nothing of it was kept.\n"
    assert rehearse("marks", talk).out == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--agree", "--close", "x"), "give one of them"),
        (("--to", "marks.txt"), "ends in .csv"),
        (("--from", "none.csv"), "no such file"),
    ],
)
def test_wrong_usage_is_told(rehearse, talk, arguments, said):
    ran = rehearse("mark", talk, *arguments)
    assert ran.code in (1, 2)
    assert said in ran.out + ran.err


def test_one_session_is_marked_at_a_time_and_several_are_counted_together(rehearse, played):
    talks = [played(typed=TALK), played(typed=TALK)]
    assert rehearse("mark", *talks).code == 2
    for talk in talks:
        closed(rehearse, talk, "blame", "", "")
    out = rehearse("mark", *talks, "--agree").out
    assert "The scorer and Ana: 4 turns that both have read" in out


def test_another_run_of_a_session_is_marked_by_its_number(rehearse, played):
    talk = played(typed="Hello.\n/rewind 0\nYou always leave us in the lurch.\n")
    ran = rehearse("mark", f"{talk}@0", typed="")
    assert "The user: Hello." in ran.out


def test_the_export_says_who_and_by_and_the_evaluation_reads_it(rehearse, talk, tmp_path, capsys):
    closed(rehearse, talk, "blame", "", "")
    lines = rehearse("marks", talk).out
    said = [mark for line in lines.splitlines() for mark in json.loads(line)["marks"]]
    assert {(mark["who"], mark["by"]) for mark in said} == {("trainer", "Ana")}
    file = tmp_path / "marks.jsonl"
    file.write_text(lines)
    assert evaluate([str(file), "--draws", "0", "--errors", "curiosity"]) == 0
    assert "wrong " in capsys.readouterr().out  # the ear hears an open question where the trainer heard none


def test_what_is_marked_is_what_the_review_counts_also_where_another_run_goes_on(rehearse, played, home, tmp_path):
    from simulator.cli.kept import load
    from simulator.conversation.session import REWIND, TURN, rewind_record, turn_record
    from simulator.journal import Home, Journal

    talk = played(typed="You always leave us in the lurch.\nWhat was it like?\n")
    session = load(talk)
    with Journal.open(Home(home), talk) as journal:  # back to the beginning, other words, and no end yet
        journal.append(REWIND, rewind_record(0, 0))
        journal.append(TURN, turn_record(1, load(played(typed="Hello.\n")).turns(0)[0]))
    session = load(talk)
    assert (session.current.number, session.scored.number) == (1, 0)
    counted = [line["text"] for line in json.loads(rehearse("review", talk, "--format", "json").out)["lines"]]
    table = tmp_path / "marks.csv"
    rehearse("mark", talk, "--to", str(table))
    assert all(text in table.read_text() for text in counted)
    assert "Hello." not in table.read_text()
    assert f"The user: {counted[0]}" in rehearse("mark", talk, typed="").out
    closed(rehearse, talk, "blame", "", "")
    assert "2 turns that both have read" in rehearse("mark", talk, "--agree").out
    assert [json.loads(line)["text"] for line in rehearse("marks", talk).out.splitlines()] == counted
    assert "as the trainer marked" in rehearse("review", talk).out
    assert "as the trainer marked" not in rehearse("review", f"{talk}@1").out
