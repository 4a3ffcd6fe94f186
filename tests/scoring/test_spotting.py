"""Topics are found as whole words, with little tolerance."""

import pytest

from scoring import amounts_to, spot


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("the handovers went wrong", "handover"),
        ("Your HANDOVER notes", "handover"),
        ("the hand-off", "hand off"),
        ("those dialisis days", "dialysis"),
        ("posted in #platform", "#platform"),
        ("at five o’clock", "five o'clock"),
    ],
)
def test_a_phrase_is_found_in_its_forms(text, phrase):
    assert spot(text, [phrase])


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("the others did it", "mother"),
        ("that is not it", "notes"),
        ("okay then", "feelings"),
        ("homeward", "home"),
        ("a note", "notre dame"),
        ("channeling", "chanel"),
    ],
)
def test_a_neighbour_is_not_the_word(text, phrase):
    assert not spot(text, [phrase])


@pytest.mark.parametrize(
    ("text", "before", "after", "holds"),
    [
        ("Whatever.", 0, 0, True),
        ("oh well, whatever", 2, 0, True),
        ("oh well, whatever", 1, 0, False),
        ("whatever you want", 2, 0, False),
        ("whatever, Kyle", 0, 1, True),
        ("you're fired", 0, 0, True),
        ("", 2, 2, False),
    ],
)
def test_a_text_amounts_to_a_phrase_with_so_many_words_around_it(text, before, after, holds):
    assert amounts_to(text, ["whatever", "you're fired"], before, after) is holds
