"""A program to be killed: keeps records as fast as it can and says each number once it is kept.

    python -m tests.faults.writer HOME ID

A record holds a text that its number alone decides, so that whoever reads it knows what it must be.
"""

import os
import sys
import time
from pathlib import Path
from random import Random

from simulator.journal import Home, Journal, NoSessionError, draft
from simulator.journal.files import Disk


class SlowDisk(Disk):
    """Takes a few bytes at a time, and its time, so that a kill finds half-written lines."""

    @staticmethod
    def write(fd: int, content: bytes) -> int:
        time.sleep(0.0002)
        return os.write(fd, content[:40])


def data(n: int) -> dict:
    """What record *n* holds."""
    return {"text": f"record {n} " + "é" * Random(n).choice([0, 10, 500])}


def main(home: Home, id: str) -> None:
    """Open the session again and again and append to it, until somebody puts an end to it."""
    os.write(1, b"ready\n")
    while True:
        try:
            journal = Journal.open(home, id)
        except NoSessionError:
            journal = Journal.create(home, id, "turn", data(1))
            os.write(1, b"1\n")
        with journal:
            for _ in range(8):
                record = journal.append("turn", data(len(journal.records) + 1))
                os.write(1, b"%d\n" % record.n)
            draft.save(home, id, data(record.n)["text"])


if __name__ == "__main__":
    main(Home(Path(sys.argv[1]), SlowDisk()), sys.argv[2])
