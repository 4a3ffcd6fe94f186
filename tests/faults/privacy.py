"""Promise 12: only you can read it, and erased means erased."""

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from simulator.journal import Home, Journal, draft, erase, erase_all
from simulator.journal.files import Disk
from tests.faults.figures import Figures

CANARY = "Zilpzalp"
OTHER = "Nachtigall"


class _Killed(BaseException):
    pass


class _DiesBeforeRename(Disk):
    """Stops the program where it leaves a half-made file behind."""

    @staticmethod
    def rename(old: Path, new: Path) -> None:
        raise _Killed


def canaries(count: int) -> Figures:
    """So many sessions with a word in every kind of file, erased; one with another word, kept."""
    figures = Figures("files with a canary word in them, erased; every mode looked at")
    with tempfile.TemporaryDirectory() as folder, _no_umask():
        home = Home(Path(folder) / "a" / "home")
        _fill(home, "s", OTHER)
        others = _hits(home, OTHER)
        for n in range(count):
            id = f"s-{n}"  # starts as the other one does
            _fill(home, id, CANARY)
            hits = _hits(home, CANARY)
            figures.tried += len(hits)
            figures.wrong += _open_to_others(home)
            if erase(home, id) != len(hits):
                figures.wrong.append(f"{len(hits)} files had the word, another number was erased")
            figures.wrong += [f"{path} has the word after erase" for path in _hits(home, CANARY)]
        if _hits(home, OTHER) != others:
            figures.wrong.append("another session was erased with it")
        erase_all(home)
        figures.wrong += [f"{path} is there after erase_all" for path in home.sessions.iterdir()]
    return figures


def _fill(home: Home, id: str, word: str) -> None:
    """Leave *word* in a journal, a draft, two parts set aside, and two files that a killed program left half-made."""
    Journal.create(home, id, "turn", {"text": word}).close()
    for _ in range(2):
        with home.file(id, "jsonl").open("a") as file:
            file.write(f"damaged {word}")
        with Journal.open(home, id) as journal:
            journal.append("turn", {"text": word})
    draft.save(home, id, word)
    dying = Home(home.path, _DiesBeforeRename())
    for step in (lambda: draft.save(dying, id, word), lambda: Journal.open(dying, id)):
        with home.file(id, "jsonl").open("a") as file:
            file.write(f"damaged {word}")
        with contextlib.suppress(_Killed):
            step()


def _hits(home: Home, word: str) -> list[Path]:
    """The files with *word* in them or in their name."""
    files = [path for path in home.path.parent.rglob("*") if path.is_file()]
    return sorted(path for path in files if word.encode() in path.read_bytes() or word in path.name)


def _open_to_others(home: Home) -> list[str]:
    wrong = []
    for path in [home.path, *home.path.rglob("*")]:
        mode, wanted = stat.S_IMODE(path.lstat().st_mode), 0o700 if path.is_dir() else 0o600
        if mode != wanted:
            wrong.append(f"{path} has mode {mode:o}")
    return wrong


@contextlib.contextmanager
def _no_umask() -> Iterator[None]:
    before = os.umask(0)
    try:
        yield
    finally:
        os.umask(before)
