"""Measures the ear on labelled replies: ``python -m scoring.evaluate CORPUS... [--vary lower] [--errors SKILL]``.

CORPUS are JSON lines {id, prev, text, labels, maybe, evidence}. Prints a row a skill, then the figures that count with
their 90 % intervals (bootstrap over items), what is taken for what, and, with --vary, how far everything falls.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from scoring import detect
from scoring.corpus import Item, read_corpus
from scoring.measure import Measured, any_of, interval, measure
from scoring.vary import WAYS

CONFUSIONS = 12  # rows
TOGETHER = {
    "open questions": ("curiosity", "solution_question"),
    "reflections": ("summarizing", "reflecting_feeling"),
}
"""Skills that experts of listening label as one thing."""


def hear(items: Sequence[Item]) -> list[tuple]:
    """What the shipped ear finds in *items*."""
    return [detect(item.text, item.heard).findings for item in items]


def table(measured: Measured) -> list[str]:
    """A line a skill."""
    rows = [f"{'skill':22} precision  recall    F1     n"]
    for skill, count in measured.counts.items():
        there = count.right + count.missed
        rows.append(f"{skill:22} {count.precision:9.2f} {count.recall:7.2f} {count.f1:5.2f} {there:5}")
    return rows


def figures(items: Sequence[Item], findings: Sequence[Sequence], draws: int) -> list[str]:
    """The figures that count, with their intervals."""
    measured = measure(items, findings)
    wanted = {
        "macro F1": lambda one: one.macro,
        "micro F1": lambda one: one.micro,
        "precision of the costly skills": lambda one: one.costly_precision,
        "clean items kept clean": lambda one: one.clean_share,
        "evidence, intersection over union": lambda one: one.evidence,
    }
    rows = []
    for name, figure in wanted.items():
        span = ""
        if draws:
            low, high = interval(items, findings, figure, draws)
            span = f"   90 % interval {low:.3f} to {high:.3f}"
        rows.append(f"{name:36} {figure(measured):.3f}{span}")
    for name, skills in TOGETHER.items():
        one = any_of(items, findings, skills)
        rows.append(f"{name:36} F1 {one.f1:.3f}, precision {one.precision:.3f}, recall {one.recall:.3f}")
    return rows


def confusions(measured: Measured) -> list[str]:
    """What was there, unheard, beside what was heard wrongly; the commonest first."""
    return [
        f"{count:5}  {there} taken for {found}" for (there, found), count in measured.confused.most_common(CONFUSIONS)
    ]


def errors(items: Sequence[Item], findings: Sequence[Sequence], skill: str) -> list[str]:
    """Every wrong and missed finding of *skill*."""
    rows = []
    for item, row in zip(items, findings, strict=True):
        found = [one for one in row if one.skill == skill]
        if found and skill not in item.labels and item.counts(skill):
            rows.append(
                f"wrong   {item.id}: [{found[0].quote}] {found[0].rule}; it has {', '.join(sorted(item.labels))}"
            )
        elif not found and skill in item.labels:
            rows.append(f"missed  {item.id}: {' / '.join(item.heard[-1:])} >> {item.text}")
    return rows


def main(arguments: Sequence[str] | None = None) -> int:
    """The command: 0, or 1 where a corpus can't be read."""
    parser = argparse.ArgumentParser(prog="python -m scoring.evaluate", description=__doc__.split("\n")[0])
    parser.add_argument("corpus", nargs="+", type=Path)
    parser.add_argument("--vary", choices=sorted(WAYS), help="measure the same items as people type in a hurry, too")
    parser.add_argument("--errors", metavar="SKILL", help="list the mistakes made on this skill")
    parser.add_argument("--draws", type=int, default=200, help="samples of the bootstrap; 0 for no intervals")
    wanted = parser.parse_args(arguments)
    try:
        items = read_corpus(wanted.corpus)
    except (OSError, ValueError, KeyError) as fault:
        print(f"the corpus can't be read: {fault}", file=sys.stderr)
        return 1
    findings = hear(items)
    measured = measure(items, findings)
    lines = [*table(measured), "", *figures(items, findings, wanted.draws), "", *confusions(measured)]
    if wanted.vary:
        varied = [WAYS[wanted.vary](item) for item in items]
        there = measure(varied, hear(varied))
        lines += ["", f"{wanted.vary}: macro F1 {there.macro:.3f}, {measured.macro - there.macro:+.3f} lost"]
    if wanted.errors:
        lines += ["", *errors(items, findings, wanted.errors)]
    print("\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
