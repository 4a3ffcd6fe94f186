"""S29: walkthroughs, typed to the person through the real ear, and where they part from what they promise."""

from collections.abc import Iterator
from dataclasses import dataclass

from scoring import detect
from scoring.authored import Problem
from simulator.authoring.lint.case import Case, Path
from simulator.authoring.load import load
from simulator.authoring.shelf import followed
from simulator.conversation.talk import Stage, Talk
from simulator.conversation.turn import Turn
from simulator.persona.mind import Mind
from simulator.persona.scenario import Scenario, Step, Walkthrough


@dataclass(frozen=True, slots=True)
class Parting:
    """One point at which a walkthrough goes another way than it says. *path* is below the walkthrough."""

    path: Path
    message: str


def failing(case: Case) -> Iterator[Problem]:
    """The walkthroughs of the file that don't go as they say."""
    stage = Stage(case.scenario)
    before = _first_talk(case)
    for index, walk in enumerate(case.scenario.walkthroughs):
        path: Path = ("walkthroughs", index)
        if case.is_own(path):
            for parting in walked(stage, walk, before):
                yield case.problem((*path, *parting.path), "S29", f"walkthrough '{walk.name}': {parting.message}")


def walked(stage: Stage, walk: Walkthrough, before: Mind | None = None) -> Iterator[Parting]:
    """Plays *walk*; every point at which it parts from what it says. *before* is how a first talk ended."""
    if walk.level not in [level.name for level in stage.scenario.levels]:
        yield Parting(("level",), f"there is no level '{walk.level}'")
        return
    talk = Talk(stage, detect, walk.seed, walk.level, before)
    for number, step in enumerate(walk.steps):
        if talk.over:
            said = f"the talk is over before this, as '{talk.finish().ending}', after {number} turns"
            yield Parting(("turns", number), f"{said}; take out what can't be said")
            break
        turn = talk.say(step.say)
        for word, message in _partings(step, turn):
            yield Parting(("turns", number, word), message)
    ending = talk.finish().ending
    if ending not in walk.ends:
        yield Parting(("ends",), f"it ends as '{ending}', in the state '{talk.mind.state}' ({_standing(talk.mind)})")


def _partings(step: Step, turn: Turn) -> Iterator[tuple[str, str]]:
    """What a turn does otherwise than its step says: the word of the step, and the message."""
    heard = turn.detection.skills
    marks = tuple(mark.skill for mark in turn.detection.marks)
    told = [which for what, which in turn.reaction.notes if what == "told"]
    for skill in step.hears:
        if skill not in heard:
            yield "hears", f"'{skill}' is not heard here; what is heard is {', '.join(heard) or 'nothing'}"
    for skill in step.not_heard:
        if skill in heard:
            quote = next(finding.quote for finding in turn.detection.findings if finding.skill == skill)
            yield "not_heard", f"'{skill}' is heard here, in '{quote}'"
    for mark in step.marks:
        if mark not in marks:
            yield "marks", f"the mark '{mark}' is not found here; what is found is {', '.join(marks) or 'nothing'}"
    if step.state and turn.reaction.after != step.state:
        yield "state", f"it leads to '{turn.reaction.after}' ({_standing(turn.mind)})"
    if step.tells and step.tells not in told:
        yield "tells", f"'{step.tells}' is not told here; what is told is {', '.join(told) or 'nothing'}"


def _standing(mind: Mind) -> str:
    told = ", ".join(mind.told) or "nothing"
    return f"safety {mind.safety}, heat {mind.heat}, patience {mind.patience}, told: {told}"


def _first_talk(case: Case) -> Mind | None:
    """How the person came out of the first talk, where this is a second one: as its walkthroughs end."""
    if not case.scenario.follows:
        return None
    path = followed(case.source.path, case.scenario.follows)
    first = load(path)[0] if path is not None else None
    return next(_endings_of(first, case.scenario.after), None) if first is not None else None


def _endings_of(first: Scenario, after: tuple[str, ...]) -> Iterator[Mind]:
    """The minds of walkthroughs that end as one of *after*."""
    stage = Stage(first)
    for walk in first.walkthroughs:
        if set(walk.ends).isdisjoint(after):
            continue
        talk = Talk(stage, detect, walk.seed, walk.level)
        for step in walk.steps:
            if not talk.over:
                talk.say(step.say)
        if talk.finish().ending in after:
            yield talk.mind
