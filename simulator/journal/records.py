"""Records as lines of bytes and back, without touching a disk. Never raises on what it reads, never invents a record.

    {"n": 3, "kind": "turn", "data": {"text": "How are you?"}, "crc": "1a2b3c4d"}

`n` counts from 1. The checksum (CRC-32) covers the id of the session and the bytes of the line before it, so that a
line that was changed, moved, repeated, dropped or brought from another session is noticed.
"""

import json
from dataclasses import dataclass
from typing import Any
from zlib import crc32

DEPTH = 50
"""How deep the data of a record may nest: deep enough for us, and well below what the reading of JSON can follow."""


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that happened: its number in the session (from 1), what kind of thing, and the caller's data."""

    n: int
    kind: str
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Damage:
    """The part of a journal that cannot be trusted: from *line* (from 1) and *offset* (bytes) to the end."""

    line: int
    offset: int
    length: int
    what: str

    def __str__(self) -> str:
        return f"line {self.line} {self.what}; {self.length} bytes from there on are not read"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a journal holds: its records up to the first bad line, the bytes they fill, and the damage after them."""

    records: tuple[Record, ...]
    good_length: int
    damage: Damage | None


def encode(session: str, n: int, kind: str, data: dict[str, Any]) -> tuple[bytes, Record]:
    """The line of a record, and the record as it will be read from there.

    Lone surrogates are replaced. TypeError or ValueError for data that JSON cannot hold.
    """
    body = {"n": n, "kind": whole(kind), "data": _plain(data, DEPTH)}
    head = json.dumps(body, ensure_ascii=False, allow_nan=False)[:-1].encode()
    line = head + _seal(session, head)
    record = decode(line, session, n)
    if isinstance(record, str):
        raise ValueError(f"what would be written {record}")
    return line, record


def parse(content: bytes, session: str) -> Reading:
    """The records of *session* in *content*, up to the first line that is not what it should be."""
    records: list[Record] = []
    start = 0
    while start < len(content):
        end = content.find(b"\n", start) + 1 or len(content)
        record = decode(content[start:end], session, len(records) + 1)
        if isinstance(record, str):
            return Reading(tuple(records), start, Damage(len(records) + 1, start, len(content) - start, record))
        records.append(record)
        start = end
    return Reading(tuple(records), start, None)


def decode(line: bytes, session: str, n: int) -> Record | str:
    """The record number *n* of *session* in one *line*, or what is wrong with the line."""
    if not line.endswith(b"\n"):
        return "was not written to its end"
    head, seal = line[:-_SEAL], line[-_SEAL:]
    if seal != _seal(session, head):
        return "does not fit its checksum"
    try:
        match json.loads(head.decode() + "}"):
            case {"n": int(number), "kind": str(kind), "data": dict(data), **more} if not more:
                return Record(n, kind, data) if number == n else f"is numbered {number}"
    except (ValueError, RecursionError):
        pass
    return "is no record"


def whole(text: str) -> str:
    """*text* as it can be written: halves of characters joined where both are there, else replaced by U+FFFD."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _seal(session: str, head: bytes) -> bytes:
    # An id holds no brace and a head starts with one, so the two cannot be shifted against each other.
    return b', "crc": "%08x"}\n' % crc32(head, crc32(session.encode("utf-8", "surrogatepass")))


_SEAL = len(_seal("", b""))


def _plain(value: Any, room: int) -> Any:
    """*value* as JSON gives it back, its text whole."""
    if isinstance(value, str):
        return whole(value)
    if value is None or isinstance(value, bool | int | float):
        return value
    if not room:
        raise ValueError(f"the data of a record nests deeper than {DEPTH}")
    if isinstance(value, list | tuple):
        return [_plain(item, room - 1) for item in value]
    if isinstance(value, dict) and all(isinstance(key, str) for key in value):
        return {whole(key): _plain(item, room - 1) for key, item in value.items()}
    raise TypeError(f"a record cannot hold {type(value).__name__}: only text, numbers, lists, and dicts with text keys")
