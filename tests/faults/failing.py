"""Promise 4: when the disk refuses, it is told at once, and what was kept stays as it was."""

import errno
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from simulator.journal import Home, Journal, JournalError, draft, erase, parse, read
from simulator.journal.files import APPEND, Files, write_all
from tests.faults.figures import Figures
from tests.faults.model import ModelDisk

_WRITING = frozenset({"open", "write", "ftruncate", "fsync", "rename", "unlink", "mkdir", "chmod"})


@dataclass(frozen=True, slots=True)
class Trouble:
    """A way in which a disk refuses: with which error, which calls, and whether for good."""

    what: str
    error: int
    calls: frozenset[str]
    lasts: bool


TROUBLES = (
    Trouble("a fault that passes", errno.EIO, _WRITING, False),
    Trouble("a disk that is full", errno.ENOSPC, frozenset({"open", "write", "mkdir"}), True),
    Trouble("a disk that can only be read any more", errno.EROFS, _WRITING, True),
)


class FailingDisk:
    """*disk*, refusing call number *at* of those that would change something. A refused write may take half first."""

    def __init__(self, disk: Files, trouble: Trouble, at: int):
        self._disk = disk
        self._trouble = trouble
        self._at = at
        self.calls = 0
        self.refused = 0

    def __getattr__(self, name: str) -> Callable:
        real = getattr(self._disk, name)
        if name not in _WRITING:
            return real

        def call(*args):
            if name == "open" and not args[1] & (os.O_CREAT if self._trouble.error == errno.ENOSPC else os.O_RDWR):
                return real(*args)
            self.calls += 1
            if name in self._trouble.calls and self._is_due():
                self.refused += 1
                if name == "write" and self._trouble.error != errno.EROFS:
                    real(args[0], args[1][: len(args[1]) // 2] or args[1])
                raise OSError(self._trouble.error, os.strerror(self._trouble.error))
            return real(*args)

        return call

    def _is_due(self) -> bool:
        return self.calls > self._at if self._trouble.lasts else self.calls > self._at and not self.refused


class Evening:
    """Somebody's work with two sessions, on a disk that refuses somewhere on the way."""

    def __init__(self, trouble: Trouble, at: int):
        self.trouble = trouble
        self.model = ModelDisk()
        self.disk = FailingDisk(self.model, trouble, at)
        self.home = Home(Path("/home/ann/rehearse"), self.disk)
        self.sound = Home(self.home.path, self.model)
        self.kept: dict[str, list[dict]] = {}
        self.asked: dict[str, list[dict]] = {"a": [], "b": []}  # since the last that was kept
        self.erasing: set[str] = set()
        self.drafts = {""}
        self.journal: Journal | None = None
        self.wrong: list[str] = []

    def run(self) -> None:
        """Sessions made, torn, opened, written and erased: some 250 calls that change something."""
        for id in ("a", "b"):
            self._try(self._create, id)
            for round in range(3):
                for n in range(10):
                    self._try(self._append, id, {"text": f"{id} {round} {n}"})
                self._try(self._save, id, f"half {round}")
                self._tear(id)
                self._try(self._open, id)
        self._close()
        self._try(self._erase, "b")
        self._check()

    def _try(self, step: Callable, *args) -> None:
        before = self.disk.refused
        told = ""
        try:
            step(*args)
        except JournalError as error:
            told = str(error)
        except Exception as error:
            self.wrong.append(f"{step.__name__}: {type(error).__name__}: {error}")
        if bool(told) != (self.disk.refused > before):
            self.wrong.append(f"{step.__name__}: {told or 'not told'}")

    def _create(self, id: str) -> None:
        self._close()
        data = {"text": f"first of {id}"}
        self.journal = Journal.create(self.home, id, "turn", data)
        self.kept[id] = [data]

    def _open(self, id: str) -> None:
        self._close()
        if id in self.kept:
            self.journal = Journal.open(self.home, id)
            found = [record.data for record in self.journal.records]
            self._compare(id, found)
            self.kept[id] = found
            self.asked[id] = []

    def _append(self, id: str, data: dict) -> None:
        if self.journal is None:
            self._open(id)
        if self.journal is not None:
            self.asked[id].append(data)
            self.journal.append("turn", data)
            self.kept[id].append(data)
            self.asked[id] = []

    def _save(self, id: str, text: str) -> None:
        if id == "a" and id in self.kept:
            self.drafts.add(text)
            draft.save(self.home, id, text)
            self.drafts = {text}

    def _erase(self, id: str) -> None:
        self.erasing.add(id)
        erase(self.home, id)
        self.kept.pop(id, None)

    def _close(self) -> None:
        if self.journal is not None:
            self.journal.close()
            self.journal = None

    def _tear(self, id: str) -> None:
        """Leave half a line at the end, as a program that was killed would."""
        self._close()
        if id in self.kept:
            fd = self.model.open(self.home.file(id, "jsonl"), APPEND)
            write_all(self.model, fd, b'{"n": 99, "kind"')
            self.model.close(fd)

    def _compare(self, id: str, found: list[dict]) -> None:
        kept = self.kept[id]
        if found not in (kept, *([*kept, data] for data in self.asked[id])):
            self.wrong.append(f"{id}: {len(kept)} records kept, {len(found)} found")

    def _check(self) -> None:
        """The disk is well again: everything kept must be there, and must go on."""
        files = self.model.contents()
        for id in self.kept:
            path = str(self.home.file(id, "jsonl"))
            if id in self.erasing and path not in files:
                continue
            found = [record.data for record in parse(files.get(path, b""), id).records]
            self._compare(id, found)
            with Journal.open(self.sound, id) as journal:
                journal.append("turn", {"text": "well again"})
            if read(self.sound, id).damage or len(read(self.sound, id).records) != len(found) + 1:
                self.wrong.append(f"{id}: cannot go on")
        if "a" in self.kept and draft.load(self.sound, "a") not in self.drafts:
            self.wrong.append("the draft is lost")


def failures(calls: int) -> Figures:
    """Every kind of trouble at each of the first so many calls that change something."""
    figures = Figures("refusing disks: " + ", ".join(trouble.what for trouble in TROUBLES))
    for trouble in TROUBLES:
        for at in range(calls):
            evening = Evening(trouble, at)
            evening.run()
            figures.tried += 1
            if not evening.disk.refused:
                evening.wrong.append("nothing was refused")
            figures.wrong += [f"{trouble.what}, call {at}: {wrong}" for wrong in evening.wrong]
            figures.count("refusals", evening.disk.refused)
    return figures
