"""What takes back a finding that the weights arrived at: things the whole turn says, which no sum sees."""

from collections.abc import Collection

from scoring.findings import Finding
from scoring.matcher import Candidate
from scoring.spotting import amounts_to
from scoring.turn import Turn

QUESTIONS = frozenset(("curiosity", "solution_question", "closed_question", "why_question", "leading_question"))
GENUINE = frozenset(("curiosity", "solution_question"))  # a real wish to know
DENIABLE = frozenset(("judgement", "blame", "comparison", "minimizing"))
PLAIN = 1.0
"""Strength of a rule for words that nobody would take otherwise: it counts, whatever the weights say."""

SIDES = "it is said of what befell them"
DOUBTED = "it says that they are not believed"
DENIED = "it is what you say you do not mean"
NOTHING_SAID = "it is a greeting or a sound, and nothing more"
NOT_TOO_MANY = "one 'sorry' is not too many"
OTHERWISE_ASKED = "its words plainly ask for something else"
SNAPPED = "it is snapped at them"
NOTHING_ASKED = "nothing is asked"  # however like a question the words are

_WANTS_MORE_THAN_YES = frozenset(("open", "invitation", "narrow", "why"))  # kinds of question: "who told you that"
_BUT_YOU = " but you "  # "I'm not saying you're slow, but you are"
_YOURS = frozenset(("you", "your", "yours"))
_HOW_MUCH = frozenset("really so just very pretty quite honestly truly a bit such plain bloody completely".split())
_NAMED = 1  # words after a greeting: "Hello, Kyle"
_SURE_UNMARKED = 0.6  # strength of a question that is believed where no marks are typed: "you honestly thought that"
_ONCE = 6  # words of a turn in which one "sorry" is not too many


class Cancelling:
    """Knows the phrases by which findings are taken back: *classes* of lexicon.yaml."""

    def __init__(self, classes):
        self._bare = tuple(" ".join(row) for row in classes["bare"])
        self._sympathy = tuple(f" {' '.join(row)} " for row in classes["sympathy"])
        self._siding = tuple(f" {' '.join(row)} " for row in classes["siding"])
        self._doubt = tuple(f" {' '.join(row)} " for row in classes["doubt"])
        self._denials = tuple(f" {' '.join(row)} " for row in classes["denial"])

    def because(self, finding: Finding, text: str, turn: Turn, candidates: list[Candidate]) -> str:
        """What takes back *finding* in *turn*, typed as *text*, where rules proposed *candidates*; '' for nothing."""
        skill = finding.skill
        proposed = any(one.name == skill for one in candidates)
        if amounts_to(text, self._bare, after=_NAMED):
            return NOTHING_SAID
        if skill == "over_apologizing" and not proposed and (turn.length <= _ONCE or self._sorry_once(turn)):
            return NOT_TOO_MANY
        if skill in GENUINE and _place(finding, turn) in _plainly(candidates, ("triggered",)):
            return SNAPPED
        if skill in QUESTIONS and not proposed:
            if all(one is None for one in turn.questions) and (turn.stopped or finding.strength < _SURE_UNMARKED):
                return NOTHING_ASKED
            place = _place(finding, turn)
            if place in _plainly(candidates, QUESTIONS):
                return OTHERWISE_ASKED
            asked = turn.questions[place] if place is not None else None
            wants_a_word = asked is not None and not asked.kinds.isdisjoint(_WANTS_MORE_THAN_YES)
            return OTHERWISE_ASKED if skill == "closed_question" and wants_a_word else ""
        if skill == "contrasting" and self._doubts(finding, turn):
            return DOUBTED
        if skill == "judgement" and self._sides(finding, turn):
            return SIDES
        return DENIED if self._denied(finding, turn) else ""

    def _denied(self, finding: Finding, turn: Turn) -> bool:
        """Whether the words of *finding* are what the user says they do not mean."""
        place = _place(finding, turn)
        if finding.skill not in DENIABLE or place is None:
            return False
        words = _spaced(turn.segments[place].words)
        denial = next((one for one in self._denials if one in words), "")
        return bool(denial) and _BUT_YOU not in words.partition(denial)[2]

    def _sides(self, finding: Finding, turn: Turn) -> bool:
        """Whether what is called bad is what was done to them ("that is really unfair"), and nothing of theirs."""
        place = _place(finding, turn)
        words = turn.segments[place].words if place is not None else ()
        plain = _spaced(word for word in words if word not in _HOW_MUCH)
        return _YOURS.isdisjoint(words) and any(one in plain for one in self._siding)

    def _doubts(self, finding: Finding, turn: Turn) -> bool:
        """Whether what is denied is that they are believed ("honestly, I don't buy it")."""
        inside = (one.words for one in turn.segments if one.start < finding.end and finding.start < one.end)
        words = _spaced(word for segment in inside for word in segment)
        return any(one in words for one in self._doubt)

    def _sorry_once(self, turn: Turn) -> bool:
        """Whether what is called sorry is their trouble ("sorry about your mum") and nothing else is, or sorry is said
        once and for itself ("Oh Priya. I'm so sorry.")."""
        words = _spaced(word for segment in turn.segments for word in segment.words)
        if words.count(" sorry ") == sum(map(words.count, self._sympathy)) > 0:
            return True
        alone = any("sorry" in one.words and len(one.words) <= _ONCE for one in turn.segments)
        return turn.stopped and alone and words.count(" sorry ") == 1


def _plainly(candidates: list[Candidate], skills: Collection[str]) -> set[int]:
    """The segments in which a rule for one of *skills* found words that nobody would take otherwise."""
    return {one.segment for one in candidates if one.strength >= PLAIN and one.name in skills}


def _spaced(words) -> str:
    return f" {' '.join(words)} "


def _place(finding: Finding, turn: Turn) -> int | None:
    """Which segment of *turn* the words of *finding* begin in."""
    for place, segment in enumerate(turn.segments):
        if segment.start <= finding.start < segment.end:
            return place
    return None
