"""What a Python process does that is nobody's business: installed at its very start, before anything is imported.

A process is listened to where REHEARSE_HEARD names a file and `sitecustomize` (see :func:`ear`) is on its path; so are
the processes that it begins. Every line of that file is an event, in JSON.
"""

import json
import os
import sys
from pathlib import Path

CALLS = ("socket.", "urllib.", "http.", "ftplib.", "imaplib.", "poplib.", "nntplib.", "smtplib.", "telnetlib.", "ssl.")
RUNS = ("subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "pty.spawn", "webbrowser.")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
UNIX = 1  # the family of sockets that stay on this machine
PAIR = "a pair of sockets inside the process"
"""How an event loop wakes itself: no name, no address, nobody to connect to. A call of connect or bind is none."""

_HEARD, _OWN = "REHEARSE_HEARD", "REHEARSE_OWN"


def ear(room: Path, *own: Path) -> dict[str, str]:
    """Variables under which Python processes are listened to; what they do is in *room*, and *own* are the folders in
    which they may write."""
    path = room / "ear"
    path.mkdir(exist_ok=True)
    (path / "sitecustomize.py").write_text("from tests.faults.listening import listen\nlisten()\n")
    root = Path(__file__).parents[2]
    return {
        "PYTHONPATH": f"{path}{os.pathsep}{root}",
        "PYTHONDONTWRITEBYTECODE": "1",
        _HEARD: str(room / "heard"),
        _OWN: os.pathsep.join(map(str, own)),
    }


def heard(room: Path) -> list[str]:
    """What was heard in *room* since the last time this was asked."""
    file = room / "heard"
    found = [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []
    file.unlink(missing_ok=True)
    return found


def listen() -> None:
    """From now on, for good. Does nothing where nobody asked for it."""
    if _HEARD not in os.environ:
        return
    file, own = os.environ[_HEARD], (*os.environ[_OWN].split(os.pathsep), "/dev/")
    quiet = [False]  # what is done here is not heard

    def hear(event: str, arguments: tuple) -> None:
        if quiet[0] or not (event == "open" or event.startswith(CALLS + RUNS)):
            return
        quiet[0] = True
        try:
            told = _told(event, arguments, own)
            if told:
                fd = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
                os.write(fd, (json.dumps(told) + "\n").encode())
                os.close(fd)
        finally:
            quiet[0] = False

    sys.addaudithook(hear)


def _told(event: str, arguments: tuple, own: tuple[str, ...]) -> str:
    """*event* in a line, '' where it is nothing."""
    if event == "open":
        path, _, flags = arguments
        if not isinstance(path, str | bytes | os.PathLike) or not (isinstance(flags, int) and flags & WRITING):
            return ""
        whole = os.path.abspath(os.fsdecode(path))
        return "" if whole.startswith(own) else f"writes {whole}"
    if event == "socket.__new__" and arguments[1] == UNIX:
        return PAIR
    return f"{event}{arguments[1:] if event.startswith('socket.') else arguments!r}"[:200]
