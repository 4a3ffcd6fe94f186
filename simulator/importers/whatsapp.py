"""WhatsApp: a chat exported from a telephone, Android or iOS, in the ways different countries write a date."""

import re
from collections.abc import Iterator

from simulator.importers import times
from simulator.importers.source import Source
from simulator.importers.transcript import Transcript
from simulator.importers.turns import Piece, transcript

NAME = "WhatsApp chat"

_DATE = r"[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}"
_TIME = rf"([0-9]{{1,2}}[:.][0-9]{{2}}(?:[:.][0-9]{{2}})?{times.HALF}?)"
_MESSAGE = re.compile(
    rf"(?:\[{_DATE},?\s(?:klo |at |um |à )?{_TIME}\]|{_DATE},?\s(?:klo |at |um |à )?{_TIME}\s[-–])\s?(.*)", re.DOTALL
)
_SENDER = re.compile(r"[~\s]*([^:\n\"“”]{1,80}?)\s?:(?:\s(.*)|$)", re.DOTALL)
_NO_WORDS = re.compile(
    r"<Media omitted>|<attached: .*>|(?:image|video|audio|sticker|GIF|document|Contact card|video note) omitted|null"
    r"|This message was deleted\.?|You deleted this message\.?|Missed (?:voice|video) call.*|Waiting for this message.*"
    r"|Messages and calls are end-to-end encrypted.*|.{0,200}\(file attached\)",
    re.IGNORECASE,
)
_EDITED = "<This message was edited>"
_NEAR = 20


def claims(source: Source) -> bool:
    """Whether one of the first lines begins as a message does: with a date, a time and a sender."""
    found = map(_MESSAGE.match, source.lines[source.first : source.first + _NEAR])
    return any(message is not None and _SENDER.match(message[3]) for message in found)


def read(source: Source) -> Transcript:
    """The transcript in a chat. What the program itself says, and what has no words, is passed over."""
    return transcript(source, _pieces(source), NAME, spoken=False)


def _pieces(source: Source) -> Iterator[Piece]:
    speaker, at, began = "", None, 1
    words: list[str] = []
    for number, line in enumerate(source.lines, 1):
        message = _MESSAGE.match(line)
        if message is None:
            words.append(line)
            continue
        yield from _said(speaker, words, at, began)
        sender = _SENDER.match(message[3])
        speaker, words = (sender[1].strip(), [sender[2] or ""]) if sender else ("", [])
        at, began = times.seconds((message[1] or message[2]).replace(".", ":")), number
    yield from _said(speaker, words, at, began)


def _said(speaker: str, words: list[str], at: float | None, line: int) -> Iterator[Piece]:
    text = "\n".join(words).strip().removesuffix(_EDITED).rstrip()
    if speaker and text and not _NO_WORDS.fullmatch(text):
        yield Piece(speaker, text, at, line)
