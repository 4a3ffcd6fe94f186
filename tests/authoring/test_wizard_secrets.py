"""What is told, asked and said back in a talk that was made from answers, and the cards that are dealt."""

import re
from dataclasses import replace

import pytest

from scoring import detect
from simulator.authoring.speech import about_them, sentence
from simulator.authoring.wizard import TEMPERAMENTS, cards, deal
from simulator.authoring.wizard.deck import stock
from simulator.conversation.talk import Stage, Talk
from simulator.persona.mind import TOLD
from tests.authoring.made import ANSWERS


def _talk(scenario, state: str, *told: str) -> Talk:
    """A talk that is in *state*, with these facts told."""
    talk = Talk(Stage(scenario), detect, 1)
    last = told[-1] if told else ""
    when = {"state": state, "turn": 6, "last_told": last, "told_turn": 6 if told else 0}
    talk._mind = replace(talk.mind, **when, facts=tuple((id, TOLD) for id in told))
    return talk


# Cards -------------------------------------------------------------------------------------------

ALL = [(f"{pile}/{name}", card) for pile in ("work", "other") for name, card in getattr(cards(), pile).items()]


@pytest.mark.parametrize(("name", "card"), ALL)
def test_a_card_says_nothing_of_desks_screens_hours_or_of_what_they_did(name, card):
    said = " ".join((*card.cue, *card.tell, *card.more, *(line for one in card.asked for line in one.say)))
    words = set(re.findall(r"[a-z'-]+", said.casefold()))
    assert words.isdisjoint("desk desks screen screens spreadsheet printer mail email inbox".split())
    assert not re.search(r"\b(?:half past|o'clock|at (?:seven|eight|nine|ten|five|noon))\b", said)
    assert not any(about_them(line, "X", who) for line in card.tell for who in ("she", "he", "they"))


@pytest.mark.parametrize(("name", "card"), ALL)
def test_a_card_holds_for_one_day_and_for_weeks_of_something(name, card):
    said = " ".join((*card.cue, *card.tell, *card.more))
    assert not re.search(
        r"\b(?:when|before|after) (?:this|it|that) happened\b|\bthat (?:day|week)\b|\b(?:just|up) then\b", said
    )


def test_what_is_dealt_fits_the_way_of_talking():
    for seed in range(300):
        for channel in ("chat", "phone"):
            assert all(channel in card.channels for card in deal(seed, channel).values())
    voice = cards().other["the_voice"]
    assert voice in [deal(seed, "phone")["other"] for seed in range(300)]


def test_an_obvious_question_about_a_dealt_card_is_answered(loaded):
    scenario = loaded(hidden="surprise me")
    card = deal(3)["work"]
    talk = _talk(scenario, "opening_up", "work")
    turn = talk.say(f"And {card.asked[0].words[0]}?")
    assert card.asked[0].say[0] in turn.reaction.line


# Secrets of the user's ---------------------------------------------------------------------------

SISTER = {"other": "My sister's had an operation.", "more_of_other": ["Her hip. It's the second time in a year"]}


def test_who_asks_on_hears_what_was_given_for_that_and_then_a_line_in_character(loaded):
    talk = _talk(loaded(hidden=SISTER), "opening_up", "other")
    assert "Her hip. It's the second time in a year." in talk.say("How long has that been going on?").reaction.line
    evasions = {stock().asked.archetype["withdrawn_fine"], *stock().asked.anybody}
    answer = talk.say("And since when, with her hip?").reaction.line
    assert any(line in answer for line in evasions)


def test_to_ask_on_shows_that_it_was_heard(loaded):
    talk = _talk(loaded(hidden=SISTER), "opening_up", "other")
    talk.say("How long has that been going on?")
    assert dict(talk.mind.facts)["other"] == "heard"


@pytest.mark.parametrize(
    ("temperament", "secret", "state"),
    [
        ("goes quiet", "I was passed over for the job.", "new_info"),
        ("goes quiet", "My mother died in May.", "tears"),
        ("agrees at once", "I can't say no to anybody.", "new_info"),
        ("cries", "I was passed over for the job.", "tears"),
    ],
)
def test_a_secret_leads_to_tears_where_it_speaks_of_loss_or_they_are_one_who_cries(loaded, temperament, secret, state):
    assert loaded(temperament=temperament, hidden={"work": secret}).fact("work").then == state


def test_titles_are_such_that_a_debrief_can_show_them(loaded):
    scenario = loaded(they_would_propose="")
    assert scenario.fact("work").title == "At work: 'I've done the night count alone ...'"
    assert loaded(hidden={"work": "I get called away and then to the new admissions."}).fact("work").title == (
        "At work: 'I get called away ...'"  # no word is left hanging at the end
    )
    assert scenario.fact("idea").title.startswith("They ask for a day")
    assert loaded().fact("idea").title == "What they would propose"


def test_what_is_said_is_a_sentence():
    assert sentence("that I want to catch him") == "That I want to catch him."
    assert sentence("Is it?") == "Is it?"
    assert sentence("It costs 5€") == "It costs 5€."


# What they say back ------------------------------------------------------------------------------


@pytest.mark.parametrize("state", ["guarded", "fine"])
def test_what_they_would_say_comes_when_its_matter_is_touched(loaded, state):
    turn = _talk(loaded(), state).say("I spoke with Paulo as well.")
    assert "Ask Paulo about Thursday." in turn.reaction.line


@pytest.mark.parametrize(
    "said",
    [
        "You're right, I should have asked Paulo. I'm sorry.",
        "It sounds as if you've felt alone with it since Paulo left.",
    ],
)
def test_what_they_would_say_does_not_answer_somebody_who_grants_it(loaded, said):
    turn = _talk(loaded(), "guarded").say(said)
    assert "Ask Paulo" not in turn.reaction.line


CONTRAST = "I'm not checking up on you and there is no list. I do want to know how it looks from your side."
CURIOUS = (
    "Thanks for taking the time. May I ask you something?",
    "On Monday the till was 80 euros short.",
    "How did you see that evening?",
    "What was it like for you?",
    "What happened on Thursday, from your side?",
    "What would help you?",
    "What else is there?",
    "What do you make of it?",
    "Yes, please, I'd like to hear it straight.",
    "How did it look to you that Thursday?",
)


@pytest.mark.parametrize("temperament", ["goes quiet", "argues details", "points at others", "jokes"])
def test_most_of_what_they_would_say_is_said_in_a_talk(loaded, temperament):
    said = set()
    for seed in (1, 2, 3):
        talk = Talk(Stage(loaded(temperament=temperament)), detect, seed)
        lines = ""
        for line in CURIOUS:
            lines += talk.say(CONTRAST if talk.mind.misread else line).reaction.line
        said |= {one for one in ANSWERS["they_would_say"] if one in lines}
    assert len(said) >= 2


# Misreadings -------------------------------------------------------------------------------------


def test_misreadings_begin_at_different_things(loaded):
    begun = {}
    for kind in ("get_rid", "check_up", "blame", "take_work", "favour"):
        begun[kind] = stock().misreads[kind].begins[0].model_dump_json()
    assert len(set(begun.values())) == len(begun)


def test_a_misreading_is_not_always_there_at_the_second_turn(loaded):
    at = set()
    for kind in ("get_rid", "check_up", "blame", "take_work", {"says": "You've come because of Paulo."}):
        talk = Talk(Stage(loaded(misread=kind)), detect, 1)
        for number, line in enumerate(CURIOUS, 1):
            if talk.over or talk.mind.misread:
                break
            talk.say(line)
            if talk.mind.misread:
                at.add(number)
    assert at
    assert 2 not in at


def test_no_repair_of_a_misreading_in_own_words_says_that_it_was_not_spoken():
    assert not [line for line in stock().misreads["own"].repaired if "without being asked" in line]


# Endings -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("temperament", TEMPERAMENTS)
def test_an_ending_does_not_deny_what_was_told(loaded, temperament):
    scenario = loaded(temperament=temperament)
    talk = _talk(scenario, "opening_up", "work", "other")
    stage = Stage(scenario)
    hollow = replace(talk.mind, flags=talk.mind.flags | {"hollow"})
    for mind in (talk.mind, hollow, replace(talk.mind, ended="breakdown")):
        ending = stage.person.ending(mind)
        plain = scenario.ending(ending.id)
        assert (ending.note, ending.tonight) != (plain.note, plain.tonight)
        assert "don't have the reason" not in ending.note
