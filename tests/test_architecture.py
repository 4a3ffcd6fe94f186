"""The import rules of the house."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted(path for package in ("scoring", "simulator") for path in (ROOT / package).rglob("*.py"))
OWNERS = {
    "rapidfuzz": "scoring/lexicon.py",
    "transitions": "simulator/persona/machine.py",
    "prompt_toolkit": "simulator/terminal/",
}


def imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def named(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", FILES, ids=named)
def test_scoring_knows_nothing_of_the_simulator(path):
    if named(path).startswith("scoring/"):
        assert not [name for name in imports(path) if name.split(".")[0] in ("simulator", "scenarios")]


@pytest.mark.parametrize("path", FILES, ids=named)
def test_the_persona_sees_names_of_skills_and_never_text_matching(path):
    if named(path).startswith("simulator/persona/"):
        assert not [name for name in imports(path) if name.startswith("scoring")]


@pytest.mark.parametrize("path", FILES, ids=named)
def test_only_the_commands_know_the_terminal_and_nobody_knows_the_commands(path):
    if not named(path).startswith(("simulator/cli", "simulator/terminal")):
        assert not [name for name in imports(path) if name.startswith(("simulator.cli", "simulator.terminal"))]
    if named(path).startswith("simulator/terminal"):
        assert not [name for name in imports(path) if name.startswith("simulator.cli")]


@pytest.mark.parametrize("path", FILES, ids=named)
def test_each_large_library_has_one_importer(path):
    for library, owner in OWNERS.items():
        if library in {name.split(".")[0] for name in imports(path)}:
            assert named(path).startswith(owner)


@pytest.mark.parametrize("path", FILES, ids=named)
def test_a_file_stays_one_room(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", FILES, ids=named)
def test_every_public_name_says_what_it_is(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), "the module says what the room owns"
    bare = [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert bare == []
