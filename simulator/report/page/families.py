"""What belongs together on the page: the moves of each step of the method, and those that cost."""

from dataclasses import dataclass

from scoring.scorecard import STEPS
from scoring.vocabulary import COSTLY

COST = "cost"


@dataclass(frozen=True, slots=True)
class Family:
    """Moves that look alike on the page: *name* is that of their class, *line* says how their mark looks."""

    name: str
    title: str
    line: str
    skills: tuple[str, ...]


_LINES = {
    "open": ("Open", "a line"),
    "explore": ("Explore", "a dashed line"),
    "make_it_safe": ("Make it safe", "a dotted line"),
    "summarize": ("Summarize and plan", "a double line"),
}

FAMILIES = (
    *(Family(name, title, line, STEPS[name]) for name, (title, line) in _LINES.items()),
    Family(COST, "What costs", "a wavy line", COSTLY),
)
"""The steps in their order, and last what costs."""

_OF = {skill: family for family in FAMILIES for skill in family.skills}


def family(skill: str) -> Family:
    """The family of *skill*; that of the first step for one that is in none."""
    return _OF.get(skill, FAMILIES[0])
