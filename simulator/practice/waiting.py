"""Preparations that wait for their conversation: one a scenario, in the data folder, until a session takes it along.

<home>/preparations/           mode 0700, its files 0600
    <scenario>.json            one line of the journal's own kind, with its checksum
"""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from simulator.journal import PREPARATIONS, Home, Record, valid_id
from simulator.journal.errors import refused
from simulator.journal.files import READ, opened, put, read_all, remove, sync_folder
from simulator.journal.records import decode, encode
from simulator.practice.preparation import Preparation, from_record, texts

_KIND = "prepared"


def save(home: Home, scenario: str, preparation: Preparation) -> None:
    """Keep it for the next session of *scenario*; after a fault there is the old one or the new one, whole."""
    home.prepare()
    path = _path(home, scenario)
    line, _ = encode(_key(scenario), 0, _KIND, preparation.as_record())
    try:
        if not home.files.access(path.parent, os.F_OK):
            with contextlib.suppress(FileExistsError):
                home.files.mkdir(path.parent, 0o700)
            sync_folder(home.files, home.path)
        put(home.files, path, line)
    except OSError as error:
        raise refused("kept", path, error) from error


def load(home: Home, scenario: str) -> Preparation | None:
    """What waits for the next session of *scenario*, or None. A damaged one is none."""
    path = _path(home, scenario)
    try:
        with opened(home.files, path, READ) as fd:
            kept = decode(read_all(home.files, fd), _key(scenario), 0)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise refused("read", path, error) from error
    return from_record(kept.data) if isinstance(kept, Record) else None


def all_waiting(home: Home) -> list[Preparation]:
    """Everything that waits, for whatever conversation. Raises JournalError."""
    found = (load(home, path.name.partition(".")[0]) for path in _files(home) if path.name.endswith(".json"))
    return [one for one in found if one is not None]


def clear(home: Home, scenario: str) -> int:
    """Forget what waits for *scenario*, also what a killed program left half-written; how many files that were."""
    path = _path(home, scenario)
    return _forget(home, [path, path.with_name(path.name + ".new")])


def clear_all(home: Home) -> int:
    """Forget everything that waits; how many files that were."""
    return _forget(home, list(_files(home)))


def clear_sharing(home: Home, words: Preparation) -> int:
    """Forget what waits and has an answer in common with *words*: it was taken from there, or went there."""
    said = {text.casefold() for text in texts(words)}
    count = 0
    for path in _files(home):
        waiting = load(home, path.name.partition(".")[0])
        if waiting is not None and said & {text.casefold() for text in texts(waiting)}:
            count += clear(home, path.name.partition(".")[0])
    return count


def _files(home: Home) -> Iterator[Path]:
    folder = home.path / PREPARATIONS
    try:
        names = home.files.listdir(folder)
    except FileNotFoundError:
        return
    except OSError as error:
        raise refused("read", folder, error) from error
    for name in sorted(names):
        if name.endswith((".json", ".json.new")) and valid_id(name.partition(".")[0]):
            yield folder / name


def _forget(home: Home, paths: list[Path]) -> int:
    count = 0
    for path in paths:
        try:
            if home.files.access(path, os.F_OK):
                remove(home.files, path)
                count += 1
        except OSError as error:
            raise refused("erased", path, error) from error
    if count:
        try:
            sync_folder(home.files, home.path / PREPARATIONS)
        except OSError as error:
            raise refused("erased", home.path / PREPARATIONS, error) from error
    return count


def _path(home: Home, scenario: str) -> Path:
    return home.path / PREPARATIONS / f"{_key(scenario)}.json"


def _key(scenario: str) -> str:
    """A scenario's id as the name of a file; an id has underscores where a session's has none."""
    key = scenario.replace("_", "-")
    if not valid_id(key):
        raise ValueError(f"no name of a scenario: {ascii(scenario)[:80]}")
    return key


__all__ = ["all_waiting", "clear", "clear_all", "clear_sharing", "load", "save"]
