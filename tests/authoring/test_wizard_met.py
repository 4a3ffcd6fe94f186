"""What somebody came to practise, they meet: a thing that is said back, and the misreading, however well they speak."""

import pytest

from simulator.authoring.wizard import TEMPERAMENTS
from simulator.conversation.bots import BOTS, STOPS_WHEN_AGREED
from simulator.conversation.simulate import no_ear
from simulator.conversation.talk import Stage, Talk
from tests.authoring.made import ANSWERS

RUNS = 5
MOST = 0.8  # of the runs
FEARS = ("blame", "take_work", {"says": "You've come because of Paulo.", "answer": ""})


def _played(scenario, bot: str, seed: int) -> Talk:
    from random import Random

    talk, draw = Talk(Stage(scenario), no_ear, seed), Random(seed)
    while not talk.over:
        talk.take(BOTS[bot](talk.mind, scenario, draw))
        if bot in STOPS_WHEN_AGREED and talk.mind.state == "agreed" and talk.mind.turns_here >= 1:
            break
    return talk


@pytest.mark.parametrize("fear", FEARS, ids=("blame", "take_work", "own"))
@pytest.mark.parametrize("temperament", TEMPERAMENTS)
def test_a_skilled_player_meets_a_thing_said_back_and_the_misreading(loaded, temperament, fear):
    scenario = loaded(temperament=temperament, misread=fear)
    talks = [_played(scenario, "skilled", seed) for seed in range(1, RUNS + 1)]
    said = [any(one in turn.reply for turn in talk.turns for one in ANSWERS["they_would_say"]) for talk in talks]
    assert sum(said) >= MOST * RUNS
    assert sum(talk.mind.misreads > 0 for talk in talks) >= MOST * RUNS


@pytest.mark.parametrize("temperament", TEMPERAMENTS)
def test_what_is_said_back_does_not_come_all_at_once(loaded, temperament):
    talk = _played(loaded(temperament=temperament), "skilled", 1)
    at = [turn.number for turn in talk.turns if any(one in turn.reply for one in ANSWERS["they_would_say"])]
    assert at
    assert not {number + 2 for number in at} & {number + 1 for number in at} & set(at)
