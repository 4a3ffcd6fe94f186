"""Cue words and their typing mistakes (the one importer of rapidfuzz).

Fuzziness belongs at the word: an unknown word of five letters and more is corrected to the nearest cue word, one edit
away, or two from eight letters; words that are right are protected; then everything matches exactly. Short words,
negations and names match exactly or not at all ("now" is one letter from "not").
"""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

WORDS = Path(__file__).parent / "weights" / "words.tsv"
SHORTEST = 5  # letters of a word that may be corrected
TWO_EDITS_FROM = 8  # letters from which two edits are allowed
KNOWN = 50_000  # corrections kept in mind
CUE_FROM = 4  # times a word occurs in the corpora from which others may be corrected to it


class Lexicon:
    """Corrects words. *cues* are the words that may be meant, the commonest first; *right* are others spelt right."""

    def __init__(self, cues: Iterable[str], right: Iterable[str] = ()):
        self._rank = {word: rank for rank, word in enumerate(cues)}  # of two that are as near, the commoner one
        self._right = frozenset(right)
        self._by_length: dict[int, list[str]] = {}
        for word in self._rank:
            if len(word) >= SHORTEST and word.isalpha():
                self._by_length.setdefault(len(word), []).append(word)
        self.correct = lru_cache(maxsize=KNOWN)(self._correct)

    def _correct(self, word: str) -> str:
        """The cue word that *word* stands for, or *word* itself."""
        if len(word) < SHORTEST or word in self._rank or word in self._right or not word.isalpha():
            return word
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        edits = 2 if len(word) >= TWO_EDITS_FROM else 1
        near = [
            cue for size in range(len(word) - edits, len(word) + edits + 1) for cue in self._by_length.get(size, ())
        ]
        # A first letter is hardly ever mistyped, and asking for it keeps most wrong neighbours away.
        near = [cue for cue in near if cue[0] == word[0]]
        found = process.extract(word, near, scorer=OSA.distance, score_cutoff=edits, limit=None)
        return min((self._unlikely(word, cue, distance), cue) for cue, distance, _ in found)[1] if found else word

    def _unlikely(self, word: str, cue: str, distance: int) -> tuple[int, bool, int]:
        """How unlikely *word* is meant for *cue*: letters are swapped, dropped and doubled more than exchanged."""
        exchanged = len(word) == len(cue) and sorted(word) != sorted(cue)
        return distance, exchanged, self._rank[cue]


def load(path: Path = WORDS) -> Lexicon | None:
    """The lexicon of the words that occur in the corpora: ``word TAB times`` a line; None where there is none."""
    if not path.is_file():
        return None
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return Lexicon((word for word, times in rows if int(times) >= CUE_FROM), (word for word, _ in rows))


def write(times: dict[str, int], path: Path = WORDS, least: int = 2) -> None:
    """Writes the words that occur at least *least* times, the commonest first."""
    rows = sorted(((word, count) for word, count in times.items() if count >= least), key=lambda row: (-row[1], row[0]))
    lines = ["# word, times in the corpora: words that are right, and that mistyped ones may stand for"]
    lines += [f"{word}\t{count}" for word, count in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
