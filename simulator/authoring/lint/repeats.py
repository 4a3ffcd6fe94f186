"""S27: lines that stand in two places. A line is said once in a session, so the second place is that much poorer."""

from collections.abc import Iterator

from scoring.authored import Mapping, Node, Problem, Scalar, Sequence
from simulator.authoring.lint.case import Case, Path

SHORT = 2  # words: "No, Chef." is nobody's line
_POOLS = (
    "first_line",
    "answers",
    "asked",
    "bridges",
    "states",
    "facts",
    "misreads",
    "quibbles",
    "gestures",
    "flashes",
    "endings",
)
_SAID = frozenset(("say", "cue", "more", "says", "repaired", "show", "line", "first_line"))
"""Words under which lines of the person stand."""
_PLAIN = frozenset(("quibbles", "gestures", "lines"))
"""Mappings whose values are lines themselves."""


def repeated(case: Case) -> Iterator[Problem]:
    """Lines of this file that stand in another place as well. Very short ones are nobody's own."""
    seen: dict[str, tuple[Scalar, Path]] = {}
    for word in _POOLS:
        node = case.source.tree.get(word)
        for line, path in _lines(node, (word,), word in ("first_line", "bridges")) if node is not None else ():
            key = _even(case.make.text(str(line.value)))
            first, home = seen.setdefault(key, (line, path))
            last = "endings" in (path[0], home[0])  # a last line that was said before leaves the end without one
            if first is line or _shared(path, home) or (key.count(" ") < SHORT and not last):
                continue
            here, there = (line, first) if line.place.path == case.own else (first, line)
            if here.place.path == case.own:
                where = f"line {there.place.line}" if there.place.path == case.own else _named(there)
                message = f"this line stands in {where} as well, and is said only once; write another"
                yield Problem(here.place, "S27", message)


def _shared(one: Path, other: Path) -> bool:
    """Whether the pools say "or" with a line they share: rules of one state or question, what more there is to say of a
    fact, and what is said in a state and, sooner than that, to a question that has its words.
    """
    if one[0] == other[0]:
        return one[0] in ("states", "asked") and one[1] == other[1]
    if "asked" in (one[0], other[0]):
        rest = one if other[0] == "asked" else other
        return rest[0] == "states" or "more" in rest
    return {one[0], other[0]} == {"states", "facts"} and all("more" in path or "lines" in path for path in (one, other))


def _named(line: Scalar) -> str:
    return f"{line.place.path}:{line.place.line}"


def _lines(node: Node, path: Path, said: bool) -> Iterator[tuple[Scalar, Path]]:
    """The lines of the person below *node*, each with the path of its pool."""
    if isinstance(node, Scalar):
        if said and isinstance(node.value, str) and node.value != "repaired":
            yield node, path
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _lines(item, path, said)
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            name = str(key.value)
            yield from _lines(value, (*path, name), name in _SAID or path[-1] in _PLAIN)


def _even(line: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in line.casefold()).split())
