"""Promise 1: what was acknowledged survives kill -9 at any moment, and a journal cut off at any byte."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from simulator.journal import Home, parse, read
from simulator.journal.errors import NoSessionError
from simulator.journal.records import encode
from tests.faults.figures import Figures
from tests.faults.writer import data

ROOT = Path(__file__).parents[2]
KILLS_A_SESSION = 8


def kills(times: int, seed: int = 0) -> Figures:
    """Kill a real program so many times while it writes; the next one goes on with the session it left."""
    chance = Random(seed)
    figures = Figures("kill -9 of a program that appends")
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder) / "home")
        while figures.tried < times:
            id = f"session-{figures.tried}"
            told = 0
            for _ in range(min(KILLS_A_SESSION, times - figures.tried)):
                told = max(told, _killed_at(chance.uniform(0, 0.05), home, id))
                figures.tried += 1
                _check(figures, home, id, told)
            figures.count("records acknowledged", told)
            figures.count("bad parts set aside", len(home.names().get(id, [])) - len(_own(home, id)))
    return figures


def cuts(records: int) -> Figures:
    """A journal of so many records cut off after every byte: every line before the cut must be read."""
    figures = Figures("journals cut off at every byte")
    lines = [encode("s", n, "turn", data(n))[0] for n in range(1, records + 1)]
    content = b"".join(lines)
    ends = [sum(map(len, lines[: n + 1])) for n in range(records)]
    for cut in range(len(content) + 1):
        figures.tried += 1
        whole = sum(end <= cut for end in ends)
        found = [record.data for record in parse(content[:cut], "s").records]
        if found != [data(n) for n in range(1, whole + 1)]:
            figures.wrong.append(f"cut at {cut}: {len(found)} records read of {whole}")
    return figures


def _killed_at(seconds: float, home: Home, id: str) -> int:
    """Let a program write for so long after it is ready, and kill it; the highest number it acknowledged."""
    command = [sys.executable, "-m", "tests.faults.writer", str(home.path), id]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(seconds)
        writer.kill()
        numbers = writer.stdout.read().split(b"\n")[:-1]
    return int(numbers[-1]) if numbers else 0


def _check(figures: Figures, home: Home, id: str, told: int) -> None:
    try:
        reading = read(home, id)
    except NoSessionError:
        if told:
            figures.wrong.append(f"{id}: {told} records acknowledged, the session is gone")
        figures.count("killed before there was a session")
        return
    if len(reading.records) < told:
        figures.wrong.append(f"{id}: {told} records acknowledged, {len(reading.records)} read")
    if any(record.data != data(record.n) for record in reading.records):
        figures.wrong.append(f"{id}: a record is not what was written")
    if reading.damage:
        figures.count("torn tails")


def _own(home: Home, id: str) -> list[str]:
    return [name for name in home.names().get(id, []) if ".damaged-" not in name]
