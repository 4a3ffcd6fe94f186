"""S22: what is never used, because something that stands before it always fits first."""

from collections.abc import Iterator
from dataclasses import dataclass

from scoring.authored import Problem, find
from simulator.authoring.lint.case import Case, Path, Placed
from simulator.authoring.lint.holding import implies
from simulator.persona.conditions import STUNG, specificity
from simulator.persona.scenario import Condition, State


@dataclass(frozen=True, slots=True)
class _Row:
    path: Path
    when: Condition


def shadowed(case: Case) -> Iterator[Problem]:
    """Arcs, effects, endings and ways of telling that an earlier one always comes before."""
    for name, arcs in case.arcs.items():
        if name in case.reached:
            yield from _arcs(case, case.state(name), arcs)
    for skill, rows in case.source.file.effects.items():
        yield from _in_order(case, _placed(case, rows, ("effects", skill)))
    endings = [_Row(("endings", e.id), e.when) for e in case.scenario.endings if e.when is not None]
    yield from _in_order(case, endings)
    for id, part in case.source.file.facts.items():
        yield from _in_order(case, _by_rank(case, _placed(case, part.tell, ("facts", id, "tell"))))


def _arcs(case: Case, state: State, arcs: tuple[Placed, ...]) -> Iterator[Problem]:
    """An easier level may close the arc of a misreading; such an arc hides nothing."""
    for place, later in enumerate(arcs):
        if not case.is_own(later.path):
            continue
        for earlier in arcs[:place]:
            always = not earlier.arc.misread or _on_every_level(case, earlier.arc.misread)
            if always and implies(later.when, earlier.when, state):
                yield _told(case, later.path, earlier.path)
                break


def _on_every_level(case: Case, misread: str) -> bool:
    return all(level.misreads is None or misread in level.misreads for level in case.scenario.levels)


def _in_order(case: Case, rows: list[_Row]) -> Iterator[Problem]:
    for place, later in enumerate(rows):
        if not case.is_own(later.path):
            continue
        earlier = next((row for row in rows[:place] if implies(later.when, row.when)), None)
        if earlier is not None:
            yield _told(case, later.path, earlier.path)


def _placed(case: Case, rows, path: Path) -> list[_Row]:
    found = []
    for index, row in enumerate(rows):
        when = case.make.when(row.if_, (*path, index))
        if when is not None:
            found.append(_Row((*path, index), when))
    return found


def _by_rank(case: Case, rows: list[_Row]) -> list[_Row]:
    """Ways of telling are tried by how special they are; a fact is told once, so the rest is never said."""
    costly = set(case.scenario.penalised)
    return sorted(rows, key=lambda row: -(specificity(row.when) + STUNG * bool(costly.intersection(row.when.skill))))


def _told(case: Case, later: Path, earlier: Path) -> Problem:
    first = find(case.source.tree, earlier)
    where = f"line {first.line}" if first.path == case.own else f"{first.path}:{first.line}"
    message = f"this is never used: whenever it fits, {where} fits too and comes first; move it up, or narrow that one"
    return case.problem(later, "S22", message)
