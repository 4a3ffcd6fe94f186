"""Plain text in which a line begins with who speaks: "Name: text", with or without a time, with lines that go on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simulator.importers import times
from simulator.importers.names import Labelled, labelled, speakers
from simulator.importers.source import Source
from simulator.importers.transcript import Transcript
from simulator.importers.turns import Piece, transcript

NAME = "text"

BREAK = "\f"
"""Stands for a line after which nobody goes on speaking; no text from outside holds one."""

_DATE = r"(?P<date>[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}(?:T|,?\s))"
_STAMP = re.compile(rf"\s*[\[(<]?{_DATE}?({times.CLOCK})({times.HALF})?Z?[\])>]?(?:\s*[-–—|,:]\s+|\s+|$)")
_FOOTER = re.compile(r"Transcribed by .{1,80}|(?:Meeting|Transcription) ended after .{1,40}")
_INNER = re.compile(rf"([^:\n]{{1,80}}?)[ \t]{{0,3}}[\[(]({times.CLOCK})({times.HALF})?[\])]\s*:")
_SENT = re.compile(r"From\s+([^:\n]{1,80}?)(?:\s+to\s+[^:\n]{1,120}?)?\s*:")  # chats of Zoom
_INDENT = re.compile(r"[ \t]*")
_ENDS = tuple(".!?…:;\"'”’)*")
_WRAPPED = 45  # characters from which a line without an end was broken by its width
_EARLY = 300.0  # seconds: a recording is written down from its beginning, a clock seldom shows 0:00 to 4:59
_LEAST = 2  # lines that begin with a speaker


@dataclass(frozen=True, slots=True)
class Line:
    """A line taken apart: its time as written (*dated* with a day), who may begin to speak there, and its words."""

    number: int
    at: str
    label: Labelled | None
    text: str
    dated: bool = False


def claims(source: Source) -> bool:
    """Whether at least two lines of *source* begin with a speaker."""
    lines = [line for line in taken_apart(source.lines) if line.label]
    found = speakers(line.label.name for line in lines)
    return sum(line.label.name in found for line in lines) >= _LEAST


def read(source: Source) -> Transcript:
    """The transcript in lines that begin with a speaker. Raises TranscriptError."""
    return read_lines(source, source.lines, NAME)


def read_lines(source: Source, written: Sequence[str], form: str) -> Transcript:
    """The transcript in the lines *written*, which stand for those of *source*. Raises TranscriptError."""
    lines = list(taken_apart(written))
    found = speakers(line.label.name for line in lines if line.label)
    begun = [place for place, line in enumerate(lines) if line.label and line.label.name in found]
    if len(begun) < _LEAST:
        raise source.fault("I07", "lines do not begin with who speaks; write them as 'Name: text'", source.first + 1)
    if begun[0] > 30 and begun[0] > len(lines) / 2:
        number = lines[begun[0]].number
        raise source.fault("I07", "most of the file stands before the first speaker; is this a transcript?", number)
    if len(begun) > 4 and len({lines[place].label.name for place in begun}) == len(begun):
        raise source.fault("I07", "nobody speaks twice; is this a transcript?", lines[begun[0]].number)
    stamped = [line.at for line in lines if line.at]
    recorded = of_recording(stamped) and not any(line.dated for line in lines)
    spoken = recorded and len(stamped) >= len(begun) / 2
    return transcript(source, _pieces(lines[begun[0] :], found), form, spoken)


def of_recording(stamps: Sequence[str]) -> bool:
    """Whether the times *stamps* count from the beginning of a recording and are not those of a clock."""
    return bool(stamps) and all(map(times.elapsed, stamps)) and (times.seconds(stamps[0]) or 0.0) < _EARLY


def taken_apart(lines: Sequence[str]) -> Iterator[Line]:
    """The lines that are not empty, taken apart. What all are indented by is left out."""
    full = [line for line in lines if line.strip()]
    indent = min((_INDENT.match(line).end() for line in full), default=0)
    for number, line in enumerate(lines, 1):
        if line == BREAK:
            yield Line(number, "", None, BREAK)
        elif line.strip() and not _FOOTER.fullmatch(line.strip()):
            yield _taken_apart(number, line[indent:].rstrip())


def _taken_apart(number: int, line: str) -> Line:
    at, dated = "", False
    stamp = _STAMP.match(line)
    if stamp is not None:
        at, line = stamp[2] + (stamp[3] or ""), line[stamp.end() :]
        dated = stamp["date"] is not None
    elif (inner := _INNER.match(line)) is not None:
        at, line = inner[2] + (inner[3] or ""), f"{inner[1]}:{line[inner.end() :]}"
    if at and (sent := _SENT.match(line)):
        line = f"{sent[1]}: {line[sent.end() :]}"
    return Line(number, at, labelled(line), line.strip(), dated)


def _pieces(lines: Sequence[Line], found: frozenset[str]) -> Iterator[Piece]:
    """What each said. A line that begins with nobody goes on with the one before."""
    first: Line | None = None
    words: list[str] = []
    for line in lines:
        if line.label and line.label.name in found:
            if first:
                yield _piece(first, words)
            first, words = line, [line.label.text]
        elif line.text == BREAK:
            if first:
                yield _piece(first, words)
            first = None
        elif line.text:
            words.append(line.text)
    if first:
        yield _piece(first, words)


def _piece(first: Line, words: list[str]) -> Piece:
    return Piece(first.label.name, flowing(words), times.seconds(first.at), first.number)


def flowing(lines: Sequence[str]) -> str:
    """*lines* as one text: those that only the width broke are joined, other breaks stay."""
    parts: list[str] = []
    before = ""
    for line in lines:
        if before:
            wrapped = not before.endswith(_ENDS) and (len(before) >= _WRAPPED or line[:1].islower())
            parts.append(" " if wrapped else "\n")
        parts.append(line)
        before = line
    return "".join(parts).strip()
