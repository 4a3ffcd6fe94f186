"""Drills: one moment out of the shipped conversations, to be tried as often as one likes. Nothing of it is kept.

A moment is a turn of a walkthrough at which a skill had a real opening; the person stands as they stood there. For a
costly skill it is a turn that had it, to be said again without. Moments are found one conversation at a time, so that
the first is there at once.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from scoring.vocabulary import COSTLY, REWARDED
from simulator.conversation.talk import Ear, Stage, Talk
from simulator.conversation.turn import Turn
from simulator.persona.dice import roll
from simulator.persona.mind import Mind
from simulator.persona.scenario import Scenario, Walkthrough
from simulator.report.chances import AT_ONCE, chances
from simulator.report.trying import model_for

SPOTTING = "spotting"
CONTEXT = 2  # exchanges before the moment that are shown
STATES = {"misread": "flash", "fine": "fine", "tears": "tears", "silence": "silence", "anger": "anger"}
"""Moments that can be asked for by their own name: the name, and the state or the kind of state it is."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment to be tried. *talk* stands just before it; *said* is what the walkthrough says there.

    *wanted* are the skills that help, or with *without* the costly ones to be left away. *models* are words that would
    help, the best first.
    """

    scenario: Scenario
    talk: Talk
    state: str
    said: str
    wanted: tuple[str, ...]
    without: tuple[str, ...] = ()
    models: tuple[str, ...] = ()

    @property
    def before(self) -> tuple[tuple[str, str], ...]:
        """The last exchanges before the moment, as (what was typed, what was answered)."""
        turns = [turn for turn in self.talk.turns if not turn.aside]
        return tuple((turn.text, turn.reply) for turn in turns[-CONTEXT:])


@dataclass(frozen=True, slots=True)
class Try:
    """One attempt: the turn that came of it, the person before it, and whether it did what the drill is for."""

    turn: Turn
    before: Mind
    used: tuple[str, ...]
    costly: tuple[str, ...]
    helped: bool


def attempt(moment: Moment, text: str) -> Try:
    """What comes of *text* in *moment*. The moment stands as before, so the next try meets the same person."""
    talk = moment.talk
    place, before = len(talk.turns), talk.mind
    turn = talk.say(text)
    talk.rewind(place)
    counted = [skill for skill in turn.skills if skill not in turn.heard.unfounded]
    used = tuple(skill for skill in counted if skill in moment.wanted)
    costly = tuple(skill for skill in turn.detection.skills if skill in COSTLY)
    if moment.without:
        helped = not set(costly) & set(moment.without) and bool(text.strip())
    else:
        helped = bool(used) and not costly
    return Try(turn, before, used, costly, helped)


def names() -> tuple[str, ...]:
    """What can be drilled."""
    return (*REWARDED, *COSTLY, *STATES, SPOTTING)


def moments(name: str, scenarios: Iterable[Callable[[], Scenario | None]], ear: Ear, seed: int) -> Iterator[Moment]:
    """The moments for *name*, which is a skill or a moment's name, in an order that *seed* draws; one of each
    conversation before a second of any."""
    found = [_of_scenario(load, name, ear) for load in _shuffled(scenarios, seed)]
    while found:
        for one in list(found):
            moment = next(one, None)
            if moment is None:
                found.remove(one)
            else:
                yield moment


def _of_scenario(load: Callable[[], Scenario | None], name: str, ear: Ear) -> Iterator[Moment]:
    scenario = load()
    if scenario is not None:
        stage = Stage(scenario)
        for walk in scenario.walkthroughs:
            yield from _of_walk(stage, walk, name, ear)


def _of_walk(stage: Stage, walk: Walkthrough, name: str, ear: Ear) -> Iterator[Moment]:
    """The moments of one walkthrough; a state that lasts is one moment, its first turn."""
    scenario, talk = stage.scenario, Talk(stage, ear, walk.seed, walk.level)
    been = ""
    for step in walk.steps:
        if talk.over:
            return
        place, state = len(talk.turns), talk.mind.state
        turn = talk.say(step.say)
        fits = _fits(turn, scenario, name) and (name in COSTLY or state != been)
        been = state
        if fits:
            at = Talk(stage, ear, walk.seed, walk.level)
            at.resume(talk.turns[:place], {})
            yield _moment(at, step.say, turn, name)


def _fits(turn: Turn, scenario: Scenario, name: str) -> bool:
    state = scenario.state(turn.reaction.before)
    if name in STATES:
        return bool(state.chance) and STATES[name] in (state.name, state.kind)
    if name in COSTLY:
        return name in turn.detection.skills
    return name in state.chance


def _moment(talk: Talk, said: str, turn: Turn, name: str) -> Moment:
    scenario = talk.scenario
    state = scenario.state(turn.reaction.before)
    wanted = state.chance if name in STATES or name in COSTLY else (name,)
    found = chances([turn], scenario)
    good = [said] if found and found[0].credit == AT_ONCE and (name in STATES or found[0].used == name) else []
    own = [model_for(state.name, talk.mind.misread, scenario), *state.model, state.hint.example]
    models = tuple(dict.fromkeys(text for text in (*good, *own) if text))
    return Moment(scenario, talk, state.name, said, wanted, (name,) if name in COSTLY else (), models)


def _shuffled(items: Iterable, seed: int) -> list:
    listed = list(items)
    return [item for _, item in sorted(enumerate(listed), key=lambda one: roll(seed, one[0], "", "drill"))]
