"""The language of phrases, and the automaton that finds them all in one pass."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.patterns import Automaton, PhraseError, check

CLASSES = {"feeling": [("sad",), ("fed", "up")], "stem": [("apolog~",)]}


def found(phrase, text):
    automaton = Automaton(CLASSES)
    automaton.add(phrase, "it")
    return sorted((start, end) for _, start, end in automaton.find(text.split()))


@pytest.mark.parametrize(
    ("phrase", "text", "where"),
    [
        ("take your time", "please take your time now", [(1, 4)]),
        ("(take|need) your [own] time", "need your own time", [(0, 4)]),
        ("you sound <feeling>", "you sound fed up", [(0, 4)]),
        ("<stem>", "i apologise", [(1, 2)]),
        ("apolog~", "apologies all", [(0, 1)]),
        ("i * you", "i hear you", [(0, 3)]),
        ("i ... you", "i really do hear you", [(0, 5)]),
        ("i ... you", "i you", [(0, 2)]),
        ("^ so you", "so you say so you", [(0, 2)]),
        ("with you $", "with you or with you", [(3, 5)]),
        ("^ go on $", "go on", [(0, 2)]),
        ("^ go on $", "go on then", []),
        ("i ... you", "i a b c d you", []),
    ],
)
def test_a_phrase_is_found_where_it_stands(phrase, text, where):
    assert found(phrase, text) == where


@pytest.mark.parametrize("phrase", ["(a|b", "a)", "[maybe]", "...", "", "* *", "<nothing> x", "ab~", "Über"])
def test_a_phrase_that_can_not_be_meant_is_refused_with_a_remedy(phrase):
    with pytest.raises(PhraseError, match=r".{10}"):
        check(phrase, CLASSES)


@given(st.lists(st.sampled_from("ab"), max_size=10))
def test_choices_and_options_find_what_their_variants_would(text):
    written_out = ["a b", "a a b", "b b", "b a b"]
    expected = {
        (i, i + len(row.split()))
        for row in written_out
        for i in range(len(text))
        if text[i : i + len(row.split())] == row.split()
    }
    assert set(found("(a|b) [a] b", " ".join(text))) == expected


@given(st.lists(st.sampled_from("abcd"), min_size=1, max_size=4), st.lists(st.sampled_from("abcd"), max_size=12))
def test_plain_phrases_are_found_exactly_where_they_stand(phrase, text):
    expected = [(i, i + len(phrase)) for i in range(len(text)) if text[i : i + len(phrase)] == phrase]
    assert found(" ".join(phrase), " ".join(text)) == expected
