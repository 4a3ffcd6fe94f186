"""The habits that were ticked in the self-check, pressed where they tempt."""

from itertools import islice

import pytest

from scoring import detect
from simulator.authoring.load import load
from simulator.authoring.shelf import SHIPPED
from simulator.practice import waiting
from simulator.practice.drilling import Drilling
from simulator.practice.drills import attempt
from simulator.practice.habits import HABITS, admitted, tempting
from simulator.practice.preparation import Preparation
from simulator.practice.spotting import FIVE
from tests.practice.test_drills import Scripted

MATTER = "On Saturday at 20:52 you went out by the back door with eleven tickets on the rail."


@pytest.fixture(scope="module")
def team_mate():
    made, problems = load(SHIPPED / "my-old-team-mate.yaml")
    assert made is not None, problems
    return made


def of(scenario, *habits: str, count: int = 9):
    return list(islice(tempting(habits, [lambda: scenario], detect, 1), count))


def test_what_was_ticked_is_found_where_it_waits(home):
    assert admitted(home) == ()
    waiting.save(home, "late-again", Preparation(behaviours=("triggered", "minimizing")))
    waiting.save(home, "the-good-one", Preparation(behaviours=("minimizing",)))
    assert admitted(home) == ("minimizing", "triggered")


@pytest.mark.parametrize("habit", FIVE)
def test_every_habit_has_moments_that_tempt_to_it(team_mate, habit):
    found = of(team_mate, habit)
    assert found
    assert {moment.tempts for moment in found} == {habit}


def test_several_habits_come_in_turn(team_mate):
    assert [moment.tempts for moment in of(team_mate, "blame", "minimizing", count=4)] == ["blame", "minimizing"] * 2


def test_giving_in_is_told_with_the_words(january):
    moment = of(january, "minimizing")[0]
    tried = attempt(moment, "It's no big deal, honestly.")
    assert (tried.helped, tried.left) == (False, ("minimizing",))
    asker = Scripted("It's no big deal, honestly.", "/quit")
    Drilling(asker, HABITS, iter([moment]), "How.").run()
    assert "Making it small (\"It's no big deal" in asker.text
    assert "that is what tempts here" in asker.text


def test_leaving_it_is_half_and_what_helps_is_the_other(january):
    moment = of(january, "minimizing")[0]
    assert not attempt(moment, "It was the 4th, I think.").helped
    assert attempt(moment, moment.models[0]).helped
    asker = Scripted("It was the 4th, I think.", moment.models[0], "/quit")
    Drilling(asker, HABITS, iter([moment]), "How.").run()
    assert "No making it small; and nothing yet of what helps" in asker.text
    assert ", and no making it small." in asker.text


def test_naming_the_matter_is_what_helps_against_putting_it_off(team_mate):
    moment = of(team_mate, "avoidance")[0]
    assert attempt(moment, MATTER).helped
    assert not attempt(moment, "Did you see the rugby?").helped
    asker = Scripted("So, here we two are.", "/quit")
    Drilling(asker, HABITS, iter([moment]), "How.").run()
    assert "What it is about is not named yet" in asker.text


def test_a_plan_is_what_helps_against_winging_it(team_mate):
    (moment,) = of(team_mate, "winging_it")
    assert moment.before == ()
    assert attempt(moment, "Is now still a good time? I'd like us both to find a way that works.").helped
    assert not attempt(moment, "So. How's it going?").helped


def test_at_a_beginning_the_brief_is_shown_for_nobody_knows_it_yet(team_mate):
    asker = Scripted("/quit")
    Drilling(asker, HABITS, iter(of(team_mate, "winging_it")), "How.").run()
    assert team_mate.brief.what_happened in asker.told
    assert f"  - {team_mate.brief.facts[0]}" in asker.told


def test_where_nobody_tempts_to_it_the_turn_that_had_it_is_said_without(january):
    found = of(january, "blame")
    assert found
    assert all(moment.without == ("blame",) for moment in found)


@pytest.mark.parametrize(
    "name", ["late-again", "my-old-team-mate", "the-good-one", "the-reply-all", "sharp-on-the-ward"]
)
@pytest.mark.parametrize("habit", ["avoidance", "winging_it"])
def test_the_words_to_begin_with_that_are_shown_do_help(name, habit):
    made, _ = load(SHIPPED / f"{name}.yaml")
    for moment in of(made, habit):
        assert attempt(moment, moment.models[0]).helped, moment.models[0]
