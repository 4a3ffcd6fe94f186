"""The one place where something that went wrong becomes a line for people and an exit code."""

import os
import sys

import click

DONE, FAULTY, USAGE, INTERRUPTED = 0, 1, 2, 130


class Refusal(Exception):
    """What was asked for cannot be done. The message says what, where and what to do, in one line."""

    def __init__(self, message: str, code: int = FAULTY):
        super().__init__(message)
        self.code = code


def told(fault: BaseException) -> int:
    """Tells of *fault* on standard error; the exit code that goes with it."""
    if os.environ.get("REHEARSE_TRACEBACK") and not isinstance(fault, SystemExit | click.exceptions.Exit):
        import traceback

        traceback.print_exception(fault)
    try:
        line, code = _line(fault)
        if line:
            sys.stdout.flush()
            print(_clean(line), file=sys.stderr, flush=True)
    except OSError:  # nobody is there to be told
        code = FAULTY
    _let_go()
    return code


def _line(fault: BaseException) -> tuple[str, int]:
    from simulator.journal.errors import JournalError, reason

    match fault:
        case SystemExit():
            return "", fault.code if isinstance(fault.code, int) else FAULTY
        case click.exceptions.Exit():
            return "", fault.exit_code
        case KeyboardInterrupt() | click.Abort():
            return "Stopped.", INTERRUPTED
        case BrokenPipeError():
            return "", FAULTY
        case click.UsageError():
            return _usage(fault), USAGE
        case click.ClickException():
            return fault.format_message(), FAULTY
        case Refusal():
            return str(fault), fault.code
        case JournalError():
            return str(fault), FAULTY
        case UnicodeError():
            return (
                f"This cannot be read or written as UTF-8 ({fault}). Save the file as UTF-8 and try again.",
                FAULTY,
            )
        case OSError():
            where = f"{str(fault.filename)!r}: " if fault.filename is not None else ""
            return f"{where}{reason(fault)}.", FAULTY
        case MemoryError():
            return "There is not enough memory for this.", FAULTY
    kind = type(fault).__name__
    return (
        f"This should not have happened ({kind}: {fault}). What was said is kept; `rehearse sessions` lists it. "
        "REHEARSE_TRACEBACK=1 shows where it happened."
    ), FAULTY


def _usage(fault: click.UsageError) -> str:
    path = fault.ctx.command_path if fault.ctx else "rehearse"
    message = fault.format_message().rstrip(".")
    stop = "" if message.endswith(("?", "!", "?)")) else "."
    return f"{path}: {message}{stop} `{path} --help` shows how."


def _clean(line: str) -> str:
    from simulator.cleaning import one_line

    return one_line(line, 1_000)


def _let_go() -> None:
    """Sees to it that a reader who has gone does not cause another message when the process ends."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
