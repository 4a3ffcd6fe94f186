"""How a person's talks change over time: per skill, first against latest, own marking against what was found.

Counts of words that were said, and no grade of anybody.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from scoring.vocabulary import COSTLY, REWARDED
from simulator.conversation.session import Session
from simulator.persona.scenario import Scenario
from simulator.report import review

SELF = "self"
"""Who marks before any score is seen."""

_BARS = "▁▂▃▄▅▆▇█"


@dataclass(frozen=True, slots=True)
class Tally:
    """One skill in one run: how often, how many chances there were, and how much of them was used (0 to that many)."""

    times: int = 0
    chances: int = 0
    credited: float = 0.0


@dataclass(frozen=True, slots=True)
class Own:
    """Own marking against what was found, in skills of turns: marked by *both*, only by *self*, only *found*."""

    both: int = 0
    self: int = 0
    found: int = 0

    @property
    def turns_marked(self) -> bool:
        """Whether anything was marked."""
        return bool(self.both or self.self)


@dataclass(frozen=True, slots=True)
class Run:
    """One conversation: the run that counts of one session."""

    session: str
    scenario: str
    title: str
    level: str
    started: str
    label: str
    turns: int
    ending: str
    used: int
    chances: int
    hints: int
    skills: tuple[tuple[str, Tally], ...]
    own: Own

    def tally(self, skill: str) -> Tally:
        """What the run has of *skill*."""
        return dict(self.skills).get(skill, Tally())


def run(session: Session, scenario: Scenario) -> Run:
    """The figures of *session*: of its first run that was played to its end."""
    branch = session.scored.number
    found = review(session, scenario, branch, {})
    skills = {one.skill: Tally(one.used, one.chances, one.credited) for one in found.scorecard.skills}
    skills |= {one.skill: Tally(one.used) for one in found.scorecard.costs}
    header = session.header
    return Run(
        header.id,
        header.scenario,
        header.title,
        header.level,
        header.started,
        header.label or session.name,
        len(found.lines),
        found.ending,
        sum(1 for chance in found.chances if chance.used),
        len(found.chances),
        found.hints,
        tuple((skill, skills[skill]) for skill in (*REWARDED, *COSTLY) if skill in skills),
        own_marking(session, branch),
    )


def own_marking(session: Session, branch: int) -> Own:
    """The user's own labels of turns against what was found in those turns."""
    mine: dict[int, set[str]] = {}
    for mark in session.marks:
        if mark.who == SELF and mark.branch == branch and mark.verdict != "wrong":
            mine.setdefault(mark.turn, set()).add(mark.skill)
    both = only = found = 0
    for turn in session.read(branch):
        if turn.number in mine:
            labels, there = mine[turn.number], set(turn.detection.skills)
            both += len(labels & there)
            only += len(labels - there)
            found += len(there - labels)
    return Own(both, only, found)


@dataclass(frozen=True, slots=True)
class Course:
    """One skill over all runs, oldest first: how often in each."""

    skill: str
    times: tuple[int, ...]

    @property
    def plot(self) -> str:
        """A bar for every run."""
        return sparkline(self.times)


@dataclass(frozen=True, slots=True)
class Pair:
    """The first and the latest run of one scenario."""

    first: Run
    latest: Run


def courses(runs: Iterable[Run]) -> tuple[Course, ...]:
    """The course of every skill that was ever used, helping ones first."""
    runs = tuple(runs)
    found = (Course(skill, tuple(one.tally(skill).times for one in runs)) for skill in (*REWARDED, *COSTLY))
    return tuple(course for course in found if any(course.times))


def pairs(runs: Iterable[Run]) -> tuple[Pair, ...]:
    """First and latest of every scenario that was played more than once at the same level."""
    by: dict[tuple[str, str], list[Run]] = {}
    for one in runs:
        by.setdefault((one.scenario, one.level), []).append(one)
    return tuple(Pair(group[0], group[-1]) for group in by.values() if len(group) > 1)


def sparkline(values: Iterable[float]) -> str:
    """*values* as bars, 0 as the lowest and the largest as the highest."""
    values = tuple(values)
    most = max(values, default=0)
    if not most:
        return _BARS[0] * len(values)
    return "".join(_BARS[round(value / most * (len(_BARS) - 1))] for value in values)
