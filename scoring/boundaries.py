"""Where a full stop would stand if people typed them: a chance after each word, from the words round the place.

Half of people type a turn in one breath. The weights are data (weights/boundaries.tsv): a line a feature, of the words
before and after a place; weights/boundary_fit.py made them from replies that were typed with full stops.
"""

from functools import lru_cache
from math import exp
from pathlib import Path

from scoring.features import as_class

SOURCE = Path(__file__).parent / "weights" / "boundaries.tsv"
BIAS = "bias"


def features(words: list[str], at: int) -> list[str]:
    """What is looked at for a boundary after word *at*: the two words before it, and the three after."""
    a, b, c, d, e = (words[i] if 0 <= i < len(words) else "" for i in range(at - 1, at + 4))
    return [
        f"{b} |",
        f"| {c}",
        f"| . {d}",
        f"{b} | {c}",
        f"| {c} {d}",
        f"{a} {b} |",
        f"{b} | {c} {d}",
        f"| {c} {d} {e}",
        f"{a} {b} | {c}",
        f"{min(6, len(words) - 1 - at)} to go",
        f"{min(6, at + 1)} gone",
    ]


class Boundaries:
    """The chance of a full stop after each word."""

    def __init__(self, weights: dict[str, float]):
        self._bias = weights.get(BIAS, 0.0)
        self._weights = weights

    def __call__(self, read: tuple[str, ...]) -> list[float]:
        """The chances, 0-1, after each of the words *read*."""
        words = [as_class(word) for word in read]
        get = self._weights.get
        sums = [self._bias + sum(get(name, 0.0) for name in features(words, at)) for at in range(len(words))]
        return [1 / (1 + exp(-max(-30.0, min(30.0, one)))) for one in sums]


@lru_cache(maxsize=1)
def load(path: Path = SOURCE) -> Boundaries | None:
    """The shipped boundaries, or None where there are none."""
    if not path.is_file():
        return None
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#")
    return Boundaries({name: float(weight) for weight, name in rows})
