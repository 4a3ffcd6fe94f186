"""The data of the ear, read from its YAML files: spelling, word classes and rules."""

from dataclasses import dataclass
from pathlib import Path

from scoring import meanings
from scoring import spelling as spellings
from scoring.authored import Problem, find, plain, read_file
from scoring.rules import FOLDER, LEXICON, Rule, load_rules


@dataclass(frozen=True, slots=True)
class Sources:
    """What a detector is built from."""

    spelling: spellings.Spelling
    meanings: meanings.Meanings
    classes: dict[str, list[tuple[str, ...]]]
    rules: tuple[Rule, ...]


class BrokenSources(Exception):
    """The shipped data has faults. *problems* says which; this never happens to a user of a released version."""

    def __init__(self, problems: list[Problem]):
        super().__init__(f"{len(problems)} faults in the ear's data")
        self.problems = problems


def load(folder: Path = FOLDER) -> tuple[Sources | None, list[Problem]]:
    """The data of the ear with the rules of *folder*, or None, and every fault found."""
    written, problems = read_file(spellings.SOURCE, "scoring/spelling.yaml")
    same, unread = read_file(meanings.SOURCE, "scoring/meanings.yaml")
    classes, faults = load_classes()
    rules, more = load_rules(folder, frozenset(classes))
    problems = [*problems, *unread, *faults, *more]
    if problems or written is None or same is None:
        return None, problems
    read = spellings.from_plain(plain(written)), meanings.from_plain(plain(same))
    return Sources(*read, classes, tuple(rules)), []


def load_classes(path: Path = LEXICON) -> tuple[dict[str, list[tuple[str, ...]]], list[Problem]]:
    """The word classes, each phrase as a row of words, and every fault found."""
    tree, problems = read_file(path, f"scoring/{path.name}")
    if tree is None:
        return {}, problems
    said = plain(tree)
    classes: dict[str, list[tuple[str, ...]]] = {}
    for name, words in said.get("classes", {}).items():
        if not isinstance(words, list):
            problems.append(Problem(find(tree, ("classes", name)), "R20", f"the class '{name}' is a list of words"))
            continue
        classes[name] = [tuple(str(word).split()) for word in words]
    return classes, problems
