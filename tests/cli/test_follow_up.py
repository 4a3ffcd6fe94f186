"""A second conversation starts from how the first one ended and from what was promised in it."""

import json

import pytest

from simulator.conversation.session import fold
from simulator.journal import Home, read

HOSTILE = "\n".join(
    ["I'll bring you the list on Monday.", "This is your fault. You always do this.", "You're lazy and you know it."]
    * 6
)


def session(home, id):
    return fold((record.kind, record.data) for record in read(Home(home), id).records)


@pytest.fixture
def first(rehearse, home) -> str:
    ran = rehearse("play", "the-credit-slide", "--seed", "3", "--json", typed=HOSTILE)
    id = json.loads(ran.out.splitlines()[0])["session"]
    assert session(home, id).finish().ending == "breakdown"
    return id


def test_it_takes_the_file_of_the_ending_and_says_what_was_promised(rehearse, home, first):
    ran = rehearse("play", "--follow-up", first, "--plain", typed="Hello again.\n")
    assert ran.code == 0, ran.err
    assert "Last time" in ran.out
    second = [id for id in (path.stem for path in (home / "sessions").glob("*.jsonl")) if "after" in id]
    assert len(second) == 1
    kept = session(home, second[0])
    assert kept.header.follow_up_of == first
    assert kept.header.scenario == "the-credit-slide-after-breakdown"


def test_what_was_told_and_said_then_is_known_now(rehearse, home, first):
    before = session(home, first).turns()[-1].mind
    rehearse("play", "--follow-up", first, "--json", typed="Hello again.\n")
    second = [id for id in (path.stem for path in (home / "sessions").glob("*.jsonl")) if "after" in id]
    mind = session(home, second[0]).turns()[-1].mind
    assert "second_talk" in mind.flags
    assert before.used <= mind.used
    assert set(before.told) <= set(mind.told)


def test_an_ending_without_a_second_talk_is_told_of(rehearse, played):
    ran = rehearse("play", "--follow-up", played())
    assert ran.code == 1
    assert "There is no second conversation after 'no plan'" in ran.err


def test_a_talk_that_has_not_ended_has_no_second(rehearse, played):
    left = played(typed="Hello.\n/quit\n")
    ran = rehearse("play", "--follow-up", left)
    assert ran.code == 1
    assert "has not ended" in ran.err


def test_another_scenario_than_that_of_the_first_is_refused(rehearse, first):
    ran = rehearse("play", "late-again", "--follow-up", first)
    assert ran.code == 2
    assert "is of 'the-credit-slide'" in ran.err


def test_a_second_talk_that_was_left_is_taken_up(rehearse, home, first):
    rehearse("play", "--follow-up", first, "--json", typed="Hello again.\n/quit\n")
    second = [id for id in (path.stem for path in (home / "sessions").glob("*.jsonl")) if "after" in id]
    ran = rehearse("play", "--resume", second[0], "--json", typed="What has it been like?\n")
    assert ran.code == 0
    assert json.loads(ran.out.splitlines()[0])["turns"] == 1


def test_erasing_a_first_talk_names_the_second_that_is_kept(rehearse, home, first):
    rehearse("play", "--follow-up", first, "--json", typed="Hello again.\n")
    second = next(path.stem for path in (home / "sessions").glob("*.jsonl") if "after" in path.stem)
    gone = rehearse("erase", first).out
    assert f"Kept: {second}, the talk that came after" in gone
    assert "Kept" not in rehearse("erase", second).out
