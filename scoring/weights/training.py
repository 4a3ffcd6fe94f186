"""Labelled items as matrices, for fitting: a row a segment, a row a turn, a column a feature. Needs numpy and scipy."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from scoring.corpus import Item
from scoring.ear import Ear, Hearing
from scoring.vocabulary import SKILLS

SEEN_IN_SEGMENTS, SEEN_IN_TURNS = 3, 2  # times a feature must occur to be looked at
CARRIES = 0.5  # share of a segment or of the evidence that must overlap


@dataclass(slots=True)
class Read:
    """One item as features: of its segments, of the whole turn, and which segments carry which label."""

    segments: list[dict[str, float]]
    turn: dict[str, float]
    carries: np.ndarray
    labels: np.ndarray
    counts: np.ndarray
    stopped: bool = True
    clean: bool = False


def read_items(ear: Ear, items: Iterable[Item]) -> list[Read]:
    """The features and labels of *items*."""
    return [_read(ear, item) for item in items]


def _read(ear: Ear, item: Item) -> Read:
    hearing = Hearing(ear, item.text, item.heard[-2:])
    cut = hearing.turn.segments
    carries = np.zeros((len(cut), len(SKILLS)), bool)
    marked = {label for label, _, _ in item.evidence}
    for label, start, end in item.evidence:
        column = SKILLS.index(label)
        for row, segment in enumerate(cut):
            overlap = min(segment.end, end) - max(segment.start, start)
            size = segment.end - segment.start
            carries[row, column] = overlap > 0 and (overlap >= CARRIES * size or overlap >= CARRIES * (end - start))
    for label in item.labels - marked:
        carries[:, SKILLS.index(label)] = len(cut) == 1
    return Read(
        hearing.segment_features(),
        hearing.turn_features(),
        carries,
        np.array([skill in item.labels for skill in SKILLS]),
        np.array([item.counts(skill) for skill in SKILLS]),
        hearing.turn.stopped,
        item.clean,
    )


def vocabularies(reads: Iterable[Read]) -> tuple[dict[str, int], dict[str, int]]:
    """The features that are looked at, of segments and of turns, with their columns."""
    segments, turns = Counter(), Counter()
    for one in reads:
        for features in one.segments:
            segments.update(features.keys())
        turns.update(one.turn.keys())
    return (
        {name: i for i, name in enumerate(n for n, count in segments.items() if count >= SEEN_IN_SEGMENTS)},
        {name: i for i, name in enumerate(n for n, count in turns.items() if count >= SEEN_IN_TURNS)},
    )


@dataclass(slots=True)
class Matrices:
    """Items ready for fitting. *first* gives the first segment of each item, and the number of all segments last."""

    segments: csr_matrix
    turns: csr_matrix
    first: np.ndarray
    carries: np.ndarray
    labels: np.ndarray
    counts: np.ndarray


def matrices(reads: list[Read], of_segments: dict[str, int], of_turns: dict[str, int]) -> Matrices:
    """*reads* as matrices; every row is divided by its length, so that many features weigh no more than few."""
    rows = [features for one in reads for features in one.segments]
    return Matrices(
        _matrix(rows, of_segments),
        _matrix([one.turn for one in reads], of_turns),
        np.concatenate([[0], np.cumsum([len(one.segments) for one in reads])]),
        np.vstack([one.carries for one in reads]),
        np.array([one.labels for one in reads]),
        np.array([one.counts for one in reads]),
    )


def _matrix(rows: list[dict[str, float]], columns: dict[str, int]) -> csr_matrix:
    places, values, ends = [], [], [0]
    for features in rows:
        length = sum(size * size for size in features.values()) ** 0.5 or 1.0
        for name, size in features.items():
            column = columns.get(name)
            if column is not None:
                places.append(column)
                values.append(size / length)
        ends.append(len(places))
    shape = (len(rows), len(columns))
    return csr_matrix((np.array(values, np.float32), np.array(places, np.int32), np.array(ends, np.int64)), shape=shape)
