"""CSV: one row a finding, and no cell that a spreadsheet runs."""

import csv
import io

import pytest

from simulator.report.formats.csv_rows import COLUMNS, cell
from tests.report.samples import review_of_nothing_but


@pytest.fixture
def rows(written):
    return list(csv.DictReader(io.StringIO(written(review_of_nothing_but("word"), "csv"))))


def test_there_is_a_row_for_every_finding_and_one_for_a_turn_without(rows):
    assert [(row["turn"], row["kind"], row["skill"], row["plainly"], row["quote"]) for row in rows] == [
        ("1", "helps", "contrasting", "contrasting", "word"),
        ("1", "costs", "blame", "blame", "and"),
        ("1", "mark", "third_party", "third party", "word"),
        ("2", "", "", "", ""),
        ("3", "aside", "", "", ""),
    ]


def test_every_row_tells_the_turn_and_the_talk(rows):
    first = rows[0]
    assert tuple(first) == COLUMNS
    assert (first["text"], first["reply"], first["seed"], first["safety"], first["heat"]) == ("word and", "word", "8", "30", "40")  # fmt: skip # noqa: E501
    assert (first["start"], first["end"], first["strength"], first["notes"]) == ("0", "4", "0.9", "word")


def test_what_nobody_knows_is_empty(written):
    review = review_of_nothing_but("word", source="captions")
    row = next(csv.DictReader(io.StringIO(written(review, "csv"))))
    assert row["seed"] == ""


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("=1+1", "'=1+1"), (" \t=1+1", "'=1+1"), ("-no", "'-no"), ("'=1", "''=1"), ('"=1', "'\"=1"), ("＝1", "'＝1"),
        ("a=1", "a=1"), ("don't", "don't"), ("a\n=b", "a =b"), ("", ""), (None, ""), (-3, "-3"), (0.25, "0.25"),
        ("\x1b[31mred", "red"), ("\u200b@SUM", "'\u200b@SUM"),
    ],
)  # fmt: skip
def test_a_cell_is_text_or_a_number(value, shown):
    assert cell(value) == shown
