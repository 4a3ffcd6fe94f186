"""Looks for what is wrong with a scenario that can be played: what is never reached, never told, never heard.

Each check is a function from a case to problems. Findings stand where the fault is written; what belongs to another
layer is found when that layer is examined.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from scoring.authored import Problem
from simulator.authoring.lint.aboutthem import ABOUT_THEM, written_about
from simulator.authoring.lint.affordable import never_told
from simulator.authoring.lint.case import Case
from simulator.authoring.lint.misreading import misreadings
from simulator.authoring.lint.models import unheard
from simulator.authoring.lint.pools import too_small
from simulator.authoring.lint.reaching import stuck, unreachable
from simulator.authoring.lint.repeats import repeated
from simulator.authoring.lint.secondtalks import found_by_name
from simulator.authoring.lint.shadowed import shadowed
from simulator.authoring.lint.standing import form_of, is_part, situations_on, standing_on
from simulator.authoring.lint.walking import failing
from simulator.authoring.load import load_with_source
from simulator.authoring.shelf import shown

Check = Callable[[Case], Iterator[Problem]]

CHECKS: dict[str, tuple[Check, str]] = {
    "S20": (unreachable, "a state, rule, hint, flash or ending that no conversation comes to"),
    "S21": (stuck, "a state from which no ending can be reached"),
    "S22": (shadowed, "an arc, effect, ending or telling that an earlier one always comes before"),
    "S23": (never_told, "a fact that is never told, or not at a price that safety can reach"),
    "S24": (misreadings, "a misreading without a beginning or a repair"),
    "S25": (unheard, "a model answer in which the ear doesn't hear its own skill"),
    "S26": (too_small, "too few lines for the turns that are spent in a state"),
    "S27": (repeated, "a line that stands in two places"),
    "S28": (found_by_name, "a file that isn't found by its name, or a second talk without its first"),
    "S29": (failing, "a walkthrough that doesn't go as it says"),
    ABOUT_THEM: (written_about, "a telling or a misreading that is written about the person, not by them"),
}
"""Every check by the code of its findings, and what it finds."""

_OF_PARTS = ("S20", "S21", "S22", "S24", "S25", "S27")
"""Checks that say something about a layer on its own; prices, pools and walkthroughs belong to a situation."""


def lint(path: Path) -> list[Problem]:
    """Every problem of the scenario file at *path*, or of a layer that scenarios stand on; sorted by place."""
    if is_part(path):
        return _lint_part(path)
    scenario, source, problems = load_with_source(path)
    if scenario is None:
        return problems
    case = Case.of(scenario, source)
    return sorted({problem for check, _ in CHECKS.values() for problem in check(case)})


def _lint_part(path: Path) -> list[Problem]:
    """What is wrong with a layer in every situation that stands on it: what one of them uses is used."""
    problems = form_of(path)
    common: set[Problem] | None = None
    for situation in () if problems else situations_on(path):
        scenario, source, faults = standing_on(path, situation)
        own = shown(path)
        if scenario is None:
            problems += [fault for fault in faults if fault.place.path == own]
            continue
        case = Case(scenario, source, own, layer=True)
        found = {problem for code in _OF_PARTS for problem in CHECKS[code][0](case) if problem.place.line > 1}
        common = found if common is None else common & found
        if not common:
            break
    return sorted({*problems, *(common or ())})
