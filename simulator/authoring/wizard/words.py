"""What is taken from a user's sentences: an id, words by which a topic is known, and one breath of a long text."""

import re
import unicodedata
from collections.abc import Collection, Iterable
from itertools import zip_longest

from scoring import content_words
from simulator.authoring.wizard.general import ARTICLES, FUNCTION, GENERAL, NOUNS_TOO, QUALIFIES

MOST_WORDS = 14  # phrases of a topic
BREATH = 45  # words that are told in one go
SHORTEST = 3  # letters of a word that names a topic by itself

_PARTICLES = ("out", "away", "down")
"""Words that make a name of a general one: moved out, broke down."""
_CLAUSE = re.compile(r"[,.;:!?()\"“”\n]+|\s[-–—]\s")
_WORD = re.compile(r"[^\W_][\w'’-]*")
_SENTENCE = re.compile(r"[^.!?]+[.!?]+[\"”')]*\s*|[^.!?]+$")


def slug(name: str, taken: Iterable[str]) -> str:
    """An id for a talk with somebody of this *name* that is none of those *taken*."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    base = f"talk-with-{re.sub('[^a-z0-9]+', '-', plain).strip('-')[:40].rstrip('-') or 'somebody'}"
    taken = set(taken)
    return next(id for id in (base, *(f"{base}-{n}" for n in range(2, 10_000))) if id not in taken)


def keywords(texts: Iterable[str], barred: Collection[str] = (), general: Collection[str] = GENERAL) -> list[str]:
    """Words by which somebody would name what *texts* are about, as they were written: two together before one alone.

    Words that could stand in any talk (*general*) name nothing, and those *barred* name something else.
    """
    by_text = [_named(text, frozenset((*barred, *general))) for text in texts]
    in_turn = (word for row in zip_longest(*by_text) for word in row if word)  # no text uses up all the room
    found = list(dict.fromkeys(in_turn))
    return [word for word in found if not _in_another(word, found)][:MOST_WORDS]


def _named(text: str, barred: frozenset[str]) -> list[str]:
    """Pairs of words of *text* that name something, and then the words that do so alone."""
    pairs, single = [], []
    for clause in _CLAUSE.split(text):
        words = [word.casefold().strip("'’-") for word in _WORD.findall(clause)]
        for before, word in zip(["", *words], words, strict=False):
            if before in GENERAL and word in _PARTICLES:
                pairs.append(f"{before} {word}")
            if word in NOUNS_TOO and before in ARTICLES:
                pairs.append(f"{before} {word}")
            if not _carries(word, barred):
                continue
            if before in QUALIFIES or before.isdigit() or _carries(before, barred):
                pairs.append(f"{before} {word}")
            single.append(word)
    return [*pairs, *single]


def _carries(word: str, barred: frozenset[str]) -> bool:
    """Whether *word* can name a topic by itself."""
    common = word in FUNCTION or word.endswith("ly") or not word.replace("-", "").isalpha()
    return len(word) >= SHORTEST and not common and word not in barred and bool(content_words(word))


def _in_another(word: str, found: list[str]) -> bool:
    """Whether *word* is a form of one that stands before it: till, tills."""
    return any(other != word and word in (f"{other}s", f"{other}ed", f"{other}ing") for other in found)


def words_of(phrases: Iterable[str]) -> frozenset[str]:
    """The words of *phrases*, each by itself."""
    return frozenset(word for phrase in phrases for word in re.split(r"[\s_]+", str(phrase).casefold()))


def name_words(name: str) -> frozenset[str]:
    """The words of a person's *name*, also with the s of "Gerd's" where its apostrophe was left out. To speak to
    somebody by their name is to name nothing that a talk is about."""
    words = [word.casefold().strip("'’-") for word in _WORD.findall(name)]
    parts = {part for word in words for part in (word, *word.split("-")) if part}
    return frozenset(parts | {f"{part}s" for part in parts})


def breath(said: str) -> tuple[str, list[str]]:
    """*said* in whole sentences: as many as go into one breath, and the others."""
    sentences = _SENTENCE.findall(said)
    first, count = "", 0
    while sentences and (not first or count + len(sentences[0].split()) <= BREATH):
        sentence = sentences.pop(0)
        first, count = first + sentence, count + len(sentence.split())
    return first.strip(), [one.strip() for one in sentences]
