"""The end of a trainer's blind phase: every difference from the scorer becomes a mark that overrules it.

The labels made blind stay as they are, for the agreement; what is decided afterwards stands beside them.
"""

from dataclasses import dataclass

from simulator.conversation.labels import HEARD, MISSING, STANDS, TRAINER, WHOLE, WRONG, Judged, Voice, home
from simulator.conversation.session import Mark, Session
from simulator.conversation.turn import Turn
from simulator.report.agreement import found

__all__ = ["Difference", "differences", "end_of_blindness", "mine_holds", "scorer_stands"]


@dataclass(frozen=True, slots=True)
class Difference:
    """A skill of a turn that the trainer and the scorer read differently.

    *words* are those of the scorer's finding, or of the trainer's label. *decided* is what the trainer has said of it.
    """

    turn: Turn
    branch: int
    skill: str
    verdict: str
    words: str
    reason: str
    start: int
    end: int
    decided: Mark | None


def differences(session: Session, branch: int, voice: Voice) -> tuple[Difference, ...]:
    """Where the labels of *voice* and the scorer's findings part, in the order of the turns."""
    rows = []
    for turn in session.read(branch):
        at = home(session, branch, turn.number)
        judged = voice.judged.get(at)
        if judged is not None and not turn.aside:
            rows += _of(turn, at[0], judged, voice)
    return tuple(rows)


def _of(turn: Turn, branch: int, judged: Judged, voice: Voice) -> list[Difference]:
    heard, labels = found(turn), {mark.skill: mark for mark in judged.labels}
    rows = []
    for skill, words in heard.items():
        if skill not in labels:
            decided = voice.decided.get(((branch, turn.number), skill))
            rows.append(Difference(turn, branch, skill, WRONG, words, judged.comment, -1, -1, decided))
    for skill, mark in labels.items():
        if skill not in heard:
            words = turn.text[mark.start : mark.end] if mark.start >= 0 else ""
            decided = voice.decided.get(((branch, turn.number), skill))
            reason = mark.reason or judged.comment
            rows.append(Difference(turn, branch, skill, MISSING, words, reason, mark.start, mark.end, decided))
    return rows


def end_of_blindness(session: Session, branch: int, voice: Voice, judgement: str) -> tuple[Mark, ...]:
    """The marks that close the blind phase of *voice*: those that overrule the scorer, and *judgement* of the whole."""
    overruling = [mine_holds(one, voice.by) for one in differences(session, branch, voice) if one.decided is None]
    return (*overruling, Mark(TRAINER, WHOLE, "", HEARD, judgement, branch=branch, by=voice.by))


def mine_holds(one: Difference, by: str, reason: str = "") -> Mark:
    """The trainer's reading of *one* counts."""
    return Mark(
        TRAINER, one.turn.number, one.skill, one.verdict, reason or one.reason, one.start, one.end, one.branch, by
    )


def scorer_stands(one: Difference, by: str, reason: str = "") -> Mark:
    """The scorer's reading of *one* counts after all."""
    return Mark(TRAINER, one.turn.number, one.skill, STANDS, reason, branch=one.branch, by=by)
