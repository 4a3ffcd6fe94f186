"""What counts as a chance that was used."""

from dataclasses import replace

import pytest

from simulator.persona.mind import Shift
from simulator.report.chances import chances
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
