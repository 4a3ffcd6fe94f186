"""Why something happened: only what held, in words that need no explanation."""

import re
from dataclasses import replace

import pytest

from scoring import detect
from scoring.vocabulary import COSTLY
from simulator.conversation.branching import talk_at
from simulator.conversation.talk import Stage
from simulator.persona.heard import Heard
from simulator.persona.mind import Mind, Reaction
from simulator.persona.scenario import Bound, Condition
from simulator.report.conditions import as_it_was, in_words, why_then
from simulator.report.tracing import trace
from tests.method.talks import played
from tests.practice.talks import turn

BEFORE = Mind(50, 10, 10, "guarded", facts=(("channel", "heard"),), flags=frozenset({"framed"}))
STING = Condition(skill=("blame", "judgement", "sarcasm", "triggered", "comparison"))


def said(*skills: str, topics=(), marks=(), after="guarded", told=()):
    """A turn with what was heard in it."""
    made = turn(1, "So.", dict.fromkeys(skills, "So"), before="guarded", after=after)
    reaction = Reaction("Yes.", "guarded", after, (), 0, 0, 0, (), skills, tuple(topics))
    mind = replace(BEFORE, state=after, facts=(*BEFORE.facts, *((one, "told") for one in told)))
    return replace(made, heard=Heard(skills, tuple(marks), tuple(topics)), reaction=reaction, mind=mind)


@pytest.mark.parametrize(
    ("when", "then", "words"),
    [
        (STING, said("sarcasm"), "there was sarcasm"),
        (STING, said("sarcasm", "blame"), "there was blame and sarcasm"),
        (Condition(topic=("home", "feelings")), said(topics=("feelings",)), "it was about 'feelings'"),
        (Condition(state=("guarded", "fine")), said(), "Priya was guarded"),
        (Condition(flag=("framed", "contrasted")), said(), "you had asked first or given a shared purpose"),
        (Condition(told=("channel", "dialysis")), said(), "'being asked in front of fourteen people' had been told"),
        (
            Condition(mark=("third_party", "escalation")),
            said(marks=("third_party",)),
            "there was a neutral third person offered",
        ),
        (
            Condition(skill=("facts",), no_flag=("second_talk", "hollow", "mis_process")),
            said("facts"),
            "there were facts",
        ),
        (Condition(no_skill=("blame", "sarcasm")), said(), "there was nothing that costs"),
        (Condition(no_skill=("curiosity", "facts")), said(), "there was no open question and no facts"),
        (
            Condition(no_skill=tuple(skill for skill in COSTLY if skill != "closed_question")),
            said(),
            "there was nothing that costs",
        ),
        (
            Condition(no_skill=(*(skill for skill in COSTLY if skill != "closed_question"), "facts")),
            said(),
            "there was nothing that costs and no facts",
        ),
        (
            Condition(no_skill=("curiosity", "facts", "next_step", "permission")),
            said(),
            "there was nothing else that is answered in another way",
        ),
    ],
)
def test_only_the_alternatives_that_held_are_told(january, when, then, words):
    assert why_then(when, january, then, BEFORE) == words


def test_a_way_is_decided_before_the_person_tells_and_a_line_after(january):
    when, then = Condition(told=("lead_role", "channel")), said(told=("lead_role",))
    assert as_it_was(when, then, BEFORE).told == ("channel",)
    assert as_it_was(when, then, BEFORE, answering=True).told == ("lead_role", "channel")


@pytest.mark.parametrize(
    ("bound", "words"),
    [
        (Bound("openness", ">=", 30), "Priya was open enough (openness at least 30 of 100)"),
        (Bound("heat", ">=", 46), "Priya was heated (heat at least 46 of 100)"),
        (Bound("patience", "<=", 4), "Priya's patience was nearly used up (patience at most 4)"),
        (Bound("turn", ">", 3), "it was turn 4 or later"),
        (Bound("turns_here", ">=", 2), "it had been so for 2 turns or more"),
    ],
)
def test_a_number_says_what_it_means(january, bound, words):
    assert in_words(Condition(bounds=(bound,)), january) == words


@pytest.mark.parametrize(
    ("flag", "words"),
    [("was_fine", "before that, Priya had said that all was fine"), ("mis_process", "Priya had once taken it as")],
)
def test_a_flag_says_what_raised_it(january, flag, words):
    assert in_words(Condition(flag=(flag,)), january).startswith(words)
    assert in_words(Condition(no_flag=(flag,)), january) == ""


@pytest.mark.parametrize(
    ("name", "walk"),
    [("quiet-since-january", "skilled"), ("sharp-on-the-ward", "unskilled"), ("my-old-team-mate", "skilled")],
)
def test_no_reason_of_a_shipped_talk_lists_what_did_not_happen(name, walk):
    one = played(name, walk)
    stage = Stage(one.scenario)
    header = one.session.header
    for place, done in enumerate(one.session.turns(0)):
        talk = talk_at(one.session, stage, detect, None, 0, place)
        found = trace(done, talk.mind, talk.said[-1], one.scenario, header.level, header.seed, {})
        reasons = [found.way, *(spoken.source for spoken in found.spoken), *(carried.when for carried in found.carried)]
        for reason in reasons:
            assert " or " not in _without_fixed_words(reason), reason
            assert not re.search(r"_|' was (not )?so|was at (least|most)", reason), reason


def _without_fixed_words(reason: str) -> str:
    """*reason* without what has an "or" of its own: quoted titles, and a name that stands for two things."""
    reason = re.sub(r"'.*?'(?=[ ,]|$)|(: ).*?(?=, because|$)", "", reason)
    for own in ("asked first or given", "turn or later", "turns or more", "or later", "or more"):
        reason = reason.replace(own, "")
    return reason
