"""A worksheet's answers in a file, for those who write elsewhere: YAML with the names of the fields, all free."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from scoring.authored import Problem, find, read_file, read_text
from scoring.authored.shape import validate
from scoring.authored.tree import Mapping, Node
from simulator.cleaning import clean
from simulator.practice.interview import LONGEST, MANY
from simulator.practice.preparation import BEHAVIOURS, BELIEFS, Preparation, Turned

Line = Annotated[str, Field(max_length=LONGEST)]
Lines = Annotated[list[Line], Field(max_length=MANY), BeforeValidator(lambda v: [v] if isinstance(v, str) else v)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class TurnedPart(_Part):
    """Something taken for granted, and the question made of it."""

    assume: Line
    ask: Line = ""


class AnswersFile(_Part):
    """The answers. A fact is a number of the brief's list, from 1, or a text."""

    difficult: Line = ""
    for_them: Line = ""
    feeling: Line = ""
    my_part: Line = ""
    outcome_me: Line = ""
    outcome_them: Line = ""
    outcome_us: Line = ""
    behave: Line = ""
    behaviours: list[Literal[tuple(BEHAVIOURS)]] = []
    derail: Line = ""
    beliefs: list[Literal[tuple(BELIEFS)]] = []
    place: Line = ""
    purpose: Line = ""
    facts: Annotated[list[int | Line], Field(max_length=MANY)] = []
    story: Line = ""
    questions: Lines = []
    fear: Line = ""
    contrast: Line = ""
    assumptions: Annotated[list[TurnedPart], Field(max_length=MANY)] = []
    invitation: Line = ""


def load(path: Path, evidence: tuple[str, ...]) -> tuple[Preparation | None, list[Problem]]:
    """The preparation in the file at *path*, or None, and every fault. *evidence* are the facts of the brief."""
    return _made(*read_file(path), evidence)


def loads(text: str, shown: str, evidence: tuple[str, ...]) -> tuple[Preparation | None, list[Problem]]:
    """As :func:`load`, of *text* that messages call *shown*."""
    return _made(*read_text(text, shown), evidence)


def _made(tree: Node | None, problems: list[Problem], evidence: tuple[str, ...]):
    if tree is None:
        return None, problems
    if not isinstance(tree, Mapping):
        return None, [Problem(tree.place, "P03", "answers are a mapping (lines of 'word: value')")]
    file, problems = validate(AnswersFile, tree, "P")
    if file is None:
        return None, problems
    for index, fact in enumerate(file.facts):
        if isinstance(fact, int) and not 1 <= fact <= len(evidence):
            message = f"there is no fact {fact}; the brief has {len(evidence)}, counted from 1"
            problems.append(Problem(find(tree, ("facts", index)), "P05", message))
    if problems:
        return None, problems
    return _preparation(file, evidence), []


def _preparation(file: AnswersFile, evidence: tuple[str, ...]) -> Preparation:
    said = {name: clean(value).strip() for name, value in file if isinstance(value, str)}
    facts = (evidence[fact - 1] if isinstance(fact, int) else clean(fact).strip() for fact in file.facts)
    turned = (Turned(clean(one.assume).strip(), clean(one.ask).strip()) for one in file.assumptions)
    return Preparation(
        **said,
        behaviours=tuple(dict.fromkeys(file.behaviours)),
        beliefs=tuple(dict.fromkeys(file.beliefs)),
        facts=tuple(dict.fromkeys(filter(None, facts))),
        questions=tuple(filter(None, (clean(one).strip() for one in file.questions))),
        assumptions=tuple(one for one in turned if one.assumption),
    )
