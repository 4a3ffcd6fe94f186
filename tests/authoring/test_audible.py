"""What only shows stays away where nobody is seen."""

import pytest
import yaml

from simulator.authoring.audible import over
from simulator.authoring.load import load
from simulator.authoring.shelf import SHIPPED
from tests.authoring.made import text


@pytest.mark.parametrize(
    ("line", "channel", "left"),
    [
        ("(Her face doesn't change.) I heard you.", "in_person", "(Her face doesn't change.) I heard you."),
        ("(Her face doesn't change.) I heard you.", "video", "(Her face doesn't change.) I heard you."),
        ("(Her face doesn't change.) I heard you.", "phone", "I heard you."),
        ("(A slow breath out.) I wouldn't mind.", "phone", "(A slow breath out.) I wouldn't mind."),
        ("(A slow breath out.) I wouldn't mind.", "chat", "I wouldn't mind."),
        ("(A pause.) Yes.", "chat", "(A pause.) Yes."),
        ("(Six seconds. A thumb goes along a seam.) No.", "phone", "(Six seconds.) No."),
        ("(A nod. And, since nothing comes back, another.)", "phone", ""),
        ("Thanks. (She is up already.) Was that all?", "phone", "Thanks. Was that all?"),
        ("(A quick look, and a laugh.) Fine.", "phone", "Fine."),
    ],
)
def test_a_stage_direction_is_left_as_far_as_it_comes_over(line, channel, left):
    assert over(line, channel) == left


@pytest.fixture
def loaded(tmp_path):
    """The scenario that answers make, loaded, with *more* laid over it."""

    def load_it(more=None, **changes):
        path = tmp_path / "talk-with-ines.yaml"
        path.write_text(text(**changes) + (yaml.safe_dump(more) if more else ""))
        scenario, problems = load(path)
        assert problems == []
        return scenario

    return load_it


def _shown(scenario):
    lines = [line for _, pool in (*scenario.gestures, *scenario.quibbles) for line in pool]
    lines += [line for flash in scenario.flashes for line in flash.show]
    lines += [line for ending in scenario.endings for line in ending.line]
    for state in scenario.states:
        lines += [line for rule in (*state.enter, *state.replies, *state.calls_back) for line in rule.say]
        lines += [line for arc in state.go for line in arc.say]
    return [*lines, *(line for rule in scenario.answers for line in rule.say)]


@pytest.mark.parametrize("temperament", ["goes quiet", "cries", "points at others", "attacks"])
def test_on_the_phone_nothing_of_an_archetype_is_only_seen(loaded, temperament):
    seen = loaded(temperament=temperament, channel="in_person")
    heard = loaded(temperament=temperament, channel="phone")
    assert len(heard.flashes) < len(seen.flashes)
    lines = _shown(heard)
    assert [line for line in lines if over(line, "phone") != line] == []
    assert [line for line in lines if not line] == []
    assert [line for line in _shown(seen) if over(line, "phone") != line]


def test_a_situations_own_directions_and_those_for_a_channel_are_left_alone(loaded):
    flashes = {"eyes": {"if": {"skill": ["facts"]}, "show": ["(Her eyes go to the door.)"], "words": ["eyes"]}}
    own = loaded({"gestures": {"guarded": ["(A nod.)"]}, "flashes": flashes}, channel="phone")
    assert dict(own.gestures)["guarded"][0] == "(A nod.)"
    assert "eyes" in [flash.id for flash in own.flashes]


def test_the_shipped_talk_on_the_phone_keeps_what_can_be_heard():
    scenario, _ = load(SHIPPED / "an-interesting-suggestion.yaml")
    assert all(lines for _, lines in scenario.gestures)
