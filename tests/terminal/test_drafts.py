import pytest

from simulator.journal import HomeError, draft
from simulator.terminal.drafts import EVERY, Drafts


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def drafts(home, clock) -> Drafts:
    return Drafts(home, "s", lambda: 3, clock)


def test_the_first_key_is_kept_at_once_and_the_next_ones_every_second(drafts, home, clock):
    assert drafts.typed("H") == 0
    clock.now = 0.5
    assert drafts.typed("Hello") == EVERY - 0.5
    assert draft.load(home, "s", 3) == "H"
    clock.now = EVERY
    assert drafts.typed("Hello Pri") == 0
    assert draft.load(home, "s", 3) == "Hello Pri"


def test_nothing_is_written_while_nothing_changes(drafts, home, clock):
    drafts.typed("Hello")
    written = home.file("s", "draft").stat().st_mtime_ns
    clock.now = 10
    assert drafts.typed("Hello") == 0
    assert home.file("s", "draft").stat().st_mtime_ns == written


def test_text_that_was_taken_back_is_forgotten(drafts, home):
    drafts.save("Hello")
    drafts.save("")
    assert not home.file("s", "draft").exists()


def test_what_was_half_typed_is_offered_by_the_next_program(drafts, home):
    drafts.save("I never meant")
    assert Drafts(home, "s", lambda: 3).load() == "I never meant"
    assert Drafts(home, "s", lambda: 4).load() == ""


def test_a_disk_that_refuses_is_told_of_and_stops_nobody(drafts, monkeypatch):
    def refuse(*_):
        raise HomeError("the disk is full")

    monkeypatch.setattr(draft, "save", refuse)
    drafts.save("Hello")
    assert drafts.fault == "the disk is full"
