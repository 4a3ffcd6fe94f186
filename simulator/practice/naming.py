"""Skills as people name them: by a number of the list, by name, in plain words, or by the beginning of either."""

import re
from collections.abc import Sequence
from difflib import get_close_matches

from scoring.vocabulary import PLAIN, SKILLS
from simulator.cleaning import clean

_BETWEEN = re.compile(r"[,;/+]| and | & ")
_LITTLE = re.compile(r"^(?:an?|the|your|their)\s+")
_ALSO = {
    "apologizing": "sorry, saying sorry, i said sorry",
    "appreciation": "thanks, thank you, praise",
    "reflecting_feeling": "empathy, feeling, feelings",
    "summarizing": "summary, recap",
    "curiosity": "asking",
    "contrasting": "contrast",
    "next_step": "plan, step",
    "follow_up": "date",
    "saying_what_you_see": "observation",
    "stepping_out": "waiting",
    "own_story": "story",
    "facts": "fact",
    "consequence": "threat",
    "interrupting_solution": "advice, fixing",
    "why_question": "why",
    "closed_question": "yes or no",
    "triggered": "insult, anger",
    "sarcasm": "irony",
    "judgement": "verdict",
    "minimizing": "playing it down",
    "avoidance": "changing the subject",
}
"""What people say for a skill beside its name and its plain words."""
NOTHING_HEARD = "? lists the names, 0 is nothing"
"""How whoever names what they hear is told of both, wherever that is asked."""
_NOTHING = frozenset(("nothing", "none", "-", "no", "0"))


def named(text: str, choices: Sequence[str] = SKILLS) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The skills among *choices* that *text* names, and the parts of it that name none."""
    found, unknown = [], []
    for part in _BETWEEN.split(text.casefold()):
        part = part.strip().strip(".'\"")
        if not part or part in _NOTHING:
            continue
        skill = _one(part, choices)
        if skill:
            found.append(skill)
        elif numbers := _numbers(part, choices):
            found += numbers
        else:
            unknown.append(part)
    return tuple(dict.fromkeys(found)), tuple(unknown)


def names_nothing(text: str) -> bool:
    """Whether *text* says that nothing was heard."""
    return text.strip().strip(".'\"").casefold() in _NOTHING


def _one(part: str, choices: Sequence[str]) -> str:
    if part.isascii() and part.isdigit():
        return choices[int(part) - 1] if 0 < int(part[:4]) <= len(choices) else ""
    known = meant(part, choices)
    if known:
        return known
    forms = _forms(choices)
    near = get_close_matches(_bare(part), forms, n=1, cutoff=0.75)
    return forms[near[0]] if near else ""


def meant(typed: str, choices: Sequence[str] = SKILLS) -> str | None:
    """The skill that *typed* means: its name, its plain words, or the beginning of only one; None where it is none."""
    forms, bare = _forms(choices), _bare(typed)
    if bare in forms:
        return forms[bare]
    begins = {skill for form, skill in forms.items() if form.startswith(bare)} if len(bare) > 2 else set()
    return begins.pop() if len(begins) == 1 else None


def _bare(typed: str) -> str:
    """*typed* without what makes no difference: capitals, articles, apostrophes, how its words are joined."""
    words = re.sub(r"[\s_-]+", " ", typed.strip().casefold().replace("'", ""))
    return _LITTLE.sub("", words)


def _forms(choices: Sequence[str]) -> dict[str, str]:
    """Every way of saying each skill, with the skill."""
    forms: dict[str, str] = {}
    for skill in choices:
        for form in (skill, PLAIN.get(skill, skill)):
            forms.setdefault(_bare(form), skill)
    for skill in choices:
        for form in filter(None, _ALSO.get(skill, "").split(", ")):
            forms.setdefault(form, skill)
    return forms


def _numbers(part: str, choices: Sequence[str]) -> list[str]:
    """The skills of "3 7", or nothing."""
    words = part.split()
    if len(words) < 2 or not all(word.isascii() and word.isdigit() for word in words):
        return []
    found = [_one(word, choices) for word in words]
    return found if all(found) else []


def numbered(choices: Sequence[str] = SKILLS) -> list[str]:
    """*choices* as lines with their numbers."""
    return [f"{number:>3}  {PLAIN.get(skill, skill.replace('_', ' '))}" for number, skill in enumerate(choices, 1)]


def kept(skills: Sequence[str], unknown: Sequence[str]) -> list[str]:
    """What to tell somebody who named *skills* and words that are *unknown*: what is kept, and what was no name."""
    told = [f"  Kept: {', '.join(PLAIN.get(skill, skill) for skill in skills)}."] if skills else []
    if unknown:
        left = ", ".join(f"'{clean(word)}'" for word in unknown)
        told.append(f"  {left} {'is' if len(unknown) == 1 else 'are'} none of the names; ? lists them.")
    return told
