"""What people read differently: marks laid over what was found. The words stay; the counts change, and it shows.

The user's marks overrule the scorer, and trainers' marks overrule both. Trainers who contradict one another overrule
nobody: the majority of them counts, and where there is none the scorer's reading stands.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from scoring.findings import Detection, Finding
from scoring.vocabulary import PLAIN
from simulator.conversation.labels import MISSING, STANDS, TRAINER, WRONG, At, Voice, home, voices
from simulator.conversation.session import Mark, Session
from simulator.conversation.turn import Turn

BY_HAND = "by hand"
"""The rule of a finding that somebody added."""

MARKED = "as the trainer marked"
"""The words by which a correction says that it is a trainer's."""

USER = "user"
OVERRULING = (USER, TRAINER)
"""Whose marks change the counts; labels made blind, before any score, do not."""


@dataclass(frozen=True, slots=True)
class Read:
    """One skill of one turn that somebody reads differently from the scorer, and what comes of it.

    *mark* is the one in force, None where the scorer's reading stands: trainers contradict one another, or they agree
    with the scorer and the user does not. Then *there* and *not_there* name the trainers.
    """

    turn: int
    skill: str
    mark: Mark | None
    there: tuple[str, ...] = ()
    not_there: tuple[str, ...] = ()


def corrected(detection: Detection, marks: Iterable[Mark]) -> Detection:
    """*detection* with the findings that *marks* call wrong left out and those they miss put in; of two, the later."""
    marks = [mark for mark in marks if mark.who in OVERRULING and mark.skill]
    last: dict[str, Mark] = {}
    for mark in sorted(marks, key=lambda mark: OVERRULING.index(mark.who)):  # trainers after the user
        last[mark.skill] = mark
    wrong = {skill for skill, mark in last.items() if mark.verdict == WRONG}
    kept = [finding for finding in detection.findings if finding.skill not in wrong]
    there = {finding.skill for finding in kept}
    added = [mark for mark in last.values() if mark.verdict == MISSING and mark.skill not in there]
    if len(kept) == len(detection.findings) and not added:
        return detection
    kept += [_added(mark, detection.text) for mark in added]
    return replace(detection, findings=tuple(sorted(kept, key=lambda finding: (finding.start, finding.end))))


def _added(mark: Mark, text: str) -> Finding:
    start, end = (mark.start, mark.end) if 0 <= mark.start < mark.end <= len(text) else (0, len(text))
    why = (mark.reason,) if mark.reason else ()
    return Finding(mark.skill, start, end, text[start:end], BY_HAND, 1.0, why)


def readings(session: Session, branch: int = 0) -> tuple[Read, ...]:
    """Everything on *branch* that people read differently from the scorer, in the order of the turns."""
    trainers = voices(session)
    users: dict[tuple[At, str], Mark] = {}
    for mark in session.marks:
        if mark.who == USER and mark.verdict in (WRONG, MISSING) and 0 <= mark.branch < len(session.branches):
            users[home(session, mark.branch, mark.turn), mark.skill] = mark
    found = []
    for turn in session.read(branch):
        at = home(session, branch, turn.number)
        closed = [one for one in trainers if any(home(session, b, at[1]) == at for b in one.whole)]
        heard = [skill for one in closed if at in one.judged for skill in one.judged[at].skills]
        asked = [skill for where, skill in (*users, *(key for one in closed for key in one.decided)) if where == at]
        if not turn.aside:
            for skill in dict.fromkeys([*turn.detection.skills, *heard, *asked]):
                read = _read(turn, at, skill, users.get((at, skill)), closed)
                found += [read] if read else []
    return tuple(found)


def _read(turn: Turn, at: At, skill: str, users: Mark | None, trainers: Iterable[Voice]) -> Read | None:
    found = skill in turn.detection.skills
    votes: dict[bool, list[Voice]] = {True: [], False: []}
    for voice in trainers:
        said = vote(voice, at, skill, found)
        if said is not None:
            votes[said].append(voice)
    there, not_there = (tuple(voice.name for voice in votes[said]) for said in (True, False))
    if len(there) == len(not_there):
        if there:
            return Read(turn.number, skill, None, there, not_there)
        return Read(turn.number, skill, users) if users and found == (users.verdict == WRONG) else None
    present = len(there) > len(not_there)
    if present == found:
        return Read(turn.number, skill, None, there) if users else None
    marks = [_overruling(voice, at, skill, present) for voice in votes[present]]
    return Read(turn.number, skill, next((mark for mark in marks if mark.reason), marks[0]))


def _overruling(voice: Voice, at: At, skill: str, present: bool) -> Mark:
    """The mark by which *voice* overrules the scorer: the one that was made, or the one that follows from a label."""
    made = voice.decided.get((at, skill))
    if made is not None and made.verdict != STANDS:
        return made
    judged = voice.judged[at]
    label = next((mark for mark in judged.labels if mark.skill == skill), None)
    if present and label is not None:
        return replace(label, verdict=MISSING, reason=label.reason or judged.comment)
    return Mark(TRAINER, at[1], skill, WRONG, judged.comment, branch=at[0], by=voice.by)


def vote(voice: Voice, at: At, skill: str, found: bool) -> bool | None:
    """Whether the trainer says that *skill* is there; None for one who has not judged the turn."""
    mark = voice.decided.get((at, skill))
    if mark is not None:
        return found if mark.verdict == STANDS else mark.verdict == MISSING
    return skill in voice.judged[at].skills if at in voice.judged else None


def in_force(reads: Iterable[Read]) -> dict[int, tuple[Mark, ...]]:
    """The marks of *reads* that change the counts, by turn."""
    marks: dict[int, tuple[Mark, ...]] = {}
    for read in reads:
        if read.mark is not None:
            marks[read.turn] = (*marks.get(read.turn, ()), read.mark)
    return marks


def said_differently(read: Read, detection: Detection) -> str:
    """One line about *read*. Names, reasons and quotes stand after the first ': ', so that they can be left out."""
    what = f"Turn {read.turn}, {PLAIN.get(read.skill, read.skill)}"
    mark = read.mark
    if mark is None and not read.not_there:
        return f"{what} stays as the scorer read it, against the user's mark, {MARKED}"
    if mark is None:
        there, not_there = " and ".join(read.there), " and ".join(read.not_there)
        return (
            f"{what} is in dispute among the trainers, so the scorer's reading stands: "
            f"there for {there}, not there for {not_there}"
        )
    verdict = {WRONG: "is not there", MISSING: "was missed"}.get(mark.verdict, mark.verdict)
    if mark.who != TRAINER:
        return f"{what} {verdict}, says the {mark.who}" + (f": {mark.reason}" if mark.reason else "")
    details = [f"by {mark.by}" if mark.by else "", mark.reason]
    if mark.verdict == WRONG:
        details += [f'the scorer heard it in "{f.quote}"' for f in detection.findings if f.skill == mark.skill][:1]
    elif 0 <= mark.start < mark.end <= len(detection.text):
        details.append(f'heard in "{detection.text[mark.start : mark.end]}"')
    tail = "; ".join(filter(None, details))
    return f"{what} {verdict}, {MARKED}" + (f": {tail}" if tail else "")
