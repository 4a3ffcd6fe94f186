"""Names of sessions: our own alphabet, so that a name can never leave the folder or hurt a screen."""

import os
import re
import unicodedata
from collections.abc import Callable
from datetime import datetime

from simulator.journal.errors import IdError

_ID = re.compile(r"[a-z0-9-]{1,64}")
_ALPHABET = "23456789abcdefghijkmnpqrstuvwxyz"  # 32 of them, without 0 o 1 l, which people confuse
_TAIL = 5  # characters; a class of 100 that starts in one minute meets a name twice in 1 of 6,000 cases


def new_id(clock: Callable[[], datetime], stem: str, chance: Callable[[int], bytes] = os.urandom) -> str:
    """A new name: *stem*, the minute by *clock*, and a few characters by *chance*.

    >>> new_id(lambda: datetime(2026, 11, 22, 14, 32), "Quiet since January", lambda size: bytes(range(size)))
    'quiet-since-january-20261122-1432-23456'
    """
    end = f"-{clock():%Y%m%d-%H%M}-" + "".join(_ALPHABET[byte % 32] for byte in chance(_TAIL))
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain)[: 64 - len(end)].strip("-")
    return (slug or "session") + end


def valid_id(id: object) -> bool:
    """Whether *id* may name a session: 1-64 of a-z, 0-9 and the hyphen."""
    return isinstance(id, str) and _ID.fullmatch(id) is not None


def check_id(id: object) -> None:
    """Raise IdError unless *id* may name a session."""
    if not valid_id(id):
        raise IdError(
            f"{ascii(id)[:80]} is no name of a session: names have 1 to 64 small letters, digits and hyphens. "
            "`rehearse sessions` lists yours."
        )
