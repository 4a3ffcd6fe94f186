"""Words cut where what was found in them begins and ends, so that a page can mark them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from scoring.findings import Finding
from simulator.cleaning import clean

_GESTURE = re.compile(r"\([^()\n]*\)|\*[^*\n]+\*")


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a text. *notes* are the numbers, from 1, of the findings it belongs to; *ends* of those that end with it.

    A *gesture* is something done, not said.
    """

    text: str
    notes: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    gesture: bool = False


def marked(text: str, findings: Sequence[Finding]) -> tuple[Piece, ...]:
    """*text* in pieces, every character once; places that the text does not have are cut back to it."""
    places = [
        (min(max(finding.start, 0), len(text)), min(max(finding.end, 0), len(text)), number)
        for number, finding in enumerate(findings, 1)
    ]
    places = [place for place in places if place[0] < place[1]]
    cuts = sorted({0, len(text), *(start for start, _, _ in places), *(end for _, end, _ in places)})
    return tuple(
        Piece(
            clean(text[start:end]),
            tuple(number for first, last, number in places if first <= start and end <= last),
            tuple(number for _, last, number in places if last == end),
        )
        for start, end in pairwise(cuts)
    )


def acted(text: str) -> tuple[Piece, ...]:
    """*text* in pieces, what is said and what is done: "(She looks away.) Fine."."""
    pieces, place = [], 0
    text = clean(text)
    for match in _GESTURE.finditer(text):
        pieces += [Piece(text[place : match.start()]), Piece(match[0], gesture=True)]
        place = match.end()
    return tuple(piece for piece in (*pieces, Piece(text[place:])) if piece.text)
