"""The ear: hears the skills and marks of a turn, with the words that carry them and the reason.

Rules say where to look and carry examples; fitted weights say how much it all amounts to, in a segment and in the
whole turn; then what excludes what is settled. A skill that has no weights is heard by its rule alone.
"""

import re
from functools import lru_cache
from math import exp

from scoring.cancelling import PLAIN, Cancelling
from scoring.features import Fired, Heard, kinds_of, segment_features, turn_features
from scoring.findings import Cancelled, Detection, Finding
from scoring.lexicon import Lexicon
from scoring.matcher import Candidate, Matcher
from scoring.plainly import plainly
from scoring.segments import Segment, segments
from scoring.sources import Sources
from scoring.text import MAX_CHARACTERS, Text
from scoring.turn import Turn, content
from scoring.vocabulary import MARKS, REWARDED, SKILLS
from scoring.weights import Weights
from scoring.weights.model import IN_ONE_BREATH, SEGMENT, STOPPED, TURN

_GESTURE = re.compile(r"\s*(\*[^*]*\*|\([^()]*\))\s*")  # "*sighs*" and "(sighs)" are silence, not words
HEARD_LINES = 2  # of the other's last lines that are read
ALONGSIDE = 0.0  # score from which a segment beside the best one carries the skill too
SURE = {"rewarded": 0.85, "costly": 0.9}
"""Strength from which a rule is believed against weights that doubt it a little."""
DOUBT = {"rewarded": 1.5, "costly": 1.0}
"""How far below the bar the sum may then be, in logits. Where a sure rule for a costly move is, four of five such were
right on the fitted corpora (by weights without their writer); for the others it is set by hand, for plain moves in long
turns."""
BY_RULE = 0.5  # strength from which a rule alone counts, where a skill has no weights


class Ear:
    """Everything that is needed to hear, built once."""

    def __init__(
        self, sources: Sources, weights: Weights | None = None, lexicon: Lexicon | None = None, boundaries=None
    ):
        self.spelling = sources.spelling
        self._read = sources.spelling.read
        self._matcher = Matcher(list(sources.rules), sources.classes)
        self._kinds = kinds_of(sources.classes)
        self.meanings = sources.meanings
        self.cancelling = Cancelling(sources.classes)
        self.weights = weights
        self._lexicon = lexicon
        self._boundaries = boundaries
        self.rules = {rule.name: rule for rule in sources.rules}

    def detect(self, text: str, heard=()) -> Detection:
        """The skills and marks that *text* carries after the other said *heard* (lines, oldest first)."""
        return self.hear(text, heard).detection()

    def hear(self, text: str, heard=()) -> "Hearing":
        """*text* being heard, for whoever wants to know more than what was found. Raises ValueError as detect does."""
        if len(text) > MAX_CHARACTERS:
            raise ValueError(f"a turn has at most {MAX_CHARACTERS:,} characters; this one has {len(text):,}")
        return Hearing(self, "" if _GESTURE.fullmatch(text) else text, tuple(heard)[-HEARD_LINES:])

    def cut(self, text: str) -> tuple[Segment, ...]:
        """The segments of *text*, with typing mistakes in cue words put right."""
        cut = segments(Text(text, self._read), self._boundaries)
        if self._lexicon is None:
            return cut
        correct = self._lexicon.correct
        return tuple(Segment(tuple(map(correct, one.words)), one.places, one.marks, one.commas) for one in cut)

    def words(self, text: str) -> tuple[str, ...]:
        """The words of *text* as they are read."""
        return tuple(word for segment in self.cut(text) for word in segment.words)

    def content(self, text: str) -> frozenset[str]:
        """The stems of the words of *text* that carry content."""
        return frozenset(content(self.words(text)))


class Hearing:
    """One turn being heard."""

    def __init__(self, ear: Ear, text: str, heard: tuple[str, ...]):
        self._ear, self._text = ear, text
        lines = tuple(ear.words(line) for line in heard)
        self.turn: Turn = ear._matcher.read(text, ear.cut(text), lines)
        self.candidates = ear._matcher.candidates(self.turn)
        self.heard = Heard(lines, heard, ear._kinds, ear.meanings)
        ways: list[list[str]] = [[] for _ in self.turn.segments]
        for one in self.candidates:
            for place in range(one.segment, one.last_segment + 1):
                ways[place].append(one.rule)
        self.fired = Fired(ways)

    def detection(self) -> Detection:
        """Everything found, in the order in which it was said."""
        marks = [self._by_rule(c) for c in _strongest(c for c in self.candidates if c.name in MARKS)]
        skills = [c for c in self.candidates if c.name in SKILLS]
        places = zip(self.turn.segments, self.turn.questions, strict=True)
        asking = tuple((segment.start, segment.end) for segment, question in places if question is not None)
        if self._ear.weights is None or not self.turn.segments:
            found = [self._by_rule(c) for c in _strongest(skills) if c.strength >= BY_RULE]
            return Detection(self._text, _in_order(found), _in_order(marks), (), asking)
        found, cancelled = self._weighed(skills)
        return Detection(self._text, _in_order(found), _in_order(marks), tuple(cancelled), asking)

    @property
    def typed(self) -> str:
        """How the turn was typed: its thresholds are those for that."""
        return STOPPED if self.turn.stopped else IN_ONE_BREATH

    def segment_features(self) -> list[dict[str, float]]:
        """The features of every segment."""
        places = range(len(self.turn.segments))
        return [segment_features(self.turn, place, self.heard, self.fired, self._ear._kinds) for place in places]

    def turn_features(self) -> dict[str, float]:
        """The features of the whole turn."""
        return turn_features(self.turn, self.heard, self.fired)

    def _weighed(self, candidates: list[Candidate]) -> tuple[list[Finding], list[Cancelled]]:
        weights = self._ear.weights
        features = self.segment_features()
        by_segment = [weights.scores(SEGMENT, one) for one in features]
        values = weights.whole(by_segment, weights.scores(TURN, self.turn_features()), self.typed)
        found, cancelled = [], []
        for index, skill in enumerate(weights.skills):
            own = [c for c in candidates if c.name == skill]
            value, counts = values[index], values[index] > 0
            if counts:
                one = self._finding(skill, index, by_segment, own, value, features)
            elif own:
                strongest = max(own, key=lambda c: c.strength)
                one, counts = self._by_rule(strongest), _believed(skill, strongest.strength, value)
            else:
                continue
            if counts:
                because = self._ear.cancelling.because(one, self._text, self.turn, self.candidates)
            else:
                because = self._against(skill, features[strongest.segment])
            if because:
                cancelled.append(Cancelled(one, because))
            else:
                found.append(one)
        return found, cancelled

    def _against(self, skill: str, features) -> str:
        """What keeps *skill*, which a rule proposed, from counting in a segment with these *features*."""
        against = [name for name, share in self._ear.weights.reasons(SEGMENT, features, skill) if share < 0]
        return f"against it: {', '.join(map(plainly, against[:3]))}" if against else "too little speaks for it"

    def _finding(self, skill, index, by_segment, own, value, features) -> Finding:
        weights = self._ear.weights
        scores = [one[index] for one in by_segment]
        first = last = best = max(range(len(scores)), key=scores.__getitem__)
        while first > 0 and scores[first - 1] > ALONGSIDE:
            first -= 1
        while last < len(scores) - 1 and scores[last + 1] > ALONGSIDE:
            last += 1
        start, end = self.turn.segments[first].start, self.turn.segments[last].end
        touching = [c for c in own if c.segment <= last and c.last_segment >= first]
        rule = max(touching, key=lambda c: c.strength).rule if touching else f"{skill}/weights"
        why = tuple(name for name, share in weights.reasons(SEGMENT, features[best], skill)[:8] if share > 0)
        strength = 1 / (1 + exp(-min(30.0, value)))
        return Finding(skill, start, end, self._text[start:end], rule, strength, why)

    def _by_rule(self, one: Candidate) -> Finding:
        quote = self._text[one.start : one.end]
        cue = self._text[one.cue[0] : one.cue[1]]
        return Finding(one.name, one.start, one.end, quote, one.rule, one.strength, (f"the words '{cue}'",))


def _believed(skill: str, strength: float, value: float) -> bool:
    """Whether a rule of this *strength* counts for *skill* although the sum is below the bar, by *value*."""
    kind = "rewarded" if skill in REWARDED else "costly"
    return strength >= PLAIN or (strength >= SURE[kind] and value > -DOUBT[kind])


def _strongest(candidates) -> list[Candidate]:
    """Of every name the strongest candidate; among equals the first."""
    best: dict[str, Candidate] = {}
    for one in candidates:
        if one.name not in best or one.strength > best[one.name].strength:
            best[one.name] = one
    return list(best.values())


def _in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: (finding.start, finding.end, finding.skill)))


@lru_cache(maxsize=1)
def default_ear() -> Ear:
    """The ear with the shipped data. Raises BrokenSources where that has faults."""
    from scoring import boundaries, lexicon, sources, weights

    loaded, problems = sources.load()
    if loaded is None:
        raise sources.BrokenSources(problems)
    return Ear(loaded, weights.load(SKILLS), lexicon.load(), boundaries.load())
