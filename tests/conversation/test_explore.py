"""The search for ways to lines that bots leave unsaid."""

from dataclasses import replace
from random import Random

import pytest

from simulator.conversation.explore import Explorer
from simulator.conversation.simulate import minds_after, simulate, spoken
from simulator.conversation.targets import targets
from simulator.persona.scenario import Condition, Reply

RARE, NEVER = "A line for a rare moment.", "A line that nobody can hear."


@pytest.fixture(scope="module")
def with_two_more(january):
    """The sample with a line for a rare moment and one whose condition contradicts itself."""
    deep = next(state for state in january.states if state.kind == "opening_up")
    told = ("channel", "lead_role")
    rare = Reply(Condition(all=("own_story", "permission"), told_all=told, mark=("owns_emotion",)), (RARE,))
    never = Reply(Condition(told=told[:1], hidden=told[:1]), (NEVER,))
    more = replace(deep, replies=(*deep.replies, rare, never))
    return replace(january, states=tuple(more if state is deep else state for state in january.states))


def test_it_finds_the_rare_line_and_not_the_impossible_one(with_two_more):
    simulation = simulate(with_two_more, 3)
    assert {RARE, NEVER} <= set(simulation.unreached)
    simulation.found = Explorer(with_two_more, Random(1)).search({RARE, NEVER}, 40_000)
    assert simulation.found == {RARE}
    assert NEVER in simulation.unreached
    assert RARE not in simulation.unreached


def test_a_first_talk_is_not_blamed_for_lines_that_it_keeps_for_a_second(january):
    later = Reply(Condition(flag=("second_talk",)), (RARE,))
    state = replace(january.states[0], replies=(*january.states[0].replies, later))
    first = replace(january, states=(state, *january.states[1:]))
    assert RARE not in spoken(first)
    assert RARE in spoken(replace(first, follows=january.id))


def test_the_same_seed_finds_the_same_way(january):
    wanted = set(simulate(january, 1).unreached)
    first, again = (Explorer(january, Random(7)).search(wanted, 2_000) for _ in range(2))
    assert first == again
    assert first


def test_every_line_that_counts_has_a_place_where_it_is_looked_for(january):
    counted = set(simulate(january, 1, bots=("silent",)).lines) - set(january.first_line)
    assert counted <= {target.line for target in targets(january)}


def test_a_second_talk_begins_with_people_out_of_a_first(january):
    minds = minds_after(january, ("breakdown",), 2)
    assert minds
    assert None not in minds
    assert minds_after(january, ("no_such_ending",), 1) == (None,)
