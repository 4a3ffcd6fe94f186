"""HTML: one file that loads nothing, runs nothing, and reads well on a screen, on a phone and on paper."""

from collections.abc import Iterable
from typing import TextIO

from simulator.report.blocks import Block
from simulator.report.comparing import Comparison
from simulator.report.page.columns import columns
from simulator.report.page.environment import write as fill
from simulator.report.page.sheets import sheet
from simulator.report.page.view import page
from simulator.report.review import Review

STYLES, SHEET = ("style.css", "beside.css"), ("style.css", "sheet.css")


def write(review: Review, stream: TextIO) -> None:
    """Writes *review* as one HTML page."""
    fill("page.html", STYLES, stream, review=review, page=page(review))


def write_blocks(blocks: Iterable[Block], stream: TextIO) -> None:
    """Writes *blocks* as one HTML page."""
    fill("sheet.html", SHEET, stream, page=sheet(blocks, ruled=False))


def write_sheet(blocks: Iterable[Block], stream: TextIO, labelled: bool = False) -> None:
    """Writes *blocks* as a sheet for paper, with lines to write on; lines of a *labelled* one begin with what they
    are."""
    fill("sheet.html", SHEET, stream, page=sheet(blocks, ruled=True, labelled=labelled))


def write_comparison(found: Comparison, stream: TextIO) -> None:
    """Writes conversations side by side as one HTML page."""
    fill("columns.html", STYLES, stream, page=columns(found))
