"""Promises of a note that nobody made: sentences such as "I will ..." with no support in what was said.

Precise rather than eager: people write down in other words what they said, so a promise counts as heard as soon as one
exchange shares two of its words, or the whole talk more than half of them. What it can't find it leaves alone.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from scoring import content_words
from simulator.practice.dates import days_in

TOGETHER = 2  # words that a promise shares with one exchange to have been heard there
HALF = 0.5  # share of a promise's words that the whole talk must exceed: of two, one alone may be chance
FEWEST = 2  # words of content from which a promise can be looked for at all
ALIKE = 5  # letters from which two words with one beginning are forms of one word

_WHO = r"(?:I|you|we|he|she|they|both of us|the two of us|each of us|[A-Z][\w'’-]+)"
_WILL = (
    r"(?:['’]ll|\s+(?:will|shall|(?:am|are|is)\s+going\s+to|have\s+(?:agreed|promised)\s+to|has\s+(?:agreed|promised)\s+to|"
    r"agreed?\s+to|promised?\s+to))"
)
_PROMISE = re.compile(
    rf"\b{_WHO}{_WILL}\b(?!\s+(?:not\s+)?(?:be\s+(?:glad|happy|fine|okay|here)|have\s+to\s+see|see\s+how)\b)"
    rf"|\b(?:as|what)?\s*(?:we|you\s+and\s+I)\s+(?:have\s+)?(?:both\s+)?(?:agreed|settled|decided)\b"
    rf"|\bit(?:['’]s|\s+is|\s+was)\s+agreed\b|\b(?:I|we)\s+promise\b",
    re.IGNORECASE,
)
_CLAUSES = re.compile(
    r"(?<=[.?!])\s+|\n+|;\s*|:\s+|(?:,\s*|\s+)(?:and|but|while|then)\s+(?<![Yy]ou and )"
    rf"(?={_WHO}(?:['’]ll|\s+(?:will|shall|agreed|promised)\b))"
)
_NO_DEED = re.compile(
    r"\b(?:this note|the note|this mail|wrong|missing|forgotten|left out|correct (?:it|me|this|what)|let me know|"
    r"tell me if|in touch|see you|speak soon|below|above|attached|enclosed|leave (?:\w+ ){0,4}out|leave out|to myself|"
    r"between us|private(?:ly)?|quiet about|mention|tell (?:nobody|no one)|nobody (?:else )?will)\b",
    re.IGNORECASE,
)
"""About the note itself, or about silence: what is to stay out of a note often goes without saying."""

_LITTLE = frozenset(
    """
    agre promis settl decid let look again back talk speak meet see check keep make take give get go come put do tell
    say ask help try need want use work thing way time week day month year next start begin today tomorrow tonight
    morn afternoon even date note write send mail short point step plan all both each other together anyth someth
    everyth long soon new good first last support full trust honest open care careful listen respect better hope
    proud glad near around between behind beside already every rather until without quick straight once little
    """.split()
)


def unsupported(note: str, exchanges: Iterable[str], known: frozenset[str], today: date) -> Iterator[str]:
    """The promises of *note* that no exchange supports, as they stand there. *known* are words that prove nothing, such
    as names; days are looked at elsewhere."""
    said = [content_words(exchange) for exchange in exchanges]
    whole = frozenset().union(*said)
    for clause in _CLAUSES.split(note):
        clause = clause.strip(" \t-*•,")
        if clause.endswith("?") or not _PROMISE.search(clause) or _NO_DEED.search(clause):
            continue
        words = content_words(_undated(clause, today)) - _LITTLE - known
        words = frozenset(word for word in words if not word[0].isdecimal())
        if len(words) < FEWEST or _shared(words, whole) / len(words) > HALF:
            continue
        if all(_shared(words, exchange) < TOGETHER for exchange in said):
            yield clause


def _shared(words: frozenset[str], said: frozenset[str]) -> int:
    """How many of *words* were said, in whatever form."""
    beginnings = {word[:ALIKE] for word in said if len(word) >= ALIKE}
    return sum(word in said or (len(word) >= ALIKE and word[:ALIKE] in beginnings) for word in words)


def _undated(text: str, today: date) -> str:
    for one in reversed(days_in(text, today)):
        text = text[: one.start] + " " + text[one.end :]
    return text
