"""Erasing: everything of a session goes, the set-aside parts and half-typed text too.

Outside of it: backups, copies given to others, and what a disk keeps of blocks that no file owns any more.
"""

import contextlib
import errno
from collections.abc import Iterator

from simulator.journal.errors import InUseError, refused
from simulator.journal.files import APPEND, remove, sync_folder
from simulator.journal.home import Home
from simulator.journal.lock import lock

_UNWRITABLE = (errno.ENOENT, errno.EACCES, errno.EPERM, errno.ELOOP)
"""Why a journal cannot be opened that nobody else has open either: not there, not allowed, a link."""


def erase(home: Home, id: str) -> int:
    """Erase the session and return how many files it had; 0 when there was nothing.

    InUseError when it is being written. JournalError when a file cannot be erased; the session is still listed
    then, and may be erased again.
    """
    home.file(id, "jsonl")  # refuses what is no id before anything is looked for
    return _erase(home, id)


def erase_all(home: Home) -> int:
    """Erase every session, also what is left of broken ones, and return how many files there were.

    A session being written does not keep the others from being erased; InUseError names it at the end.
    """
    count = 0
    busy: InUseError | None = None
    for id in home.names():
        try:
            count += _erase(home, id)
        except InUseError as error:
            busy = error
    if busy:
        raise busy
    return count


def _erase(home: Home, id: str) -> int:
    path = home.sessions
    with _held(home, id):
        names = home.names().get(id, [])
        # The journal goes last: while anything is left, the session is still listed.
        journal = [name for name in names if name == f"{id}.jsonl"]
        others = [name for name in names if name not in journal]
        try:
            for stage in filter(None, (others, journal)):
                for name in stage:
                    path = home.sessions / name
                    remove(home.files, path)
                sync_folder(home.files, home.sessions)
        except OSError as error:
            raise refused("erased", path, error) from error
    return len(names)


@contextlib.contextmanager
def _held(home: Home, id: str) -> Iterator[None]:
    """Keep others from writing the session meanwhile."""
    path = home.file(id, "jsonl")
    try:
        fd = home.files.open(path, APPEND)
    except OSError as error:
        if error.errno not in _UNWRITABLE:
            raise refused("erased", path, error) from error
        yield
        return
    try:
        lock(home.files, fd, id)
        yield
    finally:
        home.files.close(fd)
