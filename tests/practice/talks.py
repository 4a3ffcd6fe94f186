"""Sessions made by hand: the turns and findings are given, so that nothing depends on what the ear hears today."""

from dataclasses import replace

from scoring.findings import Detection, Finding
from simulator.conversation.session import Branch, Header, Session
from simulator.conversation.turn import Finish, Turn
from simulator.persona.heard import Heard
from simulator.persona.mind import Mind, Reaction


def header(id: str = "talk-1", scenario: str = "quiet-since-january", **more) -> Header:
    made = Header(id, scenario, "Quiet since January", "Priya", 8, "standard", "Hi.", "2026-11-20T10:00:00")
    return replace(made, **more)


def turn(
    number: int,
    text: str,
    found: dict[str, str] | None = None,
    before="problem_solving",
    after="",
    reply="Yes.",
    **more,
) -> Turn:
    """A turn in which *found* (skill to words) was found; *safety* and *notes* are the reaction's."""
    safety, notes, skills = more.get("safety", 1), tuple(more.get("notes", ())), tuple(found or ())
    findings = tuple(
        Finding(skill, text.index(words), text.index(words) + len(words), words, "by/hand", 1.0)
        for skill, words in (found or {}).items()
    )
    reaction = Reaction(reply, before, after or before, (), safety, 0, 0, notes, skills)
    mind = Mind(50, 10, 10, after or before, number, misread=more.get("misread", ""))
    return Turn(number, text, Detection(text, findings), Heard(tuple(found or ())), reaction, mind)


def talk(*turns: Turn, ending: str = "mutual_plan", **more) -> Session:
    finish = Finish(ending, "Bye.", "", "") if ending else None
    return Session(header(**more), [Branch(0, turns=list(turns), finish=finish)])
