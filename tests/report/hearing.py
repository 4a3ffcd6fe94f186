"""A conversation in which the ear hears exactly the skills whose names are typed: a test sets what was found."""

import re

from scoring.findings import Detection, Finding
from scoring.vocabulary import SKILLS
from simulator.conversation import session as kept
from simulator.conversation.labels import HEARD, TRAINER
from simulator.conversation.play import Play
from simulator.conversation.session import Mark, Session
from simulator.conversation.talk import Talk
from simulator.demo import Unkept


def literally(text, heard=()):
    """Every name of a skill in *text* is a finding of it, with the name as its words."""
    found = [
        Finding(match[0], match.start(), match.end(), match[0], "typed", 1.0)
        for match in re.finditer(r"[a-z_]+", text)
        if match[0] in SKILLS
    ]
    return Detection(text, tuple(found))


def conversation(stage, *texts, id="talk") -> Play:
    """A conversation in which *texts* were typed, still going on."""
    talk = Talk(stage, literally, 8, "easy")
    header = kept.Header(id, stage.scenario.id, stage.scenario.title, "Priya", 8, "easy", talk.first_line, "")
    play = Play.begin(talk, header, Unkept())
    for text in texts:
        play.say(text)
    return play


def judge(session: Session, turn: int, *skills: str, by="Ana", branch=0, comment="", reason="") -> None:
    """*by* judges *turn*: these *skills* were heard, and no others."""
    for skill in skills:
        session.marks.append(Mark(TRAINER, turn, skill, HEARD, reason, branch=branch, by=by))
    session.marks.append(Mark(TRAINER, turn, "", HEARD, comment, branch=branch, by=by))


def close(session: Session, by="Ana", branch=0, judgement="") -> None:
    """The blind phase of *by* is over."""
    session.marks.append(Mark(TRAINER, 0, "", HEARD, judgement, branch=branch, by=by))


def decide(session: Session, turn: int, skill: str, verdict: str, reason="", by="Ana", who=TRAINER) -> None:
    """What is said of a finding afterwards."""
    session.marks.append(Mark(who, turn, skill, verdict, reason, by=by))
