"""The short course of provoked faults, and proof that each course finds the fault it is there for."""

import inspect
import os
import socket
import subprocess
from pathlib import Path

import pytest

from simulator.authoring import load as room
from simulator.conversation.talk import Talk
from simulator.journal import Journal, records
from simulator.persona.person import Person
from tests.faults.attacking import attacks
from tests.faults.authors import tried
from tests.faults.courses import COURSES
from tests.faults.damage import damages
from tests.faults.failing import failures
from tests.faults.figures import Course
from tests.faults.killing import cuts
from tests.faults.strangers import Watch, watched
from tests.faults.walking import walks


@pytest.mark.timeout(900)
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


# Scenarios ---------------------------------------------------------------------------------------


def test_there_are_sixty_attacks_and_no_two_are_alike():
    assert len({attack.content for attack in attacks()}) == len(attacks()) >= 60


def test_the_watch_finds_out_what_runs_reads_and_connects(tmp_path):
    watch = Watch(tmp_path)
    for guilty in (
        lambda: eval("1 + 1"),
        lambda: open("/etc/passwd").close(),
        lambda: open(Path(__file__)).close(),
        lambda: os.listdir("/"),
        lambda: socket.socket().close(),
        lambda: subprocess.run(["true"], check=True),
        lambda: (tmp_path.parent / "x").write_text(""),
    ):
        assert watched(watch, guilty)[1], inspect.getsource(guilty)
    assert watched(watch, lambda: (tmp_path / "x").write_text(""))[1] == []


def test_walks_find_out_a_scenario_that_leaves_somebody_without_an_answer(monkeypatch):
    monkeypatch.setattr(Person, "_quibble", lambda person, moment, voice: "")
    assert walks(2).wrong


def test_walks_find_out_a_talk_that_goes_on_after_its_time(monkeypatch):
    monkeypatch.setattr(Talk, "over", property(lambda talk: bool(talk.mind.ended)))
    assert walks(2).wrong


def test_mutants_are_told_apart_from_what_is_refused_without_a_place(monkeypatch, tmp_path):
    path = tmp_path / "talk.yaml"
    path.write_text("id: [")
    assert tried(path, 1.0, 1)[0] == "refused"
    monkeypatch.setattr(room, "read_file", lambda path, shown=None: (None, []))
    with pytest.raises(AssertionError, match="refused without a word"):
        tried(path, 1.0, 1)
