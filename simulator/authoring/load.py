"""Loads a scenario: reads its layers, puts them together, checks and resolves them; tells every problem."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from scoring.authored import Mapping, Node, Problem, find, nearest, plain, read_file
from scoring.authored.shape import validate
from simulator.authoring.assemble import assemble
from simulator.authoring.compose import compose
from simulator.authoring.model import ScenarioFile
from simulator.authoring.names import Names
from simulator.authoring.shelf import SHIPPED, followed, shown, situations_in
from simulator.persona.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Source:
    """The composed file a scenario came from, for whoever looks for deeper faults."""

    path: Path
    tree: Node
    file: ScenarioFile
    layers: tuple[Path, ...] = field(default=())


Layers = list[tuple[Path, Node]]
"""The files of a scenario as they were read, the general ones first."""


def load(path: Path) -> tuple[Scenario | None, list[Problem]]:
    """The scenario of the file at *path*, or None, and every problem found in it and in its layers."""
    scenario, _, problems = load_with_source(path)
    return scenario, problems


def load_with_source(path: Path) -> tuple[Scenario | None, Source | None, list[Problem]]:
    """As :func:`load`, with the composed file."""
    tree, problems = read_file(path, shown(path))
    if tree is None:
        return None, None, problems
    layers, problems = layers_of(path, tree)
    return (None, None, problems) if problems else put_together(path, layers)


def put_together(path: Path, layers: Layers) -> tuple[Scenario | None, Source | None, list[Problem]]:
    """The scenario that *layers* make, with the composed file; the situation is the one at *path*."""
    whole = compose([node for _, node in layers])
    file, problems = validate(ScenarioFile, whole, "S")
    if file is None:
        return None, None, problems
    names = Names(file, whole)
    digest = _digest([where for where, _ in layers])
    scenario = assemble(file, names, shown(path), digest)
    if names.problems:
        return None, None, sorted(names.problems)
    return scenario, Source(path, whole, file, tuple(where for where, _ in layers)), []


def layers_of(path: Path, tree: Node) -> tuple[Layers, list[Problem]]:
    """Core, archetype and situation of the file at *path*, as far as they exist, and what is wrong with them."""
    if not isinstance(tree, Mapping):
        return [], [Problem(tree.place, "S03", "a scenario is a mapping (lines of 'word: value')")]
    wanted = [SHIPPED / "core.yaml"]
    between: list[tuple[Path, Node]] = []
    archetype = _said(tree, "archetype")
    if isinstance(follows := _said(tree, "follows"), str):
        first, problems = _first_talk(path, tree, follows)
        if first is None:
            return [], problems
        between.append(first)
        archetype = _said(first[1], "archetype")
    if isinstance(archetype, str):
        file = archetype_path(archetype)
        if file is None:
            known = sorted(p.stem for p in (SHIPPED / "archetypes").glob("*.yaml"))
            message = f"'{archetype}' is not an archetype{nearest(archetype, known)}"
            return [], [Problem(find(tree, ("archetype",)), "S10", message)]
        wanted.append(file)
    layers, problems = [], []
    for where in wanted:
        node, found = read_file(where, shown(where))
        problems += found
        if node is not None and where != path:
            layers.append((where, node))
    return [*layers, *between, (path, tree)], problems


def _said(tree: Node, word: str) -> object:
    """What *tree* says under *word*; None where it says nothing."""
    value = tree.get(word) if isinstance(tree, Mapping) else None
    return plain(value) if value is not None else None


def _first_talk(path: Path, tree: Node, id: str) -> tuple[tuple[Path, Node] | None, list[Problem]]:
    """The situation that a second talk goes on from."""
    first = followed(path, id) if id.replace("-", "").replace("_", "").isalnum() else None
    if first is None:
        above = [path.parent.parent] if path.parent.name == "follow_ups" else []
        folders = (path.parent, *above, SHIPPED)
        known = {file.stem for folder in folders for file in situations_in(folder)}
        message = f"'{id}' is not a scenario that this could follow{nearest(id, known)}"
        return None, [Problem(find(tree, ("follows",)), "S10", message)]
    node, problems = read_file(first, shown(first))
    return ((first, node) if node is not None else None), problems


def archetype_path(name: str) -> Path | None:
    """The file of the archetype called *name*, or None."""
    path = SHIPPED / "archetypes" / f"{name}.yaml"
    return path if name.replace("_", "").isalnum() and path.is_file() else None


def _digest(paths: list[Path]) -> str:
    """Sixteen hexadecimal digits that change when any layer changes."""
    whole = hashlib.sha256()
    for path in paths:
        whole.update(path.read_bytes())
    return whole.hexdigest()[:16]
