"""Parts of sentences that other modules put together."""

import pytest

from simulator.report.trying import model_for
from simulator.report.words import lower


@pytest.mark.parametrize(
    ("title", "inside"),
    [
        ("She covers the Tuesdays.", "she covers the Tuesdays"),
        ("A second chair", "a second chair"),
        ("It will be told", "it will be told"),
        ("Tuesday is the bad day", "Tuesday is the bad day"),
        ("I'm on the list", "I'm on the list"),
        ("HR has the file", "HR has the file"),
        ("Mrs Inkster's letter", "Mrs Inkster's letter"),
        ("Priya's message", "Priya's message"),
    ],
)
def test_only_the_capital_of_a_sentence_is_lost_inside_another(january, title, inside):
    assert lower(title, january) == inside


def test_a_capital_of_nobody_in_the_talk_is_only_the_sentences(january):
    assert lower("Zanzibar's message", january) == "zanzibar's message"


def test_what_was_typed_is_no_model_for_another_time(january):
    first = model_for("fine", "", january)
    other = model_for("fine", "", january, [f"Well, {first}"])
    assert first in january.state("fine").model
    assert other != first
    assert other in ("", *january.state("fine").model)
