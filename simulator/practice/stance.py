"""Where typed lines stand between humility and arrogance, with the words that say so.

The aim is the band in the middle: no apology for having the conversation, and no certainty that one is right. A single
"I may be wrong" belongs there; it takes a pile of them to lean.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from scoring import detect

HUMBLE, MIDDLE, ARROGANT = "humility", "middle", "arrogance"

_PILE = 3  # hedges that are a pile
_DENSE = 12  # words: in a text as short as this two hedges are one
_FAR = 2  # words too sure of themselves from which a line stands far over

_HEDGES = (
    "just", "maybe", "perhaps", "possibly", "probably", "sort of", "kind of", "a bit", "a little", "a tiny", "i guess",
    "i suppose", "i think maybe", "only a small", "a small thing", "it's nothing", "nothing really", "no big deal",
    "i might be", "i may be", "i could be", "i'm no expert", "feel free to ignore", "ignore me", "if you don't mind",
    "if that's ok", "if that's okay", "if that's all right", "if it's not too much", "bother you", "i don't want to be",
    "i hate to", "i feel terrible", "i feel bad", "silly", "somehow", "hopefully", "i was wondering", "who am i",
)  # fmt: skip
_SORRY = ("sorry", "apologies", "apologise", "apologize", "forgive me")
_SURE = (
    "obviously", "clearly", "of course", "i've decided", "i have decided", "i decided", "the fact is", "the truth is",
    "everybody knows", "everyone knows", "no question", "without a doubt", "undoubtedly", "certainly",
    "needless to say", "you need to", "you have to", "you must", "you should", "you'd better", "end of story",
    "non-negotiable", "not negotiable", "i know exactly", "i know what", "unacceptable", "i won't have",
    "i expect better", "as i told you", "as i've told you", "how many times", "let me be clear", "make no mistake",
    "there is no excuse", "there's no excuse", "whether you like it", "i'm right", "i am right", "you always",
    "you never", "every single time",
)  # fmt: skip
_COSTLY = ("judgement", "blame", "triggered", "sarcasm", "comparison")


@dataclass(frozen=True, slots=True)
class Stance:
    """Where a text stands: *side* and the *words* that put it there, as they were typed; *far* is out of the band."""

    side: str
    far: bool
    words: tuple[str, ...] = ()


def stance(text: str) -> Stance:
    """Where *text* stands."""
    hedges, sorries, sure = _found(_HEDGES, text), _found(_SORRY, text), _found(_SURE, text)
    findings = detect(text).findings
    verdicts = [finding.quote for finding in findings if finding.skill in _COSTLY]
    begs = any(finding.skill == "over_apologizing" for finding in findings)
    pile = len(hedges) + len(sorries)
    humble = pile >= _PILE or (pile >= 2 and len(text.split()) <= _DENSE) or len(sorries) >= 2 or (begs and pile)
    certain = sure + [quote for quote in verdicts if not any(word in quote for word in sure)]
    if certain and len(certain) >= (pile if humble else 1):
        return Stance(ARROGANT, len(certain) >= _FAR, tuple(certain))
    if humble:
        return Stance(HUMBLE, pile > _PILE, (*hedges, *sorries))
    return Stance(MIDDLE, False)


def bar(stances: Iterable[Stance]) -> str:
    """A line from humility to arrogance with a mark for every text, more of them where they stand together."""
    places = [0] * 5
    for one in stances:
        step = 0 if one.side == MIDDLE else (2 if one.far else 1)
        places[2 + (step if one.side == ARROGANT else -step)] += 1
    return "humility " + "-".join(f"[{number or ' '}]" for number in places) + " arrogance"


def _found(phrases: tuple[str, ...], text: str) -> list[str]:
    """The words of *text* that are one of *phrases*, as they were typed and in order."""
    even = text.replace("\u2019", "'")
    places = [
        (match.start(), match.end())
        for phrase in phrases
        for match in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", even, re.IGNORECASE)
    ]
    inner = {one for one in places for other in places if one != other and other[0] <= one[0] and one[1] <= other[1]}
    return [text[start:end] for start, end in sorted(set(places) - inner)]
