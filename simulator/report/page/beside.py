"""Two ways through a conversation as they stand on a page: side by side, from the turn at which they part."""

from dataclasses import dataclass

from simulator.cleaning import clean
from simulator.report.page.spans import Piece, acted
from simulator.report.parting import METERS, Parting, Stand, after, rows_of, same_until, where


@dataclass(frozen=True, slots=True)
class Side:
    """One turn of one way: the words, the answer, *stood* how the person stood then, and what *happened*."""

    name: str
    words: tuple[Piece, ...]
    reply: tuple[Piece, ...]
    stood: str
    happened: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Turn *number* on both ways, None on one that was over by then. *said* are the words where both have the same."""

    number: int
    sides: tuple[Side | None, ...]
    same_words: bool
    alike: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """Two ways by their *names*. *rows* are turn, states and answer, as a table has them; no *pairs* are no parting."""

    person: str
    names: tuple[str, ...]
    before: str
    rows: tuple[tuple[str, ...], ...]
    pairs: tuple[Pair, ...]
    endings: tuple[tuple[str, str], ...]


def beside(found: Parting | None) -> Beside | None:
    """*found* as it stands on a page; None for nothing."""
    if found is None:
        return None
    names = tuple(map(clean, found.names))
    pairs = tuple(
        Pair(
            step.number,
            tuple(_side(name, one) for name, one in zip(names, (step.was, step.now), strict=True)),
            step.was is not None and step.now is not None and step.was.text == step.now.text,
            step.answered_alike,
        )
        for step in after(found)
    )
    rows = tuple(rows_of(after(found)))
    endings = tuple(zip(names, (clean(found.was_title), clean(found.now_title)), strict=True))
    before = same_until(found.parts) + METERS if found.parts else ""
    return Beside(clean(found.person), names, before, rows, pairs, endings)


def _side(name: str, one: Stand | None) -> Side | None:
    if one is None:
        return None
    words = (Piece(clean(one.text)),) if one.text.strip() else ()
    return Side(name, words, acted(one.reply), where(one), tuple(map(clean, one.events)))
