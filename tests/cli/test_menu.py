import pytest

from tests.terminal.window import ENTER, Window


@pytest.fixture
def window(tmp_path):
    with Window(tmp_path) as one:
        yield one


def test_on_a_terminal_the_bare_command_is_a_menu(window):
    window.see(
        "p  play", "n  new", "w  write", "r  review", "s  sessions", "d  demo", "q  quit", "What would you like to do?"
    )
    window.type("x", ENTER)
    window.see("Please type one of the letters p, n, w, r, c, g, s, d, q.")
    window.type("review", ENTER)
    window.see("There is no session yet.")
    window.type("q", ENTER)
    assert window.code() == 0


def test_a_conversation_can_be_begun_and_left_from_the_menu(window):
    window.see("What would you like to do?")
    window.type("p", ENTER)
    window.see("Which one?")
    window.type("0", ENTER)
    window.see("That is none of them.")
    window.type("quiet-since-january", ENTER)
    window.see("Prepare it in writing first?")
    window.type(ENTER)
    window.see("turn 1 of 25")
    window.type("/quit", ENTER)
    window.see("Kept. To go on:")
    window.see("What would you like to do?")
    window.type("\x04")
    assert window.code() == 0


def test_a_conversation_of_ones_own_can_be_made_from_the_menu(window):
    window.see("What would you like to do?")
    window.type("n", ENTER)
    window.see("1 of 8. Who is it?")
    window.type("\x03")
    window.see("Nothing was written.", "What would you like to do?")
    window.type("q", ENTER)
    assert window.code() == 0
