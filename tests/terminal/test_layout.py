import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from prompt_toolkit.utils import get_cwidth

from simulator.terminal.layout import Page, parts, wrap

PROSE = st.text(st.sampled_from("ab cdé日( )\n…"))


def text_of(fragments) -> str:
    return "".join(text for _, text in fragments)


@given(PROSE)
def test_the_parts_of_a_line_are_the_line(line):
    assert "".join(text for _, text in parts(line)) == line


def test_stage_directions_are_told_from_speech():
    line = "Thank you. (A pause (long).) It was the fourteen people."
    assert list(parts(line)) == [
        (False, "Thank you. "),
        (True, "(A pause (long).)"),
        (False, " It was the fourteen people."),
    ]


def test_a_bracket_that_is_never_closed_is_speech():
    assert list(parts("Not now :(")) == [(False, "Not now :"), (False, "(")]


@given(PROSE, st.integers(2, 30))
def test_no_line_is_wider_than_asked_and_no_word_is_lost(text, width):
    rows = list(wrap(text, width))
    assert all(get_cwidth(row) <= width for row in rows)
    assert "".join("".join(rows).split()) == "".join(text.split())


@pytest.mark.parametrize("columns", [20, 40, 80, 200])
@given(PROSE)
@example("aaaa日  aaaaa日")
def test_nothing_is_wider_than_the_window(columns, text):
    page = Page(columns, ("Priya", "You"))
    made = [page.says("Priya", text), page.you(text), page.note("hint", [text, f"/end  {text}"]), page.direction(text)]
    made += [page.section("Your task", [text, text])]
    assert all(get_cwidth(row) < columns for one in made for row in text_of(one).split("\n"))


def test_speech_and_directions_stand_on_lines_of_their_own():
    page = Page(40, ("Priya", "You"))
    assert text_of(page.says("Priya", "(She nods.) Okay. Let me think about it for a bit.")) == (
        "Priya   (She nods.)\n"  #
        "        Okay. Let me think about it for\n"
        "        a bit.\n"
    )


def test_a_direction_is_styled_and_speech_is_not():
    styles = [style for style, text in Page(80, ("Priya",)).says("Priya", "(She nods.) Okay.") if text.strip()]
    assert styles == ["class:person", "class:direction", ""]


def test_a_long_name_gets_a_line_of_its_own():
    page = Page(80, ("Maximiliane-Sophie", "You"))
    assert text_of(page.says("Maximiliane-Sophie", "Hi.")) == "Maximiliane-Sophie\n        Hi.\n"


def test_markup_is_only_text():
    assert "<b>&amp; <3 %s {0}" in text_of(Page(80, ("Priya",)).you("<b>&amp; <3 %s {0}"))


def test_nothing_said_is_shown_as_silence():
    assert text_of(Page(80, ("Priya",)).you("")) == "You     (silence)\n"
