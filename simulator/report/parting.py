"""Two ways through the same conversation, side by side: where they part, state by state and turn by turn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from simulator.cleaning import clean
from simulator.conversation.turn import Finish, Turn
from simulator.persona.scenario import Scenario
from simulator.report import sentences
from simulator.report.blocks import Block, Heading, Items, Para, Said, Table
from simulator.report.inside import events
from simulator.report.veiling import veiled
from simulator.report.words import short


@dataclass(frozen=True, slots=True)
class Stand:
    """One turn of one way, and how the person stood after it. *text* is '' for silence."""

    text: str
    reply: str
    state: str
    safety: int
    heat: int
    told: tuple[str, ...]
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """Turn *number* on both ways; None where a way was over by then."""

    number: int
    was: Stand | None
    now: Stand | None

    @property
    def same(self) -> bool:
        """Whether nothing is different: the words, the answer and the person."""
        return self.was == self.now

    @property
    def answered_alike(self) -> bool:
        """Whether the person said the same."""
        return self.was is not None and self.now is not None and self.was.reply == self.now.reply


@dataclass(frozen=True, slots=True)
class Parting:
    """Two ways. *parts* is the number of the first turn that is not the same on both, 0 where all are."""

    person: str
    steps: tuple[Step, ...]
    was_ending: str
    now_ending: str
    was_title: str
    now_title: str
    names: tuple[str, str] = ("as it was", "what if")

    @property
    def parts(self) -> int:
        """Where they part."""
        return next((step.number for step in self.steps if not step.same), 0)


def parting(
    was: list[Turn],
    now: list[Turn],
    finishes: tuple[Finish | None, Finish | None],
    scenario: Scenario,
    names: tuple[str, str] = ("as it was", "what if"),
) -> Parting:
    """The two ways *was* and *now* beside each other."""
    scenario = veiled(scenario, {fact for turn in (*was[-1:], *now[-1:]) for fact in turn.mind.told})
    first, second = ([turn for turn in turns if not turn.aside] for turns in (was, now))
    steps = []
    for place in range(max(len(first), len(second))):
        pair = [_stand(turns[place], scenario) if place < len(turns) else None for turns in (first, second)]
        steps.append(Step(place + 1, *pair))
    endings = [finish.ending if finish else "" for finish in finishes]
    titles = [_title(ending) for ending in endings]
    return Parting(scenario.persona.name, tuple(steps), *endings, *titles, names)


def _stand(turn: Turn, scenario: Scenario) -> Stand:
    mind = turn.mind
    return Stand(
        turn.text, turn.reply, turn.reaction.after, mind.safety, mind.heat, mind.told, tuple(events(turn, scenario))
    )


def _title(ending: str) -> str:
    return sentences.ENDING_TITLES.get(ending, ending.replace("_", " ")) if ending else "Not finished"


# ---------------------------------------------------------------------------------------------------------------------
# As blocks
# ---------------------------------------------------------------------------------------------------------------------


def side_by_side(found: Parting) -> Iterator[Block]:
    """The blocks of two ways: the table of states, then the turns at which they are not the same."""
    was, now = found.names
    if not found.parts:
        yield Para("Nothing is different: the same words, the same answers.")
        return
    yield Para(same_until(found.parts) + METERS)
    rows = tuple(rows_of([step for step in after(found) if step.was and step.now]))
    if rows:
        yield Table(("turn", was, now, "answer"), rows)
    if any(_old_words(step) for step in after(found)[1:]):
        yield Para(OLD_WORDS, quiet=True)
    for step in [step for step in after(found) if step.was and step.now]:
        if not step.answered_alike:
            yield from _turn(step, found)
    yield from _alone(found)
    yield Heading("How it ends")
    yield Items((f"{was}: {found.was_title}", f"{now}: {found.now_title}"))


def _old_words(step: Step) -> bool:
    """Whether the words of *step* were typed to another answer than the one they meet here."""
    return step.was is not None and step.now is not None and step.was.text == step.now.text and not step.answered_alike


def _alone(found: Parting) -> Iterator[Block]:
    """That one way went on when the other was over; what was said there stands in its own review."""
    rest = [step for step in found.steps if not (step.was and step.now)]
    if rest:
        over, on = found.names if rest[0].was is None else reversed(found.names)
        more = f"{len(rest)} more turn{'s' * (len(rest) != 1)}"
        yield Para(f"{over}: the conversation was over. {on}: {more}.")


SAME = "the same"
OLD_WORDS = (
    "From there on your words are those of the first conversation. They were typed to other answers, so some no longer "
    "fit what they meet. To go on in new words, say that turn again in `rehearse debrief`, or /rewind while you play."
)
METERS = "Beside each state, safety and heat after the turn, 0 to 100."


def same_until(parts: int) -> str:
    """What is the same where two ways part at turn *parts*, as a sentence with a space after it; '' for nothing."""
    before = parts - 1
    return {0: "", 1: "Turn 1 is the same. "}.get(before, f"Turns 1 to {before} are the same. ")


def after(found: Parting) -> list[Step]:
    """The turns from where the two part."""
    return [step for step in found.steps if found.parts and step.number >= found.parts]


def rows_of(steps: Sequence[Step]) -> Iterator[tuple[str, ...]]:
    """A row for each of *steps*: its number, the two states, the answer."""
    ways = [(step.number, (step.was, step.now)) for step in steps]
    alike = {str(step.number): step.answered_alike for step in steps}
    for row in gathered(ways):
        same = alike.get(row[0], True)  # turns in a row are only gathered where nothing in them is different
        yield (*row, SAME if same else "another")


def gathered(turns: Sequence[tuple[int, tuple[Stand | None, ...]]]) -> Iterator[tuple[str, ...]]:
    """Rows of states, one for each of the numbered *turns*; those that are the same on every way are told once, and as
    one row where there are several of them one after another."""
    for same, group in groupby(turns, key=lambda turn: all(stand == turn[1][0] for stand in turn[1])):
        row = list(group)
        if not same:
            yield from ((str(number), *map(where, stands)) for number, stands in row)
            continue
        (first, stands), (last, (ended, *_)) = row[0], row[-1]
        number = str(first) if first == last else f"{first} to {last}"
        way = list(dict.fromkeys((where(stands[0]), where(ended))))
        yield (number, " to ".join(way), *(SAME for _ in stands[1:]))


def where(one: Stand | None) -> str:
    """The state, and safety and heat after it."""
    if one is None:
        return "over"
    return f"{clean(sentences.STATE_WORDS.get(one.state, one.state.replace('_', ' ')))} ({one.safety}, {one.heat})"


def _turn(step: Step, found: Parting) -> Iterator[Block]:
    yield Heading(f"Turn {step.number}")
    same_words = step.was is not None and step.now is not None and step.was.text == step.now.text
    if same_words:
        yield Said("You", _words(step.was.text), mine=True)
    for name, one in zip(found.names, (step.was, step.now), strict=True):
        if not same_words:
            yield Said(f"You, {name}", _words(one.text), mine=True)
        yield Said(f"{clean(found.person)}, {name}", clean(one.reply))
        if one.events:
            yield Para(f"({clean('; '.join(one.events))})", quiet=True)


def _words(text: str) -> str:
    return clean(short(text, 240)) or "(silence)"
