"""S28: files that are not found under the names by which other files and sessions ask for them."""

from collections.abc import Iterator

from scoring.authored import Problem
from simulator.authoring.lint.case import Case
from simulator.authoring.load import load_with_source
from simulator.authoring.shelf import follow_ups, followed


def found_by_name(case: Case) -> Iterator[Problem]:
    """Files whose name is not their id, and second talks that nothing leads to."""
    path, file = case.source.path, case.source.file
    if path.stem != file.id:
        message = f"the id is '{file.id}' and the file is called {path.name!r}; sessions look for {file.id}.yaml"
        yield case.problem(("id",), "S28", f"{message}, so make the two the same")
    if file.follows:
        yield from _second(case)


def _second(case: Case) -> Iterator[Problem]:
    path, file = case.source.path, case.source.file
    first = followed(path, file.follows)
    if not file.after:
        message = "no ending of the first talk leads to this one; name some under 'after'"
        yield case.problem(("follows",), "S28", message)
    beside = follow_ups(first) if first is not None else []
    if path.resolve() not in [one.resolve() for one in beside]:
        message = f"the first talk does not find this file; put it in follow_ups/ as '{file.follows}-after-....yaml'"
        yield case.problem(("follows",), "S28", message)
    for other in beside:
        if other.resolve() == path.resolve() or other.name > path.name:
            continue
        scenario, _, _ = load_with_source(other)
        both = [ending for ending in file.after if scenario is not None and ending in scenario.after]
        if both:
            message = f"after '{both[0]}' there is {other.name} already; one of the two is never played"
            yield case.problem(("after",), "S28", message)
