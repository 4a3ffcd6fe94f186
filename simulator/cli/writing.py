"""Writes a file that the user asked for: whole or not at all, and for nobody else to read."""

import contextlib
import os
from pathlib import Path

from simulator.cleaning import clean


def write_file(path: Path, text: str) -> None:
    """Makes *path* hold *text*. Raises OSError; what was there before is there still then."""
    content = clean(text).encode()  # before anything is opened: a text that cannot be written destroys nothing
    if path.exists() and not path.is_file():  # such as /dev/stdout
        path.write_bytes(content)
        return
    target = path.resolve()
    beside = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, target)
    except OSError as fault:
        with contextlib.suppress(OSError):
            os.unlink(beside)
        fault.filename = str(path)
        raise
