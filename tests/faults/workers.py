"""Processes that share the work of a course. All are read at once: one that nobody reads stands still after a while."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parents[2]

Told = tuple[list[dict], int, str]
"""The lines of JSON that a process wrote, its exit code, and what it said on standard error."""


def shared(module: str, shares: Sequence[Sequence[int]]) -> Iterator[tuple[Sequence[int], Told]]:
    """Runs *module* in a process for each of *shares*, the numbers it is given, all at once; what each has told.

    They belong to a session of their own, so that Ctrl-C is for the one that waits here, who ends them.
    """
    processes = [_begun(module, share) for share in shares]
    with ThreadPoolExecutor(len(processes)) as pool:
        try:
            yield from zip(shares, pool.map(_told, processes), strict=True)
        finally:
            for process in processes:
                process.kill()


def _begun(module: str, share: Sequence[int]) -> subprocess.Popen:
    command = [sys.executable, "-m", module, *map(str, share)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, stdout=pipe, stderr=pipe, text=True, start_new_session=True)


def _told(process: subprocess.Popen) -> Told:
    out, said = process.communicate()
    whole = out[: out.rfind("\n") + 1]  # one that is killed may stop in the middle of a line
    return [json.loads(line) for line in whole.splitlines()], process.returncode, said
