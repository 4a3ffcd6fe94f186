"""`rehearse detect` over many lines: what two processes cost beside one, and whether memory grows with the lines."""

import json
import os
import subprocess
import sys
from itertools import islice
from pathlib import Path

from tests.benchmarks.ratios import Ratio
from tests.benchmarks.texts import FITTED, rows_of

LINES = 8_000  # enough that loading the ear twice does not decide
FEW = 1_000
REHEARSE = Path(sys.executable).with_name("rehearse")


def bulk() -> list[Ratio]:
    """CPU of two processes beside one on the same lines, and peak memory on many lines beside few."""
    one, peak = _cost(LINES, 1)
    two, _ = _cost(LINES, 2)
    _, small = _cost(FEW, 1)
    return [
        Ratio("CPU of detect --jobs 2", "that of --jobs 1", two / one, 1.1),
        Ratio(f"memory of detect over {LINES:,} lines", f"that over {FEW:,}", peak / small, 1.1),
    ]


def _cost(lines: int, jobs: int) -> tuple[float, float]:
    """Seconds of CPU, all processes together, and the peak memory of the largest one in KiB."""
    rows = [json.dumps(row) + "\n" for row in islice((row for file in FITTED for row in rows_of(file)), lines)]
    command = [str(REHEARSE), "detect", "--jobs", str(jobs)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as process:
        process.stdin.writelines(rows)
        process.stdin.close()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"rehearse detect ended with {process.returncode}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss
