"""What the user wrote and marked before any score, as a session keeps it, set against what was found."""

from simulator.conversation.session import Session
from simulator.conversation.turn import Turn
from simulator.report.lookback import OwnMark, Reflection
from simulator.report.words import short

SELF = "self"
"""Whose marks are made before any score."""
HEARD = "heard"

PLUS, DELTA, MARKED, BRANCH = "plus", "delta", "marked", "branch"
"""Fields of a reflection's record: what went well, what to do otherwise, turns that were marked, on which branch."""


def reflection(session: Session, turns: list[Turn], branch: int) -> Reflection | None:
    """What the user wrote and marked on *branch* before reading on; None where that is nothing."""
    kept = session.reflection
    if not kept or kept.get(BRANCH, 0) != branch:
        return None
    by_number = {turn.number: turn for turn in turns}
    marked = []
    for number in kept.get(MARKED, ()):
        turn = by_number.get(number)
        if turn is not None:
            own = tuple(
                mark.skill
                for mark in session.marks
                if (mark.who, mark.verdict, mark.turn, mark.branch) == (SELF, HEARD, number, branch) and mark.skill
            )
            marked.append(OwnMark(number, short(turn.text), tuple(dict.fromkeys(own)), turn.detection.skills))
    return Reflection(str(kept.get(PLUS, "")), str(kept.get(DELTA, "")), tuple(marked))
