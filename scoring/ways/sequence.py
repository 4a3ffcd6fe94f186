"""Sequence: groups of phrases, one of each in this order, not too far apart; also across neighbouring segments."""

from collections.abc import Iterator

from scoring.rules import Way
from scoring.turn import Hit, Turn
from scoring.ways.match import Match


def find(key, way: Way, turn: Turn) -> Iterator[Match]:
    """The shortest match from every phrase of the first group."""
    for first in turn.hits.get((key, 0), ()):
        last = _follow(key, way, turn, first)
        if last is not None:
            yield Match(first.segment, first.first, last.segment, last.after)


def _follow(key, way: Way, turn: Turn, hit: Hit) -> Hit | None:
    for part in range(1, len(way.parts)):
        following = [
            other for other in turn.hits.get((key, part), ()) if 0 <= _distance(turn, hit, other) <= way.within
        ]
        if not following:
            return None
        hit = min(following, key=lambda other: (other.segment, other.after))
    return hit


def _distance(turn: Turn, one: Hit, other: Hit) -> int:
    """Words between the end of *one* and the beginning of *other*; negative where it does not follow."""
    if one.segment == other.segment:
        return other.first - one.after
    if other.segment < one.segment:
        return -1
    between = sum(len(turn.segments[i].words) for i in range(one.segment + 1, other.segment))
    return len(turn.segments[one.segment].words) - one.after + between + other.first
