"""The edition of the ear's data is up to date."""

from scoring import edition


def test_the_edition_that_is_kept_is_that_of_the_data():
    assert edition.edition() == edition.worked_out(), "after a change of rules or weights: python -m scoring.edition"
