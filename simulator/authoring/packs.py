"""Packs of scenarios from strangers: a folder or a .zip of YAML, looked through before anything of it is kept.

Nothing of a pack is run. Names are ours ([a-z0-9-]), links are not followed, sizes are capped before and while reading,
and either the whole pack is added or nothing of it.
"""

import contextlib
import os
import re
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from scoring.authored import render
from scoring.authored.reading import MAX_BYTES
from simulator.authoring.lint.standing import is_part
from simulator.authoring.load import load
from simulator.authoring.shelf import SHIPPED, situations_in

MOST_FILES = 60  # of a pack; ten situations with four second talks each are fifty
MOST_ENTRIES = 1_000  # anything at all that stands in it
MOST_TOTAL = 8 * 1024 * 1024  # bytes of all files together, unpacked
MOST_PACKED = 4 * 1024 * 1024  # bytes of a .zip

_SITUATION = re.compile(r"[a-z0-9-]{1,64}\.yaml")
_SECOND = re.compile(r"follow_ups/[a-z0-9-]{1,64}\.yaml")
_PASSED_OVER = re.compile(r"(.*/)?(readme|licen[cs]e|copying|changelog|\.ds_store|thumbs\.db)[^/]*|__macosx/.*", re.I)


class PackError(Exception):
    """A pack that is not added. The message says why, in a line; *problems* are faults of its files."""

    def __init__(self, message: str, problems: tuple[str, ...] = ()):
        super().__init__(message)
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Item:
    """A file of a pack: where it will stand below the folder of scenarios, and what it says."""

    name: str
    content: bytes


def read_pack(path: Path) -> list[Item]:
    """The scenario files in the folder or .zip at *path*. Raises PackError, OSError."""
    if path.is_dir():
        items = list(_from_folder(path))
    elif path.is_file():
        items = list(_from_zip(path))
    else:
        raise PackError(f"There is no folder and no .zip {str(path)!r}.")
    if not items:
        raise PackError("There is no scenario in it: no .yaml file at its top or under follow_ups/.")
    return items


def add(items: list[Item], home: Path) -> list[Path]:
    """Adds *items* to the scenarios in the data folder *home*, all or none; where they stand now. Raises PackError."""
    folder = home / "scenarios"
    _refuse_clashes(items, folder)
    with tempfile.TemporaryDirectory(dir=home, prefix="adding-") as staging:
        _check(items, Path(staging))
    written: list[Path] = []
    try:
        for item in items:
            written.append(_put(folder / item.name, item.content))
    except OSError:
        for path in written:
            path.unlink(missing_ok=True)
        raise
    return written


# Reading -----------------------------------------------------------------------------------------


def _from_folder(top: Path) -> Iterator[Item]:
    entries, total = 0, 0
    for folder in (top, top / "follow_ups"):
        if folder.is_symlink() and folder != top:
            raise PackError("'follow_ups' is a link; links are not followed here.")
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name) if folder.is_dir() else ():
            entries += 1
            name = entry.name if folder == top else f"follow_ups/{entry.name}"
            _count(entries)
            if entry.is_symlink():
                raise PackError(f"{name!r} is a link; links are not followed here.")
            if entry.is_dir(follow_symlinks=False):
                if name != "follow_ups" and not _PASSED_OVER.fullmatch(name + "/"):
                    raise PackError(f"{name!r} is a folder; a pack has .yaml files at its top and under follow_ups/.")
                continue
            if _wanted(name):
                content = _read_file(Path(entry.path), name)
                total += len(content)
                _weigh(total)
                yield Item(name, content)


def _read_file(path: Path, name: str) -> bytes:
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with open(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise PackError(f"{name!r} is no ordinary file.")
        return _capped(file.read(MAX_BYTES + 1), name)


def _from_zip(path: Path) -> Iterator[Item]:
    if path.stat().st_size > MOST_PACKED:
        raise PackError(f"The file has more than {MOST_PACKED // 1024 // 1024} MiB, which no pack of scenarios needs.")
    try:
        with zipfile.ZipFile(path) as archive:
            yield from _unpacked(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeError, ValueError) as fault:
        raise PackError(f"{path.name!r} is no .zip that can be read ({fault}).") from fault
    except RuntimeError as fault:  # how zipfile says that a password is needed
        raise PackError("The .zip has a password; unpack it and add the folder.") from fault


def _unpacked(archive: zipfile.ZipFile) -> Iterator[Item]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    _count(len(entries))
    for entry in archive.infolist():
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise PackError(f"{entry.filename!r} is a link; links are not followed here.")
        _refuse_escape(entry.filename)
    prefix = _common_folder([entry.filename for entry in entries if not _PASSED_OVER.fullmatch(entry.filename)])
    total = 0
    for entry in entries:
        name = entry.filename.removeprefix(prefix)
        if not _wanted(name):
            continue
        if entry.file_size > MAX_BYTES:
            _capped(b"x" * (MAX_BYTES + 1), name)
        with archive.open(entry) as file:  # a header may lie about the size, so that reading has its own end
            content = _capped(file.read(MAX_BYTES + 1), name)
        total += len(content)
        _weigh(total)
        yield Item(name, content)


def _common_folder(names: list[str]) -> str:
    """The one folder in which everything stands, as programs pack it that pack a folder; '' where there is none."""
    tops = {name.partition("/")[0] for name in names}
    if len(tops) == 1 and all("/" in name for name in names) and tops != {"follow_ups"}:
        return next(iter(tops)) + "/"
    return ""


def _wanted(name: str) -> bool:
    """Whether *name* is that of a scenario file; what belongs to no pack is refused, a README is passed over."""
    if _SITUATION.fullmatch(name) or _SECOND.fullmatch(name):
        return True
    if _PASSED_OVER.fullmatch(name):
        return False
    if name.casefold().endswith((".yaml", ".yml")) and "/" not in name.removeprefix("follow_ups/"):
        raise PackError(f"{name!r}: a scenario's file is named with a-z, 0-9 and hyphens, and ends in .yaml.")
    raise PackError(f"{name!r} is no scenario; a pack has .yaml files at its top and under follow_ups/, and a README.")


def _refuse_escape(name: str) -> None:
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0] or "\0" in name:
        raise PackError(f"{name[:80]!r} leads out of the pack; nothing of it was added.")


def _capped(content: bytes, name: str) -> bytes:
    if len(content) > MAX_BYTES:
        raise PackError(f"{name!r} is larger than {MAX_BYTES // 1024} KiB.")
    return content


def _count(entries: int) -> None:
    if entries > MOST_ENTRIES:
        raise PackError(f"There are more than {MOST_ENTRIES:,} files in it, which no pack of scenarios needs.")


def _weigh(total: int) -> None:
    if total > MOST_TOTAL:
        raise PackError(
            f"Unpacked it has more than {MOST_TOTAL // 1024 // 1024} MiB, which no pack of scenarios needs."
        )


# Checking and keeping ----------------------------------------------------------------------------


def _refuse_clashes(items: list[Item], folder: Path) -> None:
    names = [item.name for item in items]
    twice = [name for name in names if names.count(name) > 1]
    if len(items) > MOST_FILES:
        raise PackError(f"There are {len(items)} scenarios in it; at most {MOST_FILES} are added at a time.")
    if twice:
        raise PackError(f"{twice[0]!r} is in it twice.")
    shipped = {path.name for path in situations_in(SHIPPED)} | {"core.yaml"}
    for name in names:
        if name in shipped:
            raise PackError(
                f"There is a scenario {Path(name).stem!r} that comes with the program; the pack needs another id."
            )
        if os.path.lexists(folder / name):
            raise PackError(
                f"You have a {name!r} already, in {str(folder)!r}; move it away first, or rename the pack's."
            )


def _check(items: list[Item], staging: Path) -> None:
    """Reads every file of the pack as it would be read later. Raises PackError with all faults."""
    for item in items:
        _put(staging / item.name, item.content)
    problems: list[str] = []
    for item in items:
        path = staging / item.name
        found = [] if is_part(path) else list(_faults(path, item.name))
        if is_part(path):
            problems.append(
                f"{item.name}: this is an archetype or core; only situations and their second talks are added"
            )
        problems += [
            text.replace(f"{staging.resolve()}{os.sep}", "").replace(f"{staging}{os.sep}", "") for text in found
        ]
    if problems:
        raise PackError(f"{len(problems)} fault{'s' * (len(problems) != 1)} in the pack.", tuple(problems))


def _faults(path: Path, name: str) -> Iterable[str]:
    scenario, problems = load(path)
    if scenario is None:
        return map(render, problems)
    where = f"{name}:1:1: S28"
    if scenario.id != path.stem:
        return [f"{where} the id is '{scenario.id}'; make it the name of the file, {path.stem}"]
    second = name.startswith("follow_ups/")
    if second != bool(scenario.follows):
        return [f"{where} second talks, with 'follows', stand under follow_ups/, and nothing else does"]
    if second and not (path.parent.parent / f"{scenario.follows}.yaml").is_file():
        return [f"{where} its first talk, '{scenario.follows}', is not in the pack"]
    if second and not path.stem.startswith(f"{scenario.follows}-after-"):
        return [f"{where} its name must begin with '{scenario.follows}-after-', or it is not found"]
    return []


def _put(path: Path, content: bytes) -> Path:
    """Writes a new file that only its owner can read. Raises OSError where something of this name is there."""
    for folder in (path.parent.parent, path.parent) if path.parent.name == "follow_ups" else (path.parent,):
        folder.mkdir(mode=0o700, exist_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    try:
        with open(os.open(path, flags, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        raise
    except OSError:
        with contextlib.suppress(OSError):
            path.unlink()
        raise
    return path
