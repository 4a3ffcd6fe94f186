"""The parts of a Review that stand beside what was heard, as blocks: own marking, preparation, the chair, the runs."""

from collections.abc import Iterator

from simulator.cleaning import clean
from simulator.report.blocks import Block, Heading, Items, Para, Said, Table
from simulator.report.holding import ASKED, IDEA, MOMENT, OPENNESS, ORDER, TOPIC
from simulator.report.lookback import Against, Chair, Inside, OwnMark, Reflection, Run
from simulator.report.review import Kept
from simulator.report.words import listed, lower, skill_words

FAR = 20  # points of openness from which something never came near
MOST_EXCHANGES = 5  # of the other's chair on a screen: more than that is read as the conversation once more

FATES = {
    "hidden": "not told", "cued": "hinted at, not told", "told": "told", "heard": "told, and heard",
    "dropped": "told, and not picked up",
}  # fmt: skip


def held_back(kept: Kept, person: str) -> str:
    """What became of something held back, and how near it came, in one line."""
    text, near = f"{clean(kept.title)}: {FATES[kept.fate]}", nearness(kept, person)
    return f"{text}. {near}" if near else text


def nearness(kept: Kept, person: str) -> str:
    """How near something untold came, as a sentence; '' for what was told."""
    if kept.fate not in ("hidden", "cued") or not kept.turn:
        return ""
    name = clean(person)
    if kept.because == OPENNESS:
        points = f"{kept.short} point{'s' * (kept.short != 1)} of openness"
        if kept.short >= FAR:
            return f"It never came near: at best, at turn {kept.turn}, {points} were missing."
        return f"It was nearest at turn {kept.turn}: {points} {'were' if kept.short != 1 else 'was'} missing."
    return {
        ORDER: f"From turn {kept.turn} {name} was open enough; something else has to be told before this.",
        TOPIC: f"{name} was open enough at turn {kept.turn}; the talk did not come near the subject.",
        MOMENT: f"It was near at turn {kept.turn}: {name} was open enough, and the moment passed.",
        ASKED: f"You asked {name} for a way out at turn {kept.turn}; it did not come out then.",
        IDEA: f"{name} says it when the two of you look for a way out together, and nothing else has to be said first.",
    }[kept.because]


def own_words(reflection: Reflection | None) -> Iterator[Block]:
    """What the user wrote before reading on."""
    if reflection and (reflection.plus or reflection.delta):
        yield Heading("What you said yourself")
        if reflection.plus:
            yield Para(f"Went well: {clean(reflection.plus)}")
        if reflection.delta:
            yield Para(f"Would do otherwise: {clean(reflection.delta)}")


def own_marks(reflection: Reflection | None) -> Iterator[Block]:
    """The user's own marking beside what was found."""
    if reflection and reflection.marks:
        yield Heading("Your ear and this one")
        yield Table(("turn", "you heard", "found here"), tuple(_own(mark) for mark in reflection.marks))
        yield Para(in_common(reflection))


def in_common(reflection: Reflection) -> str:
    """How much of what the user heard was found as well, as a sentence."""
    shared, own = (sum(map(len, found)) for found in zip(*((m.shared, m.own) for m in reflection.marks), strict=True))
    return f"{shared} of {own} of yours were found here as well."


def _own(mark: OwnMark) -> tuple[str, str, str]:
    own, found = (listed([skill_words(skill) for skill in skills]) or "nothing" for skills in (mark.own, mark.found))
    return str(mark.turn), own, found


def prepared(preparation: tuple[Against, ...]) -> Iterator[Block]:
    """What was prepared, and what came of it."""
    if not preparation:
        return
    yield Heading("What you prepared, and what happened")
    for one in preparation:
        yield Para(f'{one.title}, as you planned it: "{clean(one.planned)}"')
        happened = clean(one.happened)
        yield Para(f'{happened} "{clean(one.quote)}"' if one.quote else happened)


def prepared_in_short(preparation: tuple[Against, ...]) -> Iterator[Block]:
    """What was prepared and what came of it, an item each."""
    if preparation:
        yield Heading("What you prepared, and what happened")
        yield Items(tuple(_against(one) for one in preparation))


def _against(one: Against) -> str:
    quoted = f' "{clean(one.quote)}"' * bool(one.quote)
    return f'{one.title}, as you planned it: "{clean(one.planned)}"\n{clean(one.happened)}{quoted}'


def other_chair(chair: Chair | None, person: str) -> Iterator[Block]:
    """The conversation from their side."""
    if chair is None:
        return
    name = clean(person)
    yield from _chair(chair, name)
    for one in chair.exchanges:
        yield from _exchange(one, name)


def chair_in_short(chair: Chair | None, person: str, whole: str = "") -> Iterator[Block]:
    """The conversation from their side, the exchanges that moved them most; *whole* is the command that shows all."""
    if chair is None:
        return
    name = clean(person)
    yield from _chair(chair, name)
    most = sorted(chair.exchanges, key=lambda one: -one.moved)[:MOST_EXCHANGES]
    for one in sorted(most, key=lambda one: one.turn):
        yield from _exchange(one, name)
    if len(most) < len(chair.exchanges):
        rest = f" All of them:\n{whole}" if whole else ""
        yield Para(f"These are the {len(most)} of {len(chair.exchanges)} exchanges that moved {name} most.{rest}")


def _chair(chair: Chair, name: str) -> Iterator[Block]:
    yield Heading(f"{name}'s chair: the same conversation from the other side")
    if chair.wants:
        yield Para(f"What {name} wants: {clean(chair.wants)}")
    if chair.fears:
        yield Para(f"What {name} fears: {clean(chair.fears)}")


def _exchange(one: Inside, name: str) -> Iterator[Block]:
    yield Said(f"{one.turn}. They said", clean(one.heard) or "(nothing)")
    if one.inside:
        yield Para(clean(" ".join(one.inside)), quiet=True)
    yield Said(name, clean(one.said), mine=True)


def other_runs(runs: tuple[Run, ...], branch: int) -> Iterator[Block]:
    """All the ways through the session, the scored one and the best one named."""
    if len(runs) < 2:
        return
    yield Heading("The ways it went")
    head, *rows = table_of_runs(runs)
    yield Table(head, tuple(rows))
    best = next((run for run in runs if run.best), None)
    if best and best.branch != branch:
        yield Para(
            f"The run that is counted here is number {branch}. The best is number {best.branch}: "
            f"{lower(best.ending_title)}. `rehearse compare` sets them side by side."
        )


def table_of_runs(runs: tuple[Run, ...]) -> tuple[tuple[str, ...], ...]:
    """Runs as rows under a head."""
    return (("run", "ending", "turns", "told", "chances", "costs", "safety"), *map(_row, runs))


def _row(run: Run) -> tuple[str, ...]:
    notes = [f"from {run.parent} after {run.since}"] * bool(run.branch)
    notes += ["what-if"] * run.what_if + ["counted"] * run.scored + ["best"] * run.best
    name = f"{run.branch} ({', '.join(notes)})" if notes else str(run.branch)
    chances = f"{run.chances_used} of {run.chances}"
    return (name, run.ending_title, str(run.turns), str(run.told), chances, str(run.costs), str(run.safety))
