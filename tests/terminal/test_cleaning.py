import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.cleaning import TooLong, clean, decoded, one_line, read_line

ANY_TEXT = st.text(st.characters() | st.sampled_from("\x1b\x9b\x00\x07\r\n\u202e\u2066\ud83d\ude00\u2028[31m"))


@given(ANY_TEXT)
def test_clean_text_can_be_written_and_steers_nothing(text):
    cleaned = clean(text)
    cleaned.encode()
    forbidden = {*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)} - {9, 10}
    assert not forbidden & set(map(ord, cleaned))


@given(ANY_TEXT)
def test_cleaning_twice_is_cleaning_once(text):
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize("text", ["I <3 that.", "naïve “quotes” – and … 日本語 👩‍👧", "one\ntwo\tthree", ""])
def test_ordinary_text_stays_as_it_is(text):
    assert clean(text) is text


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07", "]0;title"),
        ("\x9b2Jgone", "gone"),
        ("ab\u202ecd\u202c", "abcd"),
        ("\ud83d\ude00 and \ud800", "\U0001f600 and \ufffd"),
    ],
)
def test_what_could_steer_a_screen_is_taken_out(text, cleaned):
    assert clean(text) == cleaned


def test_a_name_is_one_line_and_not_endless():
    assert one_line(" My\n\x1b[1mtalk\t with  Sam ") == "My talk with Sam"
    assert one_line("x" * 300, 10) == "xxxxxxx..."


def test_the_last_line_counts_without_its_newline():
    stream = io.BytesIO(b"one\r\ntwo\n\nlast")
    assert [read_line(stream) for _ in range(5)] == [b"one", b"two", b"", b"last", None]


def test_an_endless_line_is_passed_over_and_the_next_one_read():
    stream = io.BytesIO(b"x" * 1_000_000 + b"\nafter")
    first, second = read_line(stream), read_line(stream)
    assert isinstance(first, TooLong)
    assert (first.size, second) == (1_000_000, b"after")


def test_bytes_that_are_no_text_are_shown_as_such():
    assert decoded(b"\xef\xbb\xbfcaf\xe9 \x1b[2J") == "caf\ufffd "
