"""Word documents (.docx): their paragraphs as lines, read with a bound on everything and no entity ever expanded."""

import io
import struct
import zipfile
import zlib
from xml.parsers import expat

from simulator.cleaning import clean
from simulator.importers import limits
from simulator.importers.source import Source

_DOCUMENT = "word/document.xml"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main "
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_END = b"PK\x05\x06"
_CHUNK = 1 << 16
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "\u2011"}
_HINT = "open it in Word and save it again as .docx, or as plain text"


class _Refused(Exception):
    """What is wrong with a document."""


def paragraphs(source: Source, data: bytes) -> list[str]:
    """The lines of the document in *data*; a paragraph with line breaks in it is several. Raises TranscriptError."""
    reader = _Reader()
    try:
        _unpack(data, reader)
    except _Refused as fault:
        raise source.fault("I08", f"{fault}; {_HINT}", reader.line) from None
    except expat.ExpatError as fault:
        what = expat.errors.messages.get(fault.code, "unknown").replace("XML_", "")
        raise source.fault("I08", f"the document is damaged ({what}); {_HINT}", reader.line) from None
    except (
        zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, struct.error,
        OverflowError, LookupError,
    ) as fault:  # fmt: skip
        raise source.fault("I08", f"the file is damaged or has a password; {_HINT}", reader.line) from fault
    lines = clean("\n".join(reader.finished)).split("\n")
    if not any(map(str.strip, lines)):
        raise source.fault("I04", "there is no text in this document; export the transcript again")
    return lines


def _unpack(data: bytes, reader: "_Reader") -> None:
    _check_directory(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = [info for info in archive.infolist() if info.filename == _DOCUMENT]
        if not found:
            raise _Refused("this zip file is no Word document")
        info = found[-1]
        if info.flag_bits & 1:
            raise _Refused("the document has a password")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise _Refused("the document is packed in an unusual way")
        most = min(limits.MAX_XML, max(info.compress_size, 2_000) * limits.MAX_XML_RATIO)
        with archive.open(info) as file:
            size = 0
            while chunk := file.read(_CHUNK):
                size += len(chunk)
                if size > most:
                    raise _Refused(f"the document unpacks to more than {most / 2**20:.1f} MiB")
                reader.feed(chunk)
            reader.end()


def _check_directory(data: bytes) -> None:
    """The list of contents is read whole by zipfile, so its size is looked at first."""
    end = data.rfind(_END, -(1 << 16) - 22)
    if end < 0 or len(data) < end + 22:
        raise _Refused("the file is cut off")
    size = struct.unpack_from("<I", data, end + 12)[0]
    if size > limits.MAX_DIRECTORY:
        raise _Refused("the list of contents is too long")


class _Reader:
    """Takes the text out of a document as it comes."""

    def __init__(self) -> None:
        self.finished: list[str] = []
        self._parts: list[str] = []
        self._open: list[str] = []
        self._text = self._skipped = self._size = 0
        self._parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._stop
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = self._declared
        parser.EntityDeclHandler = self._declared
        parser.ExternalEntityRefHandler = self._declared

    @property
    def line(self) -> int:
        """The line that is being read, from 1."""
        return len(self.finished) + 1

    def feed(self, chunk: bytes) -> None:
        self._parser.Parse(chunk, False)

    def end(self) -> None:
        self._parser.Parse(b"", True)

    def _declared(self, *_: object) -> int:
        raise _Refused("the document declares entities, which are not followed here")

    def _start(self, name: str, _: object) -> None:
        self._open.append(name)
        if len(self._open) > limits.MAX_XML_DEPTH:
            raise _Refused(f"its elements nest deeper than {limits.MAX_XML_DEPTH}")
        if name == _FALLBACK:  # says again what stands before it
            self._skipped += 1
        kind = _kind(name)
        if kind == "t":
            self._text += 1
        elif kind in _BREAKS and not self._skipped and "r" in map(_kind, self._open[-2:-1]):
            self._parts.append(_BREAKS[kind])

    def _stop(self, name: str) -> None:
        self._open.pop()
        kind = _kind(name)
        if name == _FALLBACK:
            self._skipped -= 1
        elif kind == "t":
            self._text -= 1
        elif kind == "p" and not self._skipped:
            self.finished += "".join(self._parts).split("\n")
            self._parts = []
            if len(self.finished) > limits.MAX_LINES:
                raise _Refused(f"there are more than {limits.MAX_LINES:,} lines")

    def _characters(self, text: str) -> None:
        if self._text and not self._skipped:
            self._parts.append(text)


def _kind(name: str) -> str:
    """The short name of an element of Word's, else ''."""
    for space in (_W, _STRICT):
        if name.startswith(space):
            return name[len(space) :]
    return ""
