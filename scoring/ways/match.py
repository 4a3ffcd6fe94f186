"""What a way gives: the words it found, from a word of one segment to a word of the same or a later one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Match:
    """Words *first* of *segment* up to, not including, *after* of *last_segment*."""

    segment: int
    first: int
    last_segment: int
    after: int
