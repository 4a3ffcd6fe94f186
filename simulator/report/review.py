"""The Review: everything that can be said of a conversation afterwards, as plain data; layout is the formats'."""

from dataclasses import dataclass

from scoring.findings import Finding
from scoring.scorecard import Chance, Scorecard
from simulator.report.lookback import Against, Chair, Reflection, Run
from simulator.report.parting import Parting


@dataclass(frozen=True, slots=True)
class Line:
    """One exchange as it is shown: *number* counts turns from 1; *text* is '' for silence.

    *before* and *after* are states, *safety*, *heat* (0-100) and *patience* stand after the turn; all of them are empty
    or -1 where the talk came from elsewhere. *notes* are events of the turn in words.
    """

    number: int
    text: str
    reply: str
    findings: tuple[Finding, ...] = ()
    marks: tuple[Finding, ...] = ()
    before: str = ""
    after: str = ""
    safety: int = -1
    heat: int = -1
    patience: int = -1
    notes: tuple[str, ...] = ()
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """A turn worth a second look: the *quote*, in *said* what the other had said, and one sentence about it."""

    turn: int
    quote: str
    sentence: str
    said: str = ""
    answer: str = ""
    skill: str = ""
    model: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that was held back: what became of it and how near it came, in points of openness.

    *reached* and *price* are those of the turn at which it was nearest; *because* is what was missing then: openness,
    order (something comes first), topic (nobody asked), moment; '' for what was told.
    """

    title: str
    fate: str
    reached: int
    price: int
    turn: int = 0
    because: str = ""

    @property
    def short(self) -> int:
        """Points of openness that were missing at the nearest."""
        return max(0, self.price - self.reached)


@dataclass(frozen=True, slots=True)
class Point:
    """Something only this scenario can point out."""

    happened: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class Review:
    """A whole conversation, read afterwards.

    *source* is the form of file it came from, '' where it was played here; *spoken* words were written down by speech
    recognition, and what is read from them is less sure. *remarks* are what trainers wrote about it. *branch* is the
    run that is told of, *runs* are all of the session where there are several, and *parting* is where the counted one
    and the best part; a *coached* one had help unasked.
    """

    session: str
    title: str
    scenario: str
    person: str
    level: str
    seed: int
    started: str
    label: str
    opening: str
    lines: tuple[Line, ...]
    ending: str
    ending_title: str
    last_line: str
    note: str
    tonight: str
    best: Moment | None
    try_this: Moment | None
    costs: tuple[Moment, ...]
    kept: tuple[Kept, ...]
    chances: tuple[Chance, ...]
    flashes_shown: int
    flashes_noticed: int
    points: tuple[Point, ...]
    compare: str
    hints: int
    scorecard: Scorecard
    digest: str = ""
    rules: str = ""
    finished: bool = True
    corrections: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    source: str = ""
    spoken: bool = False
    branch: int = 0
    coached: bool = False
    reflection: Reflection | None = None
    preparation: tuple[Against, ...] = ()
    chair: Chair | None = None
    runs: tuple[Run, ...] = ()
    parting: Parting | None = None
