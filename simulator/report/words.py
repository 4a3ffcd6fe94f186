"""Small pieces of sentences: names of skills, lists, quotes with their question marks."""

from collections.abc import Sequence

from scoring.findings import Finding
from scoring.vocabulary import PLAIN

SILENCE = "silence"
_CLOSING = "?!…"

_MARKS = {
    "escalation": "saying openly that it goes further up",
    "third_party": "a neutral third person offered",
    "joint_truth": "looking at the source together",
    "background": "asking about their background",
    "postpone": "offering another time",
    "owns_emotion": "owning a feeling of yours",
    "answers_them": "answering what was asked",
    "flash_noticed": "a flash noticed",
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


def lower(text: str) -> str:
    """*text* as part of a sentence: no capital where it is only the sentence's, and no full stop."""
    text = text.strip().rstrip(".")
    first = text.split(" ", 1)[0]
    if (
        first in ("I", "I'm", "I'd", "I've")
        or first.isupper()
        or (len(first) > 1 and first[:1].isupper() and first[1:2].isupper())
    ):
        return text
    return text[:1].lower() + text[1:]


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
