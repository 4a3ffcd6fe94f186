"""A turn as the ways see it: its segments, what the phrases of all rules hit in them, and what the other said."""

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from scoring.grammar import Question, question
from scoring.segments import ENDS, Segment

LITTLE = frozenset(
    """
    i you we he she it they me him her us them my your our his its their a an the this that these those is am are
    was were be been being do does did done has have had having will would can could should may might must shall to
    of in on at for from with by about as into over after before and or but so if then than not no yes what how why
    when where who which there here just all any some up out off down now too very really still only also again more
    most much many own well ok oh please get got go going one thing things know think say said like want make made
    come came see let us take took good right back way time day something anything nothing because
    """.split()
)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """*word* without its commonest endings: enough to see that "labels" and "label" are the same."""
    for ending in ("ing", "ed", "es", "s", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def content(words: tuple[str, ...] | list[str]) -> list[str]:
    """The stems of the words that carry content, in order."""
    return [stem(word) for word in words if word not in LITTLE and (len(word) > 2 or word.isdigit())]


class Hit(NamedTuple):  # thousands are made: a named tuple is the lightest record there is
    """A phrase that was found: words *first* up to, not including, *after* of a segment."""

    segment: int
    first: int
    after: int


@dataclass(slots=True)
class Turn:
    """One typed turn, read. *hits* are by payload: what the compiled rules asked to be found."""

    typed: str
    segments: tuple[Segment, ...]
    hits: dict[object, list[Hit]] = field(default_factory=dict)
    heard_hits: set = field(default_factory=set)
    heard_content: frozenset[str] = frozenset()
    questions: tuple[Question | None, ...] = ()
    offsets: tuple[int, ...] = (0,)

    @property
    def stopped(self) -> bool:
        """Whether any full stop, question mark or the like was typed."""
        return any(mark in ENDS for segment in self.segments for mark in segment.marks)

    @property
    def length(self) -> int:
        """Words in the turn. The *offsets* say how many of them stand before each segment, and the number of all."""
        return self.offsets[-1]


def read_turn(typed: str, segments: tuple[Segment, ...], heard: tuple[tuple[str, ...], ...]) -> Turn:
    """The turn of these *segments* after the other said *heard* (words, oldest first)."""
    known = frozenset(stem for words in heard for stem in content(words))
    asked = tuple(question(segment.words, segment.asks) for segment in segments)
    offsets = tuple(accumulate((len(segment.words) for segment in segments), initial=0))
    return Turn(typed, segments, heard_content=known, questions=asked, offsets=offsets)
