"""The one way in: a file's content, never its name, says which form it has; the form's module reads it.

A form is a module with `NAME`, `claims(source)` and `read(source)`. The first that claims a file gets it.
"""

from importlib import import_module
from pathlib import Path

from simulator.importers import limits
from simulator.importers.decoding import opened
from simulator.importers.source import Source
from simulator.importers.transcript import Transcript

FORMS = ("sessions", "objects", "captions", "whatsapp", "table", "blocks", "markdown", "labels")
"""The forms, the surest signs first. A module is imported when its turn comes."""

_BY_LINES = "captions"
"""The first form that is read by lines; before it, one line may hold everything."""

READ = "captions (WebVTT, SRT), 'Name: text', Markdown, Word, CSV, chats of WhatsApp, Slack and Teams, our own files"


def read_transcript(path: Path) -> Transcript:
    """The transcript in the file at *path*. Raises TranscriptError, or OSError where it cannot be read."""
    return recognised(open_source(path))


def open_source(path: Path) -> Source:
    """The file at *path*, opened as text. Raises TranscriptError, or OSError where it cannot be read."""
    with open(path, "rb") as file:
        data = file.read(limits.MAX_BYTES + 1)
    return opened(str(path), data)


def recognised(source: Source) -> Transcript:
    """The transcript in *source*, whatever its form. Raises TranscriptError."""
    for name in FORMS:
        if name == _BY_LINES:
            _check_lines(source)
        form = import_module(f"simulator.importers.{name}")
        if form.claims(source):
            return form.read(source)
    raise source.fault("I07", f"this is none of what can be read here: {READ}",
                       source.first + 1)  # fmt: skip


def _check_lines(source: Source) -> None:
    for number, line in enumerate(source.lines, 1):
        if len(line) > limits.MAX_LINE:
            raise source.fault(
                "I05", f"this line has more than {limits.MAX_LINE:,} characters; break it into turns", number
            )
