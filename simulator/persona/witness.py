"""The person watched while they answer: which way was taken, and which of their lines were spoken and from where.

Watching changes nothing: the same mind and the same turn give the same answer. It is made for one turn at a time, when
somebody asks why, and stays off the way of a conversation.
"""

from dataclasses import dataclass, field

from simulator.persona.heard import Heard
from simulator.persona.lines import Voice
from simulator.persona.mind import Mind, Reaction
from simulator.persona.moment import Moment
from simulator.persona.person import Person
from simulator.persona.scenario import ALWAYS, Arc, Condition, Level, Scenario, Words


@dataclass(frozen=True, slots=True)
class Source:
    """Where a line stands: *kind* is reply, enter, tell, more, cue, misread, repaired, arc, quibble, gesture, flash,
    calls_back, answer or ending; *of* is the state, fact, misreading, shape or flash; *when* is its condition."""

    kind: str
    of: str
    when: Condition = ALWAYS


@dataclass(slots=True)
class Seen:
    """What was seen: the way that was taken, or None, and the lines that were spoken with their sources."""

    mind: Mind
    reaction: Reaction
    arc: Arc | None = None
    spoken: list[tuple[str, Source]] = field(default_factory=list)


class Witness(Person):
    """A compiled scenario that remembers how its last answer came about."""

    def __init__(self, scenario: Scenario):
        super().__init__(scenario)
        self._sources = dict(_sources(scenario))
        self._arc: Arc | None = None
        self._spoken: list[tuple[str, Source]] = []

    def watch(self, mind: Mind, heard: Heard, level: Level, seed: int) -> Seen:
        """The answer to *heard* and how it came about."""
        self._arc, self._spoken = None, []
        after, reaction = self.hear(mind, heard, level, seed)
        return Seen(after, reaction, self._arc, self._spoken)

    def _follow(self, moment: Moment, arc: Arc, voice: Voice, answer: str = "") -> str:
        self._arc = arc
        return super()._follow(moment, arc, voice, answer)

    def _voice(self, moment: Moment, seed: int) -> Voice:
        return _Overheard(super()._voice(moment, seed), self)

    def overheard(self, lines: Words, line: str) -> None:
        """Remembers that *line* was spoken, which is one of *lines*."""
        self._spoken.append((line, self._sources.get(lines, Source("line", ""))))


class _Overheard(Voice):
    """A voice that tells its witness what it says."""

    def __init__(self, voice: Voice, witness: Witness):
        super().__init__(voice._moment, voice._echo, voice._pick)
        self._witness = witness

    def say(self, lines: Words) -> str:
        line = super().say(lines)
        if line:
            self._witness.overheard(lines, line)
        return line


def _sources(scenario: Scenario):
    """Every pool of lines with where it stands; the last one named wins, so the telling ones come last."""
    for ending in scenario.endings:
        yield ending.line, Source("ending", ending.id)
    for state in scenario.states:
        for kind, rules in (("enter", state.enter), ("reply", state.replies), ("calls_back", state.calls_back)):
            for rule in rules:
                yield rule.say, Source(kind, state.name, rule.when)
        for arc in state.go:
            yield arc.say, Source("arc", state.name, arc.when)
    for shape, lines in scenario.quibbles:
        yield lines, Source("quibble", shape)
    for state, lines in scenario.gestures:
        yield lines, Source("gesture", state)
    for flash in scenario.flashes:
        yield flash.show, Source("flash", flash.id, flash.when)
    for rule in scenario.answers:
        yield rule.say, Source("answer", "", rule.when)
    for asked in scenario.asked:
        for rule in asked.answers:
            yield rule.say, Source("asked", asked.id, rule.when)
    yield scenario.bridges, Source("bridge", "")
    for misread in scenario.misreads:
        yield misread.says, Source("misread", misread.id)
        yield misread.repaired, Source("repaired", misread.id)
    for fact in scenario.facts:
        yield fact.cue, Source("cue", fact.id)
        yield fact.more, Source("more", fact.id)
        for rule in fact.tell:
            yield rule.say, Source("tell", fact.id, rule.when)
