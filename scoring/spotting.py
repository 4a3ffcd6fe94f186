"""Whether a text speaks of something: listed words and phrases, found as whole words, with little tolerance.

Naive fuzzy matching failed on transcripts ("others" hit mother, "notes" stemmed to not), so: whole words, plural, -ing
and -ed folded, and one typing mistake only from seven letters up.
"""

import re
from collections.abc import Iterable, Mapping

from scoring.text import even

_WORD = re.compile(r"[#@]?[a-z0-9:]+")
_ENDINGS = ("ing", "ed", "s")
_ONE_MISTAKE_FROM = 7


class Spotter:
    """Finds which of several named lists of phrases a text touches."""

    def __init__(self, lists: Mapping[str, Iterable[str]]):
        self._by_first: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        self._long_first: list[tuple[str, str, tuple[str, ...]]] = []
        for name, phrases in lists.items():
            for phrase in phrases:
                words = _words(str(phrase))
                if not words:
                    continue
                self._by_first.setdefault(words[0], []).append((name, words[1:]))
                if len(words[0]) >= _ONE_MISTAKE_FROM:
                    self._long_first.append((words[0], name, words[1:]))
        self._order = tuple(lists)

    def spot(self, text: str) -> tuple[str, ...]:
        """Names of the lists that *text* touches, in the order in which they were given."""
        return tuple(self.longest(text))

    def longest(self, text: str) -> dict[str, int]:
        """The lists that *text* touches, in the order in which they were given, with how many words of it they take:
        those of the longest phrase that is there."""
        words = _words(text)
        found: dict[str, int] = {}
        for place, word in enumerate(words):
            for name, rest in self._by_first.get(word, ()):
                if len(rest) >= found.get(name, 0) and _follow(words, place + 1, rest):
                    found[name] = len(rest) + 1
            if len(word) >= _ONE_MISTAKE_FROM - 1 and word not in self._by_first:
                for first, name, rest in self._long_first:
                    if len(rest) >= found.get(name, 0) and _near(first, word) and _follow(words, place + 1, rest):
                        found[name] = len(rest) + 1
        return {name: found[name] for name in self._order if name in found}


def spot(text: str, phrases: Iterable[str]) -> bool:
    """Whether *text* contains one of *phrases*."""
    return bool(Spotter({"it": phrases}).spot(text))


def amounts_to(text: str, phrases: Iterable[str], before: int = 0, after: int = 0) -> bool:
    """Whether *text* is one of *phrases*, with at most so many words *before* and *after* it."""
    words = _words(text)
    for phrase in map(_words, phrases):
        spare = len(words) - len(phrase)
        for at in range(max(0, spare - after), min(before, spare) + 1):
            if phrase and words[at : at + len(phrase)] == phrase:
                return True
    return False


def _words(text: str) -> tuple[str, ...]:
    return tuple(_folded(word) for word in _WORD.findall(even(text).replace("-", " ").replace("'", "")))


def _folded(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _follow(words: tuple[str, ...], place: int, rest: tuple[str, ...]) -> bool:
    following = words[place : place + len(rest)]
    return len(following) == len(rest) and all(map(_near, rest, following))


def _near(one: str, other: str) -> bool:
    """Whether two words are the same but for one slip: a letter wrong, missing, doubled or swapped with the next."""
    if one == other:
        return True
    if abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < _ONE_MISTAKE_FROM:
        return False
    if len(one) == len(other):
        wrong = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        if len(wrong) == 1:
            return True
        swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1
        return swapped and one[wrong[0]] == other[wrong[1]] and one[wrong[1]] == other[wrong[0]]
    long, short = (one, other) if len(one) > len(other) else (other, one)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
