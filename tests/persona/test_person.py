"""The person goes as the method's two transcripts go, and believability has its rules."""

from dataclasses import replace

import pytest

from simulator.persona import Heard, wake
from simulator.persona.person import Person
from tests.persona.transcripts import SKILLED, UNSKILLED

SEED = 8


def play(scenario, rows, level="standard", seed=SEED):
    person = Person(scenario)
    level = scenario.level(level)
    mind = wake(scenario, level)
    minds, reactions = [], []
    for skills, topics, *_ in rows:
        mind, reaction = person.hear(mind, Heard(tuple(skills.split()), topics=tuple(topics.split())), level, seed)
        minds.append(mind)
        reactions.append(reaction)
    return person, minds, reactions


@pytest.mark.parametrize(("rows", "ending"), [(SKILLED, "mutual_plan"), (UNSKILLED, "hollow_yes")])
def test_states_meters_and_told_facts_go_as_the_transcripts_show(january, rows, ending):
    person, minds, reactions = play(january, rows)
    went = [
        (mind.state, mind.safety, mind.heat, mind.patience, dict(reaction.notes).get("told", ""))
        for mind, reaction in zip(minds, reactions, strict=True)
    ]
    assert went == [tuple(row[2:]) for row in rows]
    assert person.ending(minds[-1]).id == ending


def test_every_fact_of_the_skilled_talk_was_heard(january):
    _, minds, _ = play(january, SKILLED)
    assert dict(minds[-1].facts) == dict.fromkeys(["channel", "lead_role", "dialysis", "kept_quiet", "idea"], "heard")


def test_hearing_leaves_the_mind_that_went_in_as_it_was(january):
    person = Person(january)
    level = january.level("standard")
    mind = wake(january, level)
    before = replace(mind)
    person.hear(mind, Heard(("blame",), topics=("handover",)), level, SEED)
    assert mind == before


def test_the_same_words_in_the_same_place_get_the_same_answer(january):
    _, minds, reactions = play(january, SKILLED)
    _, again, answers = play(january, SKILLED)
    assert (minds, reactions) == (again, answers)


def test_another_seed_says_other_lines_and_goes_the_same_way(january):
    _, minds, reactions = play(january, SKILLED, seed=8)
    _, others, answers = play(january, SKILLED, seed=9)
    assert [mind.state for mind in minds] == [mind.state for mind in others]
    assert [reaction.line for reaction in reactions] != [reaction.line for reaction in answers]


def test_no_line_is_said_twice(january):
    _, _, reactions = play(january, UNSKILLED)
    lines = [reaction.line for reaction in reactions]
    assert len(set(lines)) == len(lines)


def test_trust_has_a_ceiling_until_something_was_heard(january):
    rows = [("mutual_purpose", "handover")] * 2 + [("reflecting_feeling", "")] * 2 + [("permission", "")] * 6
    _, minds, _ = play(january, [(s, t) for s, t in rows])
    assert max(mind.safety for mind in minds) <= january.persona.trust_ceiling[0]


def test_walking_past_what_was_told_costs_and_makes_the_rest_dearer(january):
    _, minds, _ = play(january, [*SKILLED[:7], ("facts", "handover", "", 0, 0, 0, "")])
    assert dict(minds[-1].facts)["channel"] == "dropped"
    assert minds[-1].dearer == january.dropped_cost


def test_a_contrast_beside_the_point_repairs_and_pays_half(january):
    person = Person(january)
    level = january.level("standard")
    _, minds, _ = play(january, SKILLED[:2])
    spoke = Heard(("contrasting",), topics=("process",))
    beside = replace(spoke, unfounded=frozenset(("contrasting",)))
    _, full = person.hear(minds[-1], spoke, level, SEED)
    mind, half = person.hear(minds[-1], beside, level, SEED)
    assert (full.safety, half.safety, mind.state) == (14, 7, "guarded")


def test_a_flash_that_is_named_pays_once_and_an_invented_one_nothing(january):
    person = Person(january)
    level = january.level("standard")
    mind = wake(january, level)
    while not mind.flash:
        mind, _ = person.hear(mind, Heard(("closed_question",), topics=("handover",)), level, SEED)
    sees = Heard(("saying_what_you_see",), topics=("handover",))
    named, paid = person.hear(mind, replace(sees, saw=(mind.flash,)), level, SEED)
    _, invented = person.hear(mind, replace(sees, unfounded=frozenset(("saying_what_you_see",))), level, SEED)
    assert ("noticed", mind.flash) in paid.notes
    assert paid.safety > 0 >= invented.safety
    assert named.flash != mind.flash


def test_more_than_four_moves_in_one_turn_count_as_the_first_two(january):
    person = Person(january)
    level = january.level("standard")
    mind = wake(january, level)
    _, reaction = person.hear(
        mind, Heard(("permission", "mutual_purpose", "curiosity", "facts", "summarizing")), level, SEED
    )
    assert reaction.skills == ("permission", "mutual_purpose")
    assert ("stuffed", "5") in reaction.notes


def test_a_yes_that_is_taken_back_is_hollow_no_more(january):
    hollow = [("permission", "")] * 4 + [("interrupting_solution", "handover"), ("next_step", "handover")]
    person, minds, _ = play(january, hollow, level="easy")
    assert "hollow" in minds[-1].flags
    level = january.level("easy")
    mind, _ = person.hear(minds[-1], Heard(("saying_what_you_see",)), level, SEED)
    assert mind.state == "opening_up"
    assert "hollow" not in mind.flags


def test_a_failure_in_the_middle_of_a_turn_leaves_the_next_turn_whole(january, monkeypatch):
    person = Person(january)
    level = january.level("standard")
    mind = wake(january, level)
    heard = Heard(("blame",), topics=("handover",))
    expected = person.hear(mind, heard, level, SEED)
    with monkeypatch.context() as patch:
        patch.setattr(person, "_with_gesture", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            person.hear(mind, heard, level, SEED)
    assert person.hear(mind, heard, level, SEED) == expected
