"""Half-typed text, kept beside a session so that a closed window does not lose it.

The file is one line of the journal's own kind, numbered with the turn it is typed for. So text that was said in the
meantime, or that belongs elsewhere, or is damaged, is not offered again.
"""

from simulator.journal.errors import refused
from simulator.journal.files import READ, opened, put, read_all, remove
from simulator.journal.home import Home
from simulator.journal.records import Record, decode, encode

LIMIT = 20_000
"""Characters of a draft that are kept; a turn may have no more."""


def save(home: Home, id: str, text: str, turn: int = 0) -> None:
    """Keep *text* in place of what was kept before; after a fault at any moment one of the two is there, whole."""
    path = home.file(id, "draft")
    line, _ = encode(id, turn, "draft", {"text": text[:LIMIT]})
    try:
        put(home.files, path, line)
    except OSError as error:
        raise refused("kept", path, error) from error


def load(home: Home, id: str, turn: int = 0) -> str:
    """The text kept for this turn, or ''."""
    path = home.file(id, "draft")
    try:
        with opened(home.files, path, READ) as fd:
            kept = decode(read_all(home.files, fd), id, turn)
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise refused("read", path, error) from error
    return kept.data.get("text", "") if isinstance(kept, Record) else ""


def clear(home: Home, id: str) -> None:
    """Forget the text, if there is any."""
    path = home.file(id, "draft")
    try:
        remove(home.files, path)
    except OSError as error:
        raise refused("erased", path, error) from error
