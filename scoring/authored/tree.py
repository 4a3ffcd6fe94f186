"""A hand-written file as a tree that stays close to its text: every value knows where it was written."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from scoring.authored.problem import Place


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value: None, a truth value, a number or a text."""

    value: bool | int | float | str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple["Node", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values, in the order of the file. Keys are texts; a repeated key was refused on reading."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    place: Place

    def get(self, key: str) -> "Node | None":
        """The value under *key*, or None."""
        return next((value for name, value in self.entries if name.value == key), None)


Node = Scalar | Sequence | Mapping


def plain(node: Node) -> Any:
    """*node* as ordinary dicts, lists and values."""
    if isinstance(node, Mapping):
        return {key.value: v.value if type(v) is Scalar else plain(v) for key, v in node.entries}
    if isinstance(node, Sequence):
        return [item.value if type(item) is Scalar else plain(item) for item in node.items]
    return node.value


def find(node: Node, path: Iterable[str | int], *, key: bool = False) -> Place:
    """The place of what stands at *path* (keys and indexes) below *node*.

    Steps that the tree does not have are passed over, so that the nearest place above is given. With *key*,
    the place of the last key instead of its value.
    """
    place = node.place
    for step in path:
        if isinstance(node, Mapping):
            entry = next((e for e in node.entries if e[0].value == step), None)
            if entry is None:
                continue
            place = entry[0].place if key or not isinstance(entry[1], Scalar) else entry[1].place
            node = entry[1]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            place = node.place
    return place
