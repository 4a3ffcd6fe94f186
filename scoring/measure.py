"""Measures of findings against labelled items: precision, recall, F1, evidence overlap, clean items, confusion.

The same figures as the usual evaluation of the corpora gives: a label is scored neither way where it is in doubt or
where its neighbour is given (scoring.corpus.OVERLAPS).
"""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from scoring.corpus import Item
from scoring.findings import Finding
from scoring.vocabulary import COSTLY, SKILLS

DRAWS = 500  # of the bootstrap
INTERVAL = 0.90


@dataclass(slots=True)
class Count:
    """Right, wrong and missed findings of one label."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that is right, 0-1; 0 where nothing was found."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Share of what is there that was found, 0-1."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0-1."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


@dataclass(slots=True)
class Measured:
    """The figures of one run."""

    counts: dict[str, Count]
    clean_kept: int = 0
    clean: int = 0
    covers: list[float] = field(default_factory=list)
    confused: Counter = field(default_factory=Counter)

    @property
    def macro(self) -> float:
        """Mean F1 over the skills that the corpus has."""
        present = [count.f1 for count in self.counts.values() if count.right + count.missed]
        return sum(present) / max(1, len(present))

    @property
    def micro(self) -> float:
        """F1 of all skills together."""
        return _together(self.counts.values()).f1

    @property
    def costly_precision(self) -> float:
        """Precision of the costly skills together."""
        return _together(count for skill, count in self.counts.items() if skill in COSTLY).precision

    @property
    def clean_share(self) -> float:
        """Share of the items with no label on which nothing was found."""
        return self.clean_kept / max(1, self.clean)

    @property
    def evidence(self) -> float:
        """Mean overlap of the characters found with those annotated (intersection over union) in right findings."""
        return sum(self.covers) / max(1, len(self.covers))


def _together(counts) -> Count:
    total = Count()
    for one in counts:
        total.right += one.right
        total.wrong += one.wrong
        total.missed += one.missed
    return total


def measure(items: Sequence[Item], findings: Sequence[Sequence[Finding]]) -> Measured:
    """The figures of *findings* (one row an item, in the same order)."""
    result = Measured({skill: Count() for skill in SKILLS})
    for item, row in zip(items, findings, strict=True):
        found = {one.skill for one in row}
        if item.clean:
            result.clean += 1
            result.clean_kept += not found
        for skill in SKILLS:
            count = result.counts[skill]
            if skill in item.labels:
                count.right += skill in found
                count.missed += skill not in found
            elif skill in found and item.counts(skill):
                count.wrong += 1
                for there in sorted(item.labels - found) or ["nothing"]:
                    result.confused[(there, skill)] += 1
        for label, start, end in item.evidence:
            mine = {at for one in row if one.skill == label for at in range(one.start, one.end)}
            if mine and label in item.labels:
                gold = set(range(start, end))
                result.covers.append(len(gold & mine) / len(gold | mine))
    return result


def any_of(items: Sequence[Item], findings: Sequence[Sequence[Finding]], skills: Sequence[str]) -> Count:
    """One count of *skills* as if they were one: what experts of listening label as one thing, such as a reflection."""
    result = Count()
    for item, row in zip(items, findings, strict=True):
        found, there = not {one.skill for one in row}.isdisjoint(skills), not item.labels.isdisjoint(skills)
        if there:
            result.right += found
            result.missed += not found
        elif found and all(item.counts(skill) for skill in skills):
            result.wrong += 1
    return result


def interval(items: Sequence[Item], findings: Sequence[Sequence[Finding]], figure, draws: int = DRAWS):
    """The middle 90 % of *figure* (a function of Measured) over *draws* samples of the items, with replacement."""
    chance = random.Random(1)
    everything = range(len(items))
    values = []
    for _ in range(draws):
        drawn = chance.choices(everything, k=len(items))
        values.append(figure(measure([items[at] for at in drawn], [findings[at] for at in drawn])))
    values.sort()
    edge = round((1 - INTERVAL) / 2 * draws)
    return values[edge], values[-1 - edge]
