from hypothesis import given
from hypothesis import strategies as st

from simulator.terminal.wordwrap import fill

TYPED = st.text(st.sampled_from("ab é日 "))
SIZES = st.tuples(st.integers(4, 20), st.integers(0, 5))


def rows(text: str, width: int, room: int) -> list[str]:
    """What a screen makes of it that breaks after *room* columns."""
    shown, _ = fill(text, width, room)
    line = "".join("." if typed is None else text[typed] for typed in shown)
    return [line[start : start + room].rstrip(".") for start in range(0, len(line), room)]


def test_words_are_kept_whole():
    assert rows("I never wanted to put you on the spot", 12, 14) == [
        "I never ",
        "wanted to ",
        "put you on ",
        "the spot",
    ]


def test_a_word_longer_than_a_row_is_broken():
    assert rows("aaaaaaaaaa b", 4, 4) == ["aaaa", "aaaa", "aa b"]


def test_the_space_that_ends_a_full_row_takes_no_room():
    assert rows("aaaa bbbb", 4, 4) == ["aaaa", "bbbb"]


@given(TYPED, SIZES)
def test_every_place_of_the_text_has_its_place_on_the_screen(text, sizes):
    width, more = sizes
    shown, place = fill(text, width, width + more)
    assert len(place) == len(text) + 1
    assert place == sorted(place)
    assert all(shown[place[typed]] == typed for typed in shown if typed is not None)


@given(TYPED, SIZES)
def test_all_that_was_typed_is_shown_in_order_but_for_spaces_between_rows(text, sizes):
    width, more = sizes
    shown, _ = fill(text, width, width + more)
    typed = [one for one in shown if one is not None]
    assert typed == sorted(typed)
    hidden = set(range(len(text))) - set(typed)
    assert all(text[one] == " " for one in hidden)
