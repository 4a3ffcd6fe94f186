"""Sequence: groups of phrases, one of each in this order, not too far apart; also across neighbouring segments."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from scoring.rules import Way
from scoring.turn import Hit, Turn
from scoring.ways.match import Match

Placed = tuple[list[int], list[Hit]]
"""Hits in the order of their first words, with the places of these, counted through the whole turn."""


def find(key, way: Way, turn: Turn) -> Iterator[Match]:
    """The shortest match from every phrase of the first group."""
    parts = [turn.hits.get((key, part), ()) for part in range(len(way.parts))]
    if not all(parts):
        return
    later = [_placed(turn, hits) for hits in parts[1:]]
    for first in parts[0]:
        last = _follow(way, turn, first, later)
        if last is not None:
            yield Match(first.segment, first.first, last.segment, last.after)


def _placed(turn: Turn, hits) -> Placed:
    ordered = sorted(hits, key=lambda hit: (hit.segment, hit.first))
    return [turn.offsets[hit.segment] + hit.first for hit in ordered], ordered


def _follow(way: Way, turn: Turn, hit: Hit, later: list[Placed]) -> Hit | None:
    for places, hits in later:
        end = turn.offsets[hit.segment] + hit.after
        near = hits[bisect_left(places, end) : bisect_right(places, end + way.within)]
        if not near:
            return None
        hit = min(near, key=lambda other: (other.segment, other.after))
    return hit
