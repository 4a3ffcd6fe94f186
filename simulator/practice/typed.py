"""What a trainer types about a turn: names of skills, each with the words that carry it and a comment where wanted.

curiosity "what was that like", blame (names a person, not a thing)
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from scoring.vocabulary import PLAIN, SKILLS

NEAREST = 3  # names offered for one that is not known
_ITEM = re.compile(
    r"""\s*(?P<name>[^",()“”]*?)\s*(?:["“”](?P<words>[^"“”]*)["“”])?\s*(?:\((?P<comment>[^()]*)\))?\s*(?:,|$)"""
)
_APOSTROPHES = "'’‘ʼ"


@dataclass(frozen=True, slots=True)
class Said:
    """One item as it was typed: a *name*, the *words* and the *comment*, '' where there are none."""

    name: str
    words: str = ""
    comment: str = ""


def items(line: str) -> tuple[Said, ...] | None:
    """The items of *line*; None where it has another form."""
    found, at = [], 0
    while at < len(line):
        match = _ITEM.match(line, at)
        if match is None or match.end() == at or not match["name"]:
            return None
        found.append(Said(match["name"], (match["words"] or "").strip(), " ".join((match["comment"] or "").split())))
        at = match.end()
    return tuple(found)


def nearest(typed: str, skills: Iterable[str] = SKILLS) -> tuple[str, ...]:
    """The skills whose names, or what people are told instead, come nearest to *typed*; the nearest first."""
    name = re.sub(r"[\s_-]+", "_", typed.strip().lower())
    skills = tuple(skills)
    if not name:
        return ()
    parts = {word for word in name.split("_") if len(word) > 3}
    inside = [skill for skill in skills if skill.startswith(name) or (len(name) > 3 and name in skill)]
    close = get_close_matches(name, skills, n=NEAREST, cutoff=0.6)
    worded = [skill for skill in skills if parts & set(re.findall(r"\w+", f"{skill.replace('_', ' ')} {PLAIN[skill]}"))]
    rather = get_close_matches(name, skills, n=NEAREST, cutoff=0.45)
    return tuple(dict.fromkeys([*inside, *close, *worded, *rather]))[:NEAREST]


def place(words: str, text: str) -> tuple[int, int] | None:
    """Where *words* stand in *text*, whatever their capitals, spaces and apostrophes; None where they do not."""
    parts = words.split()
    if not parts:
        return None
    either = f"[{_APOSTROPHES}]"
    pattern = r"\s+".join("".join(either if c in _APOSTROPHES else re.escape(c) for c in part) for part in parts)
    match = re.search(pattern, text, re.IGNORECASE)
    return match.span() if match else None
