"""Conditions of a scenario, made into checks of a moment once and asked many times."""

import operator
from collections.abc import Callable

from simulator.persona.moment import Moment
from simulator.persona.scenario import Bound, Condition

Check = Callable[[Moment], bool]

_SIGNS = {">=": operator.ge, "<=": operator.le, ">": operator.gt, "<": operator.lt, "=": operator.eq}

# How much a part of a condition says. A skill outranks a topic: with the topic higher, a summary was answered about
# dates. Measured in play-tests of the method's sample; lists that ask for all count once a name.
_WEIGHT = {"skill": 4, "prev": 4, "mark": 4, "topic": 3, "flag": 3, "told": 3, "misread": 3}
STUNG = 3
"""Added when a rule speaks to a costly skill of this turn: people react to the sting."""


def check(condition: Condition) -> Check:
    """A function that says whether *condition* holds in a moment."""
    parts = tuple(_parts(condition))
    if not parts:
        return lambda moment: True
    if len(parts) == 1:
        return parts[0]

    def every(moment: Moment) -> bool:
        for part in parts:  # noqa: SIM110 - half the time of all(); this runs for every rule of a state in every turn
            if not part(moment):
                return False
        return True

    return every


def specificity(condition: Condition) -> int:
    """How special a condition is: the most special rule that fits gets to speak."""
    total = sum(weight for name, weight in _WEIGHT.items() if getattr(condition, name))
    total += 4 * len(condition.all) + 3 * len(condition.told_all) + 3 * len(condition.flags_all)
    singles = ("no_skill", "no_topic", "no_flag", "hidden", "state", "from_", "shape")
    return total + sum(1 for name in singles if getattr(condition, name)) + len(condition.bounds)


def _parts(c: Condition):
    """The checks of a condition, the cheap and choosy ones first."""
    if c.state:
        states = frozenset(c.state)
        yield lambda m: m.state in states
    if c.skill:
        skills = frozenset(c.skill)
        yield lambda m: not skills.isdisjoint(m.skills)
    if c.all:
        wanted = frozenset(c.all)
        yield lambda m: wanted <= m.skills
    if c.no_skill:
        unwanted = frozenset(c.no_skill)
        yield lambda m: unwanted.isdisjoint(m.skills)
    if c.topic:
        topics = frozenset(c.topic)
        yield lambda m: not topics.isdisjoint(m.topic_set)
    if c.no_topic:
        no_topics = frozenset(c.no_topic)
        yield lambda m: no_topics.isdisjoint(m.topic_set)
    if c.mark:
        marks = frozenset(c.mark)
        yield lambda m: not marks.isdisjoint(m.marks)
    if c.flag:
        flags = frozenset(c.flag)
        yield lambda m: not flags.isdisjoint(m.flags)
    if c.flags_all:
        all_flags = frozenset(c.flags_all)
        yield lambda m: all_flags <= m.flags
    if c.no_flag:
        no_flags = frozenset(c.no_flag)
        yield lambda m: no_flags.isdisjoint(m.flags)
    if c.told:
        told = frozenset(c.told)
        yield lambda m: not told.isdisjoint(m.facts)
    if c.told_all:
        all_told = c.told_all
        yield lambda m: all(id in m.facts for id in all_told)
    if c.hidden:
        hidden = frozenset(c.hidden)
        yield lambda m: hidden.isdisjoint(m.facts)
    if c.from_:
        sources = frozenset(c.from_)
        yield lambda m: m.from_ in sources
    if c.prev:
        tag = c.prev
        yield lambda m: m.prev == tag
    if c.misread:
        yield _misread(c.misread)
    if c.shape:
        shapes = frozenset(c.shape)
        yield lambda m: m.shape in shapes
    for bound in c.bounds:
        yield check_bound(bound)


def _misread(wanted: str) -> Check:
    if wanted == "active":
        return lambda m: bool(m.misread)
    if wanted == "none":
        return lambda m: not m.misread
    return lambda m: m.misread == wanted


def check_bound(bound: Bound) -> Check:
    """Whether a number of the person's keeps to *bound*; a mind at rest can be asked too."""
    compare, meter, value = _SIGNS[bound.sign], bound.meter, bound.value
    return lambda m: compare(getattr(m, meter), value)
