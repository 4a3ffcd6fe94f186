"""The formats of a Review, one module each, found from one table. Every format has ``write(review, stream)``."""

from importlib import import_module
from typing import TextIO

from simulator.report.review import Review

FORMATS = {
    "terminal": "simulator.report.formats.terminal",
    "markdown": "simulator.report.formats.markdown",
    "json": "simulator.report.formats.json_form",
}
"""Names of formats and the modules that write them; a module is imported when it is used."""

ENDINGS = {"markdown": ".md", "json": ".json", "html": ".html", "csv": ".csv", "terminal": ".txt"}


def write(review: Review, name: str, stream: TextIO) -> None:
    """Writes *review* to *stream* in the format called *name*. Raises KeyError for a format that is not known."""
    import_module(FORMATS[name]).write(review, stream)
