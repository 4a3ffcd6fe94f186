"""S30: lines of the person's that are written about them, as happens where somebody writes down what another thinks."""

from collections.abc import Iterator

from scoring.authored import Problem
from simulator.authoring.lint.case import Case, Path
from simulator.authoring.speech import about_them

ABOUT_THEM = "S30"


def written_about(case: Case) -> Iterator[Problem]:
    """Tellings and misreadings that speak of the person as of somebody else: "his wife has moved out"."""
    person = case.scenario.persona
    for path, line in _lines(case):
        if case.is_own(path) and about_them(case.make.text(line), person.name, person.pronouns):
            message = f"this is written about {person.name}, who says it as it stands; write it as they would: 'I ...'"
            yield case.problem(path, ABOUT_THEM, message)


def _lines(case: Case) -> Iterator[tuple[Path, str]]:
    for id, fact in case.source.file.facts.items():
        for number, rule in enumerate(fact.tell):
            yield from (((*("facts", id, "tell", number, "say"), n), line) for n, line in enumerate(rule.say))
    for id, misread in case.source.file.misreads.items():
        yield from ((("misreads", id, "says", n), line) for n, line in enumerate(misread.says))
