"""A transcript: who said what, in order. And the one way to read one from a file."""

import json
from dataclasses import dataclass
from pathlib import Path

from simulator.cleaning import clean

MAX_BYTES = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Utterance:
    """What one speaker said. *at* is where it began, in seconds, or None."""

    speaker: str
    text: str
    at: float | None = None


@dataclass(frozen=True, slots=True)
class Transcript:
    """A conversation from elsewhere. *spoken* transcripts came from speech: their words are less sure."""

    name: str
    utterances: tuple[Utterance, ...]
    spoken: bool = False

    @property
    def speakers(self) -> tuple[str, ...]:
        """Everybody who speaks, in the order of their first word."""
        return tuple(dict.fromkeys(one.speaker for one in self.utterances))


class TranscriptError(ValueError):
    """A file that is no transcript; the message says what is wrong and what to do."""


def read_transcript(path: Path) -> Transcript:
    """The transcript in the file at *path*. Raises TranscriptError, or OSError where it can't be read."""
    with open(path, "rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise TranscriptError(f"{path.name} is larger than {MAX_BYTES // 2**20} MiB; split it up")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise TranscriptError(f"{path.name} is not UTF-8 text (byte {fault.start}); save it as UTF-8") from fault
    return _from_json(path.name, text)


def _from_json(name: str, text: str) -> Transcript:
    """The plainest form: ``{"turns": [{"speaker": ..., "text": ...}]}``."""
    try:
        said = json.loads(text)
        turns = said["turns"]
        return Transcript(name, tuple(Utterance(clean(str(one["speaker"])), clean(str(one["text"]))) for one in turns))
    except (ValueError, TypeError, KeyError, RecursionError) as fault:
        raise TranscriptError(
            f'{name} is not a transcript; the plainest form is {{"turns": [{{"speaker": "...", "text": "..."}}]}}'
        ) from fault
