"""Fits where full stops would stand, on replies typed with them, by logistic regression. Wants numpy and scipy."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from scoring.boundaries import BIAS, SOURCE, features
from scoring.features import as_class
from scoring.segments import ENDS
from scoring.spelling import Spelling
from scoring.text import Text

SEEN = 4  # times a feature must occur
AT_A_COMMA = 0.3  # how much a place with a comma counts as none: there, a cut is no great mistake
RIDGE = 0.5  # of the squared weights
KEPT = 0.45  # smallest weight that is written
UNSTOPPED = 13  # words from which a reply without full stops teaches nothing

Line = tuple[list[str], list[float], list[float]]
"""Words; whether a full stop follows each; how much that counts."""


def fit(texts: Iterable[str], spelling: Spelling) -> dict[str, float]:
    """The weights, by feature."""
    lines = [line for line in (_line(text, spelling) for text in texts) if line is not None]
    names = [features(words, at) for words, _, _ in lines for at in range(len(words) - 1)]
    stops = np.array([stop for words, row, _ in lines for stop in row[: len(words) - 1]])
    counts = np.array([count for words, _, row in lines for count in row[: len(words) - 1]])
    times = Counter(name for row in names for name in row)
    columns = {name: at for at, name in enumerate(name for name, count in times.items() if count >= SEEN)}
    rows = [[columns[name] for name in row if name in columns] for row in names]
    ends = np.concatenate([[0], np.cumsum([len(row) for row in rows])])
    flat = np.concatenate([np.array(row, np.int32) for row in rows])
    data = csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(rows), len(columns)))

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        score = data @ weights[1:] + weights[0]
        chance = 1 / (1 + np.exp(-np.clip(score, -30, 30)))
        slope = (chance - stops) * counts
        total = -(counts * (stops * np.log(chance + 1e-12) + (1 - stops) * np.log(1 - chance + 1e-12))).sum()
        ridge = RIDGE * (weights[1:] ** 2).sum()
        return total + ridge, np.concatenate([[slope.sum()], data.T @ slope + 2 * RIDGE * weights[1:]])

    found = minimize(loss, np.zeros(len(columns) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 80}).x
    weights = {name: float(found[at + 1]) for name, at in columns.items() if abs(found[at + 1]) >= KEPT}
    return {BIAS: float(found[0])} | weights


def _line(text: str, spelling: Spelling) -> Line | None:
    words, stops, counts = [], [], []
    for word in Text(text, spelling.read).words:
        if word.is_word:
            words.append(as_class(word.text))
            stops.append(0.0)
            counts.append(1.0)
        elif words and word.text in ENDS:
            stops[-1], counts[-1] = 1.0, 1.0
        elif words and not stops[-1]:
            counts[-1] = AT_A_COMMA
    teaches = len(words) > 3 and (1.0 in stops[:-1] or len(words) < UNSTOPPED)
    return (words, stops, counts) if teaches else None


def write(weights: dict[str, float], path: Path = SOURCE) -> None:
    """Writes the weights, the heaviest first."""
    lines = ["# weight, feature (see scoring/boundaries.py): where a full stop would stand"]
    lines += [
        f"{weight:.2f}\t{name}" for name, weight in sorted(weights.items(), key=lambda row: (-abs(row[1]), row[0]))
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
