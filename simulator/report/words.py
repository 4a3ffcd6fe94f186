"""Small pieces of sentences: names of skills, lists, quotes with their question marks."""

import re
from collections.abc import Sequence
from functools import lru_cache

from scoring.findings import Finding
from scoring.vocabulary import PLAIN
from simulator.persona.scenario import Scenario
from simulator.report.names import NO_NAMES, found

SILENCE = "silence"
_CLOSING = "?!…"
_ALSO_PLAIN = frozenset(("it", "may", "march"))  # nobody's name with a capital, and plain words without

_MARKS = {
    "escalation": "saying openly that it goes further up",
    "third_party": "a neutral third person offered",
    "joint_truth": "looking at the source together",
    "background": "asking about their background",
    "postpone": "offering another time",
    "owns_emotion": "owning a feeling of yours",
    "answers_them": "answering what was asked",
    "flash_noticed": "a flash noticed",
    "proposal": "putting an idea forward",
}


def skill_words(skill: str) -> str:
    """What a person is told instead of the name of a skill."""
    return "silence" if skill == SILENCE else PLAIN.get(skill, skill.replace("_", " "))


def mark_words(mark: str) -> str:
    """What a person is told instead of the name of a mark."""
    return _MARKS.get(mark, mark.replace("_", " "))


def listed(words: Sequence[str], last: str = "and") -> str:
    """*words* with commas, and *last* before the last of them."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def lower(text: str, scenario: Scenario | None = None) -> str:
    """*text* as part of a sentence: no full stop, and no capital where it is only the sentence's.

    A name that *scenario* speaks of keeps its capital, as days, abbreviations and "I" do.
    """
    text = text.strip().rstrip(".")
    first = re.match(r"[\w'’]*", text)[0]
    bare = re.split("['’]", first)[0]
    if first != "A" and (first.isupper() or bare[1:2].isupper() or bare.casefold() in NO_NAMES - _ALSO_PLAIN):
        return text
    if scenario is not None and bare in _names(_told(scenario)):
        return text
    return text[:1].lower() + text[1:]


def _told(scenario: Scenario) -> tuple[str, ...]:
    """What *scenario* says at length of people: the brief, and what is held back."""
    brief = scenario.brief
    tellings = (line for fact in scenario.facts for reply in fact.tell for line in reply.say)
    return (f"of {scenario.persona.name}", brief.what_happened, *brief.facts, *tellings)


@lru_cache(maxsize=16)
def _names(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(part for name in found(texts) for part in name.split())


def quote(finding: Finding, text: str) -> str:
    """The words of *finding* as they stand in *text*, with the mark that closes them where it asks or calls out."""
    end = finding.end
    if text[finding.start : end] != finding.quote:  # the words of somebody who wrote it down differently
        return finding.quote
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    return text[finding.start : end]


def short(text: str, size: int = 160) -> str:
    """*text* on one line, cut between words after *size* characters."""
    text = " ".join(text.split())
    return text if len(text) <= size else text[: size - 1].rsplit(" ", 1)[0] + "…"


def ended(sentence: str) -> str:
    """*sentence* with a full stop, where nothing ends it yet."""
    bare = sentence.rstrip("'\"")
    return sentence if bare.endswith((".", "?", "!", "…")) and bare != sentence else f"{sentence.rstrip('.')}."
