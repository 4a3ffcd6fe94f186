"""Real typed replies to measure with, and the clock that measures them."""

import json
import statistics
import time
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path

CORPORA = Path(__file__).parents[1] / "data" / "corpora"
FILE = CORPORA / "heldout" / "T9.jsonl"
FITTED = tuple(sorted(CORPORA.glob("fitted/*.jsonl")))


def rows_of(file: Path) -> Iterator[dict]:
    """The labelled replies in *file*."""
    with open(file, encoding="utf-8") as lines:
        yield from map(json.loads, lines)


@lru_cache(maxsize=1)
def replies() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Replies with the other's last lines."""
    return tuple((row["text"], tuple(row["prev"])) for row in rows_of(FILE))


def seconds_each(run: Callable, arguments: Iterable[tuple], rounds: int = 3) -> float:
    """The CPU time of one call, in seconds: the median over *rounds* of the mean over the arguments."""
    rows = list(arguments)
    for row in rows[:20]:
        run(*row)
    means = []
    for _ in range(rounds):
        begun = time.process_time()
        for row in rows:
            run(*row)
        means.append((time.process_time() - begun) / len(rows))
    return statistics.median(means)
