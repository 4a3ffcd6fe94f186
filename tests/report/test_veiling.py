"""What 'surprise me' dealt has no name before it was told, or asked for."""

from dataclasses import replace

import pytest

from scoring import detect
from simulator.authoring.load import load
from simulator.authoring.wizard import deal
from simulator.conversation.play import Play
from simulator.conversation.session import Header
from simulator.conversation.talk import Stage, Talk
from simulator.demo import Unkept
from simulator.practice.coaching import remark
from simulator.report import review
from simulator.report.veiling import HIDDEN, veiled
from tests.authoring.made import text

DEALT = deal(3)
TITLES = [DEALT[kind].title for kind in ("work", "other")]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """The scenario that the answers make, with *changes*."""

    def load_it(**changes):
        path = tmp_path_factory.mktemp("own") / "talk-with-ines.yaml"
        path.write_text(text(**changes))
        return load(path)[0]

    return load_it


@pytest.fixture(scope="module")
def surprise(loaded):
    return loaded(hidden="surprise me")


def talked(scenario, *lines):
    """A talk in which *lines* were said."""
    talk = Talk(Stage(scenario), detect, 3)
    header = Header("own", scenario.id, scenario.title, "Ines", 3, "standard", talk.first_line, "")
    play = Play.begin(talk, header, Unkept())
    for line in lines:
        play.say(line)
    return play.session


def titles(scenario):
    return [fact.title for fact in scenario.facts]


def test_what_was_dealt_is_veiled_until_it_is_told(surprise):
    assert titles(surprise)[:2] == TITLES
    assert titles(veiled(surprise, ()))[:2] == ["Something from the work", "Something from elsewhere"]
    assert titles(veiled(surprise, ("work",)))[:2] == [TITLES[0], "Something from elsewhere"]
    assert veiled(surprise, ("work", "other")) is surprise


def test_what_somebody_wrote_themself_is_no_secret_from_them(loaded, january):
    own = loaded()
    assert veiled(own, ()) is own
    assert veiled(january, ()) is january


def test_a_review_names_nothing_that_was_not_told_unless_it_is_asked_to(surprise):
    session = talked(surprise, "On Monday the 3rd the till was 80 euros short.")
    found, asked = review(session, surprise), review(session, surprise, dealt=True)
    assert [title for title in TITLES if title in repr(found)] == []
    assert HIDDEN in [point.sentence for point in found.points]
    assert [kept.title for kept in asked.kept][:2] == TITLES
    assert HIDDEN not in [point.sentence for point in asked.points]


def test_the_coach_names_no_secret_at_which_there_was_only_a_hint(surprise):
    session = talked(surprise, "On Monday the 3rd the till was 80 euros short.")
    turn = session.turns(0)[-1]
    hinting = replace(turn, reaction=replace(turn.reaction, notes=(("cued", "work"),)))
    told = " ".join(remark(hinting, turn.mind, surprise))
    assert "Ines let slip a hint of something: something from the work." in told
