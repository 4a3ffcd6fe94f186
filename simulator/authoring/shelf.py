"""Where scenarios stand: those that come with the program and those in a person's own folder."""

from collections.abc import Iterator
from pathlib import Path

import scenarios

SHIPPED = Path(scenarios.__file__).parent
"""The folder of the scenarios that come with the program."""

_NOT_A_SITUATION = {"core.yaml"}


def situations_in(folder: Path) -> list[Path]:
    """The files of situations in *folder*, by name."""
    if not folder.is_dir():
        return []
    return sorted(p for p in folder.glob("*.yaml") if p.name not in _NOT_A_SITUATION)


def follow_ups(situation: Path) -> list[Path]:
    """The files of second talks beside the file of a *situation*, by name."""
    folder = situation.parent / "follow_ups"
    return sorted(folder.glob(f"{situation.stem}-after-*.yaml")) if folder.is_dir() else []


def followed(second: Path, id: str) -> Path | None:
    """The file of the situation *id*, which the talk in the file *second* goes on from, or None."""
    for folder in (second.parent, second.parent.parent, SHIPPED):
        found = folder / f"{id}.yaml"
        if found.is_file() and found != second:
            return found
    return None


def situations(*folders: Path) -> Iterator[Path]:
    """The files of situations, the shipped ones first, then those in *folders*, each by name."""
    for folder in (SHIPPED, *folders):
        yield from situations_in(folder)


def shown(path: Path) -> str:
    """*path* as a message names it: short where it lies below the working folder or among the shipped files."""
    for base, prefix in ((Path.cwd(), ""), (SHIPPED.parent, "")):
        try:
            return prefix + str(path.resolve().relative_to(base))
        except ValueError:
            continue
    return str(path)
