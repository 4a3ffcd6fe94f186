"""Readings under today's rules as blocks."""

from collections.abc import Iterator
from typing import Protocol

from simulator.cleaning import clean
from simulator.report.blocks import Block, Heading, Items, Para
from simulator.report.words import skill_words


class Difference(Protocol):
    """A skill of one turn that is read otherwise; see simulator.practice.rescoring."""

    turn: int
    kind: str
    skill: str
    quote: str
    rule: str
    because: str


def rescored(found) -> Iterator[Block]:
    """The blocks of rescorings, one part each."""
    for one in found:
        yield Heading(f"{clean(one.title)} ({one.session})", 2)
        then, now = (rules or "not known" for rules in (one.was_rules, one.now_rules))
        yield Para(f"Rules then: {then}; rules now: {now}.", quiet=True)
        if one.same:
            yield Para("Nothing is read otherwise.")
        else:
            yield Items(tuple(map(_said, one.differences)))
            was, now = ("{} of {}".format(*chances) for chances in (one.was_chances, one.now_chances))
            yield Para(f"Chances used: {was} then, {now} now. Overall: {one.was_overall} then, {one.now_overall} now.")
        if one.answers_from:
            yield Para(
                f"From turn {one.answers_from} on the same words would get another answer today. What was said "
                "stays as it was: `rehearse play` has it again."
            )


def _said(one: Difference) -> str:
    words = f'Turn {one.turn}, "{clean(one.quote)}": {skill_words(one.skill)}'
    if one.kind == "gained":
        return f"{words} is heard now, by {one.rule}."
    if one.kind == "moved":
        return f"{words} is heard in these words now, by {one.rule}."
    return f"{words} is no longer heard; then it was {one.rule}. Why: {clean(one.because)}."
