"""Promise 4 on real disks: a small one that fills up, and a folder that may only be read, for a user without rights.

python -m tests.faults.real_disk (full | readonly) FOLDER       prints what was wrong, a line each, and "done"
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from simulator.journal import Home, HomeError, Journal, JournalError, draft, read, sessions
from tests.faults.figures import Figures

ROOT = Path(__file__).parents[2]
NOBODY = 65534
_MOUNT = 'mount -t tmpfs -o size=64k,mode=700 rehearse "$1" && exec "$0" -m tests.faults.real_disk full "$1"'


def full_disk(_: int = 1) -> Figures | None:
    """A disk of 64 kB filled with records; None where this user may not mount one."""
    for rights in (["--mount"], ["--mount", "--map-root-user"]):
        with suppress(FileNotFoundError), tempfile.TemporaryDirectory() as folder:
            command = ["unshare", *rights, "sh", "-c", _MOUNT, sys.executable, folder]
            if figures := _figures("a real disk of 64 kB filled up", command):
                return figures
    return None


def read_only_folder(_: int = 1) -> Figures | None:
    """A folder that may only be read; None for a root that cannot become somebody else."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "tests.faults.real_disk", "readonly", folder]
        return _figures("a real folder that may only be read", command)


def _figures(what: str, command: list[str]) -> Figures | None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if "Traceback" in done.stderr:
        return Figures(what, 1, [done.stderr])
    if done.returncode:
        return None
    *wrong, last = done.stdout.splitlines()
    return Figures(what, 1, wrong if last == "done" else [*wrong, last])


def fill(folder: Path) -> Iterator[str]:
    """Append until the disk is full, make room, go on."""
    home = Home(folder / "home")
    ballast = folder / "ballast"
    ballast.write_bytes(bytes(8192))
    with Journal.create(home, "s", "turn", {"text": "first"}) as journal:
        draft.save(home, "s", "half a sentence")
        try:
            for n in range(1000):
                journal.append("turn", {"text": f"{n} " * 100})
            yield "the disk never filled up"
        except JournalError as error:
            if "the disk is full" not in str(error):
                yield f"the message is {error}"
        kept = journal.records
        if read(home, "s").records != kept or read(home, "s").damage:
            yield "the journal is not what was kept"
        with suppress(JournalError):
            draft.save(home, "s", "x" * 20_000)
            yield "a draft was kept on a full disk"
        if draft.load(home, "s") != "half a sentence":
            yield "the old draft is lost"
        with suppress(JournalError):
            Journal.create(home, "t", "turn", {"text": "x" * 20_000})
            yield "a session was made on a full disk"
        ballast.unlink()
        journal.append("turn", {"text": "room again"})
    if len(read(home, "s").records) != len(kept) + 1 or [listed.id for listed in sessions(home)] != ["s"]:
        yield "the session cannot go on"


def refuse(folder: Path) -> Iterator[str]:
    """Read, open, write and make sessions where only reading is allowed."""
    if os.geteuid() == 0:  # nothing is refused to root
        _become_nobody(folder)
    home = Home(folder / "home")
    Journal.create(home, "s", "turn", {"text": "first"}).close()
    journal = home.file("s", "jsonl")
    before = journal.read_bytes()
    journal.chmod(0o400)
    home.sessions.chmod(0o500)
    for what, step, kind in (
        ("opened", lambda: Journal.open(home, "s"), JournalError),
        ("made", lambda: Journal.create(home, "t", "turn", {}), HomeError),
        ("drafted", lambda: draft.save(home, "s", "text"), JournalError),
    ):
        try:
            step()
            yield f"{what} where only reading is allowed"
        except kind as error:
            if str(home.path) not in str(error):
                yield f"the message is {error}"
    if [record.data for record in read(home, "s").records] != [{"text": "first"}] or journal.read_bytes() != before:
        yield "the old session cannot be read as it was"
    home.path.chmod(0o500)
    try:
        Home(home.path / "deeper").prepare()
        yield "a home was made where only reading is allowed"
    except HomeError:
        pass
    home.path.chmod(0o700)
    home.sessions.chmod(0o700)


def _become_nobody(folder: Path) -> None:
    try:
        os.chown(folder, NOBODY, NOBODY)
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    except OSError:
        sys.exit("this root cannot become somebody else")


if __name__ == "__main__":
    course = {"full": fill, "readonly": refuse}[sys.argv[1]]
    print(*course(Path(sys.argv[2])), "done", sep="\n")
