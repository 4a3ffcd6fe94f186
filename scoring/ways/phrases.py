"""Phrases: one of a list stands in a segment."""

from collections.abc import Iterator

from scoring.rules import Way
from scoring.turn import Turn
from scoring.ways.match import Match


def find(key, way: Way, turn: Turn) -> Iterator[Match]:
    """A match for every phrase found."""
    for hit in turn.hits.get((key, 0), ()):
        yield Match(hit.segment, hit.first, hit.segment, hit.after)
