"""What README.md shows is what comes out: the excerpt is said in the demonstration, the commands are there."""

import io
import re
from pathlib import Path

import pytest

from simulator.cli.group import Commands
from simulator.demo import run

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def shown() -> str:
    out = io.StringIO()
    assert run(out) == 0
    return " ".join(out.getvalue().split())


def test_the_excerpt_is_a_real_session(shown):
    block = README.split("From a session", 1)[1].split("## What you can do", 1)[0]
    said = [" ".join(part.split()) for part in re.findall(r"^    (?=\S)(.+?)(?=\n\n)", block, re.MULTILINE | re.DOTALL)]
    lines = [one for one in said if one.startswith(("Priya:", "You:", "You said"))]
    assert len(lines) >= 6
    assert [one for one in lines if one not in shown] == []


def test_every_command_it_names_is_there():
    named = set(re.findall(r"`(?:rehearse )?([a-z]+)[ `]", README.split("## What you can do", 1)[1].split("##", 1)[0]))
    named -= {"terminal", "markdown", "html", "csv", "json", "easy", "standard", "hard"}
    assert len(named) > 12
    assert named <= set(Commands.table) | {"rehearse"}
