"""Looking at sessions without a lock, also while one is being written."""

from dataclasses import dataclass

from simulator.journal.errors import missing, refused
from simulator.journal.files import READ, opened, read_all
from simulator.journal.home import Home
from simulator.journal.records import Reading, Record, parse


@dataclass(frozen=True, slots=True)
class Listed:
    """A session: its id, its first record (None where that is damaged or cannot be read), and when it last changed.

    *changed* is in seconds since 1970.
    """

    id: str
    first: Record | None
    changed: float


def read(home: Home, id: str) -> Reading:
    """What is kept of a session. NoSessionError, or JournalError when it cannot be read; never for damage."""
    path = home.file(id, "jsonl")
    try:
        with opened(home.files, path, READ) as fd:
            return parse(read_all(home.files, fd), id)
    except FileNotFoundError as error:
        raise missing(path) from error
    except OSError as error:
        raise refused("read", path, error) from error


def sessions(home: Home) -> list[Listed]:
    """The sessions, last changed first. Reads the first line of each and no more."""
    found = [_listed(home, id) for id, names in home.names().items() if f"{id}.jsonl" in names]
    return sorted(filter(None, found), key=lambda listed: (listed.changed, listed.id), reverse=True)


def _listed(home: Home, id: str) -> Listed | None:
    changed = 0.0
    line = bytearray()
    try:
        with opened(home.files, home.file(id, "jsonl"), READ) as fd:
            changed = home.files.fstat(fd).st_mtime
            while piece := home.files.pread(fd, 1 << 14, len(line)):
                line += piece
                if b"\n" in piece:
                    break
    except FileNotFoundError:  # erased a moment ago
        return None
    except OSError:
        return Listed(id, None, changed)
    first = parse(bytes(line[: line.find(b"\n") + 1]), id).records
    return Listed(id, first[0] if first else None, changed)
