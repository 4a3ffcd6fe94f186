"""The command in this process, with a data folder of its own and a pipe to type into."""

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from simulator.cli import main


@dataclass
class Ran:
    """What came of a command."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch) -> Path:
    """The data folder, not made yet."""
    folder = tmp_path / "home"
    monkeypatch.setenv("REHEARSE_HOME", str(folder))
    monkeypatch.delenv("REHEARSE_TRACEBACK", raising=False)
    return folder


@pytest.fixture
def rehearse(monkeypatch, capsys) -> Callable[..., Ran]:
    """Runs `rehearse` with arguments; *typed* comes through a pipe."""

    def run(*arguments: str, typed: str | bytes = "") -> Ran:
        content = typed if isinstance(typed, bytes) else typed.encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
        code = main(list(arguments))
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return Ran(code, out, err)

    return run


@pytest.fixture
def played(rehearse) -> Callable[..., str]:
    """Plays a short conversation to its end; the session's id."""

    def play(*options: str, typed: str = "Hello.\nWhat was it like?\n") -> str:
        import json

        ran = rehearse("play", "quiet-since-january", "--seed", "8", "--json", *options, typed=typed)
        return json.loads(ran.out.splitlines()[0])["session"]

    return play
