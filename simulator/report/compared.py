"""A Comparison as blocks: a table, what changed from the first to the best, and where they part."""

from collections.abc import Iterator

from scoring.vocabulary import PLAIN
from simulator.cleaning import clean
from simulator.report.blocks import Block, Heading, Items, Para, Table
from simulator.report.comparing import Column, Comparison
from simulator.report.parting import METERS, gathered, side_by_side


def compared(found: Comparison) -> Iterator[Block]:
    """The blocks of *found*."""
    columns = found.columns
    yield Heading("Side by side", 1)
    yield Items(tuple(about(one, found) for one in columns))
    yield Table(("", *(one.name for one in columns)), tuple(rows(columns)))
    for remark in found.remarks:
        yield Para(remark, quiet=True)
    if found.best == found.first:
        yield Para("The first is the best of them.")
    else:
        first, best = columns[found.first].name, columns[found.best].name
        yield Heading(f"What changed: {first}, the first, against {best}, the best")
        head = ("what", first, best, "")
        yield Table(head, tuple((one.what, one.first, one.best, better(one.better)) for one in found.changes))
        new = tuple(only_in_the_best(found))
        if new:
            yield Para(f"New in {best}, in its words:")
            yield Items(new)
    told_of = any(one.stands for one in columns)
    if told_of and (len(columns) > 2 or found.parting is None):  # else where they part says the same
        yield Heading("State by state")
        yield Para(METERS)
        yield Table(("turn", *(one.name for one in columns)), tuple(state_by_state(columns)))
    if found.parting is not None:
        yield Heading("Where they part")
        yield from side_by_side(found.parting)
    for made in read_with(columns):
        yield Para(f"Read with {made}.", quiet=True)


def read_with(columns: tuple[Column, ...]) -> tuple[str, ...]:
    """With which scenario and which rules they were read: their digests, each pair once."""
    found = []
    for one in columns:
        parts = [f"scenario {one.digest}"] * bool(one.digest and one.scenario)
        parts += [f"rules {one.rules}"] * bool(one.rules)
        found.append(clean(", ".join(parts)))
    return tuple(dict.fromkeys(filter(None, found)))


def about(one: Column, found: Comparison) -> str:
    """What a conversation is called here, and where it comes from."""
    place = found.columns.index(one)
    notes = [*(["the first"] if place == found.first else []), *(["the best"] if place == found.best else [])]
    run = one.run
    if run.what_if:
        notes.append("a what-if")
    way = f", run {one.branch}" if one.branch else ""
    about = ", ".join(filter(None, [clean(one.title), clean(one.label), one.started[:10], *notes]))
    return f"{one.name}: {one.session}{way} ({about})"


def only_in_the_best(found: Comparison) -> Iterator[str]:
    """What helped in the best and was not heard in the first, each with its words."""
    first, best = found.columns[found.first], found.columns[found.best]
    there = {skill for skill, _ in first.skills}
    for skill, turn, words in best.words:
        if skill in dict(best.skills) and skill not in there:
            yield f'{PLAIN.get(skill, skill)}, turn {turn}: "{clean(words)}"'


def state_by_state(columns: tuple[Column, ...]) -> Iterator[tuple[str, ...]]:
    """A row for each turn: its number, and where the person stood after it in every one of *columns*; turns that are
    the same in all of them are one row."""
    places = range(max(len(one.stands) for one in columns))
    ways = [tuple(one.stands[place] if place < len(one.stands) else None for one in columns) for place in places]
    yield from gathered([(place + 1, stands) for place, stands in enumerate(ways)])


def better(is_so: bool | None) -> str:
    """A word for whether a change is for the better."""
    return {True: "better", False: "worse", None: ""}[is_so]


def rows(columns: tuple[Column, ...]) -> Iterator[tuple[str, ...]]:
    """What is counted, a row each: what it is, and then its value in every one of *columns*."""
    values = {
        "ending": lambda one: one.run.ending_title,
        "turns": lambda one: str(one.run.turns),
        "told": lambda one: _known(one.run.told),
        "told and heard": lambda one: _known(one.run.heard),
        "chances used": lambda one: f"{one.run.chances_used} of {one.run.chances}",
        "costly moves": lambda one: str(one.run.costs),
        "safety at the end": lambda one: _known(one.run.safety),
        "steps covered": lambda one: str(len(one.steps)),
        "reflections to questions": lambda one: _ratio(one.reflections_to_questions),
        "open questions": lambda one: f"{round(100 * one.open_share)} %" if one.open_share is not None else "–",
        "hints": lambda one: str(one.hints),
    }
    for what, value in values.items():
        yield (what, *map(value, columns))


def _known(value: int) -> str:
    return "–" if value < 0 else str(value)


def _ratio(value: float | None) -> str:
    return f"{value:g} to 1" if value is not None else "–"
