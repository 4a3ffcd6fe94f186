"""The first persona line on a real terminal beside the prompt of ptpython, where that is installed (extra `bench`)."""

import importlib.util
import os
import statistics
import sys
import tempfile
from pathlib import Path

import pexpect

from tests.benchmarks.ratios import Ratio

PATIENCE = 30  # seconds


def terminal(rounds: int = 5) -> list[Ratio]:
    """CPU time until the first line of the persona stands on the screen; nothing without ptpython."""
    if importlib.util.find_spec("ptpython") is None:
        return []
    with tempfile.TemporaryDirectory() as home:
        rehearse = [str(Path(sys.executable).with_name("rehearse")), "play", "quiet-since-january", "--seed", "1"]
        ours = [_until([*rehearse, "--no-delay"], "Priya", home) for _ in range(rounds + 1)][
            1:
        ]  # the first one compiles
        theirs = [_until([sys.executable, "-m", "ptpython"], ">>>", home) for _ in range(rounds + 1)][1:]
    return [
        Ratio(
            "the first line, on a terminal",
            "ptpython's prompt",
            statistics.median(ours) / statistics.median(theirs),
            0.9,
        )
    ]


def _until(command: list[str], text: str, home: str) -> float:
    """Seconds of CPU that *command* has used when *text* is on its terminal."""
    variables = os.environ | {"REHEARSE_HOME": home, "HOME": home, "TERM": "xterm-256color"}
    child = pexpect.spawn(command[0], command[1:], env=variables, dimensions=(50, 100), timeout=PATIENCE)
    try:
        child.expect_exact(text)
        return int(Path(f"/proc/{child.pid}/schedstat").read_text().split()[0]) / 1e9
    finally:
        child.close(force=True)
