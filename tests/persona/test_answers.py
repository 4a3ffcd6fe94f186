"""The offer of a third person, and the word that it goes further up, are answered by everybody, in every state."""

from dataclasses import replace

import pytest

from simulator.authoring.load import load
from simulator.authoring.shelf import SHIPPED
from simulator.persona.heard import Heard
from simulator.persona.mind import wake
from simulator.persona.person import Person
from simulator.persona.scenario import Scenario

SITUATIONS = sorted(path.stem for path in SHIPPED.glob("*.yaml") if path.stem != "core")
MARKS = ("third_party", "escalation")


@pytest.fixture(scope="module", params=SITUATIONS)
def scenario(request) -> Scenario:
    made, problems = load(SHIPPED / f"{request.param}.yaml")
    assert made is not None, problems
    return made


def reply(scenario: Scenario, heard: Heard, state: str, **changed) -> str:
    level = scenario.level("standard")
    mind = replace(wake(scenario, level, None), state=state, **changed)
    return Person(scenario).hear(mind, heard, level, 8)[1].line


def own(scenario: Scenario, mark: str) -> list[str]:
    return [line for rule in scenario.answers if mark in rule.when.mark for line in rule.say]


@pytest.mark.parametrize("mark", MARKS)
def test_it_is_answered_in_every_state(scenario, mark):
    for state in scenario.states:
        said = reply(scenario, Heard(skills=("permission",), marks=(mark,)), state.name)
        assert any(line in said for line in own(scenario, mark)), (state.name, said)


@pytest.mark.parametrize("mark", MARKS)
def test_a_sting_beside_it_is_answered_first(scenario, mark):
    said = reply(scenario, Heard(skills=("blame",), marks=(mark,)), "guarded")
    assert not any(line in said for line in own(scenario, mark))


@pytest.mark.parametrize("mark", MARKS)
def test_a_misreading_comes_first(scenario, mark):
    held = scenario.misreads[0].id
    said = reply(scenario, Heard(marks=(mark,)), "misread", misread=held, misreads=1)
    assert not any(line in said for line in own(scenario, mark))


def test_the_words_of_an_answer_are_said_once(january):
    lines, used = own(january, "third_party"), frozenset()
    for _ in lines:
        said = reply(january, Heard(marks=("third_party",)), "guarded", used=used, safety=80, heat=0)
        used |= {line for line in lines if line in said}
    assert reply(january, Heard(marks=("third_party",)), "guarded", used=used, safety=80, heat=0) not in lines
