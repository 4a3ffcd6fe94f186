"""S25: model answers and examples that the ear does not hear as the move they are to show."""

from collections.abc import Iterator

from scoring import detect
from scoring.authored import Problem
from scoring.vocabulary import COSTLY, PLAIN
from simulator.authoring.lint.case import Case, Path
from simulator.authoring.lint.holding import can_hold
from simulator.authoring.lint.misreading import REPAIR
from simulator.persona.heard import SILENCE
from simulator.persona.scenario import State

_GAP = "..."  # a model with a gap is a pattern to be filled in; the ear hears what is filled in
_BEFORE = 4  # lines of the person that are tried as the ones just said
_HELPS = 5  # points of safety from which another move counts as well as those a state lists; see report.chances
_HARMLESS = "closed_question"  # "shall we look at it again on Monday?"


def unheard(case: Case) -> Iterator[Problem]:
    """Model answers, examples of hints and repairs in which no good move of their moment is heard, or a costly one."""
    for state in case.scenario.states:
        if not state.chance:
            continue
        part = case.source.file.states[state.name]
        before = _just_said(case, state)
        for path, text in _examples(case, state.name, part):
            if case.is_own(path):
                yield from _judged(case, path, text, (*state.chance, *_others(case, state)), before, state.chance)
    for misread in case.scenario.misreads:
        path: Path = ("misreads", misread.id, "model")
        if case.is_own(path):
            yield from _judged(case, path, misread.model, (REPAIR,), misread.says, (REPAIR,))


def _others(case: Case, state: State) -> list[str]:
    """Skills that help in *state* beside those it lists; a date to look again is what an agreement still wants."""
    helping = [
        skill
        for skill, rows in case.scenario.effects
        if any(row.safety >= _HELPS and can_hold(case.scenario, row.when, state) for row in rows)
    ]
    return [*helping, "follow_up"] if state.kind == "agreed" else helping


def _judged(case: Case, path: Path, text: str, good, before, named) -> Iterator[Problem]:
    """What is wrong with *text* as an example of one of the skills *named*; *good* ones would do as well."""
    if _GAP in text or text.startswith("(") or ("(" in text and SILENCE in good):
        return
    readings = [detect(text, heard).skills for heard in ((), *((one,) for one in before[:_BEFORE]))]
    if not any(not set(good).isdisjoint(skills) for skills in readings):
        names = " or ".join(PLAIN.get(skill, skill) for skill in named)
        instead = ", ".join(PLAIN[skill] for skill in readings[0]) or "no skill"
        message = f"this is to show {names}, and what is heard in it is {instead}; say it so that the ear hears it"
        yield case.problem(path, "S25", message)
    costly = [s for s in COSTLY if s != _HARMLESS and all(s in skills for skills in readings)]
    if costly:
        message = f"{PLAIN[costly[0]]} is heard in this good answer, and that costs; say it another way"
        yield case.problem(path, "S25", message)


def _examples(case: Case, name: str, part) -> Iterator[tuple[Path, str]]:
    """What a state shows as good answers, as the user reads it, with its path."""
    for index, text in enumerate(part.model):
        yield ("states", name, "model", index), case.make.text(text)
    if part.hint is not None and not part.model_from:
        yield ("states", name, "hint", "example"), case.make.text(part.hint.example)


def _just_said(case: Case, state: State) -> tuple[str, ...]:
    """Lines that may have led to *state*: a model often answers them."""
    told = [line for f in case.scenario.facts if f.then == state.name for rule in f.tell for line in rule.say[:1]]
    entered = [line for rule in state.enter for line in rule.say[:1]]
    return tuple((told + entered)[:_BEFORE])
