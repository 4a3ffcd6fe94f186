"""What words mean the same when they are said back: "rang" and "called". The words are data, in meanings.yaml."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from scoring.turn import LITTLE, stem

SOURCE = Path(__file__).parent / "meanings.yaml"
SHORTEST = 3  # letters of a word that carries meaning, numbers aside


class Meanings:
    """Reads words as what they mean. *same* maps a word to the name of its meaning; *little* are the little words that
    carry one all the same, such as "nobody"."""

    def __init__(self, same: Mapping[str, str], little: Iterable[str]):
        self._same = dict(same)
        self._left_out = LITTLE - frozenset(little)

    def of(self, words: Iterable[str]) -> frozenset[str]:
        """The meanings of *words*, those that carry none left out."""
        return frozenset(
            self._same.get(word) or stem(word)
            for word in words
            if word not in self._left_out and (len(word) >= SHORTEST or word.isdigit() or word in self._same)
        )


def from_plain(said: dict) -> Meanings:
    """The meanings in *said*, the plain content of meanings.yaml."""
    return Meanings({str(word): str(row[0]) for row in said["same"] for word in row}, map(str, said["little"]))
