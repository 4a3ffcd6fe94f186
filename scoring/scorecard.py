"""The findings of a whole talk as a scorecard: chances used, costs, steps covered, ratios, and one number folded away.

Counts of observable behaviour stand for themselves; the overall number is kept apart and is about the words, never the
person. What is counted and where the thresholds come from stands beside each figure.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from scoring.findings import Detection, Finding
from scoring.vocabulary import COSTLY, REWARDED, SKILLS

FEWEST_CHANCES = 3  # below this no percentage is given

STEPS = {
    "open": ("permission", "mutual_purpose", "facts", "own_story"),
    "explore": ("curiosity", "stepping_out", "acknowledging"),
    "make_it_safe": ("contrasting", "reflecting_feeling", "saying_what_you_see", "apologizing", "appreciation"),
    "summarize": ("summarizing", "solution_question", "next_step", "follow_up", "consequence"),
}
"""The steps of POEMS that show in words, with the skills that cover them. Prepare comes before the first word."""

OPEN_QUESTIONS = ("curiosity", "solution_question")
OTHER_QUESTIONS = ("closed_question", "why_question", "leading_question")
_RIGHT_AFTER, _CHECK = 3, 40  # characters between a summary and the question that checks it, and of that question
REFLECTIONS = ("summarizing", "reflecting_feeling", "acknowledging")


@dataclass(frozen=True, slots=True)
class Said:
    """One turn of the user's: its number in the talk, its text and what was found in it."""

    turn: int
    detection: Detection


@dataclass(frozen=True, slots=True)
class Chance:
    """A moment in which some skills would have helped. *credit* is 0-1; *used* names what was used, '' for nothing."""

    turn: int
    moment: str
    skills: tuple[str, ...]
    credit: float = 0.0
    used: str = ""


@dataclass(frozen=True, slots=True)
class SkillCount:
    """One skill in a talk. *chances* and *credited* count moments; *percent* is None below three chances."""

    skill: str
    used: int
    turns: tuple[int, ...]
    chances: int
    credited: float

    @property
    def percent(self) -> int | None:
        """Credit of the chances, 0-100."""
        if self.chances < FEWEST_CHANCES:
            return None
        return round(100 * self.credited / self.chances)


@dataclass(frozen=True, slots=True)
class Scorecard:
    """What was counted in a talk."""

    turns: int
    skills: tuple[SkillCount, ...]
    costs: tuple[SkillCount, ...]
    steps: tuple[tuple[str, tuple[int, ...]], ...]
    chances: tuple[Chance, ...]
    reflections_to_questions: float | None
    open_share: float | None
    overall: int
    parts: tuple[tuple[str, float], ...] = ()

    def as_json(self) -> dict:
        """The form that `rehearse score --json` prints."""
        return {
            "overall": self.overall,
            "turns": self.turns,
            "skills": {s.skill: _counted(s) for s in self.skills},
            "costs": {s.skill: {"used": s.used, "turns": list(s.turns)} for s in self.costs},
            "steps": {name: list(turns) for name, turns in self.steps},
            "chances": [
                {"turn": c.turn, "moment": c.moment, "skills": list(c.skills), "credit": c.credit, "used": c.used}
                for c in self.chances
            ],
            "ratios": {
                "reflections_to_questions": self.reflections_to_questions,
                "open_share": self.open_share,
            },
        }


def _counted(one: SkillCount) -> dict:
    return {
        "used": one.used,
        "turns": list(one.turns),
        "chances": one.chances,
        "credited": round(one.credited, 2),
        "percent": one.percent,
    }


def scorecard(talk: Sequence[Said], chances: Sequence[Chance] = ()) -> Scorecard:
    """The scorecard of a talk. *chances* come from the scenario's states, or are read off the other's words."""
    used: dict[str, list[int]] = {}
    for said in talk:
        for skill in said.detection.skills:
            used.setdefault(skill, []).append(said.turn)
    skills = tuple(_count(skill, used, chances) for skill in REWARDED)
    costs = tuple(_count(skill, used, ()) for skill in COSTLY if skill in used)
    steps = tuple(
        (name, tuple(sorted({turn for skill in covering for turn in used.get(skill, ())})))
        for name, covering in STEPS.items()
    )
    counts = Counter({skill: len(turns) for skill, turns in used.items()})
    parts = _parts(talk, counts)
    return Scorecard(
        turns=len(talk),
        skills=skills,
        costs=costs,
        steps=steps,
        chances=tuple(chances),
        reflections_to_questions=_ratio(counts, REFLECTIONS, (*OPEN_QUESTIONS, *OTHER_QUESTIONS)),
        open_share=_open_share(talk),
        overall=round(max(0.0, min(100.0, sum(value for _, value in parts)))),
        parts=tuple(parts),
    )


def _count(skill: str, used: dict[str, list[int]], chances: Sequence[Chance]) -> SkillCount:
    mine = [chance for chance in chances if skill in chance.skills]
    # A chance taken by another move that helped is no chance missed: it is counted for the move that was used.
    counted = [chance for chance in mine if not chance.used or chance.used == skill]
    credited = sum(chance.credit for chance in counted if chance.used == skill)
    turns = tuple(used.get(skill, ()))
    return SkillCount(skill, len(turns), turns, len(counted), credited)


def _ratio(counts: Counter, above: tuple[str, ...], below: tuple[str, ...]) -> float | None:
    total = sum(counts[skill] for skill in below)
    return round(sum(counts[skill] for skill in above) / total, 2) if total else None


def _open_share(talk: Sequence[Said]) -> float | None:
    """Open questions among all that were asked, 0-1; None where nothing was asked.

    Every sentence that asks counts, whether it did harm or not ("Does Luis know?"), but for those that do something
    else: ask for leave, make a plan, check a summary ("Have I got that right?").
    """
    open_, closed = 0, 0
    for said in talk:
        findings = said.detection.findings
        mine = [one for one in findings if one.skill in OPEN_QUESTIONS]
        open_ += len({(one.start, one.end) for one in mine})
        done = [one for one in findings if one.skill in REWARDED]
        closed += sum(not any(_does(one, *place) for one in done) for place in said.detection.asking)
        others = [one for one in findings if one.skill in OTHER_QUESTIONS]
        closed += sum(not any(_overlaps(one, *place) for place in said.detection.asking) for one in others)
    return round(open_ / (open_ + closed), 2) if open_ + closed else None


def _does(finding: Finding, start: int, end: int) -> bool:
    """Whether the sentence from *start* to *end* carries *finding*, or checks it, right after a summary."""
    checks = finding.skill == "summarizing" and 0 <= start - finding.end <= _RIGHT_AFTER and end - start <= _CHECK
    return checks or _overlaps(finding, start, end)


def _overlaps(finding: Finding, start: int, end: int) -> bool:
    return finding.start < end and start < finding.end


# ---------------------------------------------------------------------------------------------------------------------
# The overall number: points out of 100, made of parts that can be shown.
# ---------------------------------------------------------------------------------------------------------------------

_STEP_POINTS = 9.0  # for a step of POEMS that is covered at all, a third more for a second skill of it
_VARIETY_POINTS = 2.5  # for each rewarded skill that is used at all, up to...
_VARIETY_MOST = 30.0
_RAISED_POINTS = 12.0  # the issue is on the table: without it empathy is only pleasant
_LISTENED_POINTS = 10.0  # reflections for questions, 1:1 and more (MITI 4.2 calls 1:1 fair, 2:1 good)
_RAISES = ("facts", "own_story", "consequence", "next_step", "mutual_purpose")
_COST_POINTS = {
    "closed_question": 2.0,
    "why_question": 4.0,
    "leading_question": 5.0,
    "blame": 9.0,
    "judgement": 9.0,
    "sarcasm": 10.0,
    "comparison": 8.0,
    "minimizing": 7.0,
    "avoidance": 7.0,
    "triggered": 11.0,
    "over_apologizing": 7.0,
    "interrupting_solution": 5.0,
    "false_summary": 7.0,
    "fine_accepted": 7.0,
}  # fmt: skip
_TYPICAL_TURNS = 8  # costs weigh as in a talk of this length: twice the talk may have twice the slips
_DENSE = 6.0  # words a credited skill needs at least; with fewer, it is stuffing
_GIVING = {*REFLECTIONS, "appreciation", "contrasting", "saying_what_you_see", "apologizing", "next_step", "own_story"}
_SENTENCE = re.compile(r"[^.?!]+[.?!]*")
_A_SENTENCE = 5  # words from which something is said beside a question
_RUN_OF_QUESTIONS = 3  # turns of questions in a row, with nothing said back, from which it is an interrogation


def _parts(talk: Sequence[Said], counts: Counter) -> list[tuple[str, float]]:
    if not talk:
        return [("nothing said", 0.0)]
    steps = 0.0
    for covering in STEPS.values():
        kinds = sum(1 for skill in covering if counts[skill])
        steps += _STEP_POINTS * (min(kinds, 1) + (kinds > 1) / 3)
    kinds = [skill for skill in REWARDED if counts[skill]]
    variety = min(_VARIETY_MOST, _VARIETY_POINTS * len(kinds))
    raised = _RAISED_POINTS if any(counts[skill] for skill in _RAISES) else 0.0
    questions = sum(counts[skill] for skill in (*OPEN_QUESTIONS, *OTHER_QUESTIONS))
    reflections = sum(counts[skill] for skill in REFLECTIONS)
    listened = _LISTENED_POINTS * min(1.0, reflections / questions) if questions else 0.0
    scale = _TYPICAL_TURNS / max(_TYPICAL_TURNS / 2, len(talk))
    costs = scale * sum(_COST_POINTS[skill] * counts[skill] for skill in _COST_POINTS)
    good = steps + variety + raised + listened
    parts = [
        ("steps of the method", steps),
        ("variety", variety),
        ("the issue is named", raised),
        ("listening to asking", listened),
        ("costs", -costs),
    ]
    for name, share in (
        ("stuffing", _stuffing(talk)),
        ("interrogation", _interrogation(talk)),
        ("sorry again", _sorry(counts, talk)),
    ):
        if share:
            parts.append((name, -share * good))
    if not raised:
        parts.append(("nothing is raised", -0.5 * good))
    return parts


def _stuffing(talk: Sequence[Said]) -> float:
    """The share of turns in which skills stand too close to be meant, or the same text comes again; 0-1."""
    crowded, seen = 0, set()
    for said in talk:
        text = " ".join(said.detection.text.casefold().split())
        # The same words may carry two skills, such as an open question that asks for a solution: that is one move.
        words, moves = len(text.split()), len({finding.start for finding in said.detection.findings})
        crowded += (moves > 1 and words < _DENSE * moves) or moves > 4 or text in seen
        seen.add(text)
    share = crowded / len(talk)
    return share if share > 0.2 else 0.0


def _interrogation(talk: Sequence[Said]) -> float:
    """How much of the talk is a row of questions with nothing said back; 0-0.6."""
    row = most = 0
    for said in talk:
        skills = set(said.detection.skills)
        asks = bool(skills & {*OPEN_QUESTIONS, *OTHER_QUESTIONS}) or (said.detection.questions and not skills)
        gives = bool(skills & _GIVING) or _says_something(said.detection.text)
        row = row + 1 if asks and not gives else 0
        most = max(most, row)
    return min(0.6, 0.12 * (most - _RUN_OF_QUESTIONS + 1)) if most >= _RUN_OF_QUESTIONS + 1 else 0.0


def _says_something(text: str) -> bool:
    """Whether *text* says a sentence beside what it asks."""
    sentences = _SENTENCE.findall(text)
    return any(not one.endswith("?") and len(one.split()) >= _A_SENTENCE for one in sentences)


def _sorry(counts: Counter, talk: Sequence[Said]) -> float:
    """How much of the talk is apology; 0-0.5."""
    sorries = counts["apologizing"] + counts["over_apologizing"]
    share = sorries / len(talk)
    return min(0.5, share) if share > 1 / 3 and sorries > 2 else 0.0


__all__ = ["SKILLS", "STEPS", "Chance", "Said", "Scorecard", "SkillCount", "scorecard"]
