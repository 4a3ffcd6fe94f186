"""The program as it is, and wrong versions of it that the power cuts must find out."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from simulator.journal import Home, Journal, draft, erase
from simulator.journal.files import put, read_all, write_all
from tests.faults.model import ModelDisk


class LaxDisk(ModelDisk):
    """A disk on which calls of fsync are left out, as a forgetful program would leave them out."""

    skips: frozenset[str] = frozenset()

    def fsync(self, fd: int) -> None:
        kind = "folder" if isinstance(self._node(fd).now, dict) else "file"
        if kind not in self.skips:
            super().fsync(fd)


@contextlib.contextmanager
def without(home: Home, kind: str) -> Iterator[None]:
    """Leave out fsync of every "file" or "folder" for a while."""
    home.files.skips = frozenset({kind})
    yield
    home.files.skips = frozenset()


class Program:
    """as it is"""

    home: type[Home] = Home
    journal: type[Journal] = Journal

    def create(self, home: Home, id: str, data: dict) -> Journal:
        return self.journal.create(home, id, "turn", data)

    def open(self, home: Home, id: str) -> Journal:
        return self.journal.open(home, id)

    def append(self, home: Home, journal: Journal, data: dict) -> None:
        journal.append("turn", data)

    def save(self, home: Home, id: str, text: str) -> None:
        draft.save(home, id, text)

    def erase(self, home: Home, id: str) -> None:
        erase(home, id)


class AppendsUnsynced(Program):
    """tells before the record is synced"""

    def append(self, home: Home, journal: Journal, data: dict) -> None:
        with without(home, "file"):
            super().append(home, journal, data)


class CreatesUnsynced(Program):
    """forgets the folder when it makes a session"""

    def create(self, home: Home, id: str, data: dict) -> Journal:
        with without(home, "folder"):
            return super().create(home, id, data)


class ErasesUnsynced(Program):
    """forgets the folder when it erases"""

    def erase(self, home: Home, id: str) -> None:
        with without(home, "folder"):
            super().erase(home, id)


class SavesUnsynced(Program):
    """renames a draft before its content is synced"""

    def save(self, home: Home, id: str, text: str) -> None:
        with without(home, "file"):
            super().save(home, id, text)


class _InPlace(Journal):
    def append(self, kind: str, data: dict) -> None:
        before = read_all(self._files, self._fd)
        super().append(kind, data)
        line = read_all(self._files, self._fd)[len(before) :]
        self._files.ftruncate(self._fd, 0)
        write_all(self._files, self._fd, before + line)
        self._files.fsync(self._fd)


class RewritesInPlace(Program):
    """writes the whole file anew for every record"""

    journal = _InPlace


class _Trusting(Journal):
    def _make_sound(self, content: bytes) -> None:
        if self._kept.damage:
            super()._make_sound(content)


class TrustsTheCache(Program):
    """shows what a killed program left unsynced"""

    journal = _Trusting


class _Hasty(Journal):
    def _make_sound(self, content: bytes) -> None:
        if self._kept.damage:
            self._files.ftruncate(self._fd, self._kept.good_length)
            self._files.fsync(self._fd)
            put(self._files, self._home.file(self.id, "damaged-1"), content[self._kept.good_length :])
        super()._make_sound(content[: self._kept.good_length])


class CutsFirst(Program):
    """cuts the bad part before it is set aside"""

    journal = _Hasty


class _Settled(Home):
    def _make(self, folder: Path) -> None:
        if not self.files.access(folder, os.F_OK):
            super()._make(folder)


class TrustsFolders(Program):
    """takes folders that are there for folders that are safe"""

    home = _Settled


MUTANTS = (
    AppendsUnsynced,
    CreatesUnsynced,
    ErasesUnsynced,
    SavesUnsynced,
    RewritesInPlace,
    TrustsTheCache,
    CutsFirst,
    TrustsFolders,
)
