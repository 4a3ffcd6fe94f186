"""S20 and S21: what no conversation comes to, and where a conversation gets stuck."""

from collections.abc import Iterator

from scoring.authored import Problem
from simulator.authoring.lint.case import Case, Path, Placed
from simulator.authoring.lint.holding import can_hold

_PLANS = ("agreed", "problem_solving", "shut_down")
"""Kinds of state in which a conversation can be brought to an end that means something."""


def unreachable(case: Case) -> Iterator[Problem]:
    """States, rules, hints and endings that no conversation comes to."""
    for name in case.source.file.states:
        if name not in case.reached and case.is_own(("states", name)):
            message = f"nothing leads to the state '{name}' here; give an arc 'to: {name}' or a fact 'then: {name}'"
            yield case.problem(("states", name), "S20", f"{message}, or take the state out", key=True)
    yield from _rules(case)
    yield from _facts(case)
    yield from _flashes(case)
    yield from _asked(case)
    yield from _endings(case)


def _rules(case: Case) -> Iterator[Problem]:
    """Rules and arcs of states that are reached, whose condition can't hold there."""
    placed = [p for where in ("enter", "replies", "calls_back") for p in case.rules(where)]
    for one in (*placed, *(arc for arcs in case.arcs.values() for arc in arcs)):
        if one.state not in case.reached or not case.is_own(one.path):
            continue
        why = _why_not(case, one)
        if why:
            yield case.problem(one.path, "S20", f"this can never come up: {why}; mend the condition or take it out")


def _why_not(case: Case, one: Placed) -> str:
    state = case.state(one.state)
    if one.arc is not None and one.arc.misread and not case.begins_somewhere(one.arc.misread):
        return f"no level has the misreading '{one.arc.misread}'"
    if not can_hold(case.scenario, one.when, state, arriving=one.arc is None):
        if one.arc is not None and one.when.from_:
            return "an arc is tried before the person has moved, and 'from' speaks of a move in the same turn"
        return "its condition can't hold here"
    if one.when.from_ and one.arc is None and case.comes_from(one.state).isdisjoint(one.when.from_):
        return f"nothing leads here from {' or '.join(one.when.from_)}"
    return ""


def _facts(case: Case) -> Iterator[Problem]:
    for id, part in case.source.file.facts.items():
        path: Path = ("facts", id, "cue")
        if not part.cue or not case.is_own(("facts", id)):
            continue
        if part.only_in:
            yield case.problem(path, "S20", f"'{id}' is told only in certain states, so its hints are never dropped")
        elif not part.cue_topics and not any(event.cue == id for event in case.scenario.events):
            yield case.problem(path, "S20", f"the hints of '{id}' are never dropped; name topics under 'cue_topics'")


def _flashes(case: Case) -> Iterator[Problem]:
    for flash in case.scenario.flashes:
        path: Path = ("flashes", flash.id)
        where = case.reached.intersection(flash.when.state or case.reached)
        seen = any(can_hold(case.scenario, flash.when, case.state(name)) for name in where)
        if not seen and case.is_own((*path, "show")):  # a second talk may switch off a flash of the first
            yield case.problem(path, "S20", f"the flash '{flash.id}' is never shown; mend its condition", key=True)


def _asked(case: Case) -> Iterator[Problem]:
    """Answers to concrete questions whose condition can't hold in any state."""
    for asked in case.scenario.asked:
        for index, rule in enumerate(asked.answers):
            path: Path = ("asked", asked.id, "answers", index)
            where = case.reached.intersection(rule.when.state or case.reached)
            if case.is_own(path) and not any(can_hold(case.scenario, rule.when, case.state(name)) for name in where):
                yield case.problem(path, "S20", "this is never said: its condition can't hold; mend it or take it out")


def _endings(case: Case) -> Iterator[Problem]:
    by_arc = {arc.arc.end for name in case.reached for arc in case.arcs[name]}
    for ending in case.scenario.endings:
        fits = ending.when is not None and can_hold(case.scenario, ending.when)
        fits = fits and (not ending.when.state or not case.reached.isdisjoint(ending.when.state))
        if not fits and ending.id not in by_arc:
            role = "; 'deepest' and 'heavy' under roles say which facts it asks for" if ending.when else ""
            yield case.problem(("endings", ending.id), "S20", f"no talk can end as '{ending.id}'{role}", key=True)


def stuck(case: Case) -> Iterator[Problem]:
    """States that lead to no ending but the end of the time."""
    ends = {name for name in case.reached if any(arc.arc.end for arc in case.arcs[name])}
    ends |= {name for name in case.reached if case.state(name).kind in _PLANS}
    for name in case.source.file.states:
        if name in case.reached and case.is_own(("states", name)) and ends.isdisjoint(case.from_here(name)):
            message = f"from '{name}' no ending can be reached but the end of the time; give it an arc that leads on"
            yield case.problem(("states", name), "S21", message, key=True)
