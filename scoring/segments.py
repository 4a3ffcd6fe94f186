"""A turn cut into segments: what stands between full stops, or would if people typed them."""

from dataclasses import dataclass, field
from itertools import pairwise

from scoring.question_words import AUXILIARY, EMBEDS, LATER_WORDS
from scoring.text import Text, Word

ENDS = frozenset(("?", "!", ".", ";", "\n", ".."))
_SHORT = 3  # words that a soft boundary leaves on either side at least
_BREATH = 8  # words from which a turn without any full stop is looked at for soft boundaries
_LONG_BREATH = 25  # words between full stops from which they are looked for in any turn
LIKELY = 0.25  # chance above which a full stop that was not typed is read; most wrong ones stand where a comma would


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that belong together. *words* are those that are read, without marks; *marks* the marks among them."""

    words: tuple[str, ...]
    places: tuple[Word, ...]
    marks: tuple[str, ...] = ()
    commas: frozenset[int] = field(default=frozenset())

    @property
    def start(self) -> int:
        """Where it begins in the typed text."""
        return self.places[0].start

    @property
    def end(self) -> int:
        """Where its last word ends in the typed text; a mark that closes it is not counted."""
        return self.places[-1].end

    @property
    def asks(self) -> bool:
        """Whether a question mark was typed."""
        return "?" in self.marks


def segments(text: Text, boundaries=None) -> tuple[Segment, ...]:
    """The segments of *text*. *boundaries* gives the chance of a full stop after each word; None for no guessing."""
    found: list[Segment] = []
    words: list[Word] = []
    marks: list[str] = []
    commas: set[int] = set()
    ended = False
    stopped = any(not word.is_word and word.text in ENDS for word in text.words)
    least = _LONG_BREATH if stopped else _BREATH

    def close() -> None:
        nonlocal words, marks, commas, ended
        if words:
            found.extend(_cut(words, tuple(marks), commas, boundaries if len(words) >= least else None))
        elif marks and found:
            found[-1] = _marked(found[-1], tuple(marks))
        words, marks, commas, ended = [], [], set(), False

    for word in text.words:
        if word.is_word:
            if ended:
                close()
            words.append(word)
        else:
            marks.append(word.text)
            ended = ended or word.text in ENDS
            if word.text in (",", ":", "\u2014", "-", "(", ")", "*"):
                commas.add(len(words) - 1)
    close()
    return tuple(found)


def _marked(segment: Segment, marks: tuple[str, ...]) -> Segment:
    return Segment(segment.words, segment.places, segment.marks + marks, segment.commas)


def _cut(words: list[Word], marks: tuple[str, ...], commas: set[int], boundaries) -> list[Segment]:
    """One stretch between typed full stops as one segment, or several where full stops are missing."""
    read = tuple(word.text for word in words)
    cuts: list[int] = []
    if boundaries is not None:
        last = 0
        for place, chance in enumerate(boundaries(read)[:-1], 1):
            if chance >= LIKELY and place - last >= _SHORT and len(read) - place >= _SHORT and not _embeds(read, place):
                cuts.append(place)
                last = place
    edges = [0, *cuts, len(read)]
    pieces = []
    for start, end in pairwise(edges):
        inner = frozenset(c - start for c in commas if start <= c < end)
        pieces.append(Segment(read[start:end], tuple(words[start:end]), marks if end == len(read) else (), inner))
    return pieces


def _embeds(read: tuple[str, ...], place: int) -> bool:
    """Whether the word at *place* goes on with what stands before it: "to talk about | why the notes were late"."""
    return read[place] in LATER_WORDS and read[place - 1] in EMBEDS and read[place + 1] not in AUXILIARY
