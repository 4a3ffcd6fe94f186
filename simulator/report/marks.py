"""Human judgements of turns as labelled lines, in the form that the evaluation reads."""

from collections.abc import Iterator

from simulator.conversation.session import Session
from simulator.report.corrections import corrected


def labelled(session: Session) -> Iterator[dict]:
    """A line for every turn that somebody marked: {id, writer, prev, text, labels, maybe, evidence, marks}.

    *labels* are what was found, as corrected. *marks* keep who said what, and why.
    """
    for branch in session.branches:
        turns = session.turns(branch.number)
        for place, turn in enumerate(turns):
            marks = [m for m in session.marks if m.branch == branch.number and m.turn == turn.number]
            if not marks or (branch.number and turn not in branch.turns):
                continue
            found = corrected(turn.detection, marks)
            before = [session.header.first_line, *(one.reply for one in turns[:place])]
            yield {
                "id": f"{session.header.id}-{branch.number}-{turn.number}",
                "writer": session.header.label or session.header.id,
                "prev": before[-2:],
                "text": turn.text,
                "labels": list(found.skills),
                "maybe": [],
                "evidence": {finding.skill: finding.quote for finding in found.findings},
                "marks": [
                    {"who": m.who, "by": m.by, "skill": m.skill, "verdict": m.verdict, "reason": m.reason}
                    for m in marks
                ],
            }
