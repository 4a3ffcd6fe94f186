"""Who may write a session: the one program that holds the lock on its journal. The system lets go when it dies."""

import contextlib
import fcntl
from collections.abc import Iterator

from simulator.journal.errors import InUseError
from simulator.journal.files import Files


def lock(files: Files, fd: int, id: str) -> None:
    """Take the lock on an open journal, or InUseError at once. It goes with the file through a rename."""
    try:
        files.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise InUseError(f"The session {id!r} is open in another window; close it there first.") from error


@contextlib.contextmanager
def closed_on_error(files: Files, fd: int) -> Iterator[None]:
    """Close *fd*, and with it let go of the lock, when the block fails."""
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            files.close(fd)
        raise
