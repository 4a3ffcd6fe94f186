from datetime import date

import pytest

from simulator.practice.dates import days_in, in_words

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Shall we look at it again on Monday in two weeks?", date(2026, 11, 30)),
        ("on Friday", date(2026, 11, 27)),
        ("next Tuesday", date(2026, 11, 24)),
        ("this Thursday", date(2026, 11, 26)),
        ("Thursday next week", date(2026, 11, 26)),
        ("Tuesday week", date(2026, 12, 1)),
        ("a week on Tuesday", date(2026, 12, 1)),
        ("Monday in a fortnight", date(2026, 11, 30)),
        ("tomorrow", date(2026, 11, 21)),
        ("in a fortnight", date(2026, 12, 4)),
        ("in two weeks' time", date(2026, 12, 4)),
        ("three days from now", date(2026, 11, 23)),
        ("within a month", date(2026, 12, 20)),
        ("by the 4th", date(2026, 12, 4)),
        ("7 December", date(2026, 12, 7)),
        ("Dec 7th, 2026", date(2026, 12, 7)),
        ("Mon. 7 December", date(2026, 12, 7)),
        ("5 January", date(2027, 1, 5)),
        ("2026-12-01", date(2026, 12, 1)),
        ("7.12.", date(2026, 12, 7)),
        ("7/12/2026", date(2026, 12, 7)),
        ("12/25", date(2026, 12, 25)),
        ("by the end of next week", date(2026, 11, 27)),
        ("the end of the month", date(2026, 11, 30)),
    ],
)
def test_a_day_in_plain_words_is_reckoned_from_the_day_on_which_it_was_said(said, day):
    assert [one.day for one in days_in(said, FRIDAY)] == [day]


@pytest.mark.parametrize(
    "said",
    [
        "May I ask?",
        "we sat down",
        "the sun is out",
        "at two o'clock",
        "23:47",
        "3.5 hours",
        "24/7",
        "31 June",
        "Tuesdays",
        "on the march",
        "a second",
    ],
)
def test_what_only_looks_like_a_day_is_none(said):
    assert days_in(said, FRIDAY) == ()


def test_the_words_of_a_day_are_those_that_were_typed():
    text = "So: Monday 7 December, and again in two weeks."
    assert [(one.quote, text[one.start : one.end]) for one in days_in(text, FRIDAY)] == [
        ("Monday 7 December", "Monday 7 December"),
        ("in two weeks", "in two weeks"),
    ]


def test_the_day_of_the_talk_is_not_the_next_such_day():
    assert days_in("on Friday", FRIDAY)[0].day == date(2026, 11, 27)


def test_a_day_far_beyond_the_calendar_is_none():
    assert days_in("2099-13-45 and 99/99/2026", FRIDAY) == ()


def test_a_day_is_written_out():
    assert in_words(date(2026, 12, 7)) == "Monday 7 December 2026"


@pytest.mark.parametrize(
    "said", ["all the Sunday shifts", "the Tuesday note", "Monday meetings", "both Thursday clinics"]
)
def test_a_kind_of_shift_or_meeting_names_no_day(said):
    assert days_in(said, FRIDAY) == ()
