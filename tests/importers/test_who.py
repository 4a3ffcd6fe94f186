"""Which speaker is the user: never guessed wrong, and the names offered."""

import pytest

from simulator.importers import Transcript, Utterance, WhoError, whose


def talk(*names: str) -> Transcript:
    return Transcript("talk.vtt", tuple(Utterance(name, "hello") for name in names))


MEETING = talk("Maria Lopez", "Sam Okafor (Guest)", "Sam Day")


@pytest.mark.parametrize(
    ("me", "who"),
    [
        ("Maria Lopez", "Maria Lopez"), ("maria lopez", "Maria Lopez"), ("  LOPEZ ", "Maria Lopez"),
        ("lopez maria", "Maria Lopez"), ("okafor", "Sam Okafor (Guest)"), ("sam day", "Sam Day"),
    ],
)  # fmt: skip
def test_a_name_or_words_of_only_one_name_are_enough(me, who):
    assert whose(MEETING, me) == who


@pytest.mark.parametrize(
    ("me", "message"),
    [
        ("sam", "'sam' may be 'Sam Okafor (Guest)' or 'Sam Day' in talk.vtt; give more of the name with --me."),
        ("Mara Lopes", "Nobody in talk.vtt is called 'Mara Lopes'; did you mean 'Maria Lopez'?"),
        ("okafur", "Nobody in talk.vtt is called 'okafur'; did you mean 'Sam Okafor (Guest)'?"),
        ("x", "Nobody in talk.vtt is called 'x'; there speak Maria Lopez, Sam Okafor (Guest), Sam Day."),
        ("", "Nobody in talk.vtt is called ''; there speak Maria Lopez, Sam Okafor (Guest), Sam Day."),
        (None, "Who are you in talk.vtt? Give --me NAME; there speak Maria Lopez, Sam Okafor (Guest), Sam Day."),
    ],
)
def test_a_name_that_is_not_clear_is_not_guessed_at(me, message):
    with pytest.raises(WhoError) as unclear:
        whose(MEETING, me)
    assert str(unclear.value) == message


def test_without_a_name_the_one_who_is_called_me_is_found():
    assert whose(talk("Priya", "Manager"), None) == "Manager"
    with pytest.raises(WhoError):
        whose(talk("Me", "You"), None)


def test_a_crowd_is_not_listed_to_its_end():
    with pytest.raises(WhoError, match=r"P11 and 28 more\.$"):
        whose(talk(*(f"P{number}" for number in range(40))), None)
