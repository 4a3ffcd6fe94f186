"""All rules together: their phrases in one automaton, found in one pass; then each way decides, and its guards."""

from dataclasses import dataclass

from scoring.patterns import Automaton
from scoring.rules import Guard, Rule, Way
from scoring.segments import Segment
from scoring.turn import Hit, Turn, read_turn
from scoring.ways import KINDS, Match


@dataclass(frozen=True, slots=True)
class Candidate:
    """A rule's way that matched, in segments *segment* to *last_segment*, with the typed characters it covers."""

    name: str
    way: str
    strength: float
    segment: int
    last_segment: int
    start: int
    end: int
    cue: tuple[int, int]

    @property
    def rule(self) -> str:
        """Rule and way, as messages name them."""
        return f"{self.name}/{self.way}"


class Matcher:
    """The compiled rules. *classes* are the word classes of lexicon.yaml, as rows of words."""

    def __init__(self, rules: list[Rule], classes: dict[str, list[tuple[str, ...]]]):
        own = {
            f"{rule.name}.{name}": [tuple(w.split()) for w in words] for rule in rules for name, words in rule.classes
        }
        self._phrases = Automaton(classes | own)
        self._lists: dict[tuple, int] = {}  # the same words in the guards of several ways are looked for once
        self._ways: list[tuple[Rule, Way, int, tuple[int, ...]]] = []
        self._by_first: dict[object, int] = {}  # ways that can only match where a phrase of their first group was found
        self._others: set[int] = set()
        for rule in rules:
            for way in rule.ways:
                key = len(self._ways)
                groups = way.parts or ((way.phrases,) if way.phrases else ())
                for part, phrases in enumerate(groups):
                    for phrase in phrases:
                        self._phrases.add(phrase, (key, part), rule.name)
                guards = tuple(self._list(rule, guard.has or guard.lacks) for guard in way.guards)
                if way.kind in ("phrases", "sequence"):
                    self._by_first[(key, 0)] = key
                else:
                    self._others.add(key)
                self._ways.append((rule, way, key, guards))

    def _list(self, rule: Rule, phrases: tuple[str, ...]) -> int:
        """The number under which hits of a guard's *phrases* are found."""
        wanted = (phrases, rule.classes)
        number = self._lists.get(wanted)
        if number is None:
            number = self._lists[wanted] = len(self._lists)
            for phrase in phrases:
                self._phrases.add(phrase, number, rule.name)
        return number

    def read(self, typed: str, segments: tuple[Segment, ...], heard: tuple[tuple[str, ...], ...]) -> Turn:
        """The turn with everything that any phrase hit in it, and in what the other said last."""
        turn = read_turn(typed, segments, heard)
        for place, segment in enumerate(segments):
            for payload, first, after in self._phrases.find(segment.words):
                turn.hits.setdefault(payload, []).append(Hit(place, first, after))
        if heard:
            turn.heard_hits = {payload for payload, _, _ in self._phrases.find(heard[-1])}
        return turn

    def candidates(self, turn: Turn) -> list[Candidate]:
        """Every way of every rule that matches *turn* and whose guards hold."""
        found = []
        first = {self._by_first[payload] for payload in turn.hits if payload in self._by_first}
        for rule, way, key, guards in (self._ways[place] for place in sorted(self._others | first)):
            if way.at_most is not None and turn.length > way.at_most:
                continue
            for match in KINDS[way.kind](key, way, turn):
                size = turn.offsets[match.last_segment + 1] - turn.offsets[match.segment]
                if way.at_least is not None and size < way.at_least:
                    continue
                if all(_holds(guard, words, turn, match) for guard, words in zip(way.guards, guards, strict=True)):
                    found.append(_candidate(rule, way, turn, match))
        return found


def _holds(guard: Guard, payload: int, turn: Turn, match: Match) -> bool:
    if guard.scope == "heard":
        there = payload in turn.heard_hits
    else:
        hits = turn.hits.get(payload, ())
        if guard.scope == "segment":
            hits = [hit for hit in hits if match.segment <= hit.segment <= match.last_segment]
        there = bool(hits)
    return there if guard.has else not there


def _candidate(rule: Rule, way: Way, turn: Turn, match: Match) -> Candidate:
    first, last = turn.segments[match.segment], turn.segments[match.last_segment]
    cue = (first.places[match.first].start, max(p.end for p in last.places[: match.after]))
    segment, last_segment = match.segment, match.last_segment
    if way.covers == "words":
        start, end = cue
    elif way.covers == "onward":
        start, end = cue[0], last.end
    elif way.covers == "turn":
        segment, last_segment = 0, len(turn.segments) - 1
        start, end = turn.segments[0].start, turn.segments[-1].end
    else:
        start, end = first.start, last.end
    return Candidate(rule.name, way.name, way.strength, segment, last_segment, start, end, cue)
