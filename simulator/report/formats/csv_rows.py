"""CSV: one row for every finding of every turn, and one for a turn in which nothing was found.

A spreadsheet runs cells that begin with = + - @ and some others. Such a cell gets an apostrophe before it, and line
breaks become spaces, so that no cell can begin a line of the file.
"""

import csv
from collections.abc import Iterator
from typing import TextIO

from scoring.findings import Finding
from scoring.vocabulary import COSTLY, MARKS, PLAIN
from simulator.cleaning import clean
from simulator.report.review import Line, Review

COLUMNS = (
    "session", "scenario", "level", "seed", "ending", "turn", "text", "reply", "kind", "skill", "plainly", "start",
    "end", "quote", "rule", "strength", "state_before", "state_after", "safety", "heat", "patience", "notes",
    "digest", "rules", "spoken",
)  # fmt: skip
"""*kind* is helps, costs, mark (seen, not scored), aside (out of role) or empty; *start* and *end* count characters.

*spoken* is yes where speech recognition wrote the words down, so that what is read from them is less sure.
"""

_RUN = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "|", "%")
_PASSED = "'\"’‘“”` \u200b\ufeff\u00ad\u2060"  # signs before it that a spreadsheet may take away


def write(review: Review, stream: TextIO) -> None:
    """Writes *review* as rows under a head, every cell in quotes."""
    rows = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\n")
    rows.writerow(COLUMNS)
    for line in review.lines:
        for row in _rows(line, review):
            rows.writerow(tuple(cell(value) for value in row))


def cell(value: object) -> str:
    """*value* as a cell that no spreadsheet runs. A number stays one; None is empty."""
    if value is None:
        return ""
    if isinstance(value, int | float):
        return f"{value:g}" if isinstance(value, float) else str(value)
    text = " ".join(clean(str(value)).split())
    begins = text.lstrip(_PASSED)
    return f"'{text}" if begins.startswith(_RUN) else text


def _rows(line: Line, review: Review) -> Iterator[tuple]:
    head = (review.session, review.scenario, review.level, None if review.source else review.seed, review.ending)
    turn = (line.number, line.text, line.reply)
    tail = (
        line.before,
        line.after,
        *(meter if meter >= 0 else None for meter in (line.safety, line.heat, line.patience)),
        "; ".join(line.notes),
        review.digest,
        review.rules,
        "yes" if review.spoken else "",
    )
    found = (*line.findings, *line.marks)
    for finding in found:
        yield (*head, *turn, *_finding(finding), *tail)
    if not found:
        yield (*head, *turn, "aside" if line.aside else "", *[None] * 7, *tail)


def _finding(finding: Finding) -> tuple:
    skill = finding.skill
    kind = "mark" if skill in MARKS else "costs" if skill in COSTLY else "helps"
    return (
        kind,
        skill,
        PLAIN.get(skill, skill.replace("_", " ")),
        finding.start,
        finding.end,
        finding.quote,
        finding.rule,
        round(finding.strength, 3),
    )
