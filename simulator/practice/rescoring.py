"""An old conversation under today's rules: what is heard now that was not, what no longer is, and why. Nothing is kept
here; what the person did then stays as it was."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from scoring.edition import edition
from scoring.findings import Detection, Finding
from scoring.scorecard import Said, Scorecard, scorecard
from simulator.conversation.branching import talk_at
from simulator.conversation.session import Rescored, Session
from simulator.conversation.talk import Ear, Stage, detected
from simulator.conversation.turn import Turn
from simulator.persona.heard import Heard
from simulator.persona.mind import Mind
from simulator.report.chances import chances
from simulator.report.words import quote

STUFFED = 4  # skills in one turn; of more the first two count, see simulator.persona.person
GAINED, LOST, MOVED = "gained", "lost", "moved"
"""A skill is heard now, no longer, or in other words of the turn."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One skill of one turn that is read otherwise today. *rule* is the one that hears it, or that heard it then.

    *because* says why it no longer counts, where the ear says so.
    """

    turn: int
    kind: str
    skill: str
    quote: str
    rule: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class Rescoring:
    """A run read again. *answers_from* is the first turn that the person would answer otherwise today, 0 for none."""

    session: str
    title: str
    branch: int
    was_rules: str
    now_rules: str
    differences: tuple[Difference, ...]
    was_overall: int
    now_overall: int
    was_chances: tuple[int, int]
    now_chances: tuple[int, int]
    answers_from: int = 0
    read: tuple[Rescored, ...] = ()

    @property
    def same(self) -> bool:
        """Whether today's rules hear what was heard."""
        return not self.differences and (self.was_overall, self.was_chances) == (self.now_overall, self.now_chances)


def rescore(session: Session, stage: Stage, ear: Ear, branch: int, before: Mind | None = None) -> Rescoring:
    """*branch* of *session* read again. *before* is how the person came out of a first conversation, if it had one."""
    was = session.read(branch)
    again, answers_from = _read_again(session, stage, ear, branch, before)
    now = [_with(turn, detection, heard) for turn, (detection, heard) in zip(was, again, strict=True)]
    differences = [one for pair in zip(was, now, strict=True) for one in differences_of(*pair)]
    cards, chance = zip(*(_scored(turns, stage) for turns in (was, now)), strict=True)
    header = session.header
    kept = session.rescored.get(branch)
    return Rescoring(
        session=header.id,
        title=header.title,
        branch=branch,
        was_rules=kept.rules if kept else header.rules,
        now_rules=edition(),
        differences=tuple(differences),
        was_overall=cards[0].overall,
        now_overall=cards[1].overall,
        was_chances=chance[0],
        now_chances=chance[1],
        answers_from=answers_from,
        read=tuple(_records(session, branch, again)),
    )


def _read_again(session: Session, stage: Stage, ear: Ear, branch: int, before: Mind | None):
    """What is heard in each turn today, and the first that would be answered otherwise."""
    turns, found, answers_from = session.turns(branch), [], 0
    for place, turn in enumerate(turns):
        talk = talk_at(session, stage, ear, before, branch, place)
        if turn.aside:
            found.append((turn.detection, turn.heard))
            continue
        said = talk.said
        detection = detected(ear, stage, turn.text, said)
        heard = stage.hearing.hear(detection, talk.mind, said, [one.text for one in turns[:place]])
        if not answers_from and stage.person.hear(talk.mind, heard, talk.level, talk.seed)[1].line != turn.reply:
            answers_from = turn.number
        counted = heard.skills[:2] if len(heard.skills) > STUFFED else heard.skills
        found.append((detection, replace(heard, skills=counted)))
    return found, answers_from


def _with(turn: Turn, detection: Detection, heard: Heard) -> Turn:
    if turn.aside:
        return turn
    return replace(turn, detection=detection, heard=heard, reaction=replace(turn.reaction, skills=heard.skills))


def _scored(turns: list[Turn], stage: Stage) -> tuple[Scorecard, tuple[int, int]]:
    spoken = [turn for turn in turns if not turn.aside]
    found = chances(spoken, stage.scenario)
    card = scorecard([Said(turn.number, turn.detection) for turn in spoken], found)
    return card, (sum(bool(chance.used) for chance in found), len(found))


def differences_of(was: Turn, now: Turn) -> Iterator[Difference]:
    """What is heard otherwise in one turn, and why."""
    old, new = (_strongest(turn.detection) for turn in (was, now))
    because = {one.finding.skill: one.because for one in now.detection.cancelled}
    for skill, finding in new.items():
        if skill not in old:
            yield _difference(now, GAINED, finding)
        elif finding.quote != old[skill].quote:
            yield _difference(now, MOVED, finding)
    for skill, finding in old.items():
        if skill not in new:
            yield _difference(was, LOST, finding, because.get(skill, "no rule hears it any more"))


def _difference(turn: Turn, kind: str, finding: Finding, because: str = "") -> Difference:
    return Difference(turn.number, kind, finding.skill, quote(finding, turn.text), finding.rule, because)


def _strongest(detection: Detection) -> dict[str, Finding]:
    found: dict[str, Finding] = {}
    for finding in detection.findings:
        if finding.skill not in found or finding.strength > found[finding.skill].strength:
            found[finding.skill] = finding
    return found


def _records(session: Session, branch: int, again: list[tuple[Detection, Heard]]) -> Iterator[Rescored]:
    """What would be kept: for every branch on the way, what is heard in the turns that are its own."""
    start = 0
    for one, upto in session.course(branch):
        count = min(len(one.turns), max(0, upto - one.since))
        mine = again[start : start + count]
        start += count
        if mine:
            detections, heards = zip(*mine, strict=True)
            yield Rescored(edition(), one.number, detections, heards)
