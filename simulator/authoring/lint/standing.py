"""Layers on their own: core and archetypes say too little to be played, so they are examined under real situations."""

from pathlib import Path

from scoring.authored import Mapping, Problem, plain, read_file
from scoring.authored.shape import validate
from simulator.authoring.compose import compose
from simulator.authoring.load import Source, layers_of, put_together
from simulator.authoring.model import ScenarioFile
from simulator.authoring.shelf import SHIPPED, shown, situations_in
from simulator.persona.scenario import Scenario

_OF_A_SITUATION = ("title", "brief", "archetype", "follows", "first_line")
"""What says that a file is a conversation and no layer of one."""


def is_part(path: Path) -> bool:
    """Whether the file at *path* is core or an archetype: it has none of what makes a situation."""
    tree = read_file(path)[0] if path.is_file() else None
    if not isinstance(tree, Mapping) or tree.get("states") is None:
        return False
    return all(tree.get(word) is None for word in _OF_A_SITUATION)


def form_of(path: Path) -> list[Problem]:
    """What is wrong with the form of the layer at *path*, read alone."""
    tree, problems = read_file(path, shown(path))
    if tree is None:
        return problems
    return validate(ScenarioFile, compose([tree]), "S")[1]


def situations_on(part: Path) -> list[Path]:
    """The shipped situations that stand on the layer at *part*; all of them where none does."""
    every = situations_in(SHIPPED)
    if _is_core(part):
        return every
    standing = [path for path in every if _archetype(path) == _id(part)]
    return standing or every


def standing_on(part: Path, situation: Path) -> tuple[Scenario | None, Source | None, list[Problem]]:
    """The *situation* with the layer at *part* in the place of its own core or archetype."""
    tree, problems = read_file(situation, shown(situation))
    own, faults = read_file(part, shown(part))
    if tree is None or own is None:
        return None, None, problems + faults
    layers, problems = layers_of(situation, tree)
    if problems:
        return None, None, problems
    place = 0 if _is_core(part) else 1
    if layers[place][0].resolve() != part.resolve():
        layers[place] = (part, own)
    return put_together(situation, layers)


def _is_core(part: Path) -> bool:
    return _id(part) == "core"


def _id(path: Path) -> object:
    return _said(path, "id")


def _archetype(path: Path) -> object:
    return _said(path, "archetype")


def _said(path: Path, word: str) -> object:
    tree = read_file(path)[0]
    node = tree.get(word) if isinstance(tree, Mapping) else None
    return plain(node) if node is not None else None
