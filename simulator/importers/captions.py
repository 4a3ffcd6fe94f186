"""Captions: WebVTT and SubRip (SRT), as meeting programs write them.

A speaker is named by a voice tag (Teams), by "Name: text" within a cue (Zoom and most others), or by the first line of
a cue (Teams, in its older Word files).
"""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from simulator.importers import times
from simulator.importers.names import labelled, like_a_name, speakers
from simulator.importers.source import Source
from simulator.importers.transcript import Transcript
from simulator.importers.turns import Piece, transcript

NAME = "captions"
UNNAMED = "Unnamed"
"""Who is said to speak where a file names speakers and does not do so here."""

_TIMING = re.compile(rf"\s*({times.CLOCK})\s*-->\s*{times.CLOCK}(?:\s.*)?$")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^<>\n]{0,200})>|(</v>)")
_TAG = re.compile(r"</?(?:c|i|b|u|ruby|rt|v|lang|font)(?:[.\s][^<>]*)?>|<[0-9:.]{5,13}>|\{\\an?[0-9]\}", re.IGNORECASE)
_LEAD = re.compile(r"\s*(?:>>+\s*|[-–—]\s+)?")
_BRACKETED = re.compile(r"\[([^\[\]]{1,80})\]\s*:\s*")
_CUE_NAME = re.compile(r'\s*[0-9]{1,7}\s+"([^"]{1,80})"')
_NEAR = 40  # lines from the beginning in which the first cue of a file without WEBVTT stands


@dataclass(frozen=True, slots=True)
class Cue:
    """What is shown at one time: the *number* of its timing line, when, and its *lines*.

    *voice* is the speaker where the name of the cue tells (Webex), else ''.
    """

    number: int
    at: float | None
    lines: tuple[str, ...]
    voice: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a cue: whose *voice* they are tagged with ('' for nobody), and the line of the file."""

    voice: str
    text: str
    at: float | None
    line: int


def claims(source: Source) -> bool:
    """Whether *source* says it is WebVTT, or has the times of a cue near its beginning."""
    if source.opening.startswith("WEBVTT"):
        return True
    return any(map(_TIMING.match, source.lines[source.first : source.first + _NEAR]))


def read(source: Source) -> Transcript:
    """The transcript in captions. Raises TranscriptError."""
    cues = list(_cues(source))
    if not cues:
        raise source.fault("I07", "there are no cues after this line; export the captions again", source.first + 1)
    if _names_first(cues):
        pieces: Iterable[Piece] = (
            Piece(cue.lines[0].rstrip(" :"), " ".join(cue.lines[1:]), cue.at, cue.number) for cue in cues if cue.lines
        )
        return transcript(source, pieces, NAME, spoken=True)
    words = [one for cue in cues for one in _voices(cue)]
    named = any(one.voice for one in words)
    labels = frozenset() if named else speakers(one.name for one in map(_label, words) if one)
    if not named and not labels:
        raise source.fault(
            "I11",
            "these captions name nobody; export them with speakers, or write 'Name: ' before what each one says",
            cues[0].number,
        )
    return transcript(source, _pieces(words, labels), NAME, spoken=True)


def _cues(source: Source) -> Iterator[Cue]:
    """The cues. Headers, numbers, names of cues, notes and styles stand outside of them and are passed over."""
    number, at, voice, before = 0, None, "", ""
    lines: list[str] = []
    for place, line in enumerate(source.lines, 1):
        match = _TIMING.match(line)
        if match is not None:
            if number:
                if lines and lines[-1].isdigit():  # the number of this cue, with no empty line before it
                    lines.pop()
                yield Cue(number, at, tuple(lines), voice)
            named = _CUE_NAME.match(before)
            number, at, lines, voice = place, times.seconds(match[1]), [], named[1].strip() if named else ""
        elif line.strip():
            if number:
                lines.append(line.strip())
        elif number and not source.holder:  # in Word, empty lines mean nothing
            yield Cue(number, at, tuple(lines), voice)
            number = 0
        before = line
    if number:
        yield Cue(number, at, tuple(lines), voice)


def _names_first(cues: list[Cue]) -> bool:
    """Whether nearly every cue is a name on a line of its own and then words."""
    full = [cue for cue in cues if cue.lines]
    first = sum(len(cue.lines) > 1 and like_a_name(cue.lines[0]) and len(cue.lines[0]) < 60 for cue in full)
    names = {cue.lines[0] for cue in full}
    return first > 0.9 * len(full) and len(names) <= 1 + first / 2


def _voices(cue: Cue) -> Iterator[Words]:
    """The words of *cue* by voice; where none is tagged, line by line."""
    whole = "\n".join(cue.lines)
    if "<v" not in whole:
        for number, line in enumerate(cue.lines, 1):
            yield Words(cue.voice, _shown(line), cue.at, cue.number + number)
        return
    voice, start = "", 0
    for match in _VOICE.finditer(whole):
        yield Words(voice, _shown(whole[start : match.start()]), cue.at, cue.number)
        voice, start = ("", match.end()) if match[2] else (_shown(match[1]), match.end())
    yield Words(voice, _shown(whole[start:]), cue.at, cue.number)


def _shown(text: str) -> str:
    """*text* as a screen shows it, on one line: without tags, and with characters for their names."""
    return " ".join(html.unescape(_TAG.sub("", text)).split())


def _label(words: Words):
    text = words.text[_LEAD.match(words.text).end() :]
    return labelled(_BRACKETED.sub(r"\1: ", text, count=1) if text.startswith("[") else text)


def _pieces(words: Iterable[Words], labels: frozenset[str]) -> Iterator[Piece]:
    """*words* with their speakers. Where names are labels, words without one go on with what was said before."""
    speaker = UNNAMED
    for one in words:
        if not labels:
            yield Piece(one.voice or UNNAMED, one.text, one.at, one.line)
            continue
        label = _label(one)
        if label is not None and label.name in labels:
            speaker, text = label.name, label.text
        else:
            text = one.text
        yield Piece(speaker, text, one.at, one.line)
