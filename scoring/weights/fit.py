"""Fits the weights and writes them: ``python -m scoring.weights.fit CORPUS... [--out FOLDER]``. Needs the extra `fit`.

Fitted on all writers, pruned to the features that weigh most, fitted again on those; the thresholds come from writers
that were held out, a third of them in turn, so that they are right for people who have not been read yet.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from scoring import boundaries, lexicon
from scoring.corpus import Item, read_corpus
from scoring.ear import Ear
from scoring.vary import lower
from scoring.vocabulary import COSTLY, SKILLS
from scoring.weights import boundary_fit, model
from scoring.weights.model_fit import Fitted, copy, fit, mean, scores
from scoring.weights.training import Matrices, Read, matrices, read_items, vocabularies

FOLDS = 3
SEEDS = 3  # fits of the same data in other orders, of which the mean is taken: the order is chance
KEPT = {model.SEGMENT: 3500, model.TURN: 1000}  # features a skill after pruning
AGAIN = 4  # epochs after pruning
SHRUNK = 15  # items whose weight the common threshold has against a skill's own
OUT_OF_NOTHING = {model.STOPPED: 9.0, model.IN_ONE_BREATH: 4.0}
"""How many times a wrong finding counts in an item that has nothing to be found, by how it was typed."""
DOUBT = {"rewarded": 1.0, "costly": 0.5}  # beta of the F score that a threshold is chosen by: below 1, precision leads


@dataclass(slots=True)
class Fit:
    """Fitted weights with the names of their rows."""

    of_segments: dict[str, int]
    of_turns: dict[str, int]
    weights: Fitted

    def scores(self, reads: list[Read]) -> np.ndarray:
        """The score of every item (rows) for every skill (columns), before thresholds."""
        return scores(self.matrices(reads), self.weights)[0]

    def matrices(self, reads: list[Read]) -> Matrices:
        """*reads* over the features of this fit."""
        return matrices(reads, self.of_segments, self.of_turns)


def fitted(reads: list[Read], kept: dict[str, int] | None = KEPT) -> Fit:
    """Fits *reads*; with *kept*, prunes to that many features a skill and fits again."""
    result = Fit(*vocabularies(reads), weights=None)
    data = result.matrices(reads)
    result.weights = mean(fit(data, seed) for seed in range(SEEDS))
    if kept is not None:
        masks = (
            _heaviest(result.weights.segments, data.segments, kept[model.SEGMENT]),
            _heaviest(result.weights.turns, data.turns, kept[model.TURN]),
        )
        result.weights.segments *= masks[0]
        result.weights.turns *= masks[1]
        begun = result.weights
        result.weights = mean(fit(data, seed, copy(begun), masks, AGAIN) for seed in range(SEEDS))
    return result


def _heaviest(weights: np.ndarray, rows, count: int) -> np.ndarray:
    """A mask of the *count* weights a column that move scores most: their size by the root of how often they occur."""
    often = np.sqrt(np.asarray(rows.multiply(rows).sum(0)).ravel())
    moved = np.abs(weights) * often[:, None]
    limit = np.sort(moved, axis=0)[-min(count, len(moved))]
    return (moved >= np.maximum(limit, 1e-9)).astype(np.float32)


def held_out(reads: list[Read], writers: Sequence[str], folds: int = FOLDS) -> np.ndarray:
    """The score of every item by weights fitted without its writer."""
    names = sorted(set(writers))
    values = np.zeros((len(reads), len(SKILLS)), np.float32)
    for fold in range(folds):
        out = {name for place, name in enumerate(names) if place % folds == fold}
        learnt = fitted([one for one, writer in zip(reads, writers, strict=True) if writer not in out])
        places = [place for place, writer in enumerate(writers) if writer in out]
        values[places] = learnt.scores([reads[place] for place in places])
    return values


def thresholds(values: np.ndarray, reads: list[Read], out_of_nothing: float = 1.0) -> np.ndarray:
    """The score from which each skill counts: its own best, drawn to the common one where it is rare.

    A wrong finding where nothing at all was to be found counts *out_of_nothing* times: silence would have been right.
    """
    labels, counts = np.array([one.labels for one in reads]), np.array([one.counts for one in reads])
    weigh = np.where(np.array([one.clean for one in reads]), out_of_nothing, 1.0)[:, None]
    costly = np.array([skill in COSTLY for skill in SKILLS])
    grid = np.arange(-1.5, 2.01, 0.05)
    best = np.array([_f_score(values > at, labels, counts, weigh, costly) for at in grid])
    common = {kind: grid[best[:, costly == kind].mean(1).argmax()] for kind in (False, True)}
    result = np.zeros(len(SKILLS))
    for column in range(len(SKILLS)):
        # A flat top has many best places: their mean is steadier than the first.
        own = grid[best[:, column] >= best[:, column].max() - 0.003].mean()
        there = labels[:, column].sum()
        result[column] = (there * own + SHRUNK * common[costly[column]]) / (there + SHRUNK)
    return result


def _f_score(found, labels, counts, weigh, costly) -> np.ndarray:
    hit, wrong = (found & labels & counts).sum(0), (weigh * (found & ~labels & counts)).sum(0)
    missed = (~found & labels & counts).sum(0)
    square = np.where(costly, DOUBT["costly"], DOUBT["rewarded"]) ** 2
    return (1 + square) * hit / np.maximum(1, (1 + square) * hit + square * missed + wrong)


def save(learnt: Fit, limits: dict[str, np.ndarray], folder: Path, head: str) -> None:
    """Writes one file a skill to *folder*. *limits* are the thresholds by how a turn was typed."""
    names = list(learnt.of_segments), list(learnt.of_turns)
    for column, skill in enumerate(SKILLS):
        parts = [
            {names[part][row]: float(table[row, column]) for row in np.flatnonzero(np.abs(table[:, column]) >= 0.05)}
            for part, table in enumerate((learnt.weights.segments, learnt.weights.turns))
        ]
        settings = {
            model.BIAS[model.SEGMENT]: float(learnt.weights.segment_bias[column]),
            model.BIAS[model.TURN]: float(learnt.weights.turn_bias[column]),
        } | {model.THRESHOLD[typed]: float(ones[column]) for typed, ones in limits.items()}
        model.write(folder / f"{skill}.tsv", head, settings, *parts)


def bare_ear() -> Ear:
    """The ear with rules, words and boundaries and without weights: what features are read with."""
    from scoring.sources import BrokenSources, load

    sources, problems = load()
    if sources is None:
        raise BrokenSources(problems)
    boundaries.load.cache_clear()
    return Ear(sources, None, lexicon.load(), boundaries.load())


def read_both_ways(ear: Ear, items: list[Item]) -> list[Read]:
    """The features of *items* as they were typed, and again in lower case without punctuation."""
    return read_items(ear, items) + read_items(ear, map(lower, items))


def _words(line: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_]+", line.lower()) if word.isascii()]


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m scoring.weights.fit", description=__doc__.split("\n")[0])
    parser.add_argument("corpus", nargs="+", type=Path, help="JSON lines of labelled items; one file a writer or more")
    parser.add_argument("--out", type=Path, default=model.FOLDER, help="where the files go (default: beside this one)")
    wanted = parser.parse_args(arguments)
    items: list[Item] = read_corpus(wanted.corpus)
    words = Counter(word for item in items for line in (item.text, *item.heard) for word in _words(line))
    lexicon.write(words)
    ear = bare_ear()
    boundary_fit.write(boundary_fit.fit((item.text for item in items), ear.spelling))
    reads = read_both_ways(bare_ear(), items)
    writers = [item.writer for item in items] * 2
    values = held_out(reads, writers)
    typed = [model.STOPPED if one.stopped else model.IN_ONE_BREATH for one in reads]
    limits = {}
    for way in model.THRESHOLD:
        places = [place for place, one in enumerate(typed) if one == way]
        limits[way] = thresholds(values[places], [reads[place] for place in places], OUT_OF_NOTHING[way])
    head = (
        f"Fitted by scoring/weights/fit.py on {len(items):,} replies by {len(set(writers))} writers.\n"
        "part (model; s: segment; t: turn), weight, feature (see scoring/features.py)"
    )
    save(fitted(reads), limits, wanted.out, head)
    return 0


if __name__ == "__main__":
    sys.exit(main())
