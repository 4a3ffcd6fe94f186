"""The short course of provoked faults, and proof that each course finds the fault it is there for."""

import pytest

from simulator.journal import Journal, records
from tests.faults.courses import COURSES
from tests.faults.damage import damages
from tests.faults.failing import failures
from tests.faults.figures import Course
from tests.faults.killing import cuts


@pytest.mark.parametrize("course", COURSES, ids=lambda course: f"{course.promise}-{course.run.__name__}")
def test_a_promise_holds_on_a_short_course_of_faults(course: Course):
    figures = course.run(course.short)
    if figures is None:
        pytest.skip("not possible for this user on this machine")
    assert figures.tried > 0
    assert figures.wrong == []


def test_refusals_find_out_a_journal_that_does_not_cut_back(monkeypatch):
    monkeypatch.setattr(Journal, "_cut_back", lambda journal: None)
    assert failures(60).wrong


def test_damages_find_out_a_reader_without_checksums(monkeypatch):
    monkeypatch.setattr(records, "crc32", lambda content, start=0: 0)
    assert damages(2).wrong


def test_cuts_find_out_a_reader_that_completes_the_last_line(monkeypatch):
    decode = records.decode
    monkeypatch.setattr(records, "decode", lambda line, id, n: decode(line.removesuffix(b"\n") + b"\n", id, n))
    assert cuts(2).wrong
