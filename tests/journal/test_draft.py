from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.journal import Home, JournalError, draft
from simulator.journal.records import whole
from tests.faults.model import ModelDisk


@given(st.lists(st.text(st.characters()), min_size=1, max_size=3), st.integers(0, 99))
def test_the_text_saved_last_is_loaded(texts: list[str], turn: int):
    home = Home(Path("/home"), ModelDisk())
    home.prepare()
    for text in texts:
        draft.save(home, "s", text, turn)
    assert draft.load(home, "s", turn) == whole(texts[-1])


def test_no_more_than_a_turn_may_have_is_kept(home: Home):
    home.prepare()
    draft.save(home, "s", "é" * 20_001)
    assert draft.load(home, "s") == "é" * 20_000


def test_a_text_that_was_said_in_the_meantime_is_not_offered_again(home: Home):
    home.prepare()
    draft.save(home, "s", "How are you?", turn=3)
    assert [draft.load(home, "s", turn) for turn in (3, 4)] == ["How are you?", ""]


def test_a_cleared_text_is_gone_and_may_be_cleared_again(home: Home):
    home.prepare()
    draft.save(home, "s", "text")
    draft.clear(home, "s")
    draft.clear(home, "s")
    assert (draft.load(home, "s"), list(home.sessions.iterdir())) == ("", [])


def test_a_damaged_text_and_one_of_another_session_are_not_offered(home: Home):
    home.prepare()
    draft.save(home, "s", "text")
    home.file("s", "draft").rename(home.file("t", "draft"))
    home.file("u", "draft").write_bytes(b"text")
    assert [draft.load(home, id) for id in "stu"] == ["", "", ""]


def test_a_text_without_a_place_to_be_kept_is_told(home: Home):
    with pytest.raises(JournalError, match=r"s\.draft' could not be kept: there is no such place"):
        draft.save(home, "s", "text")
