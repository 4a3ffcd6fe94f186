"""The commands for after a conversation: why, what if, compare, rescore, debrief, drill."""

import json

import pytest

from simulator.cli.kept import load
from simulator.journal import Home, read

TYPED = "Is this still a good moment, Priya?\nYou always do this.\nWhat was it like?\nThat sounds lonely.\n"
OTHERWISE = "I'm sorry I asked you in front of the whole channel."


@pytest.fixture
def talk(played) -> str:
    """A conversation of four turns that has ended."""
    return played(typed=TYPED)


def content(home, id: str) -> bytes:
    return Home(home).file(id, "jsonl").read_bytes()


def test_why_leads_from_the_words_to_the_reply(rehearse, talk):
    ran = rehearse("review", talk, "--why", "2")
    assert ran.code == 0
    headings = ("Why Priya answered so: turn 2", "1. Your words", "2. What it did", "3. Where it led", "4. The reply")
    assert all(heading in ran.out for heading in headings)
    reply = load(talk).turns(0)[1].reply
    assert " ".join(reply.split())[:40] in " ".join(ran.out.split())


def test_why_is_a_record_for_programs(rehearse, talk):
    found = json.loads(rehearse("review", talk, "--why", "2", "--format", "json").out)
    turn = load(talk).turns(0)[1]
    assert (found["turn"], found["text"], found["reply"], found["exact"]) == (2, turn.text, turn.reply, True)


@pytest.mark.parametrize("number", ["5", "99"])
def test_why_of_a_turn_that_is_not_there_is_refused(rehearse, talk, number):
    ran = rehearse("review", talk, "--why", number)
    assert (ran.code, ran.out, ran.err) == (2, "", f"There is no turn {number}; the last one is 4.\n")


def test_what_if_shows_where_the_two_part_and_keeps_nothing(rehearse, talk, home):
    before = content(home, talk)
    ran = rehearse("whatif", talk, "--turn", "2", "--say", OTHERWISE)
    assert ran.code == 0
    assert "Turn 1 is the same." in ran.out
    assert "typed to other answers" in " ".join(ran.out.split())  # turns 3 and 4 are the old words
    assert "How it ends" in ran.out
    last = rehearse("whatif", talk, "--turn", "4", "--say", OTHERWISE)
    assert "typed to other answers" not in " ".join(last.out.split())
    assert content(home, talk) == before


def test_what_if_with_the_same_words_says_that_nothing_is_different(rehearse, talk):
    ran = rehearse("whatif", talk, "--turn", "2", "--say", "You always do this.")
    assert "Nothing is different: the same words, the same answers." in ran.out


def test_a_kept_what_if_stands_beside_the_first_run_which_stays_the_scored_one(rehearse, talk):
    before = rehearse("review", talk, "--format", "json").out
    rehearse("whatif", talk, "--turn", "2", "--say", OTHERWISE, "--keep")
    review = json.loads(rehearse("review", talk, "--format", "json").out)
    assert review["scorecard"] == json.loads(before)["scorecard"]
    assert [run["what_if"] for run in review["runs"]] == [False, True]
    assert [run["scored"] for run in review["runs"]] == [True, False]
    assert sum(run["best"] for run in review["runs"]) == 1
    other = json.loads(rehearse("review", f"{talk}@1", "--format", "json").out)
    assert other["lines"][1]["text"] == OTHERWISE
    assert other["lines"][0] == review["lines"][0]
    assert "4 turns, ended" in rehearse("sessions").out


def test_a_what_if_is_kept_beside_a_conversation_that_goes_on(rehearse, played, home):
    id = played(typed="One.\nTwo.\n/quit\n")
    rehearse("whatif", id, "--turn", "1", "--say", OTHERWISE, "--keep")
    ran = rehearse("play", "--resume", id, "--json", typed="Three.\n")
    assert json.loads(ran.out.splitlines()[1])["turn"] == 3
    assert [turn.text for turn in load(id).turns(0)] == ["One.", "Two.", "Three."]


@pytest.mark.parametrize("run", ["7", "x", "-1"])
def test_a_run_that_is_not_there_is_refused(rehearse, talk, run):
    ran = rehearse("review", f"{talk}@{run}")
    assert (ran.code, ran.out) == (2, "")
    assert f"there is no run '{run}'" in ran.err


def test_compare_sets_the_runs_of_one_session_side_by_side(rehearse, talk):
    rehearse("whatif", talk, "--turn", "2", "--say", OTHERWISE, "--keep")
    out = rehearse("compare", talk).out
    assert f"A: {talk} (" in out
    assert f"B: {talk}, run 1 (" in out
    assert "costly moves" in out


def test_turns_that_are_the_same_are_one_row(rehearse, played):
    before, after = "Hello.\nThe handover of the 4th.\nWhat was it like?\n", "You always do this.\n"
    same, other = played(typed=before + after), played(typed=before + "I'm sorry.\n")
    rows = rehearse("compare", same, other).out.split("State by state", 1)[1].splitlines()
    assert [row.split("  ")[1] for row in rows if row.startswith(("  1", "  2", "  3", "  4"))] == ["1 to 3", "4"]
    assert sum("the same" in row for row in rows) == 1


def test_compare_takes_several_sessions(rehearse, played):
    one, two = played(typed=TYPED), played(typed="You always do this.\n")
    found = json.loads(rehearse("compare", one, two, "--format", "json").out)
    assert [column["session"] for column in found["columns"]] == [one, two]
    assert found["first"] == 0
    assert found["parting"] is None
    assert rehearse("compare", one, two, "--format", "markdown").out.startswith("# Side by side")


def test_one_run_alone_has_nothing_to_be_compared_with(rehearse, talk):
    ran = rehearse("compare", talk)
    assert (ran.code, ran.out) == (1, "")
    assert "has one run" in ran.err


def test_rescoring_under_the_same_rules_changes_nothing(rehearse, talk, home):
    before = content(home, talk)
    assert "Nothing is read otherwise." in rehearse("rescore", talk).out
    rehearse("rescore", talk, "--keep")
    assert content(home, talk) == before


def test_rescoring_tells_what_is_read_otherwise_and_keeps_it_only_when_asked(rehearse, talk, home, monkeypatch):
    import scoring
    from scoring.findings import Detection

    monkeypatch.setattr(scoring, "detect", lambda text, heard=(): Detection(text))
    before = content(home, talk)
    ran = rehearse("rescore", talk)
    assert "is no longer heard; then it was" in ran.out
    assert content(home, talk) == before
    rehearse("rescore", talk, "--keep")
    assert read(Home(home), talk).records[-1].kind == "rescored"
    assert "Nothing is read otherwise." in rehearse("rescore", talk).out


def test_all_conversations_are_rescored_without_a_name(rehearse, played):
    assert rehearse("rescore").out.startswith("There is no session yet.")
    played(), played()
    ran = rehearse("rescore")
    assert ran.out.count("Nothing is read otherwise.") == 2
    assert ran.err == "0 of 2 conversations are read otherwise today.\n"


def test_a_debrief_takes_answers_from_a_pipe_and_asks_once(rehearse, talk):
    ran = rehearse("debrief", talk, typed="Calm.\nAsk sooner.\nblame\n0\n\n")
    assert ran.out.index("What went well?") < ran.out.index("How it ended")
    assert ran.out.index("Priya's chair") < ran.out.index("Counts, for those who want them")
    session = load(talk)
    assert (session.reflection["plus"], session.reflection["delta"]) == ("Calm.", "Ask sooner.")
    assert [mark.who for mark in session.marks] == ["self"]
    assert "What went well?" not in rehearse("debrief", talk).out


def test_a_screen_shows_what_comes_first_and_names_the_command_for_all_of_it(rehearse, talk):
    short = rehearse("review", talk).out
    command = f"rehearse review {talk} --full"
    assert short.rstrip().endswith(command)
    assert "The conversation\n---" not in short
    assert rehearse("debrief", talk, "--no-ask").out.count(command) == 1
    whole = rehearse(*command.split()[1:]).out
    assert "The conversation\n---" in whole
    assert "Priya's chair" in whole
    assert "--full" not in whole


def test_what_is_written_into_a_file_is_whole(rehearse, talk, tmp_path):
    rehearse("review", talk, "-o", str(tmp_path / "talk.txt"))
    assert "The conversation\n---" in (tmp_path / "talk.txt").read_text()


def test_a_debrief_without_answers_keeps_nothing_and_shows_all(rehearse, talk, home):
    before = content(home, talk)
    ran = rehearse("debrief", talk)
    assert ran.code == 0
    assert "How it ended" in ran.out
    assert content(home, talk) == before


def test_drills_are_listed_and_run_from_a_pipe(rehearse):
    assert "\n  contrasting\n" in rehearse("drill").out
    ran = rehearse("drill", "contrasting", "--scenario", "quiet-since-january", "--seed", "1", typed="/model\nWhat?\n")
    assert ran.code == 0
    assert "For example:" in ran.out
    assert ran.out.endswith("1 try, 0 of them did what this is about.\n")


def ticked(rehearse, *habits: str) -> None:
    rehearse("prepare", "late-again", "--from", "-", typed=f"behaviours: [{', '.join(habits)}]\n")


def test_habits_are_drilled_with_the_person_who_was_spoken_to_last_first(rehearse, talk):
    assert "\n1. Quiet since January\n" in rehearse("drill", "habits", "--seed", "3", typed="").out
    assert "\n1. Quiet since January\n" in rehearse("drill", "habits", "--seed", "4", typed="").out


def test_a_drill_without_a_name_tells_of_the_habits_that_were_ticked(rehearse):
    assert "In your self-check you ticked" not in rehearse("drill").out
    ticked(rehearse, "minimizing")
    out = rehearse("drill").out
    assert out.startswith("In your self-check you ticked:\n  making it small: 'just', 'no big deal'\n")
    assert "`rehearse drill habits`" in out
    assert "\n  contrasting\n" in out


def test_the_ticked_habits_are_pressed(rehearse):
    ticked(rehearse, "minimizing")
    ran = rehearse("drill", "habits", "--scenario", "quiet-since-january", "--seed", "1", typed="It's no big deal.\n")
    assert ran.code == 0
    assert "it would be easy to make it small" in ran.out
    assert "that is what tempts here" in ran.out


def test_a_session_that_took_the_self_check_along_has_it_still(rehearse, played):
    rehearse("prepare", "quiet-since-january", "--from", "-", typed="behaviours: [winging_it]\n")
    played()
    assert "going in without a plan, and hoping" in rehearse("drill").out


def test_where_nothing_is_ticked_all_five_are_pressed(rehearse):
    ran = rehearse("drill", "habits", "--scenario", "quiet-since-january", "--seed", "1", typed="Hello.\n")
    assert "Nothing is ticked in a self-check, so here are all five" in ran.out


def test_a_drill_may_be_named_in_plain_words(rehearse):
    assert (
        "a moment for an open question" in rehearse("drill", "open question", "--scenario", "quiet-since-january").out
    )


def test_a_drill_that_is_none_is_refused(rehearse):
    ran = rehearse("drill", "juggling")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "There is no drill 'juggling'. `rehearse drill` lists them.\n"


@pytest.mark.parametrize("options", [["--plain"], ["--json"]])
def test_the_coach_speaks_after_each_turn(rehearse, options):
    ran = rehearse("play", "quiet-since-january", "--seed", "8", "--coach", *options, typed="\n")
    assert "You said nothing, and waited." in ran.out
    assert "You said nothing, and waited." not in rehearse("play", "quiet-since-january", *options, typed="\n").out
