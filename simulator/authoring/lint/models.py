"""S25: model answers and examples that the ear does not hear as the move they are to show."""

from collections.abc import Iterator

from scoring import detect
from scoring.authored import Problem
from scoring.vocabulary import PLAIN
from simulator.authoring.lint.case import Case, Path
from simulator.authoring.lint.misreading import REPAIR
from simulator.persona.scenario import State

_GAP = "..."  # a model with a gap is a pattern to be filled in; the ear hears what is filled in
_BEFORE = 4  # lines of the person that are tried as the ones just said


def unheard(case: Case) -> Iterator[Problem]:
    """Model answers, examples of hints and repairs in which no skill of their moment is heard."""
    for state in case.scenario.states:
        if not state.chance:
            continue
        part = case.source.file.states[state.name]
        before = _just_said(case, state)
        for path, text in _examples(case, state.name, part):
            if case.is_own(path) and not _hears(text, state.chance, before):
                yield case.problem(path, "S25", _message(text, state.chance, before))
    for misread in case.scenario.misreads:
        path: Path = ("misreads", misread.id, "model")
        if case.is_own(path) and not _hears(misread.model, (REPAIR,), misread.says):
            yield case.problem(path, "S25", _message(misread.model, (REPAIR,), misread.says))


def _examples(case: Case, name: str, part) -> Iterator[tuple[Path, str]]:
    """What a state shows as good answers, as the user reads it, with its path."""
    for index, text in enumerate(part.model):
        yield ("states", name, "model", index), case.make.text(text)
    if part.hint is not None and not part.model_from:
        yield ("states", name, "hint", "example"), case.make.text(part.hint.example)


def _hears(text: str, wanted: tuple[str, ...], before: tuple[str, ...]) -> bool:
    """Whether a skill of *wanted* is heard in *text*, after nothing or after one of the lines *before*."""
    if _GAP in text or text.startswith("("):
        return True
    return any(not set(wanted).isdisjoint(detect(text, heard).skills) for heard in ((), *((one,) for one in before)))


def _just_said(case: Case, state: State) -> tuple[str, ...]:
    """Lines that may have led to *state*: a model often answers them."""
    told = [line for f in case.scenario.facts if f.then == state.name for rule in f.tell for line in rule.say[:1]]
    entered = [line for rule in state.enter for line in rule.say[:1]]
    return tuple((told + entered)[:_BEFORE])


def _message(text: str, wanted: tuple[str, ...], before: tuple[str, ...]) -> str:
    heard = detect(text, before[:1]).skills
    names = " or ".join(PLAIN.get(skill, skill) for skill in wanted)
    instead = ", ".join(PLAIN[skill] for skill in heard) or "no skill"
    return f"this is to show {names}, and what is heard in it is {instead}; say it so that the ear hears it"
