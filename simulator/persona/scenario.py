"""A scenario as the program runs it: frozen, every name already checked. Files are described in simulator.authoring."""

from dataclasses import dataclass

from simulator.persona.frame import (
    Brief,
    Character,
    Echo,
    Ending,
    EndingVariant,
    Event,
    FollowUp,
    Level,
    LookFor,
    Start,
    Step,
    Walkthrough,
)
from simulator.persona.parts import (
    AFTER_MISREAD,
    ALWAYS,
    Arc,
    Asked,
    Bound,
    Condition,
    Effect,
    Fact,
    FlagRule,
    Flash,
    Hint,
    Misread,
    Reply,
    State,
    Words,
)

__all__ = [
    "AFTER_MISREAD",
    "ALWAYS",
    "Arc",
    "Asked",
    "Bound",
    "Brief",
    "Character",
    "Condition",
    "Echo",
    "Effect",
    "Ending",
    "EndingVariant",
    "Event",
    "Fact",
    "FlagRule",
    "Flash",
    "FollowUp",
    "Hint",
    "Level",
    "LookFor",
    "Misread",
    "Reply",
    "Scenario",
    "Start",
    "State",
    "Step",
    "Walkthrough",
    "Words",
]


@dataclass(frozen=True, slots=True)
class Scenario:
    """Everything a conversation needs, composed of core, archetype and situation."""

    id: str
    title: str
    archetype: str
    follows: str
    after: Words
    language: str
    channel: str
    minutes: int
    max_turns: int
    content_note: str
    practises: Words
    brief: Brief
    persona: Character
    echo: Echo
    topics: tuple[tuple[str, Words], ...]
    topic_roles: tuple[tuple[str, Words], ...]
    facts: tuple[Fact, ...]
    misreads: tuple[Misread, ...]
    penalised: Words
    effects: tuple[tuple[str, tuple[Effect, ...]], ...]
    flags: tuple[FlagRule, ...]
    lasting: Words
    dropped_safety: int
    dropped_heat: int
    dropped_cost: int
    first_line: Words
    start_state: str
    states: tuple[State, ...]
    quibbles: tuple[tuple[str, Words], ...]
    gestures: tuple[tuple[str, Words], ...]
    flashes: tuple[Flash, ...]
    endings: tuple[Ending, ...]
    levels: tuple[Level, ...]
    events: tuple[Event, ...]
    follow_up: tuple[FollowUp, ...]
    look_for: tuple[LookFor, ...]
    compare: str
    out_of_role: str
    crisis_words: Words
    walkthroughs: tuple[Walkthrough, ...]
    digest: str = ""
    answers: tuple[Reply, ...] = ()
    asked: tuple[Asked, ...] = ()
    bridges: Words = ()

    def level(self, name: str) -> Level:
        """The level called *name*; KeyError where there is none."""
        return _named(self.levels, name, "name")

    def state(self, name: str) -> State:
        """The state called *name*; KeyError where there is none."""
        return _named(self.states, name, "name")

    def fact(self, id: str) -> Fact:
        """The fact with this *id*; KeyError where there is none."""
        return _named(self.facts, id, "id")

    def misread(self, id: str) -> Misread:
        """The misreading with this *id*; KeyError where there is none."""
        return _named(self.misreads, id, "id")

    def ending(self, id: str) -> Ending:
        """The ending with this *id*; KeyError where there is none."""
        return _named(self.endings, id, "id")


def _named(items, name, field):
    for item in items:
        if getattr(item, field) == name:
            return item
    raise KeyError(name)
