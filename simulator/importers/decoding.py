"""Bytes of a file become a Source: text in a known encoding, or a Word document unpacked; all else is refused."""

import codecs
from collections.abc import Iterator

from simulator.cleaning import clean
from simulator.importers import limits
from simulator.importers.source import Source

_ZIP = b"PK\x03\x04"
_FOREIGN = (
    (b"%PDF-", "a PDF; open it, copy the text and save it as plain text"),
    (b"\xd0\xcf\x11\xe0", "an old Word file or one with a password; open it and save it as .docx or plain text"),
    (b"{\\rtf", "rich text (RTF); open it and save it as .docx or plain text"),
    (b"\x1f\x8b", "packed (gzip); unpack it first"),
    (b"PK\x05\x06", "an empty zip file"),
    (b"ID3", "a recording; let a program write it down, such as the one it was recorded with"),
    (b"RIFF", "a recording; let a program write it down, such as the one it was recorded with"),
    (b"<!doctype html", "a web page; save the text in it as plain text"),
    (b"<html", "a web page; save the text in it as plain text"),
)
_OTHER_UNICODE = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


def opened(name: str, data: bytes) -> Source:
    """The text in *data*, the content of the file called *name*. Raises TranscriptError."""
    nothing = Source(name, ())
    if len(data) > limits.MAX_BYTES:
        raise nothing.fault("I01", f"the file is larger than {limits.MAX_BYTES // 2**20} MiB; split it up")
    if data.startswith(_ZIP):
        from simulator.importers.word import paragraphs

        return Source(name, tuple(paragraphs(nothing, data)), "Word")
    head = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for magic, what in _FOREIGN:
        if head.startswith(magic.lower()) or (magic == b"RIFF" and data[4:8] == b"ftyp"):
            raise nothing.fault("I03", f"this is {what}")
    source = Source(name, _lines(nothing, _decoded(nothing, data)))
    if not any(map(str.strip, source.lines)):
        raise nothing.fault("I04", "there is nothing in this file; export the transcript again")
    return source


def _lines(nothing: Source, text: str) -> tuple[str, ...]:
    if (place := text.find("\0")) >= 0:
        before = text[:place].split("\n")
        raise nothing.fault(
            "I03",
            "a zero byte stands here, so this is no text; export the transcript as text, captions, CSV or .docx",
            len(before),
            len(before[-1]) + 1,
        )
    text = clean(text)
    if text.count("\n") >= limits.MAX_LINES:
        raise nothing.fault("I06", f"there are more than {limits.MAX_LINES:,} lines; split the file", limits.MAX_LINES)
    return tuple(text.split("\n"))


def _decoded(nothing: Source, data: bytes) -> str:
    """The text in *data*: UTF-8, or UTF-16 that says so. Raises TranscriptError at the first byte that is neither."""
    encoding = "utf-8-sig"
    if data.startswith(_OTHER_UNICODE):
        raise nothing.fault("I02", "this is UTF-32; save the file as UTF-8")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    elif b"\0" in data[:2] and data[:400].count(0) * 3 > len(data[:400]):
        raise nothing.fault("I02", "this looks like UTF-16 without its first mark; save the file as UTF-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        before = data[: fault.start].decode(encoding, "replace").replace("\r\n", "\n").split("\n")
        what = "UTF-16 text" if encoding == "utf-16" else "UTF-8 text"
        bad = f"the byte {data[fault.start]:#04x}" if fault.start < len(data) else "the end of the file"
        raise nothing.fault(
            "I02", f"{bad} is not {what}; save the file as UTF-8", len(before), len(before[-1]) + 1
        ) from fault


def numbered(source: Source) -> Iterator[tuple[int, str]]:
    """The lines that are not empty, without space at their end, with their numbers from 1."""
    for number, line in enumerate(source.lines, 1):
        if line.strip():
            yield number, line.rstrip()
