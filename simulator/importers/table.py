"""Tables: CSV with commas, semicolons or tabs, whose first line says which column is the speaker and which the text."""

import csv
from collections.abc import Iterable, Iterator

from simulator.importers import times
from simulator.importers.labels import of_recording
from simulator.importers.source import Source
from simulator.importers.transcript import Transcript
from simulator.importers.turns import Piece, transcript

NAME = "CSV"

SPEAKER = ("speaker", "speaker name", "name", "who", "from", "sender", "author", "user", "participant", "display name",
           "user name", "username", "role", "person", "speaker label")  # fmt: skip
TEXT = ("text", "message", "what", "content", "transcript", "said", "utterance", "words", "body", "comment", "line",
        "sentence", "caption", "message text", "transcription", "msg")  # fmt: skip
TIME = ("time", "timestamp", "start", "start time", "at", "when", "begin", "offset", "time stamp", "start timestamp",
        "ts", "date", "datetime")  # fmt: skip
_DELIMITERS = ",;\t|"


def column(heads: Iterable[str], known: tuple[str, ...]) -> int | None:
    """Where among *heads* the best of the *known* names stands; None where none does."""
    said = [" ".join(head.strip().casefold().replace("_", " ").replace("-", " ").split()) for head in heads]
    return next((said.index(name) for name in known if name in said), None)


def claims(source: Source) -> bool:
    """Whether the first line that is not empty names a column for who and one for what."""
    return _delimiter(source) is not None


def read(source: Source) -> Transcript:
    """The transcript in a table. Raises TranscriptError."""
    rows = list(_rows(source, _delimiter(source) or ","))
    heads = rows[0][1]
    who, what, when = column(heads, SPEAKER), column(heads, TEXT), column(heads, TIME)
    if who is None or what is None:
        raise source.fault("I10", "name a column 'speaker' and one 'text'", source.first + 1)
    pieces, stamps = [], []
    for line, row in rows[1:]:
        if not any(cell.strip(" :-") for cell in row):  # empty, or the line under the heads of a Markdown table
            continue
        if len(row) <= max(who, what):
            raise source.fault(
                "I10", f"this row has {len(row)} columns and the first has {len(heads)}; add what is missing", line
            )
        stamp = row[when].strip() if when is not None and when < len(row) else ""
        stamps += [stamp] if stamp else []
        pieces.append(Piece(row[who], row[what], times.seconds(stamp), line))
    clock = [stamp for stamp in stamps if times.elapsed(stamp)]
    return transcript(source, pieces, NAME, spoken=len(clock) == len(stamps) and of_recording(clock))


def _delimiter(source: Source) -> str | None:
    for mark in _DELIMITERS:
        try:
            heads = next(csv.reader([source.opening], delimiter=mark), [])
        except csv.Error:
            continue
        who, what = column(heads, SPEAKER), column(heads, TEXT)
        if who is not None and what is not None and who != what:
            return mark
    return None


def _rows(source: Source, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """The rows from the head on, each with the line of the file in which it begins."""
    reader = csv.reader(
        (line + "\n" for line in source.lines[source.first :]), delimiter=delimiter, strict=True, skipinitialspace=True
    )
    line = source.first + 1
    try:
        for row in reader:
            yield line, row
            line = source.first + 1 + reader.line_num
    except csv.Error as fault:
        what = (
            "the quotation mark that opens here is not closed"
            if "end of data" in str(fault)
            else f"this is no row ({fault})"
        )
        raise source.fault("I10", f"{what}; double the quotation marks within a text", line) from None
