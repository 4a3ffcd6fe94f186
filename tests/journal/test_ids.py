from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.journal import Home, IdError, Journal, draft, erase, new_id, read, valid_id

NO_IDS = ["", ".", "..", "../a", "a/b", "a\0b", "a\n", "A", "é", "a.b", "a b", "\ud800", "x" * 65, None, 7, b"a"]


def clock() -> datetime:
    return datetime(2026, 11, 22, 14, 32)


def test_a_new_id_says_what_and_when():
    id = new_id(clock, "Quiet since Jänuary!", lambda size: bytes(range(size)))
    assert id == "quiet-since-january-20261122-1432-23456"


@given(st.text())
def test_any_stem_makes_a_valid_id(stem: str):
    assert valid_id(new_id(clock, stem))


@pytest.mark.parametrize("no_id", NO_IDS)
@pytest.mark.parametrize("step", [Journal.open, read, erase, draft.load, draft.clear])
def test_what_is_no_id_is_refused_before_the_disk_is_touched(home: Home, step, no_id):
    with pytest.raises(IdError, match="is no name of a session: names have 1 to 64 small letters"):
        step(home, no_id)
    assert not home.path.exists()


@pytest.mark.parametrize("no_id", NO_IDS)
def test_no_session_is_made_under_what_is_no_id(home: Home, no_id):
    with pytest.raises(IdError):
        Journal.create(home, no_id, "start", {})
    with pytest.raises(IdError):
        draft.save(home, no_id, "text")
    assert not home.path.exists()


def test_a_refused_id_is_shown_without_what_could_control_a_screen(home: Home):
    with pytest.raises(IdError) as refusal:
        read(home, "\x1b[2J\u202e")
    assert str(refusal.value).startswith("'\\x1b[2J\\u202e' is no name of a session")
