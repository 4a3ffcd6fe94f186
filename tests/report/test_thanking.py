"""Thanks within two turns of a confidence."""

import pytest

from simulator.report.thanking import point, thanks
from tests.practice.talks import turn

TOLD = (("told", "channel"),)
THANKS = {"appreciation": "Thank you for telling me"}
NOTHING: dict[str, str] = {}


def told(*found: dict[str, str], first=TOLD):
    """A telling at turn 1, and turns after it in which *found* was heard."""
    text = "Thank you for telling me."
    return [turn(1, "Well?", notes=first), *(turn(n, text, one) for n, one in enumerate(found, 2))]


@pytest.mark.parametrize(
    ("after", "thanked"),
    [((THANKS, NOTHING), 2), ((NOTHING, THANKS), 3), ((NOTHING, NOTHING, THANKS), 0), ((THANKS,), 2)],
)
def test_thanks_count_within_two_turns(january, after, thanked):
    assert [one.thanked for one in thanks(told(*after), january)] == [thanked]


def test_a_talk_that_ended_too_soon_for_thanks_says_nothing(january):
    assert thanks(told(NOTHING), january) == ()
    assert point(told(), january) == ()


def test_an_idea_is_no_confidence(january):
    idea = next(fact.id for fact in january.facts if fact.idea)
    assert thanks(told(NOTHING, NOTHING, first=(("told", idea),)), january) == ()


def test_it_is_pointed_out_with_the_turns(january):
    (came,) = point(told(THANKS, NOTHING), january)
    assert (came.happened, came.sentence) == (True, "You thanked Priya within 2 turns for what was told at turn 1.")
    (none,) = point(told(NOTHING, NOTHING), january)
    once = "Once is enough, within 2 turns of the heaviest of it: that was turn 1."
    assert none.sentence == f"What Priya told you was not thanked for. {once}"
    assert not none.happened
