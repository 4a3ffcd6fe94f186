"""Question: a segment asks in one of the given kinds; where phrases are given, one must stand in it."""

from collections.abc import Iterator

from scoring.rules import Way
from scoring.turn import Turn
from scoring.ways.match import Match


def find(key, way: Way, turn: Turn) -> Iterator[Match]:
    """A match for every segment that asks so."""
    for place, asked in enumerate(turn.questions):
        if asked is None or asked.kinds.isdisjoint(way.kinds):
            continue
        size = len(turn.segments[place].words)
        if way.phrases and not any(hit.segment == place for hit in turn.hits.get((key, 0), ())):
            continue
        yield Match(place, asked.begins, place, size)
