"""What a form has read becomes a Transcript: clean, joined by speaker, and within the limits."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from scoring.text import MAX_CHARACTERS
from simulator.cleaning import clean, one_line
from simulator.importers import limits
from simulator.importers.source import Source
from simulator.importers.transcript import Transcript, Utterance


@dataclass(frozen=True, slots=True)
class Piece:
    """A cue, line or message: who said it, the words, when (seconds or None), and the line of the file it came from."""

    speaker: str
    text: str
    at: float | None = None
    line: int = 1


def transcript(source: Source, pieces: Iterable[Piece], form: str, spoken: bool) -> Transcript:
    """The Transcript of *pieces*. Raises TranscriptError where nobody says anything or a limit is passed."""
    utterances: list[Utterance] = []
    names: dict[str, str] = {}
    for said, line in _joined(source, pieces, " " if spoken else "\n"):
        # One person may be written in two ways: the first is kept.
        speaker = names.setdefault(said.speaker.casefold(), said.speaker)
        utterances.append(Utterance(speaker, said.text, said.at))
        if len(utterances) > limits.MAX_TURNS:
            raise source.fault("I06", f"there are more than {limits.MAX_TURNS:,} turns; split the file", line)
        if len(names) > limits.MAX_SPEAKERS:
            raise source.fault("I06", f"more than {limits.MAX_SPEAKERS} people speak; is this a transcript?", line)
    if not utterances:
        raise source.fault("I07", f"nobody says anything in these {form}; export the transcript again")
    return Transcript(one_line(Path(source.name).name), tuple(utterances), f"{source.holder} {form}".strip(), spoken)


def _joined(source: Source, pieces: Iterable[Piece], between: str) -> Iterator[tuple[Utterance, int]]:
    """Utterances with the line each begins in: what one speaker says in a row is one, as long as a turn may be."""
    who, at, began, length = "", None, 1, 0
    words: list[str] = []
    for piece in pieces:
        text, speaker = clean(piece.text).strip(), one_line(piece.speaker, limits.MAX_NAME)
        if not text or not speaker:
            continue
        if len(text) > MAX_CHARACTERS:
            raise source.fault(
                "I05", f"what is said here has more than {MAX_CHARACTERS:,} characters; is it one turn?", piece.line
            )
        if words and (speaker.casefold() != who.casefold() or length + len(text) + 1 > MAX_CHARACTERS):
            yield Utterance(who, between.join(words), at), began
            words, length = [], 0
        if not words:
            who, at, began = speaker, piece.at, piece.line
        words.append(text)
        length += len(text) + 1
    if words:
        yield Utterance(who, between.join(words), at), began
