"""Fits the weights end to end: what is fitted is what is applied, a turn's score from its segments and from the whole.

A turn's score for a skill is the soft maximum over its segments plus the score of the turn. The loss is the logistic
one on the labels of turns, and, at half the weight, on the segments that carry them; labels in doubt count neither way.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from scoring.weights.training import Matrices

EPOCHS = 6
BATCH = 256  # turns
RATE = 0.5  # of Adagrad, falling to a tenth
RARE = 2.0  # how much more a label that is there weighs than one that is not
SEGMENTS = 0.5  # weight of the loss on segments
START = -3.0  # bias to begin with: a skill is rare


@dataclass(slots=True)
class Fitted:
    """Weights a feature (rows) and skill (columns), and biases, of segments and of turns."""

    segments: np.ndarray
    turns: np.ndarray
    segment_bias: np.ndarray
    turn_bias: np.ndarray


def fit(
    data: Matrices, seed: int = 0, start: Fitted | None = None, keep: tuple | None = None, epochs: int = EPOCHS
) -> Fitted:
    """The weights for *data*. *keep* are masks of the weights that may differ from zero, of segments and of turns."""
    draw = np.random.default_rng(seed)
    skills = data.labels.shape[1]
    weights = start or Fitted(
        np.zeros((data.segments.shape[1], skills), np.float32),
        np.zeros((data.turns.shape[1], skills), np.float32),
        np.full(skills, START, np.float32),
        np.zeros(skills, np.float32),
    )
    squares = [np.full_like(one, 1e-6) for one in _all(weights)]
    for epoch in range(epochs):
        rate = RATE * (1 - 0.9 * epoch / epochs)
        order = draw.permutation(len(data.labels))
        for at in range(0, len(order), BATCH):
            _step(data, weights, squares, np.sort(order[at : at + BATCH]), rate)
            if keep is not None:
                weights.segments *= keep[0]
                weights.turns *= keep[1]
    return weights


def copy(weights: Fitted) -> Fitted:
    """*weights* that can be changed by themselves."""
    return Fitted(*(one.copy() for one in _all(weights)))


def mean(fits: Iterable[Fitted]) -> Fitted:
    """The mean of *fits* of the same data."""
    parts = [_all(one) for one in fits]
    return Fitted(*(np.mean(same, axis=0, dtype=np.float32) for same in zip(*parts, strict=True)))


def _all(weights: Fitted) -> list[np.ndarray]:
    return [weights.segments, weights.turns, weights.segment_bias, weights.turn_bias]


def _step(data: Matrices, weights: Fitted, squares: list[np.ndarray], batch: np.ndarray, rate: float) -> None:
    rows = np.concatenate([np.arange(data.first[i], data.first[i + 1]) for i in batch])
    sizes = data.first[batch + 1] - data.first[batch]
    segments, of_segments = _touched(data.segments[rows])
    turns, of_turns = _touched(data.turns[batch])
    by_segment = segments @ weights.segments[of_segments] + weights.segment_bias
    pooled, shares = soft_maximum(by_segment, sizes)
    score = pooled + turns @ weights.turns[of_turns] + weights.turn_bias
    labels, counts = data.labels[batch], data.counts[batch]
    of_turn = _slope(score, labels, counts)
    owner = np.repeat(np.arange(len(batch)), sizes)
    of_segment = of_turn[owner] * shares + SEGMENTS * _slope(by_segment, data.carries[rows], counts[owner])
    gradients = [segments.T @ of_segment, turns.T @ of_turn, of_segment.sum(0), of_turn.sum(0)]
    places = [of_segments, of_turns, slice(None), slice(None)]
    for one, gradient, square, place, fast in zip(_all(weights), gradients, squares, places, (1, 1, 0, 0), strict=True):
        gradient = np.asarray(gradient, np.float32) / len(batch)
        square[place] += gradient**2
        one[place] -= (rate if fast else rate / 10) * gradient / np.sqrt(square[place])


def _touched(rows: csr_matrix) -> tuple[csr_matrix, np.ndarray]:
    """*rows* with only the columns that are not empty, and which these are: a batch touches few of all features."""
    columns, places = np.unique(rows.indices, return_inverse=True)
    return csr_matrix((rows.data, places, rows.indptr), shape=(rows.shape[0], len(columns))), columns


def _slope(score: np.ndarray, labels: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """The derivative of the weighted logistic loss."""
    chance = 1 / (1 + np.exp(-np.clip(score, -30, 30)))
    return (chance - labels) * np.where(labels, RARE, 1.0) * counts


def soft_maximum(by_segment: np.ndarray, sizes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """log(sum(exp)) over the segments of each turn, and each segment's share in it."""
    turns = len(sizes)
    owner = np.repeat(np.arange(turns), sizes)
    top = np.full((turns, by_segment.shape[1]), -1e9, np.float32)
    np.maximum.at(top, owner, by_segment)
    raised = np.exp(by_segment - top[owner])
    total = np.zeros_like(top)
    np.add.at(total, owner, raised)
    total = np.maximum(total, 1e-12)
    return top + np.log(total), raised / total[owner]


def scores(data: Matrices, weights: Fitted) -> tuple[np.ndarray, np.ndarray]:
    """The score of every turn and of every segment (rows) for every skill (columns)."""
    by_segment = data.segments @ weights.segments + weights.segment_bias
    pooled, _ = soft_maximum(by_segment, np.diff(data.first))
    return pooled + data.turns @ weights.turns + weights.turn_bias, by_segment
