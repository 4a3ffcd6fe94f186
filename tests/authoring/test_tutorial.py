"""The tutorial in scenarios/README.md is true: its commands, its codes, its answers."""

import io
import re

import yaml

from simulator.authoring.lint import CHECKS
from simulator.authoring.lint.case import Case
from simulator.authoring.load import load_with_source
from simulator.authoring.shelf import SHIPPED
from simulator.authoring.wizard import TEMPERAMENTS, Answers, cards
from simulator.cli import main

README = (SHIPPED / "README.md").read_text(encoding="utf-8")


def test_every_code_that_lint_gives_is_explained():
    assert set(re.findall(r"^       (S[23]\d)  ", README, re.MULTILINE)) == set(CHECKS)


def test_the_example_of_answers_is_one():
    block = re.search(r"\n    name: Ines.*?\n\n", README, re.DOTALL)[0]
    assert Answers(**yaml.safe_load(block)).name == "Ines"
    assert all(temperament in block for temperament in TEMPERAMENTS)


def test_the_deck_has_as_many_reasons_as_it_says():
    assert f"a deck of {len(cards().work) + len(cards().other)}" in README


def test_a_copy_can_be_checked_drawn_simulated_and_played(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("REHEARSE_HOME", str(tmp_path / "home"))
    copy = tmp_path / "night-shift.yaml"
    text = (SHIPPED / "quiet-since-january.yaml").read_text(encoding="utf-8")
    copy.write_text(text.replace("id: quiet-since-january", "id: night-shift"))
    scenario, source, problems = load_with_source(copy)
    assert problems == []
    assert list(CHECKS["S28"][0](Case.of(scenario, source))) == []
    assert main(["graph", str(copy)]) == 0
    assert main(["simulate", str(copy), "--runs", "2", "--search", "500", "--bot", "decent", "--level", "hard"]) == 0
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Is now a good time?\n")))
    assert main(["play", str(copy), "--seed", "1", "--event", "five_minutes@6"]) == 0
    pack = tmp_path / "pack"
    pack.mkdir()
    copy.rename(pack / copy.name)
    assert main(["add", str(pack)]) == 0
    capsys.readouterr()
    assert main(["list"]) == 0
    assert "night-shift" in capsys.readouterr().out


def test_every_command_of_the_tutorial_exists():
    from simulator.cli.group import Commands

    assert set(re.findall(r"`?rehearse ([a-z]+)", README)) <= set(Commands.table)
