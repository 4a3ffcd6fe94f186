"""The request for a conversation, checked for its five parts: topic, why, their view, improvement, and a time."""

import re
from dataclasses import dataclass
from datetime import date

from scoring import content_words, detect
from simulator.practice.dates import days_in

PARTS = {
    "topic": "what it is about",
    "why": "why you want to talk",
    "view": "that you want their view",
    "better": "that something is to get better",
    "time": "a time that they may change",
}
"""The five parts, in words."""

_TOPIC = re.compile(
    r"\b(?:about|discuss|regarding|concerning|over|through|around|raise|bring up|look at)\s+(.{3,80})",
    re.IGNORECASE | re.DOTALL,
)
_VAGUE = frozenset("something thing things matter matters few couple issue issues topic stuff quick chat".split())
_WHY = re.compile(
    r"\b(?:because|since (?:it|we|the|this|that)|as it|concern(?:s|ed|ing)?|worr(?:y|ied|ies)|matters?|noticed|clarify|"
    r"clear(?:ing)? up|(?:get|put|have) (?:it|this|that|things) (?:sorted|clear|straight|right)|"
    r"before (?:it|this|that|the|they)|clearer|understand|affect(?:s|ed|ing)?|important|bother(?:s|ed|ing) me|"
    r"on my mind|reason|so that|it has been|struck me|keeps? (?:me|coming))\b",
    re.IGNORECASE,
)
_VIEW = re.compile(
    r"\b(?:(?:your|their|both (?:our|of our)?) (?:view|views|side|sides|perspective|take|thoughts|opinion|version|"
    r"experience|angle|ideas)|how (?:you see|it (?:looked|looks|was|is|has been|seems?|went)|you (?:found|feel|felt|"
    r"experienced)|things (?:look|are|were))|where you (?:stand|sit)|what you (?:think|make|see|saw)|"
    r"hear (?:from )?you(?:r \w+)?\b|listen\b|for you\?)",
    re.IGNORECASE,
)
_BETTER = re.compile(
    r"\b(?:improv\w+|better|work(?:s|ing)? (?:for|well|out)|(?:that|which) works?|find (?:a|some|ways?|out how)|"
    r"solve|solution|resolve|fix|sort (?:it|this|that|things) out|"
    r"(?:get|have) (?:it|this|that|things) sorted|easier|next time|differently|move (?:on|forward)|"
    r"going forward|change|help(?:s)?|way forward|put (?:it|this|that) right)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\b(?:\d{1,2}[:.]\d\d|\d{1,2}\s?(?:am|pm|o'clock)|at (?:\d{1,2}|noon|one|two|three|four|five|six|seven|eight|nine|"
    r"ten|eleven|twelve|half)|after (?:lunch|work|shift|the)|before (?:lunch|work|shift|the)|(?:this|next) (?:morning|"
    r"afternoon|week)|when (?:would|suits?|it suits|works|is good)|what time|which day|whenever)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:may|could|can|might|would|shall|are you|do you|is (?:it|that|now|this)|how about|what about)\b[^?]*\?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Invitation:
    """A request, taken apart: which of PARTS are there with the words that say so, which are *missing*; *asks* is
    whether it leaves a choice at all."""

    there: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]
    asks: bool


def taken_apart(text: str, today: date) -> Invitation:
    """The request *text*, written on *today*."""
    found = {
        "topic": _topic(text, today),
        "why": _words(_WHY, text) or _finding(text, "own_story", "facts"),
        "view": _words(_VIEW, text),
        "better": _words(_BETTER, text) or _finding(text, "mutual_purpose"),
        "time": next((one.quote for one in days_in(text, today)), "") or _words(_CLOCK, text),
    }
    asks = bool(_ASKS.search(text)) or detect(text).questions > 0  # half of people type no question mark
    return Invitation(
        tuple((part, words) for part, words in found.items() if words),
        tuple(part for part in PARTS if not found[part]),
        asks,
    )


def _topic(text: str, today: date) -> str:
    """What it is about, where that is a thing and not 'something'."""
    for match in _TOPIC.finditer(text):
        words = re.split(r"[.,?!;\n]| (?:because|and I|so that|I'd|I would)\b", match[1])[0].strip()
        if content_words(_undated(words, today)) - _VAGUE:
            return words
    return ""


def _undated(text: str, today: date) -> str:
    for one in reversed(days_in(text, today)):
        text = text[: one.start] + text[one.end :]
    return text


def _words(pattern: re.Pattern, text: str) -> str:
    match = pattern.search(text.replace("\u2019", "'"))
    return text[match.start() : match.end()] if match else ""


def _finding(text: str, *skills: str) -> str:
    return next((finding.quote for finding in detect(text).findings if finding.skill in skills), "")
