"""The data folder: where it is, how it is made, and which file of a session is where.

    <home>/                        REHEARSE_HOME, else the system's place for a person's data; mode 0700
    <home>/sessions/               mode 0700, its files 0600
        <id>.jsonl                 the journal
        <id>.draft                 half-typed text
        <id>.damaged-1, -2 ...     what was set aside when a journal was found damaged
        <id>.*.new                 a file being written, or left by a program that was killed

An id has no dot in it, so what belongs to a session is what starts with its id and a dot.
"""

import contextlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from simulator.journal.errors import HomeError, reason
from simulator.journal.files import FOLDER, Disk, Files, opened, sync_folder
from simulator.journal.ids import check_id, valid_id

PREPARATIONS = "preparations"  # the folder of what waits for the next conversation of a scenario


@dataclass(frozen=True, slots=True)
class Home:
    """The data folder at *path*, which need not be there yet; *files* is the way to the disk."""

    path: Path
    files: Files = field(default_factory=Disk, repr=False)

    @property
    def sessions(self) -> Path:
        """The folder of the sessions."""
        return self.path / "sessions"

    def file(self, id: str, kind: str) -> Path:
        """The file of a session, such as its `jsonl` or `draft`. IdError for anything that is no id of ours."""
        check_id(id)
        return self.sessions / f"{id}.{kind}"

    def names(self) -> dict[str, list[str]]:
        """Every id there is something of, with its file names, sorted. Files of others are left out."""
        found: dict[str, list[str]] = {}
        try:
            names = self.files.listdir(self.sessions)
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise HomeError(f"The sessions in {str(self.sessions)!r} cannot be read: {reason(error)}.") from error
        for name in sorted(names):
            id, dot, _ = name.partition(".")
            if dot and valid_id(id):
                found.setdefault(id, []).append(name)
        return found

    def prepare(self) -> None:
        """Make the folders where they are missing; HomeError when they cannot be made or written."""
        try:
            # `sessions` is made last: while it is missing, a program may have been killed on the way, and nobody knows
            # which of the folders above it are on the medium.
            if not self.files.access(self.sessions, os.F_OK):
                self._make(self.path)
                self._make(self.sessions)
            sync_folder(self.files, self.path)
            self._close_to_others()
        except OSError as error:
            raise self._refusal(reason(error)) from error
        if not self.files.access(self.sessions, os.W_OK | os.X_OK):
            raise self._refusal("it cannot be written")

    def _make(self, folder: Path) -> None:
        """Make *folder* and all above it, each on the medium before the next is made in it."""
        if folder.parent == folder:
            return
        self._make(folder.parent)
        if not self.files.access(folder, os.F_OK):
            with contextlib.suppress(FileExistsError):  # another program was quicker
                self.files.mkdir(folder, 0o700)
        with contextlib.suppress(PermissionError):  # a folder that one may pass through and not read
            sync_folder(self.files, folder.parent)

    def _close_to_others(self) -> None:
        with opened(self.files, self.sessions, FOLDER) as fd:
            mode = self.files.fstat(fd).st_mode
        if mode & 0o077:  # a restored backup may have opened it
            self.files.chmod(self.sessions, mode & 0o700)

    def _refusal(self, why: str) -> HomeError:
        return HomeError(
            f"Your sessions cannot be kept in {str(self.path)!r}: {why}. "
            "Set REHEARSE_HOME to a folder of yours that can be written."
        )


def find_home(environ: Mapping[str, str] = os.environ) -> Home:
    """The data folder of this person, not made yet: REHEARSE_HOME, else the system's place for such data."""
    chosen = environ.get("REHEARSE_HOME")
    if chosen:
        return Home(Path(os.path.abspath(os.path.expanduser(chosen))))
    import platformdirs

    return Home(Path(platformdirs.user_data_dir("rehearse", appauthor=False)))
