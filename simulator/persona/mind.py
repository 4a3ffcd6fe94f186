"""The person's inner state between two turns, and what one turn did to it."""

from dataclasses import dataclass, field, replace

from simulator.persona.scenario import Fact, Level, Scenario

HIDDEN, CUED, TOLD, DROPPED, HEARD = "hidden", "cued", "told", "dropped", "heard"
"""The life of a fact. A dropped one was told and the next turn walked past it; a summary can still make it heard."""


SECOND_TALK = "second_talk"
"""The flag of a talk that goes on from an earlier one."""


def openness(safety: int, heat: int) -> int:
    """How open the person is: safety less half the heat, whole points. Worked out, never stored."""
    return safety - heat // 2


@dataclass(frozen=True, slots=True)
class Mind:
    """Everything the person carries from turn to turn. A turn makes a new one; the old one stays as it was."""

    safety: int
    heat: int
    patience: int
    state: str
    turn: int = 0
    turns_here: int = 0
    prev: str = ""
    misread: str = ""
    came_from: str = ""
    misreads: int = 0
    flags: frozenset[str] = frozenset()
    facts: tuple[tuple[str, str], ...] = ()
    cued: frozenset[str] = frozenset()
    dearer: int = 0
    last_told: str = ""
    told_turn: int = -9
    cue_turn: int = -9
    gesture_turn: int = -9
    echo_turns: tuple[int, ...] = ()
    used: frozenset[str] = frozenset()
    recent: tuple[tuple[str, ...], ...] = ()
    topics: tuple[str, ...] = ()
    topics_age: int = 9
    flash: str = ""
    best_openness: int = 0
    ended: str = ""

    @property
    def openness(self) -> int:
        """Safety less half the heat."""
        return openness(self.safety, self.heat)

    @property
    def told(self) -> tuple[str, ...]:
        """Ids of the facts told so far, in the order of telling."""
        return tuple(id for id, _ in self.facts)

    def fate(self, fact: Fact) -> str:
        """What has become of *fact*: hidden, cued, told, dropped or heard."""
        for id, fate in self.facts:
            if id == fact.id:
                return fate
        return CUED if fact.id in self.cued else HIDDEN


@dataclass(frozen=True, slots=True)
class Shift:
    """What one skill did in one turn, in points, and which row of the effects said so (-1 for none)."""

    skill: str
    safety: int
    heat: int
    patience: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class Reaction:
    """The answer to one turn and what lies behind it.

    *notes* are events of the turn as (what, which) pairs: told, cued, dropped, heard, misread, repaired, flash,
    noticed, quibble, stuffed, ended.
    """

    line: str
    before: str
    after: str
    shifts: tuple[Shift, ...] = ()
    safety: int = 0
    heat: int = 0
    patience: int = 0
    notes: tuple[tuple[str, str], ...] = ()
    skills: tuple[str, ...] = ()
    topics: tuple[str, ...] = field(default=())


def wake(scenario: Scenario, level: Level, before: Mind | None = None) -> Mind:
    """The person before the first word; *before* is how they came out of a first talk, where this is the second.

    What was told then counts as heard, and what was said is not said again.
    """
    start = level.start
    mind = Mind(
        start.safety,
        start.heat,
        start.patience,
        scenario.start_state,
        best_openness=openness(start.safety, start.heat),
    )
    if before is None:
        return mind
    known = {fact.id for fact in scenario.facts}
    return replace(
        mind,
        facts=tuple((id, HEARD) for id, _ in before.facts if id in known),
        used=before.used,
        flags=before.flags & frozenset(scenario.lasting) | {SECOND_TALK},
    )
