"""A preparation as blocks to read or print: what was answered, and where the lines stand."""

from collections.abc import Iterator
from datetime import date

from simulator.cleaning import clean
from simulator.persona.scenario import Scenario
from simulator.practice.checks import lines, remarks, stances
from simulator.practice.preparation import Preparation
from simulator.practice.stance import bar, stance
from simulator.practice.worksheet import FACTS, LINES, SECTIONS, TICKS, TURNED, Field, named
from simulator.report.document import Block, Heading, Items, Para


def sheet(preparation: Preparation, scenario: Scenario, today: date, *, checked: bool = True) -> Iterator[Block]:
    """The blocks of a *preparation* for the conversation of *scenario*; the remarks too where it is *checked*."""
    title, name = scenario.title, scenario.persona.name
    yield Heading(clean(f"Prepared: {title}"), 1)
    if preparation.written:
        yield Para(f"Written {preparation.written}.", quiet=True)
    if not preparation.answered:
        yield Para("Nothing is written yet.")
    for section in SECTIONS:
        there = [field for field in section.fields if getattr(preparation, field.name)]
        if there:
            yield Heading(section.title)
            for field in there:
                yield from _answer(field, preparation, name)
                if checked:
                    yield from _remarked(field, preparation, today, scenario.brief.facts)
    if checked:
        yield from standing(preparation)


def _answer(field: Field, one: Preparation, name: str) -> Iterator[Block]:
    value = getattr(one, field.name)
    heading = clean(named(field.heading, name))
    heading = heading if heading.endswith("?") else f"{heading}:"
    if field.form == TICKS:
        about = dict(field.choices)
        items = [about.get(key, key) for key in value]
    elif field.form == TURNED:
        items = [f"{turned.assumption} -> {turned.question or '(no question yet)'}" for turned in value]
    elif field.form in (LINES, FACTS):
        items = list(value)
    else:
        items = []
    if items:
        yield Para(heading)
        yield Items(tuple(map(clean, items)))
    else:
        yield Para(clean(f"{heading} {value}"))


def _remarked(field: Field, one: Preparation, today: date, evidence: tuple[str, ...]) -> Iterator[Block]:
    found = [remark.text for remark in remarks(field.name, one, today, evidence) if not remark.fine]
    if found:
        yield Para(clean(" ".join(found)), quiet=True)


def standing(one: Preparation) -> Iterator[Block]:
    """Where the lines that are meant to be said stand between humility and arrogance."""
    said = lines(one)
    if said:
        yield Heading("Between humility and arrogance")
        yield Para(bar(stance(line) for line in said))
        leaning = stances(one)
        if leaning:
            yield Items(tuple(clean(f"'{line}' stands {where}") for line, where in leaning))
        else:
            yield Para("Every line that you mean to say stands in the middle.")
    if one.answered and one.winged:
        yield Para("There is no purpose and no fact in the plan yet; without them it is winging it.", quiet=True)
