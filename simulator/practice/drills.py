"""Drills: one moment out of the shipped conversations, to be tried as often as one likes. Nothing of it is kept.

A moment is a turn of a walkthrough at which a skill had a real opening; the person stands as they stood there. For a
costly skill it is a turn that had it, to be said again without. Moments are found one conversation at a time, so that
the first is there at once.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from scoring.vocabulary import COSTLY, REWARDED
from simulator.conversation.talk import Ear, Stage, Talk
from simulator.conversation.turn import Turn
from simulator.persona.dice import roll
from simulator.persona.mind import Mind
from simulator.persona.scenario import Scenario, Walkthrough
from simulator.report.chances import AT_ONCE, chances
from simulator.report.trying import model_for

SPOTTING = "spotting"
CONTEXT = 3  # exchanges before the moment that are shown
STATES = {"misread": "flash", "fine": "fine", "tears": "tears", "silence": "silence", "anger": "anger"}
"""Moments that can be asked for by their own name: the name, and the state or the kind of state it is."""
ABOUT = {
    "misread": "they take you to mean what you never said",
    "fine": "they say that all is fine, and it is not",
    "tears": "something hurts, and they are close to tears",
    "silence": "they say nothing",
    "anger": "they are angry, with you",
}
"""What happens in each of them."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment to be tried. *talk* stands just before it; *said* is what the walkthrough says there.

    *wanted* are the skills that help, or with *without* the costly ones to be left away. *models* are words that would
    help, the best first. *tempts* is the habit to which the moment tempts, and then both count: to leave it, and what
    helps. *matter* are the topics of what the talk is about, where naming it is what helps.
    """

    scenario: Scenario
    talk: Talk
    state: str
    said: str
    wanted: tuple[str, ...]
    without: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    tempts: str = ""
    matter: tuple[str, ...] = ()

    @property
    def before(self) -> tuple[tuple[str, str], ...]:
        """The last exchanges before the moment, as (what was typed, what was answered)."""
        turns = [turn for turn in self.talk.turns if not turn.aside]
        return tuple((turn.text, turn.reply) for turn in turns[-CONTEXT:])


@dataclass(frozen=True, slots=True)
class Try:
    """One attempt: the turn that came of it, the person before it, and whether it did what the drill is for.

    *left* are those of the moment's costly skills that are in it, *named* whether it named the matter.
    """

    turn: Turn
    before: Mind
    used: tuple[str, ...]
    costly: tuple[str, ...]
    helped: bool
    left: tuple[str, ...] = ()
    named: bool = False


def attempt(moment: Moment, text: str) -> Try:
    """What comes of *text* in *moment*. The moment stands as before, so the next try meets the same person."""
    talk = moment.talk
    place, before = len(talk.turns), talk.mind
    turn = talk.say(text)
    talk.rewind(place)
    counted = [skill for skill in turn.skills if skill not in turn.heard.unfounded]
    used = tuple(skill for skill in counted if skill in moment.wanted)
    costly = tuple(skill for skill in turn.detection.skills if skill in COSTLY)
    left = tuple(skill for skill in costly if skill in moment.without)
    named = not set(moment.matter).isdisjoint(turn.heard.topics)
    if moment.without and not moment.tempts:
        helped = not left and bool(text.strip())
    else:
        helped = (bool(used) or named) and not costly
    return Try(turn, before, used, costly, helped, left, named)


@dataclass(frozen=True, slots=True)
class Place:
    """A turn of a walkthrough: what was *said*, the *turn* it made, the turns *before* it; *fresh* is whether the state
    had just been entered."""

    stage: Stage
    walk: Walkthrough
    ear: Ear
    said: str
    turn: Turn
    fresh: bool
    before: tuple[Turn, ...]

    def talk(self) -> Talk:
        """The conversation as it stood just before."""
        at = Talk(self.stage, self.ear, self.walk.seed, self.walk.level)
        at.resume(list(self.before), {})
        return at


def names() -> tuple[str, ...]:
    """What can be drilled."""
    return (*REWARDED, *COSTLY, *STATES, SPOTTING)


def moments(name: str, scenarios: Iterable[Callable[[], Scenario | None]], ear: Ear, seed: int) -> Iterator[Moment]:
    """The moments for *name*, which is a skill or a moment's name, in an order that *seed* draws; one of each
    conversation before a second of any."""
    return by_turns(_of_scenario(load, name, ear) for load in shuffled(scenarios, seed))


def by_turns(found: Iterable[Iterator[Moment]]) -> Iterator[Moment]:
    """One of each of *found* before a second of any."""
    found = list(found)
    while found:
        for one in list(found):
            moment = next(one, None)
            if moment is None:
                found.remove(one)
            else:
                yield moment


def places(load: Callable[[], Scenario | None], ear: Ear) -> Iterator[Place]:
    """Every turn of the walkthroughs of a scenario, as they are played."""
    scenario = load()
    if scenario is None:
        return
    stage = Stage(scenario)
    for walk in scenario.walkthroughs:
        talk, been = Talk(stage, ear, walk.seed, walk.level), ""
        for step in walk.steps:
            if talk.over:
                break
            before, state = tuple(talk.turns), talk.mind.state
            turn = talk.say(step.say)
            yield Place(stage, walk, ear, step.say, turn, state != been, before)
            been = state


def _of_scenario(load: Callable[[], Scenario | None], name: str, ear: Ear) -> Iterator[Moment]:
    """The moments of one scenario; a state that lasts is one moment, its first turn."""
    for place in places(load, ear):
        if _fits(place, name):
            moment = _moment(place, name)
            if moment.models or name not in REWARDED:  # nobody is asked for what the program can't show
                yield moment


def _fits(place: Place, name: str) -> bool:
    turn = place.turn
    state = place.stage.scenario.state(turn.reaction.before)
    if name in STATES:
        return place.fresh and bool(state.chance) and STATES[name] in (state.name, state.kind)
    if name in COSTLY:
        return name in turn.detection.skills
    done = name in turn.skills and name not in turn.heard.unfounded and turn.reaction.safety > 0
    return done or (place.fresh and name in state.chance)


def _moment(place: Place, name: str) -> Moment:
    scenario, turn, said = place.stage.scenario, place.turn, place.said
    state = scenario.state(turn.reaction.before)
    wanted = state.chance if name in STATES or name in COSTLY else (name,)
    found = chances([turn], scenario)
    used = bool(found) and found[0].credit == AT_ONCE and name in (*STATES, found[0].used)
    good = [said] if used or name in turn.skills else []
    talk = place.talk()
    without = (name,) if name in COSTLY else ()
    moment = Moment(scenario, talk, state.name, said, wanted, without)
    return replace(moment, models=tuple(text for text in models(talk, *good) if attempt(moment, text).helped))


def models(talk: Talk, *good: str) -> tuple[str, ...]:
    """Words that would help where *talk* stands: the *good* ones, then the scenario's own."""
    state = talk.scenario.state(talk.mind.state)
    own = [model_for(state.name, talk.mind.misread, talk.scenario), *state.model, state.hint.example]
    return tuple(dict.fromkeys(text for text in (*good, *own) if text))


def shuffled(items: Iterable, seed: int) -> list:
    """*items* in an order that *seed* draws."""
    listed = list(items)
    return [item for _, item in sorted(enumerate(listed), key=lambda one: roll(seed, one[0], "", "drill"))]
