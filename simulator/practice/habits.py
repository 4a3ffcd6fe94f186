"""Moments that press what somebody knows from themself: the habits ticked in the self-check, where they tempt most.

The self-check stands in `rehearse prepare`. It is read here and nowhere counted.
"""

from collections.abc import Callable, Iterable, Iterator

from simulator.conversation.session import PREPARED
from simulator.conversation.talk import Ear
from simulator.journal import Home, JournalError, read, sessions
from simulator.persona.scenario import Scenario
from simulator.practice import waiting
from simulator.practice.drills import Moment, Place, by_turns, models, moments, places, shuffled
from simulator.practice.preparation import BEHAVIOURS, from_record
from simulator.practice.spotting import FIVE, WINGING

HABITS = "habits"
"""What the drill is called."""

_WITHOUT = {
    "avoidance": ("avoidance",),
    "minimizing": ("minimizing",),
    "blame": ("blame",),
    "triggered": ("triggered", "sarcasm"),
    WINGING: (),
}
"""The costly skills in which each habit shows. Winging it shows in what is not there."""

_STATES = {
    "minimizing": ("tears", "welling", "new_info", "fine", "bright", "small_no"),
    "blame": ("blame_shift", "elsewhere", "dispute"),
    "triggered": ("anger", "blame_shift", "misread"),
}
"""Where a habit tempts: what is painful gets made small, who points is pointed at, who is stung hits back."""

_OPENERS = ("permission", "mutual_purpose", "facts")
_NAMES_IT = ("facts", "own_story")


def admitted(home: Home) -> tuple[str, ...]:
    """The habits that were ticked: in what waits for its conversation, else in the latest session that has any."""
    found = {one for waits in waiting.all_waiting(home) for one in waits.behaviours}
    for listed in sessions(home) if not found else ():
        found = set(_in_session(home, listed.id))
        if found:
            break
    return tuple(habit for habit in FIVE if habit in found)


def _in_session(home: Home, id: str) -> tuple[str, ...]:
    try:
        kept = [record.data for record in read(home, id).records if record.kind == PREPARED]
    except JournalError:  # `sessions` tells of it
        return ()
    return from_record(kept[-1]).behaviours if kept else ()


def latest_situation(home: Home) -> str:
    """The scenario of the latest session, whose person the user knows; '' before the first."""
    firsts = (listed.first for listed in sessions(home))
    return next((first.data.get("path") or first.data.get("scenario", "") for first in firsts if first is not None), "")


def words(habit: str) -> str:
    """What a habit is called, as the self-check has it."""
    return BEHAVIOURS[habit]


def tempting(
    habits: Iterable[str], scenarios: Iterable[Callable[[], Scenario | None]], ear: Ear, seed: int
) -> Iterator[Moment]:
    """Moments that tempt to the *habits*, one of each before a second of any, in an order that *seed* draws."""
    loads = list(scenarios)
    return by_turns(_of(habit, loads, ear, seed + number) for number, habit in enumerate(habits))


def _of(habit: str, loads: list[Callable[[], Scenario | None]], ear: Ear, seed: int) -> Iterator[Moment]:
    found = False
    for moment in by_turns(_of_scenario(habit, load, ear) for load in shuffled(loads, seed)):
        found = True
        yield moment
    if not found and habit != WINGING:  # none of these people is like that; then the turn that had it, said without
        yield from moments(habit, loads, ear, seed)


def _of_scenario(habit: str, load: Callable[[], Scenario | None], ear: Ear) -> Iterator[Moment]:
    begun = False
    for place in places(load, ear):
        if _tempts(habit, place, begun):
            begun = True
            yield _moment(habit, place)


def _tempts(habit: str, place: Place, begun: bool) -> bool:
    """Whether *place* is one; a beginning is one only once a scenario, however it goes on."""
    if habit == WINGING:
        return not place.before and not begun
    if habit == "avoidance":  # the greeting is over, and what it is about was not named
        matter = set(_matter(place.stage.scenario))
        return len(place.before) == 1 and not begun and matter.isdisjoint(place.before[0].heard.topics)
    return place.fresh and place.turn.reaction.before in _STATES[habit]


def _moment(habit: str, place: Place) -> Moment:
    scenario, talk = place.stage.scenario, place.talk()
    state = scenario.state(talk.mind.state)
    wanted = {WINGING: _OPENERS, "avoidance": _NAMES_IT}.get(habit, state.chance)
    good = [_skilled(scenario, len(place.before))] if habit in (WINGING, "avoidance") else []
    good += [place.said] if not place.walk.name.startswith("unskilled") else []
    return Moment(
        scenario, talk, state.name, place.said, wanted, _WITHOUT[habit], models(talk, *good), habit,
        _matter(scenario) if habit == "avoidance" else (),
    )  # fmt: skip


def _skilled(scenario: Scenario, turn: int) -> str:
    """What the skilled walkthrough says after so many turns; '' where there is none."""
    steps = next((walk.steps for walk in scenario.walkthroughs if walk.name == "skilled"), ())
    return steps[turn].say if turn < len(steps) else ""


def _matter(scenario: Scenario) -> tuple[str, ...]:
    return dict(scenario.topic_roles).get("issue", ())
