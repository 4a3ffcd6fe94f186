"""What trainers have marked, folded from a session's marks: the labels they made blind, and what they said afterwards.

All of it is kept as Mark records with who='trainer'. A turn is judged when its labels are followed by a mark without a
skill (its reason is the comment on the turn); the same turn judged again replaces what was there. A mark without a
skill on turn 0 is the judgement of the whole, and closes the blind phase of its branch. From then on wrong and missing
overrule the scorer, and stands takes that back.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from simulator.conversation.session import Mark, Session

TRAINER = "trainer"
HEARD, WRONG, MISSING, STANDS = "heard", "wrong", "missing", "stands"
WHOLE = 0
"""The turn that stands for the whole conversation."""

At = tuple[int, int]
"""A turn wherever it is seen from: the branch on which it was typed, and its number."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A turn that a trainer has judged: one label a skill, which may be none at all, and a comment."""

    labels: tuple[Mark, ...] = ()
    comment: str = ""

    @property
    def skills(self) -> tuple[str, ...]:
        """The skills that the trainer heard."""
        return tuple(mark.skill for mark in self.labels)


@dataclass(slots=True)
class Voice:
    """Everything of one trainer. *half* are labels of turns whose judging was cut short; *whole* is by branch."""

    by: str
    judged: dict[At, Judged] = field(default_factory=dict)
    half: dict[At, dict[str, Mark]] = field(default_factory=dict)
    whole: dict[int, str] = field(default_factory=dict)
    decided: dict[tuple[At, str], Mark] = field(default_factory=dict)

    def closed(self, branch: int) -> bool:
        """Whether the blind phase of *branch* is over for this trainer."""
        return branch in self.whole

    @property
    def name(self) -> str:
        """The trainer's name, or a word for one who gave none."""
        return self.by or "the trainer"


def home(session: Session, branch: int, number: int) -> At:
    """Where turn *number*, seen from *branch*, was typed. Raises IndexError for a branch that is not there.

    Numbers, not places: a line out of role has the number of the turn before it.
    """
    for one, upto in reversed(session.course(branch)):
        if any(turn.number == number and not turn.aside for turn in one.turns[: max(0, upto - one.since)]):
            return one.number, number
    return branch, number


def same(one: str, other: str) -> bool:
    """Whether two names are of one trainer."""
    return one.casefold() == other.casefold()


def voices(session: Session) -> tuple[Voice, ...]:
    """The trainers who have marked *session*, in the order of their first marks."""
    found: dict[str, Voice] = {}
    for mark in _trainers(session.marks, len(session.branches)):
        voice = found.setdefault(mark.by.casefold(), Voice(mark.by))
        if mark.turn == WHOLE:
            if not mark.skill:
                voice.whole[mark.branch] = mark.reason
            continue
        at = home(session, mark.branch, mark.turn)
        if mark.verdict != HEARD:
            voice.decided[at, mark.skill] = mark
        elif mark.skill:
            voice.half.setdefault(at, {})[mark.skill] = mark
        else:
            voice.judged[at] = Judged(tuple(voice.half.pop(at, {}).values()), mark.reason)
    return tuple(found.values())


def voice(session: Session, by: str) -> Voice:
    """The trainer called *by*; one without marks where there is none of that name."""
    return next((one for one in voices(session) if same(one.by, by)), Voice(by))


def _trainers(marks: Iterable[Mark], branches: int) -> Iterable[Mark]:
    return (mark for mark in marks if mark.who == TRAINER and 0 <= mark.branch < branches and mark.turn >= WHOLE)
