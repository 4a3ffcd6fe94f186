"""Conditions compared: whether one can hold at all, and whether one holds whenever another does.

Both answer on the safe side: what can't be decided from the words alone can hold, and nothing follows from it.
"""

from collections.abc import Iterable

from simulator.authoring.names import NOBODY
from simulator.persona.heard import SILENCE
from simulator.persona.scenario import Bound, Condition, Scenario, State

_MOST = {"safety": 100, "heat": 100, "openness": 100, "patience": 160}


def can_hold(scenario: Scenario, when: Condition, state: State | None = None, *, arriving: bool = True) -> bool:
    """Whether *when* can hold in *state* (anywhere without one). *arriving*: also in the turn that led there."""
    if _contradicts_itself(when) or not _bounds_meet(when.bounds, scenario.max_turns):
        return False
    if any(_missing(names) for names in (when.topic, when.told, when.state, when.from_)) or NOBODY in when.told_all:
        return False
    if when.from_ and not arriving:
        return False
    if state is None:
        return True
    if when.state and state.name not in when.state:
        return False
    if when.misread == "none":
        return state.kind != "flash"
    return not when.misread or state.kind == "flash"


def _contradicts_itself(c: Condition) -> bool:
    no_skill, no_flag = set(c.no_skill), set(c.no_flag)
    return (
        _only(c.skill, no_skill)
        or not no_skill.isdisjoint(c.all)
        or _only(c.topic, set(c.no_topic))
        or _only(c.flag, no_flag)
        or not no_flag.isdisjoint(c.flags_all)
        or _only(c.told, set(c.hidden))
        or not (set(c.told_all) - {NOBODY}).isdisjoint(c.hidden)
        or (SILENCE in c.all and len(c.all) > 1)
    )


def _only(wanted: Iterable[str], refused: set[str]) -> bool:
    wanted = set(wanted)
    return bool(wanted) and wanted <= refused


def _missing(names: tuple[str, ...]) -> bool:
    return bool(names) and set(names) == {NOBODY}


def _bounds_meet(bounds: tuple[Bound, ...], most_turns: int) -> bool:
    for meter in {bound.meter for bound in bounds}:
        low, high = _span([b for b in bounds if b.meter == meter])
        most = _MOST.get(meter, most_turns)
        if max(low, -100 if meter in ("openness", "patience") else 0) > min(high, most):
            return False
    return True


def _span(bounds: Iterable[Bound]) -> tuple[int, int]:
    """The lowest and the highest whole number that all *bounds* allow."""
    low, high = -1_000, 1_000
    for bound in bounds:
        low = max(low, {">=": bound.value, ">": bound.value + 1, "=": bound.value}.get(bound.sign, low))
        high = min(high, {"<=": bound.value, "<": bound.value - 1, "=": bound.value}.get(bound.sign, high))
    return low, high


def implies(strong: Condition, weak: Condition, state: State | None = None) -> bool:
    """Whether *weak* holds whenever *strong* does, both asked in *state*."""
    in_flash = state is not None and state.kind == "flash"
    return (
        _any_of(strong.skill, strong.all, weak.skill)
        and _all_of(strong.skill, strong.all, weak.all)
        and set(weak.no_skill) <= set(strong.no_skill)
        and _any_of(strong.mark, (), weak.mark)
        and _any_of(strong.topic, (), weak.topic)
        and set(weak.no_topic) <= set(strong.no_topic)
        and _any_of(strong.flag, strong.flags_all, weak.flag)
        and _all_of(strong.flag, strong.flags_all, weak.flags_all)
        and set(weak.no_flag) <= set(strong.no_flag)
        and _any_of(strong.told, strong.told_all, weak.told)
        and _all_of(strong.told, strong.told_all, weak.told_all)
        and set(weak.hidden) <= set(strong.hidden)
        and (_any_of(strong.state, (), weak.state) or (state is not None and state.name in weak.state))
        and _any_of(strong.from_, (), weak.from_)
        and weak.prev in ("", strong.prev)
        and (weak.misread in ("", strong.misread) or (weak.misread == "active" and (in_flash or _named(strong))))
        and _any_of(strong.shape, (), weak.shape)
        and all(_implied(bound, strong.bounds) for bound in weak.bounds)
    )


def _named(condition: Condition) -> bool:
    return condition.misread not in ("", "none")


def _any_of(some: tuple[str, ...], every: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether one of *wanted* is there for certain, when one of *some* and all of *every* are."""
    return not wanted or (bool(some) and set(some) <= set(wanted)) or not set(every).isdisjoint(wanted)


def _all_of(some: tuple[str, ...], every: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    certain = {*every, *(some if len(some) == 1 else ())}
    return set(wanted) <= certain


def _implied(weak: Bound, strong: tuple[Bound, ...]) -> bool:
    low, high = _span([bound for bound in strong if bound.meter == weak.meter])
    least, most = _span([weak])
    return least <= low and high <= most
