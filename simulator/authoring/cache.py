"""Compiled scenarios kept as JSON under a hash of their sources, so that a conversation starts without parsing YAML.

A compiled file is data, never code. It is made anew whenever a layer or this program's form of a scenario changes, and
it is passed over when anything about it is odd: the sources are always there to go back to.
"""

import contextlib
import hashlib
import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.authoring.shelf import SHIPPED, followed
from simulator.codec import from_json, to_json
from simulator.persona import parts, scenario
from simulator.persona.scenario import Scenario

if TYPE_CHECKING:
    from scoring.authored import Problem

_ARCHETYPE = re.compile(rb"^archetype:\s*[\"']?([a-z0-9_-]+)", re.MULTILINE)
_FOLLOWS = re.compile(rb"^follows:\s*[\"']?([a-z0-9_-]+)", re.MULTILINE)
_LARGEST = 8 * 1024 * 1024


def open_scenario(path: Path, folder: Path | None) -> tuple[Scenario | None, "list[Problem]"]:
    """The scenario of the file at *path* and every problem found; compiled ones are kept in *folder* if it is given."""
    key = _key(path)
    kept = folder / f"{key}.json" if folder and key else None
    if kept is not None:
        found = _read(kept)
        if found is not None:
            return found, []
    from simulator.authoring.load import load

    loaded, problems = load(path)
    if loaded is not None and kept is not None:
        _write(kept, loaded)
    return loaded, problems


def _key(path: Path) -> str:
    """A name for what the files of a scenario say now, or '' where they can't be read."""
    try:
        own = path.read_bytes()
        layers = [SHIPPED / "core.yaml"]
        follows = _FOLLOWS.search(own)
        first = followed(path, follows[1].decode()) if follows else None
        if first is not None:
            layers.append(first)
        archetype = _ARCHETYPE.search(first.read_bytes() if first is not None else own)
        if archetype:
            layers.append(SHIPPED / "archetypes" / f"{archetype[1].decode()}.yaml")
        whole = hashlib.sha256(_form())
        for layer in layers:
            whole.update(layer.read_bytes() + b"\0")
        whole.update(own)
    except OSError:
        return ""
    return "scenario-" + whole.hexdigest()[:40]


def _form() -> bytes:
    """What changes when the form of a compiled scenario does: the source of the types, and of what makes them."""
    here = Path(__file__).parent
    sources = [Path(parts.__file__), Path(scenario.__file__), Path(scenario.__file__).with_name("frame.py")]
    sources += sorted(here.glob("*.py"))
    return b"\0".join(source.read_bytes() for source in sources)


def _read(path: Path) -> Scenario | None:
    try:
        if path.stat().st_size > _LARGEST:
            return None
        return from_json(Scenario, json.loads(path.read_bytes()))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _write(path: Path, loaded: Scenario) -> None:
    """Keeps a compiled scenario; that it can't is no fault, only slower next time."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(to_json(loaded), file, ensure_ascii=False)
        os.replace(beside, path)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()
