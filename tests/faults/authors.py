"""Promise 6: any scenario file loads or is refused with its place, soon, and what loads can be played to an end.

The mutants are loaded in processes of their own, so that one that dies or hangs is noticed and named. What is shipped
is no mutant: it is read once a process, or the time of a mutant would be theirs.
"""

import functools
import gc
import json
import re
import signal
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from scoring.authored import read_file, render
from simulator.authoring import load as room
from simulator.authoring.shelf import SHIPPED
from simulator.conversation.bots import BOTS
from simulator.conversation.simulate import no_ear
from simulator.conversation.talk import Stage, Talk
from simulator.persona.scenario import Scenario
from tests.faults.figures import Figures
from tests.faults.misspelling import SCENARIOS, spoilt
from tests.faults.workers import shared

PROCESSES = 2
SLOWEST = 20  # times the clean file
HANGS = 20  # seconds
TRIES = 4  # a machine that was busy may have made one slow
LOAD = 0.30  # of the mutants at least
RARELY = (200_000, 50, 1_000)  # thresholds of the garbage collector, which otherwise takes a quarter of the time
_PLACE = re.compile(r"[^\n]+:\d+:\d+: [YS]\d\d [^\n]+")


def authors(times: int) -> Figures:
    """So many mutants of the shipped scenarios: loaded and played, or refused with a place."""
    figures = Figures("spoilt scenario files")
    shares = [(first, times, PROCESSES) for first in range(min(PROCESSES, times))]
    for (first, *_), (lines, code, said) in shared("tests.faults.authors", shares):
        for line in lines:
            figures.tried += "came" in line
            for note in line.get("came", ()):
                figures.count(note)
            figures.wrong += line.get("wrong", [])
        done = lines[-1] if lines else {}
        if code or "slowest" not in done:
            figures.wrong.append(
                f"every mutant from {first} in steps of {PROCESSES}, after {len(lines)} of them: "
                f"the process ended with {code}: {said[-300:]!r}"
            )
            continue
        note = "times slower at most"
        figures.notes[note] = max(figures.notes.get(note, 0), round(done["slowest"]))
    if figures.notes.get("loaded", 0) < LOAD * figures.tried:
        figures.wrong.append(f"only {figures.notes.get('loaded', 0)} of {figures.tried} mutants load: they show little")
    return figures


def run(first: int, last: int, step: int = 1) -> None:
    """Try every *step*th of the mutants from *first* up to *last*, a line of JSON for each, and one at the end.

    In steps, since there are more scenarios than processes: each measures only some of the clean ones.
    """
    signal.signal(signal.SIGALRM, signal.default_int_handler)
    gc.set_threshold(*RARELY)
    room.read_file = _reading_layers_once()
    slowest, clean = 0.0, {}
    with tempfile.TemporaryDirectory() as folder:
        for number in range(first, last, step):
            place = number % len(SCENARIOS)
            path = _path(place, Path(folder))
            if place not in clean:
                clean[place] = _fastest(place, path)
            path.write_text(spoilt(place, Random(number)), encoding="utf-8", errors="surrogatepass")
            signal.alarm(HANGS)
            try:
                came, slower = tried(path, clean[place], number)
                wrong = [f"mutant {number} of {path.name}: {slower:.0f} times slower"] if slower > SLOWEST else []
                slowest = max(slowest, slower)
            except (Exception, KeyboardInterrupt) as fault:
                came, wrong = "failed", [f"mutant {number} of {path.name}: {type(fault).__name__}: {fault}"]
            signal.alarm(0)
            path.unlink()
            print(json.dumps({"came": [came], "wrong": wrong}))
    print(json.dumps({"slowest": slowest}))


def _path(place: int, folder: Path) -> Path:
    """Where the mutants of the scenario at *place* are written: alone, so that a second talk finds the first one as it
    was shipped and not a mutant of it."""
    made = folder / str(place)
    made.mkdir(exist_ok=True)
    return made / SCENARIOS[place].name


def _reading_layers_once():
    """The reading of files, which remembers what is shipped."""
    remembered = functools.cache(read_file)

    def reading(path: Path, shown: str | None = None):
        return (remembered if SHIPPED in path.parents else read_file)(path, shown)

    return reading


def _fastest(place: int, path: Path) -> float:
    """Seconds for the clean file at *place*, read from where the mutants will be: what is shipped is remembered."""
    path.write_bytes(SCENARIOS[place].read_bytes())
    return min(_seconds(path)[0] for _ in range(2))


def _seconds(path: Path) -> tuple[float, Scenario | None, list]:
    start = time.process_time()
    scenario, problems = room.load(path)
    return time.process_time() - start, scenario, problems


def tried(path: Path, clean: float, number: int) -> tuple[str, float]:
    """What came of loading the file at *path*, and how many times longer than *clean* it took."""
    slower = float("inf")
    for _ in range(TRIES):
        seconds, scenario, problems = _seconds(path)
        slower = min(slower, seconds / clean)
        if slower <= SLOWEST:
            break
    if scenario is None:
        assert problems, "refused without a word"
        for problem in problems:
            assert _PLACE.match(render(problem)), render(problem)
        return "refused", slower
    assert not problems, "loaded with problems"
    _play(scenario, number)
    return "loaded", slower


def _play(scenario: Scenario, seed: int) -> None:
    """One conversation with a bot that tries everything, to its end."""
    talk, draw = Talk(Stage(scenario), no_ear, seed, "standard"), Random(seed)
    while not talk.over:
        turn = talk.take(BOTS["wanderer"](talk.mind, scenario, draw))
        assert turn.reply, "an answer without a word"
    assert talk.finish().ending in [ending.id for ending in scenario.endings]


if __name__ == "__main__":
    run(*map(int, sys.argv[1:]))
