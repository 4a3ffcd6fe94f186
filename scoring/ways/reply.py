"""Reply: an answer to what the other said. The guards on *heard* say to what; phrases may be asked for as well."""

from collections.abc import Iterator

from scoring.rules import Way
from scoring.turn import Turn
from scoring.ways.match import Match


def find(key, way: Way, turn: Turn) -> Iterator[Match]:
    """A match for every phrase, or for the first segment where none is asked for."""
    if not way.phrases:
        if turn.segments:
            yield Match(0, 0, 0, len(turn.segments[0].words))
        return
    for hit in turn.hits.get((key, 0), ()):
        yield Match(hit.segment, hit.first, hit.segment, hit.after)
