"""`rehearse sheet`: who it is for, and where it goes."""

import pytest


@pytest.mark.parametrize(
    ("reader", "has"),
    [("player", "Your task"), ("trainer", "Held back, with its price"), ("observer", "Practised here")],
)
def test_each_reader_gets_their_own_sheet(rehearse, reader, has):
    ran = rehearse("sheet", "quiet-since-january", "--for", reader)
    assert (ran.code, ran.err) == (0, "")
    assert has in ran.out
    assert ran.out.startswith("Quiet since January")


def test_a_second_conversation_has_sheets_too(rehearse):
    out = rehearse("sheet", "quiet-since-january-after-mutual-plan", "--for", "trainer").out
    assert "rehearse play --follow-up SESSION" in out


def test_it_is_written_to_a_file_in_the_format_of_its_name(rehearse, tmp_path):
    file = tmp_path / "trainer.md"
    assert rehearse("sheet", "quiet-since-january", "--for", "trainer", "-o", str(file)).out == f"Written to {file}.\n"
    assert file.read_text().startswith("# Quiet since January: the trainer's run sheet\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("quiet-since-january",), "--for"),
        (("quiet-since-january", "--for", "manager"), "'player', 'trainer', 'observer'"),
        (("quiet-since-january", "--for", "player", "--level", "hrad"), "Did you mean 'hard'?"),
        (("quiet-since-jan", "--for", "player"), "Did you mean 'quiet-since-january'?"),
    ],
)
def test_wrong_usage_says_what_is_right(rehearse, arguments, said):
    ran = rehearse("sheet", *arguments)
    assert ran.code in (1, 2)
    assert said in ran.err
