"""Promise 7: a conversation can always finish. Random walks through every shipped scenario, by people who do anything.

A walk draws what is heard without any regard for what would be said: any skills, topics, marks, shapes, echoes and
gestures seen, at any level, with events in the room and turns taken back. A dead end is a turn that finds no answer, a
talk that goes on after its time, or an end that fits no ending.
"""

from collections.abc import Sequence
from pathlib import Path
from random import Random

from scoring.vocabulary import MARKS, REWARDED, SKILLS
from simulator.authoring.load import load
from simulator.conversation.simulate import no_ear
from simulator.conversation.talk import Stage, Talk
from simulator.persona.heard import SHAPES, SILENCE, Heard
from simulator.persona.person import STILL_HERE
from simulator.persona.scenario import Scenario
from tests.faults.figures import Figures
from tests.faults.misspelling import SCENARIOS

FEWER = 5  # a second talk gets a fifth of a situation's walks: four of them stand beside each
BACKS = 2  # turns taken back in a walk at most, so that three times the cap is enough for all
BACK, EVENT, STOP = 0.02, 0.05, 0.01  # chances a turn of taking one back, of something happening, of ending


def walks(times: int, scenarios: Sequence[Path] = SCENARIOS) -> Figures:
    """So many random walks through each situation among *scenarios*: an ending within the cap, no dead end."""
    figures = Figures("random walks through situations and second talks")
    for place, path in enumerate(scenarios):
        scenario, problems = load(path)
        if scenario is None:
            figures.wrong.append(f"{path.name} does not load: {problems[0].message}")
            continue
        stage = Stage(scenario)
        for number in range(-(-times // FEWER) if scenario.follows else times):
            figures.tried += 1
            try:
                figures.count(f"ended as {walk(stage, Random(f'{place} {number}'))}")
            except Exception as fault:
                figures.wrong.append(f"walk {number} through {scenario.id}: {type(fault).__name__}: {fault}")
    return figures


def walk(stage: Stage, chance: Random) -> str:
    """One walk to its end; the ending. AssertionError where it comes to none."""
    scenario = stage.scenario
    talk = Talk(stage, no_ear, chance.randrange(10_000), chance.choice(scenario.levels).name)
    skills = (*(REWARDED if chance.random() < 0.5 else SKILLS), SILENCE)
    backs = BACKS
    habit = [heard(scenario, skills, chance) for _ in range(chance.choice((1, 2, 5)))] if chance.random() < 0.3 else []
    for _ in range(3 * scenario.max_turns):
        if talk.over or chance.random() < STOP:
            break
        turn = talk.take(chance.choice(habit) if habit else heard(scenario, skills, chance))
        assert turn.reply.strip(), "a turn without an answer"
        assert STILL_HERE not in turn.reply, f"nothing left to say in '{turn.reaction.after}'"
        assert talk.mind.turn <= scenario.max_turns, "it goes on after its time"
        if scenario.events and chance.random() < EVENT:
            talk.happen(chance.choice(scenario.events))
        if backs and chance.random() < BACK:
            backs -= 1
            talk.rewind(chance.randrange(len(talk.turns) + 1))
    else:
        raise AssertionError("it never ends")
    finish = talk.finish()
    assert finish.ending in [ending.id for ending in scenario.endings], finish.ending
    return finish.ending


def heard(scenario: Scenario, moves: tuple[str, ...], chance: Random) -> Heard:
    """Anything that can be heard from somebody who makes these *moves*."""
    skills = tuple(chance.sample(moves, chance.choice((0, 1, 1, 1, 2, 3, 6))))
    flashes = [flash.id for flash in scenario.flashes]
    return Heard(
        skills=skills,
        marks=tuple(chance.sample(MARKS, chance.choice((0, 0, 0, 1, 2)))),
        topics=tuple(chance.sample([name for name, _ in scenario.topics], chance.choice((0, 1, 1, 2)))),
        shape=SILENCE if skills == (SILENCE,) else chance.choice(SHAPES),
        unfounded=frozenset(skill for skill in skills if chance.random() < 0.2),
        saw=tuple(chance.sample(flashes, min(len(flashes), chance.choice((0, 0, 1))))),
        echo=chance.choice(("", "", *scenario.echo.words)),
        words=chance.choice((0, 1, 8, 30, 200)),
        repeated=chance.random() < 0.1,
    )
