"""The user's own lines, by what they did: which of them are worth taking along, and which are not."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scoring.findings import Finding
from scoring.vocabulary import COSTLY, REWARDED
from simulator.conversation.session import Session
from simulator.conversation.turn import Turn

_WORTH = {"told": 12, "repaired": 10, "noticed": 6, "heard": 4}  # as in the review's best moment


@dataclass(frozen=True, slots=True)
class Line:
    """A line that carried *skill*: its words, the turn, and what it was worth in points of openness."""

    skill: str
    text: str
    turn: Turn
    worth: int


def all_turns(session: Session) -> list[Turn]:
    """Every turn that was said, on whichever branch, each once and the scored run first."""
    found = session.read(session.scored.number)
    for branch in session.branches:
        if branch.number != session.scored.number:
            found += [turn for turn in session.read(branch.number) if turn not in found]
    return [turn for turn in found if not turn.aside]


def good_lines(turns: Iterable[Turn]) -> list[Line]:
    """What helped, best first: of every turn without a cost the words of every skill that held."""
    found = []
    for turn in turns:
        if any(finding.skill in COSTLY for finding in turn.detection.findings):
            continue
        worth = turn.reaction.safety - turn.reaction.heat // 2
        worth += sum(_WORTH.get(what, 0) for what, _ in turn.reaction.notes)
        for finding in turn.detection.findings:
            if finding.skill in REWARDED and finding.skill not in turn.heard.unfounded and worth >= 0:
                found.append(Line(finding.skill, whole(turn.text, finding), turn, worth))
    return sorted(found, key=lambda line: -line.worth)


def costly_findings(turns: Iterable[Turn]) -> Iterator[Finding]:
    """What cost, the worst first."""
    found = [
        (turn.reaction.safety - turn.reaction.heat, finding)
        for turn in turns
        for finding in turn.detection.findings
        if finding.skill in COSTLY
    ]
    yield from (finding for _, finding in sorted(found, key=lambda one: one[0]))


def whole(text: str, finding: Finding) -> str:
    """The words of *finding* with the mark that closes them: an evidence ends before its full stop."""
    end = finding.end
    while end < len(text) and text[end] in ".?!\"'”’)":
        end += 1
    return text[finding.start : end].strip()
