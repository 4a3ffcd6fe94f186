"""One session while it is written: locked, appended to, each record on the medium before anybody is told."""

import contextlib
from pathlib import Path
from typing import Any, Self

from simulator.journal.errors import JournalError, missing, reason, refused
from simulator.journal.files import APPEND, NEW, forget, put, read_all, sync_folder, write_all
from simulator.journal.home import Home
from simulator.journal.lock import closed_on_error, lock
from simulator.journal.records import Damage, Reading, Record, encode, parse


class Journal:
    """A session open for writing, by this program only and in one thread. Made by `create` and `open`.

    *damage* is what `open` found wrong and *aside* the file that now holds the bad part; both None for a sound one.
    """

    def __init__(self, home: Home, id: str, fd: int, kept: Reading):
        self.id = id
        self.damage: Damage | None = None
        self.aside: Path | None = None
        self._home = home
        self._files = home.files
        self._path = home.file(id, "jsonl")
        self._fd = fd
        self._kept = kept
        self._untidy = False  # the file may hold bytes after what is kept

    @classmethod
    def create(cls, home: Home, id: str, kind: str, data: dict[str, Any]) -> Self:
        """A new session with its first record: after a fault at any moment it is there with that record or not at all.

        JournalError when it cannot be made or is there already; TypeError or ValueError for data JSON cannot hold.
        """
        path = home.file(id, "jsonl")
        line, record = encode(id, 1, kind, data)
        home.prepare()
        try:
            fd = _first(home, id, line)
        except OSError as error:
            raise refused("made", path, error) from error
        return cls(home, id, fd, Reading((record,), len(line), None))

    @classmethod
    def open(cls, home: Home, id: str) -> Self:
        """A session to go on with. A bad part is set aside as `<id>.damaged-N` first, then cut from the journal.

        NoSessionError, InUseError, or JournalError when it cannot be read, or not be made sound again.
        """
        path = home.file(id, "jsonl")
        try:
            fd = home.files.open(path, APPEND)
            with closed_on_error(home.files, fd):
                lock(home.files, fd, id)
                if not home.files.fstat(fd).st_nlink:  # erased between opening and locking
                    raise missing(path)
                content = read_all(home.files, fd)
                journal = cls(home, id, fd, parse(content, id))
                journal._make_sound(content)
                return journal
        except FileNotFoundError as error:
            raise missing(path) from error
        except OSError as error:
            raise refused("opened for writing", path, error) from error

    @property
    def records(self) -> tuple[Record, ...]:
        """Everything that is kept, in order."""
        return self._kept.records

    def append(self, kind: str, data: dict[str, Any]) -> Record:
        """Keep one record and return it as it will be read; it is on the medium when this returns.

        JournalError when it could not be kept: the file is cut back to what it held, and append may be tried again.
        (Where cutting fails too, the record may be there after all when the session is opened the next time.)
        TypeError or ValueError for data that JSON cannot hold; nothing is touched then.
        """
        n = len(self._kept.records) + 1
        line, record = encode(self.id, n, kind, data)
        try:
            self._cut_back()
            self._untidy = True
            write_all(self._files, self._fd, line)
            self._files.fsync(self._fd)
        except OSError as error:
            with contextlib.suppress(OSError):
                self._cut_back()
            raise JournalError(
                f"This could not be kept in {str(self._path)!r}: {reason(error)}. What was there before is safe."
            ) from error
        # One assignment, so that Ctrl-C finds the record kept or not kept, never half.
        self._kept = Reading((*self._kept.records, record), self._kept.good_length + len(line), None)
        self._untidy = False
        return record

    def close(self) -> None:
        """Let go of the session; a second time does nothing."""
        if self._fd >= 0:
            with contextlib.suppress(OSError):  # everything kept is synced; there is nothing left to lose
                self._cut_back()
            with contextlib.suppress(OSError):
                self._files.close(self._fd)
            self._fd = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _make_sound(self, content: bytes) -> None:
        if self._kept.damage:
            self.damage = self._kept.damage
            self.aside = _free_name(self._home, self.id)
            put(self._files, self.aside, content[self._kept.good_length :])
            self._files.ftruncate(self._fd, self._kept.good_length)
        # A program that was killed may have left lines, or the file's very name, in the system's memory only.
        # Nobody may see them before they are on the medium.
        self._files.fsync(self._fd)
        sync_folder(self._files, self._path.parent)

    def _cut_back(self) -> None:
        """Cut what an append left behind that failed, or that Ctrl-C interrupted."""
        if self._untidy:
            self._files.ftruncate(self._fd, self._kept.good_length)
            self._files.fsync(self._fd)
            self._untidy = False


def _first(home: Home, id: str, line: bytes) -> int:
    """Make the journal with its first *line*, and return it open and locked."""
    files = home.files
    path = home.file(id, "jsonl")
    beside = path.with_name(path.name + ".new")
    fd = files.open(beside, NEW)
    with closed_on_error(files, fd):
        # Locked before it gets its name, so that of two programs with one id only one goes on.
        lock(files, fd, id)
        # Not only a journal: a draft that outlived one would turn up in a conversation it does not belong to.
        if any(name != beside.name for name in home.names().get(id, [])):
            forget(files, beside)
            raise JournalError(f"There is a session {id!r} already, or something left of one; choose another name.")
        try:
            files.ftruncate(fd, 0)  # left there by a program that was killed
            write_all(files, fd, line)
            files.fsync(fd)
            files.rename(beside, path)
        except OSError:
            forget(files, beside)
            raise
        try:
            sync_folder(files, path.parent)
        except OSError:
            forget(files, path)
            raise
        return fd


def _free_name(home: Home, id: str) -> Path:
    """The first of `<id>.damaged-1`, `-2` ... that is free."""
    taken = home.names().get(id, [])
    n = 1
    while f"{id}.damaged-{n}" in taken:
        n += 1
    return home.file(id, f"damaged-{n}")
