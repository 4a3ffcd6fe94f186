"""Echo: a statement that shares words of content with what the other just said; phrases may be asked for as well."""

from collections.abc import Iterator

from scoring.rules import Way
from scoring.turn import Turn, content
from scoring.ways.match import Match


def find(key, way: Way, turn: Turn) -> Iterator[Match]:
    """A match for every segment that says enough of it back and does not ask."""
    for place, segment in enumerate(turn.segments):
        if turn.questions[place] is not None and not turn.questions[place].kinds <= {"tag", "plain"}:
            continue
        shared = set(content(segment.words)) & turn.heard_content
        if len(shared) < way.shared:
            continue
        if way.phrases and not any(hit.segment == place for hit in turn.hits.get((key, 0), ())):
            continue
        yield Match(place, 0, place, len(segment.words))
