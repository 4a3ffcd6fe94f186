"""What people read differently: marks laid over what was found. The words stay; the counts change, and it shows."""

from collections.abc import Iterable

from scoring.findings import Detection, Finding
from simulator.conversation.session import Mark

BY_HAND = "by hand"
"""The rule of a finding that somebody added."""

WRONG, MISSING = "wrong", "missing"
OVERRULING = ("user", "trainer")
"""Whose marks change the counts; labels made blind, before any score, do not."""


def corrected(detection: Detection, marks: Iterable[Mark]) -> Detection:
    """*detection* with the findings that *marks* call wrong left out and those they miss put in."""
    marks = [mark for mark in marks if mark.who in OVERRULING]
    if not marks:
        return detection
    wrong = {mark.skill for mark in marks if mark.verdict == WRONG}
    kept = [finding for finding in detection.findings if finding.skill not in wrong]
    for mark in marks:
        if mark.verdict == MISSING and mark.skill not in {finding.skill for finding in kept}:
            kept.append(_added(mark, detection.text))
    return Detection(
        detection.text,
        tuple(sorted(kept, key=lambda finding: (finding.start, finding.end))),
        detection.marks,
        detection.cancelled,
        detection.questions,
    )


def _added(mark: Mark, text: str) -> Finding:
    start, end = (mark.start, mark.end) if 0 <= mark.start < mark.end <= len(text) else (0, len(text))
    why = (mark.reason,) if mark.reason else ()
    return Finding(mark.skill, start, end, text[start:end], BY_HAND, 1.0, why)
