"""The `rehearse` command. Nothing else imports this room, and each command imports what it needs when it runs."""

import contextlib
import os
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `rehearse` with these *arguments* (the process's own without any) and return its exit code.

    0 is done, 1 that the input has faults, 2 wrong usage, 130 Ctrl-C. Whatever goes wrong is told in one line on
    standard error; REHEARSE_TRACEBACK=1 shows developers where it happened.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by whoever called
            setattr(sys, name, open(os.devnull, mode))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a screen that lacks a character shows '?' for it
    try:
        from simulator.cli.group import rehearse

        code = rehearse.main(arguments, prog_name="rehearse", standalone_mode=False)
        code = code if isinstance(code, int) else 0
        sys.stdout.flush()
    except BaseException as fault:
        from simulator.cli.faults import told

        code = told(fault)
    _wait_for_threads()
    return code


def _wait_for_threads() -> None:
    """Lets what was begun in another thread (loading the ear) end: an interpreter that goes away under it crashes."""
    threading = sys.modules.get("threading")
    begun = [] if threading is None else [t for t in threading.enumerate() if t is not threading.main_thread()]
    for thread in begun:
        while thread.is_alive() and not thread.daemon:
            with contextlib.suppress(KeyboardInterrupt):
                thread.join()
