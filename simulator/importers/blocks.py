"""Text in blocks: a line with a name and a time, and below it what was said.

Transcripts that Teams exports to Word, and chats copied out of Teams, Slack and others, look like this.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from simulator.importers import times
from simulator.importers.decoding import numbered
from simulator.importers.labels import of_recording
from simulator.importers.names import like_a_name
from simulator.importers.source import Source
from simulator.importers.transcript import Transcript
from simulator.importers.turns import Piece, transcript

NAME = "text"

_DAY = (
    r"(?:(?:Today|Yesterday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
    r"|[0-9]{1,4}[./-][0-9]{1,2}(?:[./-][0-9]{1,4})?"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s[0-9]{1,2}(?:st|nd|rd|th)?(?:,?\s[0-9]{4})?)"
    r",?(?:\sat)?\s)"
)
_WHEN = rf"(?P<day>{_DAY}){{0,2}}(?P<at>{times.CLOCK}{times.HALF}?)"
_NAME = r"(?P<name>[^\s\[\](:][^\t\[\]:]{0,79}?)"
_TOGETHER = re.compile(
    rf"{_NAME}(?:\t+|,\s+|\s+[|•·–-]\s+|\s*(?P<open>[\[(])|\s+){_WHEN}(?(open)[\])])$", re.IGNORECASE
)
_BEFORE = re.compile(rf"\[{_WHEN}\]\s+{_NAME}$", re.IGNORECASE)
_ALONE = re.compile(rf"\[?{_WHEN}\]?$", re.IGNORECASE)
_DIVIDER = re.compile(rf"(?:New|-+|[A-Z][a-z]+day, .{{1,30}}|Today|Yesterday|{_DAY.rstrip(')')})?)$")
_ADDED = re.compile(
    r":[a-z0-9_+'-]{1,40}:|[0-9]{1,3} repl(?:y|ies)|Last reply .{1,40}|View thread|has context menu|\(edited\)|Edited"
    r"|.{1,80} (?:started|stopped) transcription|(?:also sent to|replied to) .{1,60}|Transcribed by .{1,80}"
)
_EDITED = "(edited)"
_LENGTH = re.compile(r"(?:[0-9]{1,2} hours? ?)?(?:([0-9]{1,3}) minutes? ?)?(?:([0-9]{1,2}) seconds?)?$")
_NEAR = 60  # lines from the beginning in which the first name and time stand


@dataclass(frozen=True, slots=True)
class Head:
    """The line before a block: its number, who speaks ('' for the one before), when, and how many lines it takes."""

    number: int
    name: str
    at: str
    dated: bool
    lines: int = 1


def claims(source: Source) -> bool:
    """Whether there are two lines with a name and a time, one of them near the beginning."""
    lines = [line.strip() for _, line in numbered(source)]
    found = 0
    for place in range(len(lines)):
        if not found and place > _NEAR:
            return False
        head = _head(lines, place, 0)
        found += bool(head and head.name)
        if found == 2:
            return True
    return False


def read(source: Source) -> Transcript:
    """The transcript in blocks. Raises TranscriptError."""
    places, lines = [], []
    for number, line in numbered(source):
        places.append(number)
        lines.append(line.strip())
    blocks = list(_blocks(lines, places))
    stamps = [head.at for head, _ in blocks]
    spoken = of_recording(stamps) and not any(head.dated for head, _ in blocks)
    return transcript(source, _pieces(blocks, " " if spoken else "\n"), NAME, spoken)


def _blocks(lines: list[str], places: list[int]) -> Iterator[tuple[Head, list[str]]]:
    head: Head | None = None
    words: list[str] = []
    place = 0
    while place < len(lines):
        found = _head(lines, place, places[place])
        if found is None or not (found.name or head):
            words.append(lines[place])
            place += 1
            continue
        if head:
            yield head, _without_divider(words, bool(found.name))
        head, words = found, []
        place += found.lines
    if head:
        yield head, words


def _without_divider(words: list[str], name_follows: bool) -> list[str]:
    """*words* without a day that stands between two messages."""
    while name_follows and len(words) > 1 and _DIVIDER.match(words[-1]):
        words = words[:-1]
    return words


def _head(lines: list[str], place: int, number: int) -> Head | None:
    """The head of a block at *place*; one without a name goes on with who spoke before."""
    line = lines[place]
    if len(line) > 160:
        return None
    if not any(map(str.isdigit, line[-12:])) and not line.startswith("["):
        after = lines[place + 1] if place + 1 < len(lines) else ""
        when = _ALONE.match(after) if len(after) <= 60 else None
        named = len(line) <= 80 and like_a_name(line)
        if named and when:
            return Head(number, line, when["at"], bool(when["day"]), 2)
        if named and after and (length := _LENGTH.match(after)):  # Teams in a browser: "3 minutes 14 seconds"
            return Head(number, line, f"{length[1] or 0}:{length[2] or 0}", False, 2)
        return None
    if alone := _ALONE.match(line):
        return Head(number, "", alone["at"], bool(alone["day"]))
    for pattern in (_TOGETHER, _BEFORE):
        match = pattern.match(line)
        if match and like_a_name(name := match["name"].strip(" ,*_")):
            return Head(number, name, match["at"], bool(match["day"]))
    return None


def _pieces(blocks: list[tuple[Head, list[str]]], between: str) -> Iterator[Piece]:
    speaker = ""
    for head, lines in blocks:
        speaker = head.name or speaker
        text = between.join(_said(lines)).strip().removesuffix(_EDITED)
        yield Piece(speaker, text, times.seconds(head.at), head.number)


def _said(lines: list[str]) -> Iterator[str]:
    """*lines* without what the program adds below a message: reactions with their number, and replies."""
    reaction = False
    for line in lines:
        if _ADDED.fullmatch(line):
            reaction = line.startswith(":")
        elif not (reaction and line.isdigit()):
            reaction = False
            yield line
