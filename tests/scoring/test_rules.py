"""Every rule runs its own examples, every other rule's, and shows what each guard is for."""

import pytest

from scoring.authored import render
from scoring.proof import Proof
from scoring.sources import load
from scoring.vocabulary import MARKS, SKILLS

SOURCES, PROBLEMS = load()
RULES = SOURCES.rules if SOURCES else ()
HEARD_ELSEWHERE = {"flash_noticed"}  # comes from the conversation, not from words
EACH = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


@pytest.fixture(scope="module")
def proof():
    return Proof(SOURCES)


def test_the_data_of_the_ear_has_no_faults():
    assert "\n".join(map(render, PROBLEMS)) == ""


def test_every_skill_and_mark_has_a_rule():
    assert {rule.name for rule in RULES} == {*SKILLS, *MARKS} - HEARD_ELSEWHERE


@EACH
def test_a_rule_marks_exactly_the_bracketed_words_and_nothing_in_a_near_miss(rule, proof):
    assert [f"{f.text}: {f.what}" for f in proof.own_examples(rule)] == []


@EACH
def test_no_other_rule_fires_on_its_examples_unsaid(rule, proof):
    assert [f"{f.text}: {f.what}" for f in proof.other_examples(rule)] == []


@EACH
def test_each_guard_is_needed_by_an_example(rule, proof):
    assert list(proof.idle_guards(rule)) == []


@EACH
def test_a_rule_shows_enough_of_what_it_hears_and_what_it_does_not(rule):
    assert len(rule.shows) >= 8
    assert len(rule.not_) >= 8


@EACH
def test_every_way_is_shown_by_an_example(rule, proof):
    shown = {c.way for example in rule.shows for c in proof.candidates(proof.matcher, example) if c.name == rule.name}
    assert shown == {way.name for way in rule.ways}
