"""Talks that strangers had in situations of their own, at the turns where they went wrong."""

from dataclasses import replace

import pytest

from scoring import detect
from simulator.authoring.wizard import cards, deal
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
    assert any(one in talk.say("did you tell anyone?").reaction.line for one in USUAL.told_already)


def test_a_question_for_a_name_is_met_by_a_dodge_that_fits_it(loaded):
    line = _said(loaded(hidden=KEYS, temperament="jokes"), "what was his name?", "opening_up", "work", "other")
    assert _is_dodge(line)
    assert "words" not in line


@pytest.mark.parametrize("said", ["thursday, yes or no?", "you just offered me five minutes. ok?", "is that a yes?"])
@pytest.mark.parametrize("state", ["problem_solving", "agreed"])
def test_their_own_idea_stands(loaded, state, said):
    line = _said(loaded(hidden=KEYS, temperament="jokes"), said, state, "work", "other", "idea")
    assert any(one in line for one in USUAL.stands)


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
