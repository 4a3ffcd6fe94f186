"""The look back as a screen takes it: what a reader needs first, in the method's order, and where the rest is.

Nothing is lost by it. What is folded away here (the table of chances, quiet exchanges of the other's chair, the
conversation) stands in the whole review, which the terminal shows if asked, and a file has in every format.
"""

from collections.abc import Iterator

from scoring.vocabulary import PLAIN
from simulator.cleaning import clean
from simulator.report.beside import chair_in_short, other_runs, own_marks, own_words, prepared_in_short
from simulator.report.blocks import Block, Heading, Items, Para
from simulator.report.document import (
    AS_WELL,
    best,
    document,
    ending,
    flashes,
    kept_back,
    numbers,
    read_differently,
    to_try,
    way,
)
from simulator.report.review import Moment, Review
from simulator.report.sentences import STATE_WORDS


def debrief(review: Review, whole: str = "") -> Iterator[tuple[str, tuple[Block, ...]]]:
    """The parts of the look back, each under a name, in the method's order: what the user said first, then words and
    effects, then the other's chair, and the scores last. *whole* is the command that shows all of it, '' for none."""
    parts = (
        ("yourself", own_words(review.reflection)),
        ("ending", ending(review)),
        ("best", best(review)),
        ("try", to_try(review)),
        ("held back", kept_back(review)),
        ("chances", (*_chances(review), *_costs(review))),
        ("prepared", prepared_in_short(review.preparation)),
        ("chair", chair_in_short(review.chair, review.person, whole)),
        ("runs", other_runs(review.runs, review.branch)),
        ("scores", (*own_marks(review.reflection), *read_differently(review), *numbers(review))),
    )
    for name, blocks in parts:
        found = tuple(blocks)
        if found:
            yield name, found


def shortly(review: Review, whole: str = "") -> Iterator[Block]:
    """The blocks of *review* that a screen shows unless it is asked for all. Of a talk from elsewhere the words are
    everything that is known, so they stay."""
    if review.source:
        yield from document(review)
        return
    yield Heading(clean(review.title), 1)
    for _, blocks in debrief(review, whole):
        yield from blocks
    if whole:
        yield Para(pointer(whole))


def pointer(whole: str) -> str:
    """Where the rest is, as a sentence."""
    # The command has a line of its own: a name with a break in it can't be copied.
    return f"All of it, with the conversation and what was heard in each turn:\n{whole}"


def _chances(review: Review) -> Iterator[Block]:
    """Chances: each one that was missed with what would have helped, and the used ones by how they were used."""
    if not review.chances:
        return
    missed, used = [], {}
    for chance in review.chances:
        if chance.used:
            moves = used.setdefault(way(chance.used, chance.credit, chance.skills), {})
            moves.setdefault(PLAIN.get(chance.used, chance.used), []).append(str(chance.turn))
        else:
            helps = " or ".join(PLAIN.get(skill, skill) for skill in chance.skills)
            moment = clean(STATE_WORDS.get(chance.moment, chance.moment))
            missed.append(f"Turn {chance.turn}, {moment}: not used. {helps[:1].upper()}{helps[1:]} would have helped.")
    yield Heading(f"Chances used: {len(review.chances) - len(missed)} of {len(review.chances)}")
    yield Items((*missed, *(_used(how, moves) for how, moves in used.items())))
    yield from flashes(review)


def _used(how: str, moves: dict[str, list[str]]) -> str:
    listed = "; ".join(f"{move} (turn{'s' * (len(turns) > 1)} {', '.join(turns)})" for move, turns in moves.items())
    return f"Not asked for, and it helped as well: {listed}." if how == AS_WELL else f"Used {how}: {listed}."


def _costs(review: Review) -> Iterator[Block]:
    """The costly moves; the one that is worth another try was told with it."""
    if review.costs:
        yield Heading("What it cost")
        yield Items(tuple(clean(_cost(moment, review.try_this)) for moment in review.costs))


def _cost(moment: Moment, told: Moment | None) -> str:
    if told is not None and moment.sentence == told.sentence:
        return f"Turn {moment.turn}: {PLAIN.get(moment.skill, moment.skill)}, as told above."
    return f"Turn {moment.turn}: {moment.sentence}"
