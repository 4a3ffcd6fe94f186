"""A Review as a row of blocks, in the order in which a person should read them; formats give each block its look.

The order is the method's: how it ended, the best moment, one thing to try, what was held back, chances used; then the
conversation; scores folded to the end.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from scoring.scorecard import SkillCount
from scoring.vocabulary import PLAIN
from simulator.cleaning import clean
from simulator.report.review import Kept, Line, Moment, Review
from simulator.report.sentences import STATE_WORDS


@dataclass(frozen=True, slots=True)
class Heading:
    """A title; *level* 1 is the whole, 2 a part."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; a *quiet* one is a remark."""

    text: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """Words that somebody said."""

    who: str
    text: str
    mine: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Para | Said | Items | Table

FATES = {
    "hidden": "never came near", "cued": "hinted at, not told", "told": "told", "heard": "told, and heard",
    "dropped": "told, and not picked up",
}  # fmt: skip
"""What became of something held back."""


def document(review: Review, *, transcript: bool = True) -> Iterator[Block]:
    """The blocks of *review*. Everything in them is clean text."""
    yield Heading(clean(review.title), 1)
    yield from _ending(review)
    if review.best:
        yield Heading(f"The best moment: turn {review.best.turn}")
        yield from _moment(review.best, review.person)
    if review.try_this:
        yield Heading(f"One thing to try: turn {review.try_this.turn}")
        yield from _moment(review.try_this, review.person)
        if review.try_this.model:
            yield Para("For example:", quiet=True)
            yield Said("You", clean(review.try_this.model), mine=True)
    if review.kept:
        yield Heading(f"What {clean(review.person)} held back")
        yield Items(tuple(_held_back(kept) for kept in review.kept))
    if review.points:
        yield Items(tuple(clean(point.sentence) for point in review.points))
    yield from _chances(review)
    if review.costs:
        yield Heading("What it cost")
        yield Items(tuple(clean(f"Turn {moment.turn}: {moment.sentence}") for moment in review.costs))
    if transcript:
        yield from _transcript(review)
    if review.corrections:
        yield Heading("Read differently")
        yield Items(tuple(map(clean, review.corrections)))
    yield from _counts(review)


def counts(review: Review) -> Iterator[Block]:
    """The blocks of *review* that hold its counts, and no more."""
    yield Heading(clean(review.title), 1)
    if review.note:
        yield Para(clean(review.note))
    yield from _chances(review)
    yield from _counts(review)


def _ending(review: Review) -> Iterator[Block]:
    if review.ending_title:  # a talk from elsewhere has none
        yield Heading(f"How it ended: {clean(review.ending_title)}")
    if review.last_line:
        yield Said(clean(review.person), clean(review.last_line))
    if review.note:
        yield Para(clean(review.note))
    if review.tonight:
        yield Para(f'What {clean(review.person)} would tell a friend tonight: "{clean(review.tonight)}"')


def _moment(moment: Moment, person: str) -> Iterator[Block]:
    if moment.said:
        yield Said(clean(person), clean(moment.said))
    if moment.quote:
        yield Said("You", clean(moment.quote), mine=True)
    yield Para(clean(moment.sentence))
    if moment.answer:
        yield Said(clean(person), clean(moment.answer))


def _held_back(kept: Kept) -> str:
    text = f"{clean(kept.title)}: {FATES[kept.fate]}"
    if kept.fate in ("hidden", "cued"):
        short = kept.price - kept.reached
        text += f" (it needed {kept.price} of openness; the most was {kept.reached})" if short > 0 else " (it was near)"
    return text


def _chances(review: Review) -> Iterator[Block]:
    if not review.chances:
        return
    used = sum(1 for chance in review.chances if chance.used)
    yield Heading(f"Chances used: {used} of {len(review.chances)}")
    rows = tuple(
        (
            str(chance.turn),
            clean(STATE_WORDS.get(chance.moment, chance.moment)),
            " or ".join(PLAIN.get(skill, skill) for skill in chance.skills),
            credited(chance.used, chance.credit),
        )
        for chance in review.chances
    )
    yield Table(("turn", "moment", "what would have helped", "used"), rows)
    if review.flashes_shown:
        yield Para(f"Flashes noticed: {review.flashes_noticed} of {review.flashes_shown}.")


def credited(used: str, credit: float) -> str:
    """How a chance was used, and when."""
    if not used:
        return "no"
    when = {1.0: "at once", 0.6: "a turn later"}.get(credit, "with a sting in it")
    return f"{PLAIN.get(used, used)}, {when}"


def _transcript(review: Review) -> Iterator[Block]:
    yield Heading("The conversation")
    if review.opening or not review.source:
        yield Said(clean(review.person), clean(review.opening))
    for line in review.lines:
        yield Said(f"{line.number}. You", clean(line.text) or "(silence)", mine=True)
        heard = _heard(line)
        if heard:
            yield Para(heard, quiet=True)
        if line.reply or not review.source:
            yield Said(clean(review.person), clean(line.reply))
    if review.last_line:
        yield Said(clean(review.person), clean(review.last_line))


def _heard(line: Line) -> str:
    parts = [f'{PLAIN[f.skill]}: "{clean(f.quote)}"' for f in line.findings]
    return "; ".join([*parts, *(clean(note) for note in line.notes)])


def _counts(review: Review) -> Iterator[Block]:
    card = review.scorecard
    yield Heading("Counts, for those who want them")
    rows = tuple(
        (PLAIN[one.skill], str(one.used), of_chances(one), ", ".join(map(str, one.turns)))
        for one in (*card.skills, *card.costs)
        if one.used or one.chances
    )
    yield Table(("what", "times", "chances", "turns"), rows)
    steps = ", ".join(
        f"{name.replace('_', ' ')} ({len(turns)} turns)" if turns else f"{name.replace('_', ' ')} (not yet)"
        for name, turns in card.steps
    )
    yield Para(f"Steps covered: {steps}.")
    if card.reflections_to_questions is not None:
        yield Para(
            f"Reflections to questions: {card.reflections_to_questions:g} to 1 (1 is fair and 2 good, by the counts "
            f"used in counselling). Share of open questions: {round(100 * (card.open_share or 0))} per cent."
        )
    if review.hints:
        yield Para(f"Hints asked for: {review.hints}.")
    yield Para(f"Overall, about the words and not about you: {card.overall} of 100.", quiet=True)
    if review.source:
        yield Para(f"Read from a file: {clean(review.source)}.", quiet=True)
    else:
        session = f"Session {review.session}, level" if review.session else "Level"  # none where words are left out
        yield Para(clean(f"{session} {review.level}, seed {review.seed}."), quiet=True)


def of_chances(one: SkillCount) -> str:
    """The credit of a skill's chances: "1.6 of 3 (53 %)"."""
    if not one.chances:
        return "–"
    percent = f" ({one.percent} %)" if one.percent is not None else ""
    return f"{one.credited:g} of {one.chances}{percent}"
