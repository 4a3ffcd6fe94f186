"""Promise 13: no connection unless you start a server. Every command, in whole sessions, under an audit hook.

The commands are run one after the other in a process that is listened to from its first import on, as somebody would
use them from the first look at a scenario to erasing everything; those that ask something are also run in windows. A
command writes nothing outside the data folder and the files it was told to write, either.
"""

import contextlib
import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from simulator.authoring.shelf import SHIPPED, situations_in
from simulator.cli.group import Commands
from tests.faults.everything import FOLLOWED, Step, files, steps
from tests.faults.figures import Figures
from tests.faults.listening import PAIR, ear, heard
from tests.terminal.window import CTRL_C, CTRL_D, ENTER, Window

ROOT = Path(__file__).parents[2]
SITUATIONS = situations_in(SHIPPED)
MENU = "rehearse alone"


def connections(times: int) -> Figures:
    """Whole sessions with so many situations, each with every command: nobody is called, nothing is run or written."""
    figures = Figures("commands of whole sessions under an audit hook")
    used: set[str] = set()
    for number in range(times):
        with tempfile.TemporaryDirectory() as folder:
            room = Path(folder).resolve()
            for what, events in _session(room, SITUATIONS[number % len(SITUATIONS)], number):
                figures.tried += 1
                used.add(what.split()[0])
                figures.count(PAIR, events.count(PAIR))
                figures.wrong += [f"{what}: {event}" for event in events if event != PAIR]
    figures.notes["commands by name"] = len(used & Commands.table.keys())
    figures.wrong += [f"'{name}' was not run" for name in Commands.table if name not in used]
    return figures


def _session(room: Path, situation: Path, seed: int) -> Iterator[tuple[str, list[str]]]:
    """Every command with one situation: what was typed, and what was heard or went wrong."""
    for name in ("home", "person", "out", "tmp"):
        (room / name).mkdir()
    environment = ear(room, *(room / name for name in ("home", "out", "tmp")))
    environment |= {"REHEARSE_HOME": str(room / "home"), "HOME": str(room / "person"), "TMPDIR": str(room / "tmp")}
    command = [sys.executable, "-m", "tests.faults.connecting", str(room), str(situation), str(seed)]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True)
    for line in done.stdout.splitlines():
        one = json.loads(line)
        yield one["what"], one["events"]
    left = [f"the process ended with {done.returncode}: {done.stderr[-400:]!r}"] if done.returncode else []
    yield "the process itself", [*heard(room), *left]
    for what, keys in _windows(situation.stem, room / "out"):
        yield what or MENU, [*_in_a_window(room / "home", what, keys, environment), *heard(room)]
    yield "the home folder", [f"holds {path}" for path in sorted((room / "person").rglob("*"))]


def run(room: Path, situation: Path, seed: int) -> None:
    """The session in this process, which is listened to: a line of JSON for every command."""
    files(room / "out")
    for step in steps(situation, room / "out", seed):
        code, told = _ran(step)
        wrong = [] if code in step.codes else [f"the exit code is {code}: {told[-300:]!r}"]
        print(json.dumps({"what": " ".join(step.arguments), "events": [*heard(room), *wrong]}), flush=True)


def _ran(step: Step) -> tuple[int, str]:
    from simulator.cli import main

    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    before, sys.stdin = sys.stdin, io.TextIOWrapper(io.BytesIO(step.typed.encode()))
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main(step.arguments)
    finally:
        sys.stdin = before
    return code, err.buffer.getvalue().decode()


# In windows ----------------------------------------------------------------------------------------


def _windows(name: str, out: Path) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """Commands that are run in a window, with what must be seen and what is typed then; the arguments as one text."""
    yield (
        f"play {name} --seed 3 --no-delay",
        (
            ("turn 1 of", "What was that like for you?" + ENTER),
            ("turn 2 of", "/hint" + ENTER),
            ("hint", "/end" + ENTER),
            ("", CTRL_D),
        ),
    )
    yield f"prepare {name}", (("  >", "It is hard." + ENTER), ("", CTRL_D))
    yield "note", (("Ctrl-D when it is done", "Thank you." + CTRL_D), ("Change it?", ENTER))
    yield "mark", (("Turn 1", CTRL_D),)
    yield "drill curiosity --seed 1", (("", CTRL_D),)
    yield f"lint --watch {out / FOLLOWED}", (("", CTRL_C),)
    yield "", (("What would you like to do?", "s" + ENTER), ("reads one", "q" + ENTER))


def _in_a_window(
    home: Path, what: str, keys: tuple[tuple[str, str], ...], environment: dict[str, str]
) -> Iterator[str]:
    try:
        with Window(home, *what.split(), **environment) as window:
            for shown, typed in keys:
                window.see(shown) if shown else window.settle(1.0)
                window.type(typed)
            for _ in range(20):  # whatever is still asked
                if not window.child.isalive():
                    break
                window.settle(0.5)
                window.type(CTRL_D)
            else:
                yield f"does not end: {window.text[-300:]!r}"
    except (AssertionError, OSError) as fault:
        yield str(fault)


if __name__ == "__main__":
    run(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
