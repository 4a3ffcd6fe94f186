"""A Review as a row of blocks, in the order in which a person should read them; formats give each block its look.

The order is the method's: how it ended, the best moment, one thing to try, what was held back, chances used; then the
conversation; scores folded to the end. What the user said themself comes before all of it.
"""

from collections.abc import Iterator, Sequence

from scoring.findings import Finding
from scoring.scorecard import Scorecard, SkillCount
from scoring.vocabulary import PLAIN, SKILLS
from simulator.cleaning import clean
from simulator.report.beside import FATES, held_back, other_chair, other_runs, own_marks, own_words, prepared
from simulator.report.blocks import Block, Heading, Items, Para, Said, Table
from simulator.report.corrections import BY_HAND, MARKED
from simulator.report.review import Line, Moment, Review
from simulator.report.sentences import FLASH, STATE_WORDS, STEP_WORDS
from simulator.report.words import mark_words, quote, short

AS_WELL = "which helped as well"
QUOTED, MOST_QUOTES = 90, 3
"""Characters of the words behind a count, and how many of them are shown."""


def document(review: Review, *, chair: bool = False) -> Iterator[Block]:
    """The blocks of *review*. Everything in them is clean text. With *chair* it is told from the other's side too."""
    yield Heading(clean(review.title), 1)
    yield from own_words(review.reflection)
    yield from ending(review)
    yield from best(review)
    yield from to_try(review)
    yield from kept_back(review)
    yield from chances_used(review)
    yield from what_it_cost(review)
    yield from prepared(review.preparation)
    if chair:
        yield from other_chair(review.chair, review.person)
    yield from other_runs(review.runs, review.branch)
    yield from _transcript(review)
    yield from read_differently(review)
    yield from own_marks(review.reflection)
    yield from numbers(review)


def counts(review: Review) -> Iterator[Block]:
    """The blocks of *review* that hold its counts, and no more."""
    yield Heading(clean(review.title), 1)
    if review.note:
        yield Para(clean(review.note))
    yield from chances_used(review)
    yield from words_behind(review)
    yield from numbers(review)


def words_behind(review: Review) -> Iterator[Block]:
    """For each skill that was heard the words that carried it, the first few of them."""
    found: dict[str, list[str]] = {}
    for line in review.lines:
        for one in line.findings:
            words = clean(short(quote(one, line.text), QUOTED))
            found.setdefault(one.skill, []).append(f'turn {line.number} "{words}"{_marked(one)}')
    if found:
        yield Heading("The words behind the counts")
        yield Items(tuple(_behind(skill, found[skill]) for skill in SKILLS if skill in found))


def _behind(skill: str, quotes: list[str]) -> str:
    more = f"; and {len(quotes) - MOST_QUOTES} more" if len(quotes) > MOST_QUOTES else ""
    return f"{PLAIN.get(skill, skill)}: {'; '.join(quotes[:MOST_QUOTES])}{more}"


def ending(review: Review) -> Iterator[Block]:
    """How it ended, and what the other would tell a friend tonight."""
    if review.ending_title:  # a talk from elsewhere has none
        yield Heading(f"How it ended: {clean(review.ending_title)}")
    if review.last_line:
        yield Said(clean(review.person), clean(review.last_line))
    if review.note:
        yield Para(clean(review.note))
    if review.tonight:
        yield Para(f'What {clean(review.person)} would tell a friend tonight: "{clean(review.tonight)}"')


def best(review: Review) -> Iterator[Block]:
    """The best moment, quoted."""
    if review.best:
        yield Heading(f"The best moment: turn {review.best.turn}")
        yield from _moment(review.best, review.person)


def to_try(review: Review) -> Iterator[Block]:
    """One thing to try."""
    if review.try_this:
        yield Heading(f"One thing to try: turn {review.try_this.turn}")
        yield from _moment(review.try_this, review.person)
        if review.try_this.model:
            yield Para("For example:", quiet=True)
            yield Said("You", clean(review.try_this.model), mine=True)


def kept_back(review: Review) -> Iterator[Block]:
    """What was held back and how near it came, and what only this scenario can point out."""
    if review.kept:
        yield Heading(f"What {clean(review.person)} held back")
        yield Items(tuple(held_back(kept, review.person) for kept in review.kept))
    if review.points:
        yield Items(tuple(clean(point.sentence) for point in review.points))


def what_it_cost(review: Review) -> Iterator[Block]:
    """The costly moves, with what to try instead."""
    if review.costs:
        yield Heading("What it cost")
        yield Items(tuple(clean(f"Turn {moment.turn}: {moment.sentence}") for moment in review.costs))


def read_differently(review: Review) -> Iterator[Block]:
    """What people read otherwise than the scorer, and what trainers wrote."""
    if review.corrections:
        yield Heading("Read differently")
        if any(MARKED in one for one in review.corrections):
            yield Para("Findings and counts are as the trainer marked them; what the scorer had read stands here.")
        yield Items(tuple(map(clean, review.corrections)))
    if review.remarks:
        yield Heading("What the trainer wrote")
        yield Items(tuple(map(clean, review.remarks)))


def _moment(moment: Moment, person: str) -> Iterator[Block]:
    if moment.said:
        yield Said(clean(person), clean(moment.said))
    if moment.quote:
        yield Said("You", clean(moment.quote), mine=True)
    yield Para(clean(moment.sentence))
    if moment.answer:
        yield Said(clean(person), clean(moment.answer))


def chances_used(review: Review) -> Iterator[Block]:
    """Chances, used or not."""
    if not review.chances:
        return
    used = sum(1 for chance in review.chances if chance.used)
    yield Heading(f"Chances used: {used} of {len(review.chances)}")
    rows = tuple(
        (
            str(chance.turn),
            clean(STATE_WORDS.get(chance.moment, chance.moment)),
            " or ".join(PLAIN.get(skill, skill) for skill in chance.skills),
            credited(chance.used, chance.credit, chance.skills),
        )
        for chance in review.chances
    )
    yield Table(("turn", "moment", "what would have helped", "used"), rows)
    yield from flashes(review)


def flashes(review: Review) -> Iterator[Block]:
    """How many of the short shows of feeling were named."""
    if review.flashes_shown:
        yield Para(f"Flashes noticed: {review.flashes_noticed} of {review.flashes_shown}. {FLASH}")


def credited(used: str, credit: float, wanted: Sequence[str] = ()) -> str:
    """How a chance was used, and when; a move that was not *wanted* and helped is said to have done so."""
    if not used:
        return "no"
    return f"{PLAIN.get(used, used)}, {way(used, credit, wanted)}"


def way(used: str, credit: float, wanted: Sequence[str] = ()) -> str:
    """How a chance was *used*, without the move."""
    if wanted and used not in wanted:
        return AS_WELL
    return {1.0: "at once", 0.6: "a turn later"}.get(credit, "with a sting in it")


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
    parts = [f'{PLAIN[f.skill]}: "{clean(quote(f, line.text))}"{_marked(f)}' for f in line.findings]
    parts += [f'{clean(mark_words(mark.skill))}: "{clean(quote(mark, line.text))}"' for mark in line.marks]
    return "; ".join([*parts, *(clean(note) for note in line.notes)])


def _marked(finding: Finding) -> str:
    return " (marked by hand)" if finding.rule == BY_HAND else ""


def numbers(review: Review) -> Iterator[Block]:
    """The counts, and what they were read with."""
    card = review.scorecard
    yield Heading("Counts, for those who want them")
    rows = tuple(
        (PLAIN[one.skill], str(one.used), of_chances(one), ", ".join(map(str, one.turns)))
        for one in (*card.skills, *card.costs)
        if one.used or one.chances
    )
    yield Table(("what", "times", "chances", "turns"), rows)
    steps = ", ".join(_step(name, turns, card) for name, turns in card.steps)
    yield Para(f"Steps covered: {steps}.")
    if card.reflections_to_questions is not None:
        yield Para(
            f"Reflections to questions: {card.reflections_to_questions:g} to 1 (1 is fair and 2 good, by the counts "
            f"used in counselling). {_open(card)}"
        )
    if review.coached:
        yield Para(f"Played with the coach, so help came unasked: {review.hints} hints.")
    elif review.hints:
        yield Para(f"Hints asked for: {review.hints}.")
    yield Para(f"Overall, about the words and not about you: {card.overall} of 100{_taken_off(card)}.", quiet=True)
    if review.source:
        kept = f" Kept as {review.session}." if review.session else ""
        yield Para(clean(f"Read from a file: {review.source}.{kept}"), quiet=True)
    else:
        session = f"Session {review.session}, level" if review.session else "Level"  # none where words are left out
        yield Para(clean(f"{session} {review.level}, seed {review.seed}."), quiet=True)
    made = [f"Scenario {review.digest}."] * bool(review.digest and not review.source)
    made += [f"Rules {review.rules}."] * bool(review.rules)
    if made:
        yield Para(clean(" ".join(made)), quiet=True)


def _step(name: str, turns: tuple[int, ...], card: Scorecard) -> str:
    """A step with its turns; where it is covered by plans, in how many of them something was summed up."""
    if not turns:
        return f"{STEP_WORDS.get(name, name)} (not yet)"
    said = f"{len(turns)} turn{'s' * (len(turns) != 1)}"
    if name == "summarize":
        summed = next((one.used for one in card.skills if one.skill == "summarizing"), 0)
        said += f", summing up in {summed or 'none'} of them"
    return f"{STEP_WORDS.get(name, name)} ({said})"


def _open(card: Scorecard) -> str:
    """The share of open questions among all that were asked."""
    share = round(100 * (card.open_share or 0))
    return f"Share of open questions, of all that were asked: {share} per cent."


_TAKEN_OFF = {
    "costs": "the moves that cost",
    "stuffing": "moves crowded into few words, or the same words again",
    "interrogation": "turns of questions in a row with nothing said back",
    "sorry again": "one sorry after another",
    "nothing is raised": "the matter itself, of which no fact, no view of yours and no expectation was heard",
}


def _taken_off(card: Scorecard) -> str:
    """What the overall number was lowered for, where that is a point or more."""
    lowered = [(name, -round(points)) for name, points in card.parts if name in _TAKEN_OFF and points <= -1]
    listed = "; ".join(f"{points} for {_TAKEN_OFF[name]}" for name, points in lowered)
    return f", taken off: {listed}" if listed else ""


def of_chances(one: SkillCount) -> str:
    """The credit of a skill's chances: "1.6 of 3 (53 %)"."""
    if not one.chances:
        return "–"
    percent = f" ({one.percent} %)" if one.percent is not None else ""
    return f"{one.credited:g} of {one.chances}{percent}"


__all__ = [
    "FATES",
    "MARKED",
    "Block",
    "Heading",
    "Items",
    "Para",
    "Said",
    "Table",
    "counts",
    "credited",
    "document",
    "of_chances",
]
