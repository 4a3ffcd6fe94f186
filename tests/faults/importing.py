"""Promise 11: whatever is given for a transcript, there comes a result or a plain refusal, soon and in little memory.

The mutants are read and reviewed in processes of their own, so that one that dies or hangs is noticed and named.
"""

import contextlib
import json
import resource
import signal
import sys
import time
from dataclasses import dataclass
from random import Random

from simulator.importers import Transcript, TranscriptError, WhoError, recognised, whose
from simulator.importers.decoding import opened
from simulator.report.imported import review_transcript
from tests.faults.figures import Figures
from tests.faults.spoiling import EXPORTS, spoilt
from tests.faults.workers import shared

PROCESSES = 2
SLOWEST = 20  # times the clean file, in reading; what is scored after that is shown in the table
MOST_MEMORY = 300 * 2**20
HANGS = 20  # seconds
TRIES = 4  # a machine that was busy may have made one slow


@dataclass(frozen=True, slots=True)
class Seconds:
    """Time of the processor for reading a file and for scoring what was read; or how many times longer that took."""

    reading: float
    scoring: float


def imports(times: int) -> Figures:
    """So many mutants of real exports: read and reviewed, or refused with a place."""
    figures = Figures("spoilt exports")
    share = -(-times // PROCESSES)
    shares = [(first, min(first + share, times)) for first in range(0, times, share)]
    for (first, last), (lines, code, said) in shared("tests.faults.importing", shares):
        figures.tried += sum("came" in line for line in lines)
        for line in lines:
            for note, count in line.get("came", {}).items():
                figures.count(note, count)
            figures.wrong += line.get("wrong", [])
        done = lines[-1] if lines else {}
        if code or "peak" not in done:
            figures.wrong.append(f"mutants {first} to {last}: the process ended with {code}: {said[-300:]!r}")
            continue
        figures.notes["MB at most"] = max(figures.notes.get("MB at most", 0), done["peak"] // 2**20)
        for part in ("reading", "scoring"):
            note = f"times slower at most in {part}"
            figures.notes[note] = max(figures.notes.get(note, 0), round(done[part]))
        if done["peak"] > MOST_MEMORY:
            figures.wrong.append(f"mutants {first} to {last}: {done['peak'] // 2**20} MB")
    return figures


def run(first: int, last: int) -> None:
    """Try the mutants from *first* up to *last*, a line of JSON for each, and one at the end."""
    signal.signal(signal.SIGALRM, signal.default_int_handler)
    clean = [_fastest(path.name, path.read_bytes()) for path in EXPORTS]
    most = Seconds(0.0, 0.0)
    for number in range(first, last):
        place = number % len(EXPORTS)
        path = EXPORTS[place]
        data = spoilt(place, Random(number))
        signal.alarm(HANGS)
        try:
            slower, came = _tried(path.name, data, clean[place])
            wrong = [f"mutant {number} of {path.name}: {slower.reading:.0f} times"] if slower.reading > SLOWEST else []
            most = Seconds(max(most.reading, slower.reading), max(most.scoring, slower.scoring))
        except (Exception, KeyboardInterrupt) as fault:
            came, wrong = "failed", [f"mutant {number} of {path.name}: {type(fault).__name__}: {fault}"]
        signal.alarm(0)
        print(json.dumps({"came": {came: 1}, "wrong": wrong}))
    print(json.dumps({"peak": peak_memory(), "reading": most.reading, "scoring": most.scoring}))


def peak_memory() -> int:
    """The most memory in bytes that this process has had. On Linux, getrusage counts what its parent had, too."""
    with contextlib.suppress(OSError), open("/proc/self/status") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM"))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _fastest(name: str, data: bytes) -> Seconds:
    taken = [attempt(name, data)[0] for _ in range(TRIES)]
    return Seconds(min(one.reading for one in taken), min(one.scoring for one in taken))


def _tried(name: str, data: bytes, clean: Seconds) -> tuple[Seconds, str]:
    """How many times longer than *clean* it took to read and to score *data*, and what came of it."""
    best = Seconds(float("inf"), float("inf"))
    came = ""
    for _ in range(TRIES):
        taken, came = attempt(name, data)
        best = Seconds(
            min(best.reading, taken.reading / clean.reading), min(best.scoring, taken.scoring / clean.scoring)
        )
        if best.reading <= SLOWEST:
            break
    return best, came


def attempt(name: str, data: bytes) -> tuple[Seconds, str]:
    """Read and review *data*: what it took, and "read" or "refused". AssertionError where it is not as promised."""
    start = time.process_time()
    try:
        transcript = recognised(opened(name, data))
    except TranscriptError as refused:
        taken = Seconds(time.process_time() - start, 0.0)
        text, place = str(refused), refused.problem.place
        assert text.startswith(f"{name}:{place.line}:{place.column}: I"), text
        assert "\n" not in text, text
        return taken, "refused"
    read = time.process_time()
    _check(transcript)
    return Seconds(read - start, time.process_time() - read), "read"


def _check(transcript: Transcript) -> None:
    assert transcript.utterances
    assert all(one.text.strip() and one.speaker.strip() for one in transcript.utterances)
    try:
        me = whose(transcript, transcript.speakers[0])
    except WhoError:
        me = transcript.speakers[0]
    review = review_transcript(transcript, me)
    said = [one.text for one in transcript.utterances if one.speaker == me]
    assert [line.text for line in review.lines] == said
    assert all(f.quote == line.text[f.start : f.end] for line in review.lines for f in line.findings)


if __name__ == "__main__":
    run(int(sys.argv[1]), int(sys.argv[2]))
