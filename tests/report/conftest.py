"""Reviews to write: two played conversations, and one that is made up of nothing but a given text."""

import io

import pytest

from simulator.demo import perform
from simulator.report import review as review_of
from simulator.report.formats import write


@pytest.fixture(scope="session")
def skilled(january):
    """The review of a conversation that went well."""
    return review_of(perform(january, "skilled").session, january)


@pytest.fixture(scope="session")
def unskilled(january):
    """The review of one that went badly."""
    return review_of(perform(january, "unskilled").session, january)


@pytest.fixture(scope="session")
def written():
    """A review in a format, as text."""

    def text(review, name):
        stream = io.StringIO()
        write(review, name, stream)
        return stream.getvalue()

    return text
