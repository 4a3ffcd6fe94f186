"""Agreement: figures that were worked out by hand, and the words where two readings part."""

import pytest

from simulator.report.agreement import SCORER, Agreement, Parting, Unit, compared, comparisons
from tests.report.hearing import close, conversation, judge

# Ten turns. An x is a turn in which the skill was heard, by the scorer (above) and by the trainer (below).
#
#             1 2 3 4 5 6 7 8 9 10
#  curiosity  x x x x x . . . . .
#             x x x x . x . . . .      both 4, scorer only 1, trainer only 1, neither 4
#  blame      x x . . . . . . . .
#             . x x x . . . . . .      both 1, scorer only 1, trainer only 2, neither 6
#  facts      x x x x x x x x x x
#             x x x x x x x x x x      both 10
CURIOSITY = (range(1, 6), [1, 2, 3, 4, 6])
BLAME = ([1, 2], [2, 3, 4])
FACTS = (range(1, 11), range(1, 11))


def unit(turn):
    heard = {"curiosity": CURIOSITY, "blame": BLAME, "facts": FACTS}
    first, second = ({s: s.upper() for s, rows in heard.items() if turn in rows[who]} for who in (0, 1))
    return Unit("talk", turn, f"Turn {turn}.", first, second)


@pytest.fixture
def worked():
    return compared([unit(turn) for turn in range(1, 11)], SCORER, "Ana")


def row(worked, skill):
    return next(one for one in worked.skills if one.skill == skill)


def test_kappa_of_curiosity_is_as_worked_out_by_hand(worked):
    # observed: (4 + 4) / 10 = 0.8
    # expected: both heard it in 5 of 10: 0.5 * 0.5 + 0.5 * 0.5 = 0.5
    # kappa:    (0.8 - 0.5) / (1 - 0.5) = 0.6
    assert row(worked, "curiosity") == Agreement("curiosity", 4, 1, 1, 4)
    assert row(worked, "curiosity").share == pytest.approx(0.8)
    assert row(worked, "curiosity").kappa == pytest.approx(0.6)


def test_kappa_of_blame_is_as_worked_out_by_hand(worked):
    # observed: (1 + 6) / 10 = 0.7
    # expected: scorer 2 of 10, trainer 3 of 10: 0.2 * 0.3 + 0.8 * 0.7 = 0.06 + 0.56 = 0.62
    # kappa:    (0.7 - 0.62) / (1 - 0.62) = 0.08 / 0.38 = 0.2105...
    assert row(worked, "blame") == Agreement("blame", 1, 1, 2, 6)
    assert row(worked, "blame").share == pytest.approx(0.7)
    assert row(worked, "blame").kappa == pytest.approx(4 / 19)


def test_where_both_hear_it_always_there_is_no_kappa(worked):
    # expected: 1 * 1 + 0 * 0 = 1, and nothing is left above chance
    assert row(worked, "facts").share == 1.0
    assert row(worked, "facts").kappa is None


def test_all_together_is_as_worked_out_by_hand(worked):
    # 31 skills on 10 turns are 310 decisions: both 4 + 1 + 10 = 15, scorer only 2, trainer only 3, neither 290
    # observed: 305 / 310; expected: (17 * 18 + 293 * 292) / 310^2 = (306 + 85556) / 96100 = 85862 / 96100
    # kappa:    (305 * 310 - 85862) / (96100 - 85862) = 8688 / 10238 = 0.8486...
    assert worked.together == Agreement("", 15, 2, 3, 290)
    assert worked.together.kappa == pytest.approx(8688 / 10238)


def test_complete_disagreement_is_minus_one():
    # each hears it in one of two turns, never the same: observed 0, expected 0.5 * 0.5 + 0.5 * 0.5 = 0.5; -0.5 / 0.5
    assert Agreement("blame", 0, 1, 1, 0).kappa == pytest.approx(-1.0)


def test_only_skills_that_somebody_heard_have_a_row(worked):
    assert [one.skill for one in worked.skills] == ["curiosity", "facts", "blame"]


def test_every_parting_is_listed_with_the_words_of_whoever_heard_it(worked):
    assert worked.partings == (
        Parting("talk", 1, "blame", SCORER, "Ana", "Turn 1.", "BLAME"),
        Parting("talk", 3, "blame", "Ana", SCORER, "Turn 3.", "BLAME"),
        Parting("talk", 4, "blame", "Ana", SCORER, "Turn 4.", "BLAME"),
        Parting("talk", 5, "curiosity", SCORER, "Ana", "Turn 5.", "CURIOSITY"),
        Parting("talk", 6, "curiosity", "Ana", SCORER, "Turn 6.", "CURIOSITY"),
    )


def test_turns_that_were_not_judged_stay_out(january_stage):
    session = conversation(january_stage, "curiosity", "blame", "nothing").session
    judge(session, 1, "curiosity")
    judge(session, 3)
    close(session)
    (one,) = comparisons([(session, 0)])
    assert (one.first, one.second, one.turns) == (SCORER, "Ana", 2)
    assert one.skills == (Agreement("curiosity", 1, 0, 0, 1),)


def test_whoever_has_not_closed_the_blind_phase_is_left_out(january_stage):
    session = conversation(january_stage, "curiosity").session
    judge(session, 1, "curiosity")
    assert comparisons([(session, 0)]) == ()


def test_two_trainers_are_compared_with_the_scorer_and_with_one_another(january_stage):
    session = conversation(january_stage, "curiosity", "blame").session
    for by, first in (("Ana", ["curiosity"]), ("Ben", [])):
        judge(session, 1, *first, by=by)
        judge(session, 2, by=by)
        close(session, by=by)
    pairs = {(one.first, one.second): one for one in comparisons([(session, 0)])}
    assert list(pairs) == [(SCORER, "Ana"), (SCORER, "Ben"), ("Ana", "Ben")]
    assert pairs["Ana", "Ben"].skills == (Agreement("curiosity", 0, 1, 0, 1),)
    assert [(p.turn, p.heard_by, p.not_by) for p in pairs["Ana", "Ben"].partings] == [(1, "Ana", "Ben")]


def test_several_sessions_are_counted_together(january_stage):
    talks = []
    for id in ("one", "two"):
        session = conversation(january_stage, "curiosity", "hello", id=id).session
        judge(session, 1, "curiosity")
        judge(session, 2)
        close(session, by="ana" if id == "two" else "Ana")  # one person, however the name is written
        talks.append((session, 0))
    (one,) = comparisons(talks)
    assert one.skills == (Agreement("curiosity", 2, 0, 0, 2),)


def test_what_is_decided_afterwards_changes_no_agreement(january_stage):
    from tests.report.hearing import decide

    session = conversation(january_stage, "curiosity", "hello").session
    judge(session, 1)
    judge(session, 2)
    close(session)
    before = comparisons([(session, 0)])
    decide(session, 1, "curiosity", "stands")
    assert comparisons([(session, 0)]) == before
