"""How far two readings of the same turns agree, skill by skill, and where they part, with the words.

Cohen's kappa (J. Cohen, "A coefficient of agreement for nominal scales", 1960): (observed - expected) / (1 - expected),
where the expected share is what two readers would agree on by chance, each hearing the skill as often as they do.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from scoring.vocabulary import SKILLS
from simulator.conversation.labels import Judged, Voice, home, voices
from simulator.conversation.session import Session
from simulator.conversation.turn import Turn

SCORER = "the scorer"
Heard = Mapping[str, str]
"""A skill that was heard and its words, '' where only the turn is known."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One turn that two have read: what the *first* and the *second* heard in it."""

    session: str
    turn: int
    text: str
    first: Heard
    second: Heard


@dataclass(frozen=True, slots=True)
class Agreement:
    """One skill over all turns, counted in turns: heard by *both*, by one only, by *neither*."""

    skill: str
    both: int
    first: int
    second: int
    neither: int

    @property
    def turns(self) -> int:
        """How many turns both have read."""
        return self.both + self.first + self.second + self.neither

    @property
    def share(self) -> float:
        """The share of turns on which they agree, 0-1; 1 where there is no turn."""
        return (self.both + self.neither) / self.turns if self.turns else 1.0

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa, at most 1; None where chance alone would agree always, so that nothing can be said."""
        size = self.turns * self.turns
        heard = (self.both + self.first) * (self.both + self.second)
        not_heard = (self.second + self.neither) * (self.first + self.neither)
        if heard + not_heard == size:
            return None
        expected = (heard + not_heard) / size
        return (self.share - expected) / (1 - expected)


@dataclass(frozen=True, slots=True)
class Parting:
    """A turn on which one heard *skill* and the other did not. *words* are those of whoever heard it."""

    session: str
    turn: int
    skill: str
    heard_by: str
    not_by: str
    text: str
    words: str


@dataclass(frozen=True, slots=True)
class Compared:
    """Two readings side by side: a row for every skill that either heard, all of them *together*, and the partings."""

    first: str
    second: str
    turns: int
    skills: tuple[Agreement, ...]
    together: Agreement
    partings: tuple[Parting, ...]


def compared(units: Sequence[Unit], first: str, second: str) -> Compared:
    """*units* as read by the one called *first* and the one called *second*."""
    rows = [_agreement(skill, units) for skill in SKILLS]
    heard = tuple(row for row in rows if row.turns > row.neither)
    together = Agreement(
        "",
        sum(row.both for row in rows),
        sum(row.first for row in rows),
        sum(row.second for row in rows),
        sum(row.neither for row in rows),
    )
    partings = tuple(one for unit in units for one in _partings(unit, first, second))
    return Compared(first, second, len(units), heard, together, partings)


def _agreement(skill: str, units: Sequence[Unit]) -> Agreement:
    both = sum(skill in unit.first and skill in unit.second for unit in units)
    first = sum(skill in unit.first for unit in units) - both
    second = sum(skill in unit.second for unit in units) - both
    return Agreement(skill, both, first, second, len(units) - both - first - second)


def _partings(unit: Unit, first: str, second: str) -> Iterable[Parting]:
    for skill in SKILLS:
        if (skill in unit.first) != (skill in unit.second):
            mine = skill in unit.first
            words = unit.first[skill] if mine else unit.second[skill]
            by, not_by = (first, second) if mine else (second, first)
            yield Parting(unit.session, unit.turn, skill, by, not_by, unit.text, words)


def comparisons(talks: Iterable[tuple[Session, int]]) -> tuple[Compared, ...]:
    """Every trainer who closed the blind phase beside the scorer, then beside each other; over all *talks* (branches).

    Labels as they were made blind, and findings as they were made, by the rules of a kept rescoring where there is one:
    what was overruled since changes nothing here.
    """
    pairs: dict[tuple[str, str], tuple[str, str, list[Unit]]] = {}
    for session, branch in talks:
        closed = [one for one in voices(session) if one.closed(branch)]
        turns = [turn for turn in session.read(branch) if not turn.aside]
        for one in closed:
            key = (SCORER, one.by.casefold())
            units = pairs.setdefault(key, (SCORER, one.name, []))[2]
            units += _units(session, branch, turns, None, one)
        for one, other in combinations(sorted(closed, key=lambda voice: voice.by.casefold()), 2):
            key = (one.by.casefold(), other.by.casefold())
            units = pairs.setdefault(key, (one.name, other.name, []))[2]
            units += _units(session, branch, turns, one, other)
    by_scorer_first = sorted(pairs.items(), key=lambda pair: pair[0][0] != SCORER)
    return tuple(compared(units, first, second) for _, (first, second, units) in by_scorer_first)


def _units(session: Session, branch: int, turns: Sequence[Turn], one: Voice | None, other: Voice) -> Iterable[Unit]:
    for turn in turns:
        at = home(session, branch, turn.number)
        if at in other.judged and (one is None or at in one.judged):
            first = found(turn) if one is None else labelled(one.judged[at], turn.text)
            yield Unit(session.header.id, turn.number, turn.text, first, labelled(other.judged[at], turn.text))


def found(turn: Turn) -> dict[str, str]:
    """What the scorer heard in *turn*, with the words of the first finding of each skill."""
    heard: dict[str, str] = {}
    for finding in turn.detection.findings:
        heard.setdefault(finding.skill, finding.quote)
    return heard


def labelled(judged: Judged, text: str) -> dict[str, str]:
    """What a trainer heard in a turn that says *text*."""
    return {mark.skill: text[mark.start : mark.end] if mark.start >= 0 else "" for mark in judged.labels}
