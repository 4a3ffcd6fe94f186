"""What can go wrong with kept sessions, each with a message for people: what, where, what to do."""

import errno
from pathlib import Path

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EFBIG: "the file may not grow any further",
    errno.EROFS: "the disk can only be read",
    errno.EACCES: "you are not allowed to",
    errno.EPERM: "you are not allowed to",
    errno.EIO: "the disk reports a fault",
    errno.EBADF: "the session is closed already",
    errno.ELOOP: "it is a link, and links are not followed here",
    errno.ENOENT: "there is no such place",
    errno.ENOTDIR: "a file stands where a folder should be",
    errno.EISDIR: "a folder stands where a file should be",
}


class JournalError(Exception):
    """A session could not be kept, read or erased."""


class HomeError(JournalError):
    """The data folder cannot be made or written."""


class IdError(JournalError):
    """This is no name of a session."""


class InUseError(JournalError):
    """Another program writes this session now."""


class NoSessionError(JournalError):
    """There is no such session."""


def reason(error: OSError) -> str:
    """Why the system refused, in plain words."""
    return _REASONS.get(error.errno or 0) or error.strerror or "the system refused"


def refused(done: str, path: Path, error: OSError) -> JournalError:
    """What to tell when the file *path* could not be *done* ("opened", "erased")."""
    return JournalError(f"{str(path)!r} could not be {done}: {reason(error)}.")


def missing(path: Path) -> NoSessionError:
    """What to tell when there is no journal at *path*."""
    return NoSessionError(
        f"There is no session {path.stem!r} in {str(path.parent)!r}; `rehearse sessions` lists yours."
    )
