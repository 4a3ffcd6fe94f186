"""Concrete questions are answered, an offer can be taken up, and what was walked past can be picked up late."""

from dataclasses import replace

import pytest

from scoring import detect
from simulator.conversation.hearing import Hearing
from simulator.persona.heard import Heard
from simulator.persona.mind import DROPPED, HEARD, TOLD, wake
from simulator.persona.person import Person

SEED = 8
CURIOUS = Heard(("curiosity",), topics=("handover",), shape="question")


@pytest.fixture(scope="module")
def person(january):
    return Person(january)


@pytest.fixture
def standard(january):
    return january.level("standard")


def mind_in(january, level, state, **changes):
    return replace(wake(january, level), state=state, turn=9, **changes)


def lines(january, id):
    return {line for asked in january.asked if asked.id == id for rule in asked.answers for line in rule.say}


def said_of(january, person, level, mind, heard):
    return person.hear(mind, heard, level, SEED)[1].line


def test_a_concrete_question_is_answered_in_any_state(january, person, standard):
    asks = replace(CURIOUS, asked=("siblings",))
    for state in ("guarded", "opening_up", "problem_solving"):
        mind = mind_in(january, standard, state, facts=(("channel", HEARD), ("dialysis", HEARD)))
        assert any(line in said_of(january, person, standard, mind, asks) for line in lines(january, "siblings"))


def test_who_is_hurt_or_has_asked_something_answers_none(january, person, standard):
    mind = mind_in(january, standard, "opening_up", facts=(("dialysis", HEARD),))
    hurting = Heard(("curiosity", "blame"), topics=("home",), shape="question", asked=("siblings",))
    feared = replace(mind, state="misread", misread="process")
    for here, heard in ((mind, hurting), (feared, replace(CURIOUS, asked=("siblings",)))):
        assert not any(line in said_of(january, person, standard, here, heard) for line in lines(january, "siblings"))


def test_a_question_beside_what_puts_a_misreading_right_is_answered_as_well(january, person, standard):
    told = (("channel", HEARD), ("dialysis", HEARD))
    mind = mind_in(january, standard, "misread", misread="process", came_from="opening_up", facts=told)
    repairs = Heard(("contrasting", "curiosity"), topics=("home",), shape="question", asked=("siblings",))
    said = said_of(january, person, standard, mind, repairs)
    assert any(line in said for line in january.misread("process").repaired)
    assert any(said.endswith(line) for line in lines(january, "siblings"))


def test_while_a_plan_is_made_no_more_is_told_of_what_hurts(january, standard):
    hums = "It hums."
    facts = tuple(replace(one, more=(hums,)) if one.id == "dialysis" else one for one in january.facts)
    person = Person(replace(january, facts=facts))
    told = {"facts": (("dialysis", HEARD),), "last_told": "dialysis", "told_turn": 8, "safety": 60}
    asks = Heard(("curiosity",), topics=("home",), shape="question")
    said = {
        state: person.hear(mind_in(january, standard, state, **told), asks, standard, SEED)[1].line
        for state in ("opening_up", "problem_solving")
    }
    assert hums in said["opening_up"]
    assert hums not in said["problem_solving"]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("How is your mum now?", ("mum_now",)),
        ("do you have any brothers or sisters?", ("siblings",)),
        ("My brother has that too.", ()),  # nothing is asked
        ("I don't know what to say", ("no_words",)),  # counts without a question
        ("It stays between us.", ("kept_private",)),
    ],
)
def test_a_question_is_known_by_its_words(january, text, asked):
    heard = Hearing(january).hear(detect(text), wake(january, january.level("standard")), [], [])
    assert heard.asked == asked


def test_asking_on_about_what_was_told_shows_that_it_was_heard(january, person, standard):
    told = {"facts": (("dialysis", TOLD),), "last_told": "dialysis", "told_turn": 9}
    mind = mind_in(january, standard, "opening_up", **told)
    asks = Heard(("closed_question",), shape="question", asked=("mum_now",))
    after, _ = person.hear(mind, asks, standard, SEED)
    assert dict(after.facts)["dialysis"] == HEARD
    walks_past, _ = person.hear(mind, Heard(("facts",), topics=("handover",)), standard, SEED)
    assert dict(walks_past.facts)["dialysis"] == DROPPED


def test_who_comes_back_to_what_they_walked_past_has_heard_it_after_all(january, person, standard):
    mind = mind_in(january, standard, "opening_up", facts=(("dialysis", DROPPED),), last_told="dialysis", told_turn=5)
    sorry = Heard(("apologizing",), topics=("home",))
    assert dict(person.hear(mind, sorry, standard, SEED)[0].facts)["dialysis"] == HEARD
    other = Heard(("apologizing",), topics=("channel",))
    assert dict(person.hear(mind, other, standard, SEED)[0].facts)["dialysis"] == DROPPED


def test_an_offer_is_taken_up_by_any_word_but_a_plan_of_ones_own(january, person, standard):
    told = (("channel", HEARD), ("lead_role", HEARD), ("dialysis", HEARD))
    mind = mind_in(january, standard, "problem_solving", facts=told, safety=70, heat=10, prev="offer")
    for heard, comes in ((Heard((), shape="short"), True), (Heard(("next_step",)), False)):
        after, _ = person.hear(mind, heard, standard, SEED)
        assert ("idea" in dict(after.facts)) is comes
    without = replace(mind, prev="")
    assert "idea" not in dict(person.hear(without, Heard((), shape="short"), standard, SEED)[0].facts)


def test_a_telling_that_was_not_asked_for_has_a_bridge_and_a_pure_question_draws_none(january, person, standard):
    open_ = {"safety": 72, "heat": 8, "facts": (("channel", HEARD),), "topics": (), "last_told": ""}
    mind = mind_in(january, standard, "opening_up", **open_)
    general = Heard(("curiosity",), shape="question")
    after, reaction = person.hear(mind, general, standard, SEED)
    assert dict(after.facts).get("lead_role") == TOLD
    assert any(reaction.line.startswith(bridge) for bridge in january.bridges)
    # a topic that is only still on the table was not asked about either, unless their words are taken up
    lingers = replace(mind, topics=("team",), topics_age=0)
    for taken_up in (False, True):
        _, reaction = person.hear(lingers, replace(general, takes_up=taken_up), standard, SEED)
        assert any(reaction.line.startswith(bridge) for bridge in january.bridges) is not taken_up
    elsewhere, _ = person.hear(mind, replace(general, topics=("reviews",)), standard, SEED)
    assert dict(elsewhere.facts) == dict(mind.facts)


def test_an_ending_knows_what_was_told(january, person, standard):
    flags = frozenset(("next_step",))
    untold = mind_in(january, standard, "agreed", facts=(("channel", HEARD),), flags=flags)
    told = replace(untold, facts=(("channel", HEARD), ("dialysis", HEARD)))
    before, after = person.ending(untold), person.ending(told)
    assert before.id == after.id == "partial_plan"
    assert "still haven't said" in before.tonight
    assert "still haven't said" not in after.tonight


def test_shutting_up_oneself_insults_nobody(january):
    hearing, mind = Hearing(january), wake(january, january.level("standard"))
    for text, shape in (
        ("Take the time. I'll shut up.", "statement"),
        ("So we both shut up for six days. I'm sorry.", "statement"),
        ("I told you to shut up.", "abusive"),
        ("Shut up.", "abusive"),
    ):
        assert hearing.hear(detect(text), mind, [], []).shape == shape


def test_an_old_topic_is_not_taken_up_by_a_mere_statement(january, person, standard):
    mind = mind_in(january, standard, "guarded", topics=("handover",), topics_age=0)
    statement, question = Heard(shape="statement"), Heard(("curiosity",), shape="question")
    taken = [person.hear(mind, heard, standard, SEED)[1].topics for heard in (statement, question)]
    assert taken == [(), ("handover",)]


def test_taking_up_clumsily_what_was_told_is_not_walking_past_it(january, person, standard):
    told = {"facts": (("dialysis", TOLD),), "last_told": "dialysis", "told_turn": 9}
    mind = mind_in(january, standard, "opening_up", **told)
    fates = []
    for takes_up in (True, False):
        why = Heard(("why_question",), shape="question", takes_up=takes_up)
        fates.append(dict(person.hear(mind, why, standard, SEED)[0].facts)["dialysis"])
    assert fates == [TOLD, DROPPED]


def test_who_comes_back_from_tears_comes_back_once(january, person, standard):
    told = {"facts": (("dialysis", TOLD),), "last_told": "dialysis", "told_turn": 9}
    for skill in ("stepping_out", "appreciation", "reflecting_feeling", "apologizing"):
        for seed in range(12):
            mind = mind_in(january, standard, "tears", safety=60, **told)
            _, reaction = person.hear(mind, Heard((skill,), topics=("home",)), standard, seed)
            assert reaction.line.lower().count("back") <= 1 or reaction.line.lower().count("(") < 2, reaction.line


def test_what_is_misread_about_a_matter_is_what_was_said_of_it_just_now(january, person, standard):
    ways = [
        (state.name, arc)
        for state in january.states
        for arc in state.go
        if arc.misread and arc.when.topic and arc.when.skill and not arc.when.bounds and not arc.when.flags_all
    ]
    begun = {True: 0, False: 0}
    for state, arc in ways:
        on_the_table = {"topics": arc.when.topic[:1], "topics_age": 0, "flags": frozenset(arc.when.flag[:1])}
        mind = mind_in(january, standard, state, **on_the_table)
        for named in begun:
            heard = Heard(arc.when.skill[:1], topics=arc.when.topic[:1] if named else (), shape="question")
            begun[named] += person.hear(mind, heard, standard, SEED)[0].misread == arc.misread
    assert begun[True] > 0
    assert begun[False] == 0


def test_who_asks_on_about_what_was_just_said_interrogates_nobody(january, person, standard):
    mind = mind_in(january, standard, "guarded", recent=(("curiosity",), ("closed_question",)))
    flags = [
        person.hear(mind, Heard(("curiosity",), shape="question", takes_up=takes_up), standard, SEED)[0].flags
        for takes_up in (True, False)
    ]
    assert ["interrogating" in one for one in flags] == [False, True]
