"""Checks a tree against a pydantic model and says every fault in the words of an author, with its place.

Pydantic is imported by whoever describes a file, so that a program run from compiled data never pays for it.
"""

import typing
from collections.abc import Iterator

from pydantic import BaseModel, ValidationError

from scoring.authored.problem import Problem, nearest
from scoring.authored.tree import Mapping, Node, Sequence, find, plain

_KINDS = {
    "string_type": "a text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "list_type": "a list (lines starting with '- ')",
    "tuple_type": "a list (lines starting with '- ')",
    "dict_type": "a mapping (lines of 'word: value')",
    "model_type": "a mapping (lines of 'word: value')",
    "model_attributes_type": "a mapping (lines of 'word: value')",
}


def validate(model: type[BaseModel], tree: Node, code: str):
    """An instance of *model* made from *tree*, or None, and every fault found.

    *code* is the room's letter: faults get ``<letter>01`` (unknown word) to ``<letter>04`` (wrong value).
    """
    try:
        return model.model_validate(plain(tree)), []
    except ValidationError as error:
        problems = [_problem(model, tree, fault, code) for fault in error.errors(include_url=False)]
        return None, sorted(set(problems))


def _problem(model, tree: Node, fault: dict, code: str) -> Problem:
    path, kind = fault["loc"], fault["type"]
    if kind == "extra_forbidden":
        place = find(tree, path, key=True)
        known = [name for owner in _models_at(model, path[:-1]) for name in _words_of(owner)]
        said = f"'{path[-1]}' is not a word this file knows here{nearest(str(path[-1]), known)}"
        number = "01"
    elif kind == "missing":
        place = find(tree, path[:-1], key=True)
        said = f"'{path[-1]}' is missing here"
        number = "02"
    elif kind in _KINDS:
        place = find(tree, path)
        said = f"{_KINDS[kind]} is expected here, not {_named(fault['input'])}{_quoting(kind, fault['input'])}"
        number = "03"
    else:
        place = find(tree, path)
        said = _value_message(fault)
        number = "04"
    return Problem(place, code + number, said)


def _value_message(fault: dict) -> str:
    kind, context, value = fault["type"], fault.get("ctx", {}), fault["input"]
    if kind == "literal_error":
        known = [word.strip().strip("'") for word in context["expected"].replace(" or ", ", ").split(",")]
        return f"'{value}' is not known here{nearest(str(value), known)}"
    if kind == "value_error":
        return str(context["error"])
    if kind == "string_pattern_mismatch":
        return f"'{value}' doesn't have the form that is expected here ({context['pattern']})"
    if kind in ("greater_than_equal", "less_than_equal", "greater_than", "less_than"):
        return f"{value} is out of range: {fault['msg'].removeprefix('Input should be ')}"
    return fault["msg"].removeprefix("Value error, ")


def _named(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, str):
        shown = value if len(value) <= 30 else value[:27] + "..."
        return f"the text '{shown}'"
    return f"the number {value}"


def _quoting(kind: str, value: object) -> str:
    """What to do where YAML has read a text as something else; '' where that is not how it came."""
    if kind != "string_type" or value is None or isinstance(value, list | tuple):
        return ""
    if isinstance(value, dict):
        return "; a text with ': ' in it needs quotes" if len(value) == 1 else ""
    return "; put it in quotes"


def _models_at(annotation, path: tuple) -> list[type[BaseModel]]:
    """The models that may stand at *path* below *annotation*; steps that are no field or index are passed over."""
    models = [annotation]
    for step in path:
        models = [inner for one in models for inner in _step(one, step)] or models
    return [one for outer in models for one in _unwrapped(outer)]


def _step(annotation, step) -> Iterator:
    for model in _unwrapped(annotation):
        for name, field in model.model_fields.items():
            if step in (name, field.alias, field.validation_alias):
                yield field.annotation
    for container in _containers(annotation):
        inner = [a for a in typing.get_args(container) if a is not Ellipsis]
        yield inner[-1]


def _unwrapped(annotation) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in typing.get_args(annotation):
        if typing.get_origin(annotation) not in (list, dict, tuple):
            yield from _unwrapped(argument)


def _containers(annotation) -> Iterator:
    if typing.get_origin(annotation) in (list, dict, tuple):
        yield annotation
    elif not isinstance(annotation, type):
        for argument in typing.get_args(annotation):
            yield from _containers(argument)


def _words_of(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def places(node: Node) -> Iterator[tuple[tuple, Node]]:
    """Every node of a tree with its path, from the top."""
    stack: list[tuple[tuple, Node]] = [((), node)]
    while stack:
        path, one = stack.pop()
        yield path, one
        if isinstance(one, Mapping):
            stack.extend(((*path, key.value), value) for key, value in reversed(one.entries))
        elif isinstance(one, Sequence):
            stack.extend(((*path, index), item) for index, item in reversed(list(enumerate(one.items))))
