"""What is taken from a user's sentences: an id, words by which a topic is known, and one breath of a long text."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import zip_longest

from scoring import content_words

MOST_WORDS = 14  # phrases of a topic
BREATH = 45  # words that are told in one go

_WORD = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'’-]{3,}")
_SENTENCE = re.compile(r"[^.!?]+[.!?]+[\"”')]*\s*|[^.!?]+$")
_COMMON = frozenset(
    """about after again asked because been before being came come could doing done every from gave going have into
    just know later like made make maybe more much need needs never nobody nothing only other others people really
    said should since some somebody something still than that their them then there these they thing things this
    time told until very want wanted week went were what when where which while whole will with without work works
    would your always everyone everybody left took take says wrote short long does didn't don't wasn't isn't won't
    can't couldn't wouldn't i've it's that's there's today first last front behind good well back even also both each
    around another once twice shall might must over under through though between whatever whoever yesterday morning
    afternoon evening minutes minute hour hours days weeks month months year years mine myself himself four
    five six seven eight nine anyone anybody stood told half""".split()
)
"""Words that say nothing about what a talk is about."""


def slug(name: str, taken: Iterable[str]) -> str:
    """An id for a talk with somebody of this *name* that is none of those *taken*."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    base = f"talk-with-{re.sub('[^a-z0-9]+', '-', plain).strip('-')[:40].rstrip('-') or 'somebody'}"
    taken = set(taken)
    return next(id for id in (base, *(f"{base}-{n}" for n in range(2, 10_000))) if id not in taken)


def keywords(texts: Iterable[str]) -> list[str]:
    """Words by which somebody would name what *texts* are about: those that carry content, as they were written."""
    by_text = [_WORD.findall(text) for text in texts]
    in_turn = (word for row in zip_longest(*by_text) for word in row if word)  # no text uses up all the room
    found = (word.casefold().strip("'’-") for word in in_turn)
    kept = [word for word in dict.fromkeys(found) if word not in _COMMON and content_words(word)]
    return kept[:MOST_WORDS]


def breath(said: str) -> tuple[str, list[str]]:
    """*said* in whole sentences: as many as go into one breath, and the others."""
    sentences = _SENTENCE.findall(said)
    first, count = "", 0
    while sentences and (not first or count + len(sentences[0].split()) <= BREATH):
        sentence = sentences.pop(0)
        first, count = first + sentence, count + len(sentence.split())
    return first.strip(), [one.strip() for one in sentences]
