"""S27: lines that stand in two places. A line is said once in a session, so the second place is that much poorer."""

from collections.abc import Iterator

from scoring.authored import Mapping, Node, Problem, Scalar, Sequence
from simulator.authoring.lint.case import Case, Path

_POOLS = ("first_line", "states", "facts", "misreads", "quibbles", "gestures", "flashes", "endings")
_SAID = frozenset(("say", "cue", "more", "says", "repaired", "show", "line", "first_line"))
"""Words under which lines of the person stand."""
_PLAIN = frozenset(("quibbles", "gestures", "lines"))
"""Mappings whose values are lines themselves."""


def repeated(case: Case) -> Iterator[Problem]:
    """Lines of this file that stand in another place as well."""
    seen: dict[str, tuple[Scalar, bool]] = {}
    for word in _POOLS:
        node = case.source.tree.get(word)
        for line in _lines(node, (word,), word == "first_line") if node is not None else ():
            key = _even(case.make.text(str(line.value)))
            own = line.place.path == case.own
            first = seen.setdefault(key, (line, own))
            if first[0] is line or not (own or first[1]) or first[0].place == line.place:
                continue
            here, there = (line, first[0]) if own else (first[0], line)
            where = f"line {there.place.line}" if there.place.path == case.own else f"{there.place.path}:{there.place.line}"
            yield Problem(here.place, "S27", f"this line stands in {where} as well, and is said only once; write another")


def _lines(node: Node, path: Path, said: bool) -> Iterator[Scalar]:
    """The lines of the person below *node*."""
    if isinstance(node, Scalar):
        if said and isinstance(node.value, str) and node.value != "repaired":
            yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _lines(item, path, said)
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            name = str(key.value)
            yield from _lines(value, (*path, name), name in _SAID or path[-1] in _PLAIN)


def _even(line: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in line.casefold()).split())
