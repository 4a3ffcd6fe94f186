"""Erasing what was practised, with everything that was made of it beside the journal."""

import contextlib
from collections.abc import Collection
from pathlib import Path

from simulator.conversation.session import PREPARED, SESSION
from simulator.journal import Home, JournalError, erase, erase_all, read, sessions
from simulator.journal.errors import refused
from simulator.journal.files import remove
from simulator.practice import waiting
from simulator.practice.preparation import from_record

UNFINISHED = "unfinished.json"
"""The file of a questionnaire that was left in the middle; see simulator.cli.unfinished."""


def forget(home: Home, id: str) -> int:
    """Erase a session, and what waits for a conversation and shares its words; how many files that were.

    JournalError where a file cannot be erased, InUseError while the session is being written.
    """
    prepared: dict = {}
    scenario = ""
    with contextlib.suppress(JournalError):  # a damaged one is erased like any other
        for record in read(home, id).records:
            if record.kind == PREPARED:
                prepared.update(record.data)
            if record.kind == SESSION:
                scenario = str(record.data.get("path", ""))
    count = erase(home, id)
    if prepared:
        count += waiting.clear_sharing(home, from_record(prepared))
    if scenario:  # the user's own file: what was compiled of it is made again when it is needed
        count += _compiled(home)
    return count


def forget_all(home: Home) -> int:
    """Erase every session, every preparation that waits, and what was compiled; how many files that were.

    InUseError for a session being written; everything else is gone then.
    """
    count = 0
    try:
        count += erase_all(home)
    finally:
        count += waiting.clear_all(home) + _compiled(home) + _left(home)
    return count


def second_talks(home: Home, ids: Collection[str]) -> list[str]:
    """The sessions, not themselves among *ids*, that go on from one of them."""
    kept = [one for one in sessions(home) if one.first is not None and one.id not in ids]
    return [one.id for one in kept if one.first.data.get("follow_up_of") in ids]


def _left(home: Home) -> int:
    """Erases a questionnaire that was left in the middle."""
    return _removed(home, home.path / UNFINISHED) if UNFINISHED in _names(home) else 0


def _compiled(home: Home) -> int:
    return sum(
        _removed(home, home.path / "compiled" / name)
        for name in _names(home, "compiled")
        if name.startswith("scenario-")
    )


def _names(home: Home, folder: str = "") -> list[str]:
    """What is in a *folder* of the data folder, or in itself."""
    try:
        return home.files.listdir(home.path / folder)
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise refused("read", home.path / folder, error) from error


def _removed(home: Home, path: Path) -> int:
    try:
        remove(home.files, path)
    except OSError as error:
        raise refused("erased", path, error) from error
    return 1
