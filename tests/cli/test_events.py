"""What happens in the room: ordered before, ordered on the way, and by itself at hard."""

import json

import pytest

from simulator.authoring.load import load
from simulator.authoring.shelf import SHIPPED
from simulator.conversation.simulate import no_ear
from simulator.conversation.talk import Stage, Talk
from simulator.persona.heard import Heard
from tests.authoring.made import text


def turns(ran) -> list[dict]:
    return [one for one in map(json.loads, ran.out.splitlines()) if "turn" in one]


@pytest.fixture
def named(tmp_path):
    """A scenario in which an event has a hyphen in its id."""
    path = tmp_path / "talk-with-ines.yaml"
    path.write_text(text().replace("id: five_minutes", "id: five-minutes"))
    return str(path)


def test_an_event_is_ordered_by_its_id_and_turn(rehearse, named):
    ran = rehearse("play", named, "--plain", "--event", "five-minutes@1", typed="Hello.\nWell.\n")
    before, after = ran.out.split("(Five minutes left of the time you booked.)")
    assert ran.code == 0
    assert (before.count("\nInes: "), after.split("How it ended")[0].count("\nInes: ")) == (2, 2)


@pytest.mark.parametrize("typed", ["/event five-minutes", "/event FIVE-minutes"])
def test_an_event_happens_when_it_is_called_by_its_id(rehearse, named, typed):
    ran = rehearse("play", named, "--plain", typed=f"Hello.\n{typed}\nWell.\n")
    assert "(Five minutes left of the time you booked.)" in ran.out


def test_an_id_with_underscores_may_be_typed_with_hyphens(rehearse):
    ran = rehearse("play", "quiet-since-january", "--plain", typed="Hello.\n/event five-minutes\n")
    assert "(Five minutes left on the booking.)" in ran.out


def stirred(level: str, seed: int) -> list[tuple[int, str]]:
    """What happened by itself in a talk of open questions, by turn."""
    scenario, _ = load(SHIPPED / "quiet-since-january.yaml")
    talk = Talk(Stage(scenario), no_ear, seed, level)
    while not talk.over:
        talk.take(Heard(("curiosity",), topics=("handover",), shape="question"))
        event = talk.stir()
        if event is not None:
            talk.happen(event)
    return [(turn, event.id) for turn, event in talk.happened]


def test_at_hard_events_come_by_themselves_and_the_same_seed_brings_the_same():
    talks = [stirred("hard", seed) for seed in range(1, 9)]
    assert talks == [stirred("hard", seed) for seed in range(1, 9)]
    assert len({tuple(one) for one in talks}) > 1
    assert all(len({id for _, id in one}) == len(one) for one in talks)
    assert any(talks)


@pytest.mark.parametrize("level", ["easy", "standard"])
def test_below_hard_nothing_happens_by_itself(level):
    assert [stirred(level, seed) for seed in range(1, 9)] == [[]] * 8


def test_at_hard_what_happens_is_part_of_the_session(rehearse):
    lines = "What was that like for you?\n" * 12
    one, other = (
        turns(rehearse("play", "quiet-since-january", "--json", "--level", "hard", "--seed", "3", typed=lines))
        for _ in range(2)
    )
    assert one == other
