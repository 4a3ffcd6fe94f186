"""What counts as a chance that was used."""

from dataclasses import replace

import pytest

from scoring.scorecard import Chance
from simulator.persona.mind import Shift
from simulator.report.chances import chances
from simulator.report.making import _best, _costs
from simulator.report.trying import try_this
from tests.practice import talks

DENIED = "I'm not filing anything. I do want to hear it."


def unfounded(turn, *skills: str):
    return replace(turn, heard=replace(turn.heard, unfounded=frozenset(skills)))


@pytest.mark.parametrize(("notes", "used"), [((("repaired", "process"),), "contrasting"), ((), "")])
def test_what_repaired_was_to_the_point_whatever_its_words(january, notes, used):
    made = talks.turn(1, DENIED, {"contrasting": DENIED}, before="misread", notes=notes)
    (chance,) = chances([unfounded(made, "contrasting")], january)
    assert chance.used == used


def test_naming_a_flash_in_any_words_is_saying_what_one_sees(january):
    seen = next(state.name for state in january.states if "saying_what_you_see" in state.chance)
    made = talks.turn(1, "It is not fine, I see it.", before=seen, notes=(("noticed", "x"),))
    (chance,) = chances([made], january)
    assert chance.used == "saying_what_you_see"


def test_a_move_that_was_marked_as_wrong_used_no_chance(january):
    state = next(state for state in january.states if state.chance and "facts" not in state.chance)
    made = talks.turn(1, "On the 4th it was late.", {"facts": "On the 4th"}, before=state.name, safety=6)
    made = replace(made, reaction=replace(made.reaction, shifts=(Shift("facts", 6, 0, 0),)))
    marked = replace(made, reaction=replace(made.reaction, skills=()))
    assert [chances([one], january)[0].used for one in (made, marked)] == ["facts", ""]


def test_nobody_is_advised_against_a_turn_that_got_something_told(january):
    opening_up = next(state.name for state in january.states if state.kind == "opening_up" and state.chance)
    told = talks.turn(1, "Who covers it?", before=opening_up, notes=(("told", "channel"),))
    hurt = talks.turn(2, "You always do this.", {"blame": "You always do this"}, before="agreed", safety=-12)
    found = chances([told, hurt], january)
    tried = try_this([told, hurt], "Hi.", january, found, None, {})
    assert tried.turn == 2


def test_what_was_made_up_for_in_the_next_turns_is_not_the_thing_to_try(january):
    asked = talks.turn(2, "May I go on?", {"permission": "May I go on?"}, before="guarded")
    late = talks.turn(4, "It was late.", before="guarded")
    missed = [Chance(turn, "guarded", ("permission",)) for turn in (1, 4)]
    turns = [talks.turn(1, "It was late.", before="guarded"), asked, talks.turn(3, "Yes."), late]
    assert try_this(turns, "Hi.", january, missed, None, {}).turn == 4
    assert try_this([turns[0], turns[2], late], "Hi.", january, missed, None, {}).turn == 1


def test_a_turn_after_which_the_other_drew_back_is_no_best_moment(january):
    said = "I'm sorry about the channel."
    gave = {"apologizing": said}
    shut = talks.turn(1, said, gave, before="guarded", after="fine", safety=30)
    kept = talks.turn(2, said, gave, before="guarded", safety=5)
    assert _best([shut, kept], talks.talk(shut, kept), january).turn == 2
    assert _best([shut], talks.talk(shut), january) is None


def test_an_offer_that_was_taken_up_left_no_chance_unused(january):
    taken = talks.turn(1, "Yes, please.", before="problem_solving", notes=(("told", "idea"),))
    assert chances([taken], january) == []
    (missed,) = chances([replace(taken, reaction=replace(taken.reaction, notes=()))], january)
    assert not missed.used


@pytest.mark.parametrize(
    ("skill", "safety", "notes", "shown"),
    [
        ("closed_question", -3, (), True),
        ("closed_question", 3, (), False),
        ("closed_question", -3, (("told", "channel"),), False),
        ("blame", 3, (("told", "channel"),), True),
    ],
)
def test_a_clumsy_form_that_did_no_harm_is_not_held_up(january, skill, safety, notes, shown):
    made = talks.turn(1, "Is it home?", {skill: "Is it home"}, before="guarded", safety=safety, notes=notes)
    assert bool(_costs([made], january, {})) is shown
