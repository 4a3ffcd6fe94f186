"""All text from outside goes through here once: what is typed, pasted, piped, read from files or given as a name."""

import re
from typing import BinaryIO

MOST_BYTES = 4 * 20_000 + 2
"""A line with more bytes has more characters than a turn may have (20,000, of at most four bytes), and is not read."""

_SEQUENCE = re.compile(r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]")  # an order to a terminal, such as "red" or "clear"
_BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Controls but tab and newline, and the characters that turn the direction of writing round.
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SUSPECT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_HALF = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """*text* with nothing in it that could steer a screen or break a file. Clean text comes back as it is."""
    if _SUSPECT.search(text) is None:
        return text
    text = _SEQUENCE.sub("", text)
    text = _BREAK.sub("\n", text)
    text = _UNWANTED.sub("", text)
    if _HALF.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def one_line(text: str, most: int = 200) -> str:
    """*text* clean and on one line, cut after *most* characters: for names, labels and messages."""
    text = " ".join(clean(text).split())
    return text if len(text) <= most else text[: most - 3] + "..."


class TooLong:
    """Stands for a line of *size* bytes, which was passed over and never held in memory."""

    def __init__(self, size: int):
        self.size = size


def read_line(stream: BinaryIO, most: int = MOST_BYTES) -> bytes | TooLong | None:
    """The next line of *stream* without its end, the last one also where no newline follows it; None after that."""
    line = stream.readline(most + 1)
    if not line:
        return None
    if len(line) <= most or line.endswith(b"\n"):
        return line.removesuffix(b"\n").removesuffix(b"\r")
    size = len(line)
    while more := stream.readline(1 << 16):
        size += len(more.rstrip(b"\n"))
        if more.endswith(b"\n"):
            break
    return TooLong(size)


def decoded(line: bytes) -> str:
    """*line* as clean text; bytes that are no UTF-8 become U+FFFD, and a mark of byte order goes."""
    return clean(line.decode("utf-8", "replace").removeprefix("\ufeff"))
