"""Ways to spoil an export: as mail programs, editors, careless people and malicious ones do it."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.importers.word import packed

EXPORTS = sorted(path for path in (Path(__file__).parents[1] / "data" / "exports").iterdir() if path.is_file())
LARGER = 6  # times the clean file: what is larger may take longer, and that shows nothing

_TOKENS = (
    b"WEBVTT", b"-->", b"00:00:01.000 --> 00:00:02.000\n", b"<v Maria Lopez>", b"</v>", b"<v ", b"NOTE", b"\n\n", b"\n",
    b"\r", b"\t", b"\0", b"\xef\xbb\xbf", b"\xff\xfe", b"\xc3", b"\xed\xa0\x80", b"\xe2\x80\xae", b"\x1b[31m", b"\x9b",
    b'"', b'""', b"'", b",", b";", b"{", b"}", b"[", b"]", b": ", b":", b"Name: ", b"**", b"- ", b"> ", b"# ", b"&amp;",
    b"&#27;", b"&#x202e;", b"&#99999999999;", b"&lol;", b"99999999999999999999:99:99", b"1e999", b"-1", b"NaN",
    b"[00:00:01] ", b"[11/20/26, 9:41:00 PM] ", b"11/20/26, 9:41 PM - ", b"9:41 AM", b"PK\x03\x04", b"%PDF-",
    b"\\u0000", b"\\ud800", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"=cmd|' /C calc'!A0", b"https://example.com",
    b"\xf0\x9f\x98\x80",
)  # fmt: skip


def spoilt(place: int, chance: Random) -> bytes:
    """The export at *place* with one to three faults."""
    data = EXPORTS[place].read_bytes()
    inside = data.startswith(b"PK") and chance.random() < 0.6
    text = _document(data) if inside else data
    most = LARGER * len(text)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        text = chance.choice(_WAYS)(text, chance)[:most]
    return packed(text) if inside else text


def _document(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/document.xml")


def _flipped(data: bytes, chance: Random) -> bytes:
    found = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        if found:
            found[chance.randrange(len(found))] = chance.randrange(256)
    return bytes(found)


def _span(data: bytes, chance: Random) -> tuple[int, int]:
    first = chance.randrange(len(data) + 1)
    return first, min(len(data), first + chance.choice((1, 2, 5, 20, 100, 400)))


def _cut(data: bytes, chance: Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _left_out(data: bytes, chance: Random) -> bytes:
    first, last = _span(data, chance)
    return data[:first] + data[last:]


def _repeated(data: bytes, chance: Random) -> bytes:
    first, last = _span(data, chance)
    return data[:first] + data[first:last] * chance.choice((2, 3, 10, 300)) + data[last:]


def _inserted(data: bytes, chance: Random) -> bytes:
    for _ in range(chance.randint(1, 5)):
        first = chance.randrange(len(data) + 1)
        data = data[:first] + chance.choice(_TOKENS) * chance.choice((1, 1, 1, 2, 50, 5_000)) + data[first:]
    return data


def _lines_mixed(data: bytes, chance: Random) -> bytes:
    lines = data.split(b"\n")
    for _ in range(chance.randint(1, 4)):
        first, second = chance.randrange(len(lines)), chance.randrange(len(lines))
        lines[first], lines[second] = lines[second], lines[first]
    return b"\n".join(lines)


def _spliced(data: bytes, chance: Random) -> bytes:
    other = chance.choice(EXPORTS).read_bytes()
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other)) :]


def _replaced(data: bytes, chance: Random) -> bytes:
    old = data[(place := chance.randrange(len(data))) : place + 1] if data else b"\n"
    return data.replace(old, chance.choice(_TOKENS))


def _recoded(data: bytes, chance: Random) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(chance.choice(("utf-16", "utf-16-le", "utf-8-sig", "utf-32", "latin-1", "cp1252")), "replace")


def _line_ends(data: bytes, chance: Random) -> bytes:
    return data.replace(b"\r\n", b"\n").replace(b"\n", chance.choice((b"\r\n", b"\r", b"\n\n", b" ", b"\xe2\x80\xa8")))


def _begun_anew(data: bytes, chance: Random) -> bytes:
    return chance.choice(_TOKENS) + chance.choice((b"", b"\n")) + data


_WAYS: tuple[Callable[[bytes, Random], bytes], ...] = (
    _flipped, _cut, _left_out, _repeated, _inserted, _lines_mixed, _spliced, _replaced, _recoded, _line_ends,
    _begun_anew,
)  # fmt: skip
