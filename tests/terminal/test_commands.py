import pytest

from simulator.terminal.commands import COMMANDS, Misordered, Ordered, parse


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_that_help_shows_is_known(command):
    assert parse(f"/{command.name}") == Ordered(command.name)


@pytest.mark.parametrize(
    ("typed", "ordered"),
    [
        ("/event phone_buzzes", Ordered("event", "phone_buzzes")),
        ("/REWIND 3 ", Ordered("rewind", "3")),
        ("/", Ordered("help")),
        ("/?", Ordered("help")),
        ("/exit", Ordered("quit")),
    ],
)
def test_a_command_may_take_a_word(typed, ordered):
    assert parse(typed) == ordered


@pytest.mark.parametrize("typed", ["", "How are you?", " /end", "either/or", "/etc/passwd", "/5 of the team\nleft"])
def test_everything_else_is_said(typed):
    assert parse(typed) is None


def test_an_unknown_command_gets_the_nearest_one():
    assert "Did you mean /hint?" in parse("/hnt").remedy
    assert "/help lists them all" in parse("/zzzzz").remedy


def test_words_after_a_command_that_takes_none_end_nothing():
    assert isinstance(parse("/end of the week would suit me"), Misordered)
