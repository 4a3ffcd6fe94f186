"""The formats of a Review, one module each, found from one table. Every format has ``write(review, stream)``."""

from importlib import import_module
from pathlib import PurePath
from typing import TextIO

from simulator.report.review import Review

FORMATS = {
    "terminal": "simulator.report.formats.terminal",
    "markdown": "simulator.report.formats.markdown",
    "html": "simulator.report.formats.html_page",
    "csv": "simulator.report.formats.csv_rows",
    "json": "simulator.report.formats.json_form",
}
"""Names of formats and the modules that write them; a module is imported when it is used."""

ENDINGS = {"markdown": ".md", "json": ".json", "html": ".html", "csv": ".csv", "terminal": ".txt"}


def named_by(file: str) -> str:
    """The format that the end of a file's name asks for; the terminal's where it asks for none."""
    end = {".htm": ".html", ".markdown": ".md"}.get(end := PurePath(file).suffix.lower(), end)
    return next((name for name, ending in ENDINGS.items() if end == ending), "terminal")


def write(review: Review, name: str, stream: TextIO) -> None:
    """Writes *review* to *stream* in the format called *name*. Raises KeyError for a format that is not known."""
    import_module(FORMATS[name]).write(review, stream)
