"""The one seam to the disk: the calls of `os` that this room makes, and what is built on them.

Tests put a model of a disk here that loses power, fills up or refuses.
"""

import contextlib
import errno
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

_ALWAYS = os.O_NOFOLLOW | os.O_CLOEXEC
READ = os.O_RDONLY | _ALWAYS
APPEND = os.O_RDWR | os.O_APPEND | _ALWAYS
NEW = APPEND | os.O_CREAT
FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_FULL_SYNC = getattr(fcntl, "F_FULLFSYNC", None)


class Files(Protocol):
    """The functions of `os` and `fcntl` with these names, which raise OSError. What `open` makes has mode 0600."""

    def open(self, path: Path, flags: int) -> int: ...
    def pread(self, fd: int, size: int, offset: int) -> bytes: ...
    def write(self, fd: int, content: bytes) -> int: ...
    def ftruncate(self, fd: int, length: int) -> None: ...
    def fsync(self, fd: int) -> None: ...
    def fstat(self, fd: int) -> os.stat_result: ...
    def flock(self, fd: int, operation: int) -> None: ...
    def close(self, fd: int) -> None: ...
    def rename(self, old: Path, new: Path) -> None: ...
    def unlink(self, path: Path) -> None: ...
    def listdir(self, folder: Path) -> list[str]: ...
    def mkdir(self, folder: Path, mode: int) -> None: ...
    def chmod(self, path: Path, mode: int) -> None: ...
    def access(self, path: Path, mode: int) -> bool: ...


class Disk:
    """The real disk."""

    pread = staticmethod(os.pread)
    write = staticmethod(os.write)
    ftruncate = staticmethod(os.ftruncate)
    fstat = staticmethod(os.fstat)
    flock = staticmethod(fcntl.flock)
    close = staticmethod(os.close)
    rename = staticmethod(os.rename)
    unlink = staticmethod(os.unlink)
    listdir = staticmethod(os.listdir)
    mkdir = staticmethod(os.mkdir)
    chmod = staticmethod(os.chmod)
    access = staticmethod(os.access)

    @staticmethod
    def open(path: Path, flags: int) -> int:
        """As os.open, which would make files that everybody may run."""
        return os.open(path, flags, 0o600)

    @staticmethod
    def fsync(fd: int) -> None:
        """Return when the bytes are on the medium. On macOS fsync alone leaves them in the drive's cache."""
        if _FULL_SYNC is not None:
            with contextlib.suppress(OSError):  # not every file system knows it
                fcntl.fcntl(fd, _FULL_SYNC)
                return
        os.fsync(fd)


@contextlib.contextmanager
def opened(files: Files, path: Path, flags: int) -> Iterator[int]:
    """The file *path*, closed at the end."""
    fd = files.open(path, flags)
    try:
        yield fd
    finally:
        files.close(fd)


def read_all(files: Files, fd: int) -> bytes:
    """Everything in the file."""
    content = bytearray()
    while piece := files.pread(fd, 1 << 20, len(content)):
        content += piece
    return bytes(content)


def write_all(files: Files, fd: int, content: bytes) -> None:
    """Write the whole of *content*: the system may take less than it is given, without an error."""
    rest = memoryview(content)
    while rest:
        taken = files.write(fd, bytes(rest))
        if not taken:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        rest = rest[taken:]


def sync_folder(files: Files, folder: Path) -> None:
    """Return when the names in *folder* are on the medium."""
    with opened(files, folder, FOLDER) as fd:
        try:
            files.fsync(fd)
        except OSError as error:
            if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some network disks cannot, and say so
                raise


def put(files: Files, path: Path, content: bytes) -> None:
    """Make *path* hold *content*, or leave what was there: written beside, synced, renamed, the folder synced."""
    beside = path.with_name(path.name + ".new")
    try:
        with opened(files, beside, NEW) as fd:
            files.ftruncate(fd, 0)  # left there by a program that was killed
            write_all(files, fd, content)
            files.fsync(fd)
        files.rename(beside, path)
    except OSError:
        forget(files, beside)
        raise
    sync_folder(files, path.parent)


def remove(files: Files, path: Path) -> None:
    """Make sure that there is no file *path*."""
    with contextlib.suppress(FileNotFoundError):
        files.unlink(path)


def forget(files: Files, path: Path) -> None:
    """Remove what a failure would leave behind, where that can be done."""
    with contextlib.suppress(OSError):
        files.unlink(path)
