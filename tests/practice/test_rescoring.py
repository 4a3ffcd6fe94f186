"""Old conversations under other rules."""

from dataclasses import replace

from scoring import detect
from scoring.findings import Detection, Finding
from simulator.codec import from_json, to_json
from simulator.conversation.session import RESCORED, Rescored, apply
from simulator.practice.rescoring import GAINED, LOST, rescore
from simulator.report import review


def only_blame(text: str, heard) -> Detection:
    """An ear of another edition: every turn with "you" is blame, and nothing else is anything."""
    at = text.find("you")
    if at < 0:
        return Detection(text)
    return Detection(text, (Finding("blame", at, at + 3, "you", "blame/other-rules", 0.9),))


def test_the_same_rules_read_the_same(skilled, january_stage):
    found = rescore(skilled, january_stage, detect, 0)
    assert found.same
    assert (found.differences, found.answers_from) == ((), 0)


def test_other_rules_tell_what_is_gained_and_lost_and_why(skilled, january_stage):
    found = rescore(skilled, january_stage, only_blame, 0)
    turn = skilled.turns(0)[0]
    lost = [one for one in found.differences if one.turn == 1 and one.kind == LOST]
    assert {one.skill for one in lost} == set(turn.detection.skills) - {"blame"}
    assert all(one.rule and one.because for one in lost)
    gained = next(one for one in found.differences if one.kind == GAINED)
    assert (gained.skill, gained.rule) == ("blame", "blame/other-rules")
    assert found.answers_from == 1
    assert found.now_overall < found.was_overall


def test_looking_changes_nothing(skilled, january_stage, january):
    before = to_json(review(skilled, january))
    rescore(skilled, january_stage, only_blame, 0)
    assert to_json(review(skilled, january)) == before


def test_a_kept_reading_changes_the_review_and_not_what_was_played(skilled, january_stage, january):
    played = skilled.turns(0)
    found = rescore(skilled, january_stage, only_blame, 0)
    apply(skilled, [(RESCORED, to_json(one)) for one in found.read])
    assert skilled.turns(0) == played
    assert {skill for turn in skilled.read(0) for skill in turn.detection.skills} == {"blame"}
    made = review(skilled, january)
    assert made.rules == found.now_rules
    assert {finding.skill for line in made.lines for finding in line.findings} == {"blame"}
    assert [line.reply for line in made.lines] == [turn.reply for turn in played]
    assert rescore(skilled, january_stage, only_blame, 0).same


def test_a_reading_of_a_later_run_keeps_to_the_turns_of_each(skilled, january_stage):
    from simulator.conversation.session import Branch

    first = skilled.branches[0]
    own = [replace(turn) for turn in first.turns[5:8]]
    skilled.branches.append(Branch(1, 0, 5, own, first.finish))
    found = rescore(skilled, january_stage, only_blame, 1)
    assert [(one.branch, len(one.detections)) for one in found.read] == [(0, 5), (1, 3)]


def test_a_reading_survives_the_journal():
    kept = Rescored("abc", 1, (only_blame("you", ()),), ())
    assert from_json(Rescored, to_json(kept)) == kept
