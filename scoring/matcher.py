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
        self._ways: list[tuple[Rule, Way, tuple]] = []
        for rule in rules:
            for way in rule.ways:
                key = (rule.name, way.name)
                groups = way.parts or ((way.phrases,) if way.phrases else ())
                for part, phrases in enumerate(groups):
                    for phrase in phrases:
                        self._phrases.add(phrase, (key, part), rule.name)
                for number, guard in enumerate(way.guards):
                    for phrase in guard.has or guard.lacks:
                        self._phrases.add(phrase, (key, guard.scope, number), rule.name)
                self._ways.append((rule, way, key))

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
        for rule, way, key in self._ways:
            if way.at_most is not None and turn.length > way.at_most:
                continue
            for match in KINDS[way.kind](key, way, turn):
                size = turn.offsets[match.last_segment + 1] - turn.offsets[match.segment]
                if way.at_least is not None and size < way.at_least:
                    continue
                if all(_holds(guard, key, number, turn, match) for number, guard in enumerate(way.guards)):
                    found.append(_candidate(rule, way, turn, match))
        return found


def _holds(guard: Guard, key: tuple, number: int, turn: Turn, match: Match) -> bool:
    payload = (key, guard.scope, number)
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
