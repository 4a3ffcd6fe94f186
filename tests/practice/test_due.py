from datetime import date

import pytest

from simulator.codec import to_json
from simulator.conversation.session import NOTE, SESSION
from simulator.journal import Home, Journal
from simulator.practice.due import due_record, plans_due
from tests.practice.talks import header

DAY = date(2026, 11, 30)


def kept(home: Home, id: str, *notes: dict, **more) -> None:
    with Journal.create(home, id, SESSION, to_json(header(id, **more))) as journal:
        for data in notes:
            journal.append(NOTE, data)


def due(home: Home, today: date) -> list[str]:
    return [plan.session for plan in plans_due(home, today)]


def test_a_plan_is_due_from_its_day_on(home):
    kept(home, "a", due_record(DAY, "Monday in two weeks"))
    assert [due(home, date(2026, 11, day)) for day in (29, 30)] == [[], ["a"]]
    (plan,) = plans_due(home, date(2027, 1, 1))
    assert (plan.title, plan.person) == ("Quiet since January", "Priya")
    assert (plan.day, plan.words) == (DAY, "Monday in two weeks")


def test_the_last_day_that_was_kept_counts_and_a_note_without_one_changes_nothing(home):
    kept(home, "later", due_record(DAY), {"text": "Hi."}, due_record(date(2026, 12, 7)))
    kept(home, "none", due_record(DAY), due_record(None))
    assert due(home, DAY) == []
    assert due(home, date(2026, 12, 7)) == ["later"]


def test_a_plan_that_was_looked_at_again_is_due_no_more(home):
    kept(home, "a", due_record(DAY))
    kept(home, "b", follow_up_of="a")
    assert due(home, DAY) == []


def test_the_oldest_comes_first(home):
    kept(home, "a", due_record(DAY))
    kept(home, "b", due_record(date(2026, 11, 2)))
    assert due(home, DAY) == ["b", "a"]


@pytest.mark.parametrize("broken", ["soon", 7, None, "2026-13-01"])
def test_a_day_that_is_none_is_passed_over(home, broken):
    kept(home, "a", {"due": broken})
    assert due(home, DAY) == []


def test_a_damaged_session_reminds_of_nothing_and_disturbs_nobody(home):
    kept(home, "a", due_record(DAY))
    kept(home, "b", due_record(DAY))
    home.file("a", "jsonl").write_bytes(b"nonsense")
    assert due(home, DAY) == ["b"]
    assert due(Home(home.path / "nowhere"), DAY) == []
