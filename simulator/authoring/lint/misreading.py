"""S24: misreadings that never begin, or that nobody can put right."""

from collections.abc import Iterator

from scoring import Spotter
from scoring.authored import Problem
from simulator.authoring.lint.case import Case

REPAIR = "contrasting"


def misreadings(case: Case) -> Iterator[Problem]:
    """Misreadings without a beginning, without a way to repair them, or whose model speaks to another fear."""
    begun = {placed.arc.misread for name in case.reached for placed in case.arcs[name]}
    for id, part in case.source.file.misreads.items():
        path = ("misreads", id)
        if not case.is_own((*path, "says")):  # a second talk may switch off a misreading of the first
            continue
        if id not in begun:
            message = f"the misreading '{id}' never begins; say under 'begins' in which states and at what"
            yield case.problem(path, "S24", message, key=True)
        if not part.words:
            message = f"no contrast can speak to '{id}'; give the 'words' of the fear, such as [process, hr, formal]"
            yield case.problem(path, "S24", message, key=True)
        elif not Spotter({id: part.words}).spot(part.model):
            message = f"the model for '{id}' has none of its 'words' of the fear in it, so it would not count in full"
            yield case.problem((*path, "model"), "S24", message)
    for state in case.scenario.states:
        if state.kind == "flash" and case.is_own(("states", state.name)) and not _repairs(case, state.name):
            message = f"no arc of '{state.name}' puts a misreading right; it needs one with 'say: repaired'"
            yield case.problem(("states", state.name), "S24", message, key=True)


def _repairs(case: Case, name: str) -> bool:
    return any(placed.arc.repaired for placed in case.arcs[name])
