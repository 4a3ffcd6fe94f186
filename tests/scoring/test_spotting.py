"""Topics are found as whole words, with little tolerance."""

import pytest

from scoring import spot


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
