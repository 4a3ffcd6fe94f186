"""A Comparison as blocks: a table, what changed from the first to the best, and where they part."""

from collections.abc import Iterator

from simulator.cleaning import clean
from simulator.report.blocks import Block, Heading, Items, Para, Table
from simulator.report.comparing import Column, Comparison
from simulator.report.parting import side_by_side


def compared(found: Comparison) -> Iterator[Block]:
    """The blocks of *found*."""
    columns = found.columns
    yield Heading("Side by side", 1)
    yield Items(tuple(_about(one, found) for one in columns))
    yield Table(("", *(one.name for one in columns)), tuple(_rows(columns)))
    for remark in found.remarks:
        yield Para(remark, quiet=True)
    if found.best == found.first:
        yield Para("The first is the best of them.")
    else:
        first, best = columns[found.first].name, columns[found.best].name
        yield Heading(f"What changed: {first}, the first, against {best}, the best")
        head = ("what", first, best, "")
        yield Table(head, tuple((one.what, one.first, one.best, _better(one.better)) for one in found.changes))
    if found.parting is not None:
        yield Heading("Where they part")
        yield from side_by_side(found.parting)


def _about(one: Column, found: Comparison) -> str:
    place = found.columns.index(one)
    notes = [*(["the first"] if place == found.first else []), *(["the best"] if place == found.best else [])]
    run = one.run
    if run.what_if:
        notes.append("a what-if")
    way = f", run {one.branch}" if one.branch else ""
    about = ", ".join(filter(None, [clean(one.title), clean(one.label), one.started[:10], *notes]))
    return f"{one.name}: {one.session}{way} ({about})"


def _better(better: bool | None) -> str:
    return {True: "better", False: "worse", None: ""}[better]


def _rows(columns: tuple[Column, ...]) -> Iterator[tuple[str, ...]]:
    rows = {
        "ending": lambda one: one.run.ending_title,
        "turns": lambda one: str(one.run.turns),
        "told": lambda one: str(one.run.told),
        "told and heard": lambda one: str(one.run.heard),
        "chances used": lambda one: f"{one.run.chances_used} of {one.run.chances}",
        "costly moves": lambda one: str(one.run.costs),
        "trust at the end": lambda one: str(one.run.safety),
        "steps covered": lambda one: str(len(one.steps)),
        "reflections to questions": lambda one: _ratio(one.reflections_to_questions),
        "open questions": lambda one: f"{round(100 * one.open_share)} %" if one.open_share is not None else "–",
        "hints": lambda one: str(one.hints),
    }
    for what, value in rows.items():
        yield (what, *map(value, columns))


def _ratio(value: float | None) -> str:
    return f"{value:g} to 1" if value is not None else "–"
