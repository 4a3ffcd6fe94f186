"""Human judgements of turns as labelled lines, in the form that the evaluation reads."""

from collections.abc import Iterable, Iterator, Sequence

from simulator.conversation.labels import HEARD, TRAINER, At, Voice, home, voices
from simulator.conversation.session import Mark, Session
from simulator.conversation.turn import Turn
from simulator.report.agreement import labelled as heard_words
from simulator.report.corrections import corrected, in_force, readings, vote


def labelled(session: Session) -> Iterator[dict]:
    """A line for every turn that somebody marked: {id, writer, prev, text, labels, maybe, evidence, marks}.

    Where trainers judged the turn, *labels* are what all of them heard and *maybe* what only some did; where nobody
    did, what was found, as corrected by the user. *marks* keep who said what, and why.
    """
    trainers = voices(session)
    for branch in session.branches:
        marks = in_force(readings(session, branch.number))
        turns = session.read(branch.number)
        for index, turn in enumerate(turns):
            at = home(session, branch.number, turn.number)
            said = _said(session, at, trainers)
            if at[0] != branch.number or turn.aside or not said:
                continue
            before = [session.header.first_line, *(one.reply for one in turns[:index])]
            labels, maybe, evidence = _labels(turn, at, trainers, marks.get(turn.number, ()))
            yield {
                "id": f"{session.header.id}-{branch.number}-{turn.number}",
                "writer": session.header.label or session.header.id,
                "prev": before[-2:],
                "text": turn.text,
                "labels": labels,
                "maybe": maybe,
                "evidence": {skill: words for skill, words in evidence.items() if skill in (*labels, *maybe) and words},
                "marks": said,
            }


def _labels(
    turn: Turn, at: At, trainers: Iterable[Voice], marks: Sequence[Mark]
) -> tuple[list[str], list[str], dict[str, str]]:
    """What is there for certain, what is in doubt, and the words of both."""
    judging = [voice for voice in trainers if at in voice.judged]
    found = corrected(turn.detection, marks)
    evidence = {finding.skill: finding.quote for finding in reversed(found.findings)}
    if not judging:
        return list(found.skills), [], evidence
    if not all(voice.closed(at[0]) for voice in judging):
        evidence = {}  # somebody still judges blind: the scorer's words are not shown
    for voice in judging:
        evidence |= {skill: words for skill, words in heard_words(voice.judged[at], turn.text).items() if words}
    asked = [skill for voice in judging for skill in voice.judged[at].skills]
    asked += [skill for voice in judging for where, skill in voice.decided if where == at]
    votes = {
        skill: [bool(vote(voice, at, skill, skill in turn.detection.skills)) for voice in judging]
        for skill in dict.fromkeys(asked)
    }
    labels = [skill for skill, said in votes.items() if all(said)]
    return labels, [skill for skill, said in votes.items() if any(said) and not all(said)], evidence


def _said(session: Session, at: At, trainers: Iterable[Voice]) -> list[dict]:
    """What was marked on the turn *at*: everything but what a trainer has replaced since."""
    there = {id(mark) for voice in trainers if at in voice.judged for mark in voice.judged[at].labels}
    there |= {id(mark) for voice in trainers for (where, _), mark in voice.decided.items() if where == at}
    rows = []
    for mark in session.marks:
        if mark.turn != at[1] or not 0 <= mark.branch < len(session.branches):
            continue
        if home(session, mark.branch, mark.turn) != at:
            continue
        if mark.who != TRAINER or id(mark) in there:
            rows.append(_row(mark))
    for voice in trainers:
        if at in voice.judged:
            rows.append(_row(Mark(TRAINER, at[1], "", HEARD, voice.judged[at].comment, branch=at[0], by=voice.by)))
    return rows


def _row(mark: Mark) -> dict:
    return {"who": mark.who, "by": mark.by, "skill": mark.skill, "verdict": mark.verdict, "reason": mark.reason}
