"""Every row of the method can be practised, and shows where scoring/METHOD.md says."""

from io import StringIO

import pytest

from scoring.vocabulary import MARKS, SKILLS
from simulator.report.formats import write
from tests.method.evidence import missing
from tests.method.rows import KEYS, PAGE, kind, page, rows
from tests.method.talks import played

ROWS = rows()
MEMBERS = [(row, shown) for row in ROWS for shown in row.shows]


def named(value) -> str:
    if not isinstance(value, dict):
        return value.element[:40]
    return "-".join(str(value[key]) for key in (kind(value), "as", "turn") if key in value)[:60]


@pytest.mark.parametrize(("row", "shown"), MEMBERS, ids=named)
def test_it_shows_where_the_page_says(row, shown):
    assert missing(shown) == []


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_every_row_is_practised_somewhere_and_shows_somewhere(row):
    assert row.practised
    assert row.shows
    for shown in row.shows:
        assert set(shown) - {kind(shown)} <= KEYS[kind(shown)]
        assert {*shown.get("hears", ()), *shown.get("lacks", ()), *shown.get("costs", ())} <= set(SKILLS)
        assert set(shown.get("marks", ())) <= set(MARKS)


def test_the_page_holds_the_rows_as_they_are():
    text = PAGE.read_text(encoding="utf-8")
    assert page(text) == text


def test_a_mark_stands_in_what_is_read_and_not_only_in_the_data():
    written = StringIO()
    write(played("sharp-on-the-ward", "escalates").review, "markdown", written)
    assert "saying openly that it goes further up: \"We can't agree tonight" in written.getvalue()


def test_no_row_stands_twice():
    assert len({(row.step, row.element) for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize(
    "broken",
    [
        {"talk": "late-again", "as": "skilled", "turn": 2, "hears": ["sarcasm"]},
        {"talk": "late-again", "as": "skilled", "turn": 2, "lacks": ["facts"]},
        {"talk": "late-again", "as": "skilled", "turn": 2, "marks": ["escalation"]},
        {"talk": "late-again", "as": "skilled", "turn": 2, "uses": ["apologizing"]},
        {"talk": "late-again", "as": "skilled", "turn": 2, "tells": "board"},
        {"talk": "late-again", "as": "skilled", "turn": 2, "shows": "the flash was noticed"},
        {"talk": "late-again", "as": "skilled", "turn": 2, "after": "tears"},
        {"talk": "my-old-team-mate", "as": "third_party", "turn": 6, "answered": "third_party"},
        {"talk": "late-again", "as": "skilled", "turn": 2, "costs": ["blame"]},
        {"talk": "late-again", "as": "skilled", "turn": 60, "hears": ["facts"]},
        {"talk": "late-again", "as": "skilled", "ends": ["breakdown"]},
        {"worksheet": "shoe_size", "write": "44"},
        {"worksheet": "beliefs", "write": []},
        {"worksheet": "purpose", "write": "So that we both sleep.", "says": "leans to arrogance"},
        {"worksheet": "my_part", "write": "That.", "against": {"talk": "late-again", "as": "skilled", "turn": 2}},
        {"drill": "spotting", "scenario": "late-again", "finds": ["spite"]},
        {"debrief": "horoscope", "talk": "late-again", "as": "skilled", "says": ""},
        {"debrief": "ending", "talk": "late-again", "as": "skilled", "says": "", "last": True},
        {"note": "We trade.", "talk": "late-again", "as": "skilled", "says": "'Sandra'"},
        {"page": "scoring/METHOD.md", "says": "no such" + " words"},
        {"command": "prepare late-again --plain", "says": "no such words"},
        {"sheet": "trainer", "scenario": "late-again", "says": "no such words"},
    ],
    ids=named,
)
def test_what_is_not_there_is_missed(broken):
    assert missing(broken)
