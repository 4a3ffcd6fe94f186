"""Words keep their place, however the text was typed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.segments import segments
from scoring.sources import load
from scoring.text import Text

READ = load()[0].spelling.read


def words(text):
    return [(word.text, text[word.start : word.end]) for word in Text(text, READ).words]


def test_a_contraction_is_read_as_its_words_in_one_place():
    assert words("I dont") == [("i", "I"), ("do", "dont"), ("not", "dont")]
    assert words("i don't") == [("i", "i"), ("do", "don't"), ("not", "don't")]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("ur shift", "your shift"),
        ("ur not late", "you are not late"),
        ("whats up", "what is up"),
        ("why'd you", "why did you"),
        ("Marek's turn", "marek's turn"),
        ("gonna b4 tmrw", "going to before tomorrow"),
        ("are you ill", "are you ill"),
        ("ill ask", "i will ask"),
    ],
)
def test_little_words_are_read_as_they_are_meant(typed, read):
    assert " ".join(word.text for word in Text(typed, READ).words) == read


def test_times_and_numbers_stay_whole():
    read = [text for text, _ in words("at 23:47, 3.5 hours, the 4th")]
    assert " ".join(read) == "at 23:47 , 3.5 hours , the 4th"


def test_an_accent_typed_apart_belongs_to_its_letter():
    composed, apart = "café", unicodedata.normalize("NFD", "café")
    assert [w for w, _ in words(composed)] == [w for w, _ in words(apart)] == ["cafe"]
    assert words(apart)[0][1] == apart


def test_invisible_characters_change_nothing():
    assert [w for w, _ in words("do\u200bn\u200d't")] == ["do", "not"]


def test_segments_end_where_full_stops_stand():
    cut = segments(Text("No. I'm not. What happened? *sighs*", READ))
    assert [" ".join(one.words) for one in cut] == ["no", "i am not", "what happened", "sighs"]
    assert [one.asks for one in cut] == [False, False, True, False]


@given(st.text(max_size=200))
def test_any_text_is_read_with_places_inside_it(text):
    for word in Text(text, READ).words:
        assert 0 <= word.start < word.end <= len(text)
        assert word.text
