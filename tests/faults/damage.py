"""Promise 3: a damaged journal gives back true records or none, and the bad part is set aside, never deleted."""

from collections.abc import Iterator
from pathlib import Path

from simulator.journal import Home, Journal, Record, parse
from simulator.journal.records import encode
from tests.faults.figures import Figures
from tests.faults.model import ModelDisk


def damages(records: int) -> Figures:
    """Every truncation and every flipped bit of a journal of so many records."""
    figures = Figures("truncations and flipped bits of a journal")
    written = [encode("s", n, "turn", {"text": f"Wie geht's, Nr. {n}? 😀"}) for n in range(1, records + 1)]
    content = b"".join(line for line, _ in written)
    truth = [record for _, record in written]
    for what, bad in _damaged(content):
        figures.tried += 1
        figures.wrong += [f"{what}: {wrong}" for wrong in _faults(bad, truth)]
        figures.count("records still read", len(parse(bad, "s").records))
    return figures


def _damaged(content: bytes) -> Iterator[tuple[str, bytes]]:
    for length in range(len(content)):
        yield f"cut at {length}", content[:length]
    for place in range(len(content)):
        for bit in range(8):
            bad = bytearray(content)
            bad[place] ^= 1 << bit
            yield f"bit {bit} of byte {place}", bytes(bad)


def _faults(bad: bytes, truth: list[Record]) -> list[str]:
    """What goes wrong when a program finds the journal *bad*, opens it and goes on."""
    home, path = _disk_with(bad)
    with Journal.open(home, "s") as journal:
        found = list(journal.records)
        aside = home.files.contents()[str(journal.aside)] if journal.aside else b""
        last = journal.append("turn", {"text": "and on"})
    files = home.files.contents()
    faults = []
    if found != truth[: len(found)]:
        faults.append("a record that was never written")
    if not files[path].startswith(bad[: len(bad) - len(aside)]) or not bad.endswith(aside):
        faults.append("bytes of the journal are neither in it nor set aside")
    if list(parse(files[path], "s").records) != [*found, last]:
        faults.append("the session cannot go on")
    return faults


def _disk_with(content: bytes) -> tuple[Home, str]:
    home = Home(Path("/home"), ModelDisk())
    home.prepare()
    path = home.file("s", "jsonl")
    fd = home.files.open(path, 0o100)
    home.files._open[fd][0].now = content
    home.files.close(fd)
    return home, str(path)
