"""Chances of a talk that was not played here, read off the other's words: a guarded fine, a feeling, a disclosure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scoring.authored import plain, read_file
from scoring.ear import Ear
from scoring.findings import Detection
from scoring.patterns import Automaton
from scoring.scorecard import Chance
from scoring.sources import load_classes

SOURCE = Path(__file__).parent / "moments.yaml"

_GESTURE = re.compile(r"\*[^*]+\*|\([^)]+\)")
AT_ONCE, NEXT_TURN = 1.0, 0.6  # as for scenarios: see simulator.report.chances


@dataclass(frozen=True, slots=True)
class Moment:
    """A kind of line that calls for something. Lengths are in words."""

    name: str
    skills: tuple[str, ...]
    at_least: int
    at_most: int
    gesture: bool


class Moments:
    """Finds what the other's lines call for."""

    def __init__(self, ear: Ear):
        said = plain(read_file(SOURCE, "scoring/moments.yaml")[0])["moments"]
        self._ear = ear
        self._phrases = Automaton(load_classes()[0])
        self._moments = []
        for name, one in said.items():
            self._moments.append(
                Moment(
                    name,
                    tuple(one["skills"]),
                    one.get("at_least", 0),
                    one.get("at_most", 999),
                    one.get("gesture", False),
                )
            )
            for phrase in one["phrases"]:
                self._phrases.add(phrase, name)

    def of(self, line: str) -> Moment | None:
        """What *line* calls for, or None."""
        found: set[object] = set()
        for segment in self._ear.cut(line):
            found |= {payload for payload, _, _ in self._phrases.find(list(segment.words))}
        length = len(line.split())
        for moment in self._moments:
            there = bool(_GESTURE.search(line)) if moment.gesture else moment.name in found
            if there and moment.at_least <= length <= moment.at_most:
                return moment
        return None

    def chances(self, talk: Sequence[tuple[str, Detection]]) -> list[Chance]:
        """The chances of a talk given as (the other's line, what was found in the answer), in order."""
        found = []
        for place, (line, answer) in enumerate(talk):
            moment = self.of(line) if line else None
            if moment is None:
                continue
            later = talk[place + 1][1] if place + 1 < len(talk) else None
            used, credit = _used(moment, answer, AT_ONCE)
            if not used and later is not None:
                used, credit = _used(moment, later, NEXT_TURN)
            found.append(Chance(place + 1, moment.name, moment.skills, credit, used))
        return found


def _used(moment: Moment, answer: Detection, credit: float) -> tuple[str, float]:
    hit = next((skill for skill in answer.skills if skill in moment.skills), "")
    return hit, credit if hit else 0.0
