"""JSON: our own form {"turns": [{"speaker", "text"}]}, our reviews and plays, Slack's export, and lists like them."""

import json
import math
import re
from collections.abc import Iterator
from typing import Any

from simulator.importers import limits, slack, times
from simulator.importers.sessions import ME
from simulator.importers.source import Source
from simulator.importers.table import SPEAKER, TEXT, TIME
from simulator.importers.transcript import Transcript
from simulator.importers.turns import Piece, transcript

NAME = "JSON"

LISTS = ("turns", "segments", "utterances", "messages", "entries", "items", "results", "transcript", "conversation",
         "dialogue", "data")  # fmt: skip
"""Where in an object the list of what was said may stand."""

_FORM = 'the plainest form is {"turns": [{"speaker": "...", "text": "..."}]}'
_BEGINS = re.compile(r"\{\s*[\"}]|\[\s*[\[{\]]|[\[{]$")


def claims(source: Source) -> bool:
    """Whether *source* begins as an object or a list of objects."""
    return _BEGINS.match(source.opening) is not None


def read(source: Source) -> Transcript:
    """The transcript in JSON. Raises TranscriptError."""
    data = _loaded(source)
    if _is_play(data):
        return transcript(source, _played(data), NAME, spoken=False)
    if isinstance(data, dict) and isinstance(data.get("lines"), list) and "scorecard" in data:
        return transcript(source, _reviewed(data), NAME, spoken=False)
    said = _list(data)
    if said is None:
        raise source.fault("I09", f"there is no list of what was said; {_FORM}")
    if slack.claims(said):
        return transcript(source, slack.pieces(said), "Slack export", spoken=False)
    pieces = [_piece(source, number, one) for number, one in enumerate(said, 1)]
    timed = bool(pieces) and all(piece.at is not None for piece in pieces)
    return transcript(source, pieces, NAME, spoken=timed)


def _loaded(source: Source) -> Any:
    """The value in *source*; of JSON lines, the list of them. Raises TranscriptError."""
    text = source.text
    if sum(map(text.count, ",[{")) > limits.MAX_VALUES:
        raise source.fault("I06", f"there are more than {limits.MAX_VALUES:,} values; split the file")
    try:
        return _decoded(text)
    except json.JSONDecodeError as fault:
        if not fault.msg.startswith("Extra data"):
            raise _broken(source, fault) from fault
    found = []
    for number, line in enumerate(source.lines, 1):
        if line.strip():
            try:
                found.append(_decoded(line))
            except json.JSONDecodeError as fault:
                raise _broken(source, fault, number - 1) from fault
            except (ValueError, RecursionError) as fault:
                raise source.fault("I09", f"this cannot be read: {_why(fault)}", number) from fault
    return found


def _decoded(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        raise
    except (ValueError, RecursionError) as fault:
        raise json.JSONDecodeError(_why(fault), text, 0) from fault


def _why(fault: Exception) -> str:
    return "It is nested too deep" if isinstance(fault, RecursionError) else "A number in it is too long"


def _broken(source: Source, fault: json.JSONDecodeError, before: int = 0):
    return source.fault("I09", f"this is no JSON ({fault.msg}); {_FORM}", before + fault.lineno, fault.colno)


def _list(data: Any) -> list | None:
    """The list of what was said, wherever it stands."""
    if isinstance(data, dict):
        places = [data.get(name) for name in LISTS]
        data = next((one for one in places if isinstance(one, list)), next(filter(None, map(_within, places)), None))
    return data if isinstance(data, list) else None


def _within(inner: Any) -> list | None:
    if not isinstance(inner, dict):
        return None
    return next((inner[name] for name in LISTS if isinstance(inner.get(name), list)), None)


def _piece(source: Source, number: int, one: Any) -> Piece:
    """Entry *number* of a list as something said. Raises TranscriptError."""
    if not isinstance(one, dict):
        raise source.fault("I09", f"entry {number} is no object; {_FORM}")
    named = {str(key).casefold().replace("_", " "): value for key, value in one.items()}
    speaker, text = _first(named, SPEAKER), _first(named, TEXT)
    if isinstance(speaker, dict):
        speaker = _first({str(key).casefold(): value for key, value in speaker.items()}, SPEAKER)
    if not isinstance(text, str):
        raise source.fault("I09", f"entry {number} has no 'text'; {_FORM}")
    if isinstance(speaker, bool) or not isinstance(speaker, str | int):
        raise source.fault("I09", f"entry {number} has no 'speaker'; {_FORM}")
    return Piece(str(speaker)[:1_000] if isinstance(speaker, str) else f"Speaker {_short(speaker)}", text,
                 _seconds(_first(named, TIME)))  # fmt: skip


def _first(named: dict[str, Any], known: tuple[str, ...]) -> Any:
    return next((named[name] for name in known if named.get(name) is not None), None)


def _short(number: int) -> int:
    return number % 10**9


def _seconds(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    if isinstance(value, str):
        return times.seconds(value[:40])
    return float(value) if -1e12 < value < 1e12 and math.isfinite(value) else None


def _is_play(data: Any) -> bool:
    """Whether *data* is what `rehearse play --json` prints."""
    return (
        isinstance(data, list)
        and len(data) > 1
        and isinstance(data[0], dict)
        and isinstance(data[0].get("opening"), list)
        and "scenario" in data[0]
    )


def _played(lines: list) -> Iterator[Piece]:
    yield Piece("The other", "\n".join(map(str, lines[0]["opening"])))
    for line in lines[1:]:
        if isinstance(line, dict) and isinstance(line.get("text"), str) and "turn" in line:
            yield Piece(ME, line["text"])
            reply = line.get("reply")
            yield Piece("The other", "\n".join(map(str, reply)) if isinstance(reply, list) else str(reply or ""))


def _reviewed(data: dict) -> Iterator[Piece]:
    person = str(data.get("person") or "The other")
    yield Piece(person, str(data.get("opening") or ""))
    for line in data["lines"]:
        if isinstance(line, dict) and not line.get("aside"):
            yield Piece(ME, str(line.get("text") or ""))
            yield Piece(person, str(line.get("reply") or ""))
    yield Piece(person, str(data.get("last_line") or ""))
