"""Talks that strangers had in situations of their own, at the turns where they went wrong."""

import re
from dataclasses import replace

import pytest

from scoring import detect
from simulator.authoring.wizard import TEMPERAMENTS, cards, deal
from simulator.authoring.wizard.dealing import meets
from simulator.authoring.wizard.deck import stock
from simulator.conversation.talk import Stage, Talk
from simulator.persona.mind import TOLD

SISTER = ("natalia", "does our books, shes my co-founders sister")
USUAL = stock().asked
DODGES = {*USUAL.anybody, *USUAL.archetype.values(), *USUAL.hiding, *USUAL.nothing_more}
KEYS = {
    "work": "I asked for the keys to the dry store and he went over my head to the owner.",
    "more_of_work": ["It was six weeks ago.", "I told the deputy. She said that's life for you."],
    "other": "My dad was a porter all his life. People clapped at his funeral and nobody knew his name.",
}


def _talk(scenario, state: str, *told: str, **more) -> Talk:
    talk = Talk(Stage(scenario), detect, 1)
    mind = {"state": state, "turn": 6, "last_told": told[-1] if told else "", "told_turn": 5 if told else 0}
    talk._mind = replace(talk.mind, **(mind | more), facts=tuple((id, TOLD) for id in told))
    return talk


def _said(scenario, said: str, state: str, *told: str, **more) -> str:
    return _talk(scenario, state, *told, **more).say(said).reaction.line


def _is_dodge(line: str) -> bool:
    return any(one.rpartition(") ")[2] in line for one in DODGES)


# What is dealt -----------------------------------------------------------------------------------


def test_no_card_that_is_dealt_speaks_of_people_in_the_answers():
    others = {deal(seed, "chat", SISTER)["other"].title for seed in range(200)}
    assert "A brother in prison" in {deal(seed, "chat")["other"].title for seed in range(200)}
    assert others.isdisjoint({"A brother in prison", "A father who rings at all hours"})  # her parents are his as well
    assert "Was promised something and is still waiting" not in {
        deal(seed, "chat", SISTER)["work"].title for seed in range(200)
    }
    assert len(others) >= 4


@pytest.mark.parametrize(
    ("card", "said", "meeting"),
    [
        ("the_stairs", "The parents of a boy in 9b stood in the corridor.", True),
        ("the_last_call", "Tobi from the store", True),
        ("the_debt", "The parents of a boy in 9b stood in the corridor.", False),
    ],
)
def test_a_card_meets_what_was_said_by_its_topics_people_and_names(card, said, meeting):
    assert meets(cards().other[card], said) == meeting


# What is asked -----------------------------------------------------------------------------------


@pytest.mark.parametrize("state", ["problem_solving", "agreed"])
@pytest.mark.parametrize(
    "said", ["deal… can you do it this thursday, and i go to the owner about the keys?", "The keys, yes."]
)
def test_no_dodge_meets_a_proposal_or_a_plain_remark(loaded, state, said):
    assert not _is_dodge(_said(loaded(hidden=KEYS, temperament="jokes"), said, state, "work", "other"))


def test_there_is_more_to_it_only_while_something_is_hidden(loaded):
    scenario = loaded(hidden=KEYS, temperament="jokes")
    assert any(one in _said(scenario, "is that all of it?", "opening_up", "work") for one in USUAL.hiding)
    line = _said(scenario, "is that all of it?", "opening_up", "work", "other")
    assert any(one in line for one in USUAL.nothing_more)
    assert not any(one in line for one in USUAL.hiding)


def test_who_was_told_is_answered_in_the_words_that_were_typed_for_it(loaded):
    scenario = loaded(hidden=KEYS, temperament="agrees at once")
    detail = KEYS["more_of_work"][1]
    assert detail in _said(scenario, "but the deputy, did she know about that?", "opening_up", "work", "other")
    talk = _talk(scenario, "opening_up", "work", "other")
    assert detail in talk.say("who did you tell? did you tell the deputy?").reaction.line
    about_the_last = talk.say("did you tell anyone?").reaction.line  # of which nothing was typed
    assert any(one in about_the_last for one in USUAL.told_open)
    work = _talk(scenario, "opening_up", "work")
    assert detail in work.say("who did you tell?").reaction.line
    assert any(one in work.say("did you tell anyone?").reaction.line for one in USUAL.told_already)


def test_a_question_for_a_name_is_met_by_a_dodge_that_fits_it(loaded):
    line = _said(loaded(hidden=KEYS, temperament="jokes"), "what was his name?", "opening_up", "work", "other")
    assert _is_dodge(line)
    assert "words" not in line


@pytest.mark.parametrize("said", ["thursday, yes or no?", "you just offered me five minutes. ok?", "is that a yes?"])
@pytest.mark.parametrize("state", ["problem_solving", "agreed"])
def test_their_own_idea_stands(loaded, state, said):
    line = _said(loaded(hidden=KEYS, temperament="jokes"), said, state, "work", "other", "idea")
    assert any(one in line for one in USUAL.stands)


EYES = {
    "work": "I get called to the new admissions and nobody takes the trolley over from me.",
    "more_of_work": ["I told Ilse in March. She said we'd look at it after the summer, and she didn't."],
    "other": "I can't read the small labels any more and I haven't told anybody.",
}


def test_who_knows_is_answered_for_the_secret_that_was_asked_about(loaded):
    scenario = loaded(hidden=EYES, temperament="argues details")
    told = _said(scenario, "and who did you tell?", "opening_up", "work")
    assert EYES["more_of_work"][0] in told
    talk = _talk(scenario, "opening_up", "work", "other")
    assert any(one in talk.say("Who knows, apart from me?").reaction.line for one in USUAL.told_nobody)
    assert EYES["more_of_work"][0] in talk.say("And with the trolley, who did you tell?").reaction.line


@pytest.mark.parametrize(
    ("secret", "pool"),
    [
        ("I can't read the labels, and I told no one.", USUAL.told_nobody),
        ("I told my sister that I can't read the labels. She didn't laugh.", USUAL.told_already),
        ("I can't read the labels any more.", USUAL.told_open),
    ],
)
def test_who_knows_is_never_answered_against_what_was_told(loaded, secret, pool):
    hidden = EYES | {"other": secret}
    line = _said(loaded(hidden=hidden, temperament="jokes"), "who knows about it?", "opening_up", "work", "other")
    assert any(one in line for one in pool)


# Plans and goodbyes ------------------------------------------------------------------------------


@pytest.mark.parametrize("temperament", TEMPERAMENTS)
@pytest.mark.parametrize("said", ["See you tomorrow, and say good morning, ok?", "See you tomorrow."])
def test_a_goodbye_with_a_plan_is_answered_as_one(loaded, temperament, said):
    scenario = loaded(temperament=temperament)
    line = _said(scenario, said, "agreed", "work", "other", "idea")
    rules = [*scenario.answers, *scenario.state("agreed").replies, *(r for one in scenario.asked for r in one.answers)]
    leaving = [rule for one in scenario.asked if one.id == "leaving" for rule in one.answers]
    parting = [rule for rule in rules if {"parting", "bye", "farewell", "goodbye"}.intersection(rule.when.topic)]
    own = [one for rule in (*parting, *leaving) for one in rule.say]
    assert any(one.rpartition(") ")[2] in line for one in (*stock().farewell.say, *own))


@pytest.mark.parametrize("temperament", ["argues details", "says it sideways"])
@pytest.mark.parametrize("said", ["When can you go to the eye doctor?", "Who will tell Paulo?", "Is it far?"])
def test_no_question_in_a_plan_is_taken_for_a_proposal(loaded, temperament, said):
    scenario = loaded(temperament=temperament)
    for seed in range(8):
        talk = _talk(scenario, "problem_solving", "work", "other", "idea")
        talk.seed = seed
        line = talk.say(said).reaction.line
        assert not re.search(r"\btry (?:it|that)\b|\brained on\b|\bcondition\b|\bsay yes\b", line)


# What is claimed ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "state", "told"),
    [
        ("Fine, which detail?", "guarded", ()),
        ("Which word? Is it the four charts?", "dispute", ()),
        ("what do you dispute?", "dispute", ()),
        ("Name one.", "blame_shift", ()),
        ("Which word is it?", "opening_up", ("work",)),
    ],
)
def test_whoever_disputes_says_what_when_asked(loaded, said, state, told):
    scenario = loaded(temperament="argues details")
    rules = [rule for one in scenario.asked if one.id in ("which_word", "which_detail") for rule in one.answers]
    line = _said(scenario, said, state, *told)
    assert any(one in line for rule in rules for one in rule.say)


def test_the_first_thing_after_a_telling_is_not_that_there_is_still_nothing(loaded):
    line = _said(loaded(temperament="says it sideways"), "Hm. A hip, you say.", "silence", "work", "other")
    assert "Still nothing" not in line


# What was owned ----------------------------------------------------------------------------------

LATE = {"your_part": "i pay her invoices late myself", "they_would_say": ["youre the one who pays me late"]}


@pytest.mark.parametrize(
    "said",
    ["fair. i also pay your invoices late, i know that. thats my mess", "I'm sorry that I paid your invoices late."],
)
def test_a_part_that_was_granted_is_owned_and_not_thrown_back(loaded, said):
    talk = _talk(loaded(**LATE, temperament="attacks"), "guarded")
    talk.say(said)
    assert "owned_part" in talk.mind.flags
    assert "pays me late" not in talk.say("besides paying you late?").reaction.line


# Misreadings -------------------------------------------------------------------------------------


def test_only_a_contrast_to_this_fear_keeps_a_misreading_away(loaded):
    told = "On Monday the 3rd the till was 80 euros short."
    begun = {}
    for said in (
        "I'm not here to pick a quarrel. I do want to hear it from you.",
        "I don't want to get rid of you. I do want to know.",
    ):
        talk = _talk(loaded(misread="get_rid"), "guarded")
        talk.say(said)
        talk._mind = replace(talk.mind, state="guarded", misread="")
        talk.say(told)
        begun[said] = talk.mind.misread
    assert list(begun.values()) == ["get_rid", ""]


NIGHTS = {
    "says": "You've come to get me off nights.",
    "answer": "I don't want to take the nights away from you, I want to know what happens at ten o'clock.",
}


@pytest.mark.parametrize(
    ("said", "denied"),
    [
        ("I don't want to take you off nights, Ines. I do want to understand what goes on.", True),
        ("I don't want to come down hard on you. I do want to know what happened.", False),
        ("I'm not here to tell you what to do. I do want to take the time to hear it.", False),
    ],
)
def test_an_own_fear_is_denied_by_its_matter_and_not_by_everyday_words(loaded, said, denied):
    talk = _talk(loaded(misread=NIGHTS), "guarded")
    turn = talk.say(said)
    assert "contrasting" in turn.heard.skills
    assert ("denied_fear" in talk.mind.flags) == denied


OWN = {
    "says": "you've come to tell me i'm only here because of rob",
    "answer": "i dont think that, i hired you, rob didnt even ask",
}


@pytest.mark.parametrize(
    "said", ["That's not what I think. I hired you myself.", "no. i dont think that, rob didnt even ask me to"]
)
def test_a_plain_denial_lets_them_go_of_a_misreading(loaded, said):
    talk = _talk(loaded(misread=OWN), "misread", misread="own", came_from="guarded")
    line = talk.say(said).reaction.line
    assert talk.mind.misread == ""
    assert any(one.rpartition(") ")[2] in line for one in stock().misreads["own"].repaired)


def test_an_answer_that_is_not_heard_gives_way_to_the_usual_model(loaded):
    assert loaded(misread=OWN).misreads[0].model == stock().misreads["own"].model
    heard = "I'm not here to tell you that. I do want to hear how it is for you."
    assert loaded(misread=OWN | {"answer": heard}).misreads[0].model == heard
