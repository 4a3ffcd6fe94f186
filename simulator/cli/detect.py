"""`rehearse detect`: the skills in typed turns, JSON lines in and JSON lines out, in order and as they come."""

from __future__ import annotations

import json
import sys
from collections import deque
from collections.abc import Iterator
from typing import BinaryIO

import click

CHUNK = 256  # lines that are handed to a process at once
AHEAD = 4  # chunks for each process that are read before the first has come back
MOST = 1 << 20  # bytes of a line


@click.command()
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes that share the work.")
@click.option("--explain", metavar="TEXT", help="Tell a person why this text is heard as it is.")
@click.option("--heard", multiple=True, metavar="LINE", help="With --explain: what the other said before; repeatable.")
def detect(jobs: int, explain: str | None, heard: tuple[str, ...]) -> int:
    """Read {"id", "prev", "text"} a line, where prev are the other's last turns, and write what is in the text.

    A line that cannot be read gives {"id", "error"} in its place, and the exit code 1.
    """
    if explain is not None:
        return _explain(explain, heard)
    source, out = sys.stdin.buffer, sys.stdout
    faults = 0
    for number, answer, fault in _shared(source, jobs) if jobs > 1 else _alone(source):
        out.write(answer)
        if jobs == 1:
            out.flush()
        if fault:
            faults += 1
            click.echo(f"<stdin>:{number}: {fault}", err=True)
    out.flush()
    return 1 if faults else 0


def _explain(text: str, heard: tuple[str, ...]) -> int:
    """Prints the sums behind what is heard in *text*."""
    from scoring.explain import explain, lines
    from scoring.text import MAX_CHARACTERS
    from simulator.cleaning import clean

    if len(text) > MAX_CHARACTERS:
        raise click.UsageError(f"TEXT has at most {MAX_CHARACTERS:,} characters; this has {len(text):,}")
    for line in lines(explain(clean(text), tuple(map(clean, heard)))):
        click.echo(line)
    return 0


Answer = tuple[int, str, str]
"""The number of a line, what is written for it, and what is wrong with it, '' for nothing."""


def _alone(source: BinaryIO) -> Iterator[Answer]:
    for number, line in _numbered(source):
        yield _answer(number, line)


def _shared(source: BinaryIO, jobs: int) -> Iterator[Answer]:
    """As :func:`_alone`, with the work in *jobs* processes. They inherit the ear, which is loaded once."""
    import gc
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    from scoring import detect as hear

    hear("How are you?", ("Fine.",))
    gc.freeze()  # what is shared stays shared: a collector that walks through it would copy it into every process
    way = "fork" if "fork" in multiprocessing.get_all_start_methods() else None
    with ProcessPoolExecutor(jobs, multiprocessing.get_context(way)) as pool:
        waiting: deque = deque()
        for chunk in _chunks(source):
            waiting.append(pool.submit(_answers, chunk))
            if len(waiting) > AHEAD * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _chunks(source: BinaryIO) -> Iterator[list[tuple[int, bytes | None]]]:
    chunk = []
    for numbered in _numbered(source):
        chunk.append(numbered)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _numbered(source: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """The lines that are not empty with their numbers; None for one that is too long."""
    from simulator.cleaning import TooLong, read_line

    number = 0
    while (line := read_line(source, MOST)) is not None:
        number += 1
        if isinstance(line, TooLong):
            yield number, None
        elif line.strip():
            yield number, line


def _answers(chunk: list[tuple[int, bytes | None]]) -> list[Answer]:
    return [_answer(number, line) for number, line in chunk]


def _answer(number: int, line: bytes | None) -> Answer:
    from scoring import detect as hear

    given: dict = {}
    try:
        if line is None:
            raise ValueError(f"the line is longer than {MOST:,} bytes")
        given = _object(line)
        found = hear(*_said(given))
    except (ValueError, RecursionError) as fault:
        why = str(fault) if isinstance(fault, ValueError) else "this is nested too deep"
        return number, json.dumps({"id": given.get("id"), "error": why}) + "\n", why
    findings = [finding.as_json() for finding in found.findings]
    return number, json.dumps({"id": given.get("id"), "skills": list(found.skills), "findings": findings}) + "\n", ""


def _object(line: bytes) -> dict:
    """The object in a line of JSON. Raises ValueError that says what is wrong."""
    try:
        given = json.loads(line)
    except UnicodeDecodeError:
        raise ValueError("this is not UTF-8") from None
    except json.JSONDecodeError as fault:
        raise ValueError(f"this is not JSON: {fault.msg} at column {fault.colno}") from None
    if not isinstance(given, dict):
        raise ValueError('an object is expected, such as {"id": 1, "prev": ["I\'m fine."], "text": "Are you?"}')
    return given


def _said(given: dict) -> tuple[str, tuple[str, ...]]:
    """The text and the other's last turns of an object. Raises ValueError that says what is wrong."""
    text, prev = given.get("text"), given.get("prev") or []
    if not isinstance(text, str):
        raise ValueError("'text' is missing or is no string")
    prev = [prev] if isinstance(prev, str) else prev
    if not (isinstance(prev, list) and all(isinstance(one, str) for one in prev)):
        raise ValueError("'prev' is a list of strings, the oldest first")
    return text, tuple(prev)
