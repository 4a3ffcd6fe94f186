"""Rules as they run: read from YAML, every fault a Problem with its place."""

import re
from dataclasses import dataclass
from pathlib import Path

from scoring.authored import Node, Place, Problem, find, nearest, read_file
from scoring.patterns import PhraseError, check
from scoring.vocabulary import MARKS, SKILLS

FOLDER = Path(__file__).parent / "rules"
LEXICON = Path(__file__).parent / "lexicon.yaml"

SCOPES = ("segment", "turn", "heard")


@dataclass(frozen=True, slots=True)
class Guard:
    """What must be there (*has*, one of them) or must not (*lacks*, none of them), and where to look."""

    scope: str
    has: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which a rule may match; *kind* names the room in scoring.ways that knows how."""

    name: str
    kind: str
    strength: float
    guards: tuple[Guard, ...] = ()
    covers: str = "segment"
    phrases: tuple[str, ...] = ()
    parts: tuple[tuple[str, ...], ...] = ()
    within: int = 25
    kinds: frozenset[str] = frozenset()
    shared: int = 2
    at_most: int | None = None
    at_least: int | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A line that is a test. *start* and *end* are the characters that must be marked; None for a near miss."""

    text: str
    heard: tuple[str, ...]
    start: int | None = None
    end: int | None = None
    because: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """Everything one file says of a skill or mark."""

    name: str
    is_mark: bool
    about: str
    remedy: str
    ways: tuple[Way, ...]
    shows: tuple[Example, ...]
    not_: tuple[Example, ...]
    classes: tuple[tuple[str, tuple[str, ...]], ...] = ()


def load_rule(
    path: Path, shown: str | None = None, classes: frozenset[str] = frozenset()
) -> tuple[Rule | None, list[Problem]]:
    """The rule in the file at *path*, or None, and every fault found. *classes* are those of lexicon.yaml."""
    from scoring.authored.shape import validate
    from scoring.ruleform import RuleFile

    tree, problems = read_file(path, shown)
    if tree is None:
        return None, problems
    file, problems = validate(RuleFile, tree, "R")
    if file is None:
        return None, problems
    problems = [*_names(file, tree), *_phrases(file, tree, classes | set(file.classes))]
    shows, faults = _shows(file.examples.shows, tree, ("examples", "shows"), must=True)
    problems += faults
    near: list[Example] = []
    for because, listed in file.examples.not_.items():
        misses, faults = _shows(listed, tree, ("examples", "not", because), must=False, because=because)
        near += misses
        problems += faults
    if problems:
        return None, sorted(problems)
    ways = tuple(_way(part) for part in file.ways)
    name = file.skill or file.mark
    classes = tuple((word, tuple(words)) for word, words in file.classes.items())
    return Rule(name, bool(file.mark), file.about, file.try_, ways, tuple(shows), tuple(near), classes), []


def load_rules(folder: Path = FOLDER, classes: frozenset[str] = frozenset()) -> tuple[list[Rule], list[Problem]]:
    """All rules of *folder* in the order of the vocabulary, and every fault found."""
    rules, problems = [], []
    for path in sorted(folder.rglob("*.yaml")):
        rule, faults = load_rule(path, f"scoring/rules/{path.relative_to(folder)}", classes)
        problems += faults
        if rule is not None:
            rules.append(rule)
    order = {name: place for place, name in enumerate((*SKILLS, *MARKS))}
    return sorted(rules, key=lambda rule: order[rule.name]), problems


def _names(file, tree: Node) -> list[Problem]:
    problems = []
    if bool(file.skill) == bool(file.mark):
        problems.append(Problem(tree.place, "R10", "a rule names a 'skill' or a 'mark', one of them"))
    for key, value, known in (("skill", file.skill, SKILLS), ("mark", file.mark, MARKS)):
        if value and value not in known:
            problems.append(Problem(find(tree, (key,)), "R11", f"'{value}' is not a {key}{nearest(value, known)}"))
    seen: set[str] = set()
    for index, way in enumerate(file.ways):
        path = ("ways", index)
        if way.name in seen:
            problems.append(Problem(find(tree, (*path, "name")), "R12", f"two ways are called '{way.name}'"))
        seen.add(way.name)
        needed = {
            "phrases": way.phrases,
            "reply": True,
            "sequence": len(way.parts) >= 2,
            "question": way.kinds,
            "echo": 1,
        }
        if not needed[way.way]:
            word = {"phrases": "phrases", "sequence": "parts (two or more)", "question": "kinds"}[way.way]
            problems.append(Problem(find(tree, path), "R13", f"a way of the kind '{way.way}' needs '{word}'"))
    return problems


def _phrases(file, tree: Node, classes: frozenset[str]) -> list[Problem]:
    """Phrases that can't be read, each with its place."""
    problems = []
    for number, way in enumerate(file.ways):
        at = ("ways", number)
        listed = [((*at, "phrases", i), phrase) for i, phrase in enumerate(way.phrases)]
        listed += [((*at, "parts", p, i), phrase) for p, part in enumerate(way.parts) for i, phrase in enumerate(part)]
        for scope in SCOPES:
            guard = getattr(way.guards, scope)
            for kind in ("has", "lacks"):
                listed += [((*at, "guards", scope, kind, i), phrase) for i, phrase in enumerate(getattr(guard, kind))]
        for path, phrase in listed:
            try:
                check(phrase, classes)
            except PhraseError as fault:
                problems.append(Problem(find(tree, path), "R15", str(fault)))
    return problems


def _shows(listed, tree: Node, path: tuple, *, must: bool, because: str = "") -> tuple[list[Example], list[Problem]]:
    examples, problems = [], []
    for index, part in enumerate(listed):
        place: Place = find(tree, (*path, index))
        marked = re.fullmatch(r"([^\[\]]*)\[([^\[\]]+)\]([^\[\]]*)", part.text, re.DOTALL)
        if must and not marked:
            said = "a 'shows' line has [brackets] around the words that must be marked, once"
            problems.append(Problem(place, "R14", said))
        elif not must and ("[" in part.text or "]" in part.text):
            problems.append(Problem(place, "R14", "a near miss has no [brackets]: nothing may be marked in it"))
        elif marked:
            before, inside, after = marked.groups()
            start = len(before)
            whole, end = before + inside + after, start + len(inside)
            examples.append(Example(whole, tuple(part.heard), start, end, also=tuple(part.also)))
        else:
            examples.append(Example(part.text, tuple(part.heard), because=because, also=tuple(part.also)))
    return examples, problems


def _way(part) -> Way:
    guards = []
    for scope in SCOPES:
        guard = getattr(part.guards, scope)
        if guard.has:
            guards.append(Guard(scope, has=tuple(guard.has)))
        if guard.lacks:
            guards.append(Guard(scope, lacks=tuple(guard.lacks)))
    return Way(
        part.name,
        part.way,
        part.strength,
        tuple(guards),
        part.covers,
        tuple(part.phrases),
        tuple(tuple(group) for group in part.parts),
        part.within,
        frozenset(part.kinds),
        part.shared,
        part.at_most,
        part.at_least,
    )
