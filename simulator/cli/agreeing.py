"""`rehearse mark --agree`: how far trainers and the scorer agree, where they part, and what overrules the scorer."""

import sys
from collections.abc import Iterable, Iterator, Sequence

from simulator.cleaning import clean
from simulator.cli.faults import Refusal
from simulator.cli.kept import load_run
from simulator.conversation.labels import same, voices
from simulator.conversation.session import Session
from simulator.report.agreement import Agreement, Compared, Parting, comparisons
from simulator.report.corrections import readings, said_differently
from simulator.report.document import Block, Heading, Items, Para, Said, Table
from simulator.report.formats.terminal import write_blocks

Talk = tuple[Session, int]
"""A session, and the number of one of its runs."""

THIN = 30
"""Below so many turns a figure moves much with every single one, and that is said."""


def show(names: Sequence[str], by: str | None) -> None:
    """Writes the agreement over the sessions called *names*; with *by*, only that of one trainer. Raises Refusal."""
    talks = list({(one[0].header.id, one[1]): one for one in map(load_run, names)}.values())
    _refuse_the_blind(talks, by)
    found = comparisons(talks)
    if by is not None:
        name = by or "the trainer"
        found = tuple(one for one in found if same(one.first, name) or same(one.second, name))
    write_blocks(_blocks(found, talks), sys.stdout)


def _refuse_the_blind(talks: Sequence[Talk], by: str | None) -> None:
    """Whoever is still marking blind is not shown what the scorer found."""
    mine = [
        (session, branch, one) for session, branch in talks for one in voices(session) if by is None or same(one.by, by)
    ]
    blind = [one for one in mine if not one[2].closed(one[1])]
    if not mine:
        who = f" by '{by}'" if by else ""
        raise Refusal(f"Nothing is marked{who} yet; `rehearse mark {talks[0][0].header.id}` begins.")
    if len(blind) == len(mine) or (by is not None and blind):
        session, branch, one = blind[0]
        turns = sum(not turn.aside for turn in session.turns(branch))
        raise Refusal(
            f"The blind phase of {session.header.id} is not closed ({len(one.judged)} of {turns} turns are marked); "
            f"`rehearse mark {session.header.id}{f' --by {one.by!r}' if one.by else ''}` goes on, and closes it."
        )


def _blocks(found: Iterable[Compared], talks: Sequence[Talk]) -> Iterator[Block]:
    several = len(talks) > 1
    yield Heading(f"Agreement: {f'{len(talks)} sessions' if several else clean(talks[0][0].header.title)}", 1)
    blind = [one.name for session, branch in talks for one in voices(session) if not one.closed(branch)]
    if blind:
        yield Para(f"Still marking blind, and left out: {clean(', '.join(dict.fromkeys(blind)))}.", quiet=True)
    for one in found:
        yield from _compared(one, several)
    for session, branch in talks:
        yield from _in_force(session, branch, several)


def _compared(one: Compared, several: bool) -> Iterator[Block]:
    first, second = clean(one.first), clean(one.second)
    yield Heading(f"{first[:1].upper()}{first[1:]} and {second}: {one.turns} turns that both have read")
    if one.skills:
        head = ("skill", "turns", "both", first, second, "agree", "kappa")
        together = [("all together", *_figures(one.together))] if len(one.skills) > 1 else []
        yield Table(head, (*((row.skill.replace("_", " "), *_figures(row)) for row in one.skills), *together))
    yield Para(
        "Kappa (Cohen's) is 1 where they always agree and 0 where they agree as often as chance would have it; "
        "a dash where chance alone would agree always."
        + (f" With fewer than {THIN} turns, read the words rather than the figure." if one.turns < THIN else ""),
        quiet=True,
    )
    if one.partings:
        yield Heading(f"Where {first} and {second} part")
        for parting in one.partings:
            yield from _parting(parting, several)


def _figures(row: Agreement) -> tuple[str, ...]:
    kappa = "–" if row.kappa is None else f"{row.kappa:.2f}"
    return (str(row.turns), str(row.both), str(row.first), str(row.second), f"{100 * row.share:.0f} %", kappa)


def _parting(one: Parting, several: bool) -> Iterator[Block]:
    where = f"{one.session}, turn {one.turn}" if several else f"Turn {one.turn}"
    yield Said(clean(where), clean(one.text) or "(silence)", mine=True)
    words = f' in "{clean(one.words)}"' if one.words else ""
    heard_by = clean(one.heard_by)
    yield Para(
        f"{heard_by[:1].upper()}{heard_by[1:]} heard {one.skill.replace('_', ' ')}{words}; {clean(one.not_by)} did not."
    )


def _in_force(session: Session, branch: int, several: bool) -> Iterator[Block]:
    heard = {turn.number: turn.detection for turn in session.read(branch) if not turn.aside}
    said = tuple(clean(said_differently(read, heard[read.turn])) for read in readings(session, branch))
    yield Heading(f"In force in the review of {session.header.id}" if several else "In force in the review")
    yield Items(said) if said else Para("The scorer's readings stand as they are.")
