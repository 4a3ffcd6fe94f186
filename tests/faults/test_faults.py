"""The short course of provoked faults, and proof that each course finds the fault it is there for."""

import inspect
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.authoring import load as room
from simulator.conversation.talk import Talk
from simulator.journal import Journal, records
from simulator.persona.person import Person
from tests.faults import closing
from tests.faults.__main__ import STOPPED, main
from tests.faults.attacking import attacks
from tests.faults.authors import tried
from tests.faults.closing import closings
from tests.faults.courses import COURSES
from tests.faults.damage import damages
from tests.faults.failing import failures
from tests.faults.figures import Course, Figures
from tests.faults.keyboard import Conversation
from tests.faults.killing import cuts
from tests.faults.listening import PAIR, ear, heard
from tests.faults.misspelling import SCENARIOS
from tests.faults.strangers import Watch, watched
from tests.faults.walking import walks
from tests.terminal.window import _RUN


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
    assert walks(2, SCENARIOS[:3]).wrong


def test_walks_find_out_a_talk_that_goes_on_after_its_time(monkeypatch):
    monkeypatch.setattr(Talk, "over", property(lambda talk: bool(talk.mind.ended)))
    assert walks(2, SCENARIOS[:3]).wrong


def test_mutants_are_told_apart_from_what_is_refused_without_a_place(monkeypatch, tmp_path):
    path = tmp_path / "talk.yaml"
    path.write_text("id: [")
    assert tried(path, 1.0, 1)[0] == "refused"
    monkeypatch.setattr(room, "read_file", lambda path, shown=None: (None, []))
    with pytest.raises(AssertionError, match="refused without a word"):
        tried(path, 1.0, 1)


# Closed terminals --------------------------------------------------------------------------------


def test_closings_find_out_a_program_that_keeps_no_draft(monkeypatch):
    monkeypatch.setattr("tests.terminal.window._RUN", "import simulator.journal.draft as d\nd.save = print\n" + _RUN)
    monkeypatch.setattr("tests.faults.closing.WAYS", {"HUP": closing.WAYS["HUP"]})
    monkeypatch.setattr("tests.faults.closing.PLACES", (Conversation,))
    assert any("there should be" in wrong for wrong in closings(2).wrong)


# Connections -------------------------------------------------------------------------------------

_GUILTY = {
    "socket.socket().connect(('127.0.0.1', 9))": "socket.",
    "socket.getaddrinfo('localhost', 9)": "socket.getaddrinfo",
    "socket.socket(socket.AF_UNIX).connect('/nowhere')": "socket.connect",
    "urllib.request.urlopen('http://127.0.0.1:9')": "urllib.Request",
    "subprocess.run(['true'])": "subprocess.Popen",
    "os.system('true')": "os.system",
    "open(os.environ['ELSEWHERE'], 'w')": "writes ",
    "os.fork() or socket.getaddrinfo('localhost', 9)": "socket.getaddrinfo",
}


def _listened(room: Path, code: str) -> list[str]:
    (room / "own").mkdir()
    environment = os.environ | ear(room, room / "own") | {"ELSEWHERE": str(room / "x"), "OWN": str(room / "own" / "x")}
    imports = "import os, socket, subprocess, sys, urllib.request, asyncio\n"
    subprocess.run([sys.executable, "-c", imports + code], env=environment, capture_output=True)
    return heard(room)


@pytest.mark.parametrize("code", _GUILTY)
def test_the_ear_hears_who_calls_runs_and_writes_elsewhere(tmp_path, code):
    assert any(event.startswith(_GUILTY[code]) for event in _listened(tmp_path, code))


def test_the_ear_hears_nothing_of_files_of_its_own_and_tells_an_event_loop_from_a_connection(tmp_path):
    code = "open(os.environ['OWN'], 'w'); open(__import__('json').__file__).close(); asyncio.run(asyncio.sleep(0))"
    assert set(_listened(tmp_path, code)) == {PAIR}


# The command -------------------------------------------------------------------------------------


def _course(promise: int, run) -> Course:
    return Course(promise, run, short=2, long=9)


def test_the_long_run_takes_the_courses_that_were_asked_for(capsys):
    asked = []
    courses = [_course(n, lambda times, n=n: asked.append((n, times)) or Figures("x", times)) for n in (1, 1, 2, 3)]
    assert main(["--course", "1", "--course", "3"], courses) == 0
    assert main(["--course", "2", "--short"], courses) == 0
    assert main(["--course", "2", "--times", "5"], courses) == 0
    assert asked == [(1, 9), (1, 9), (3, 9), (2, 2), (2, 5)]
    assert capsys.readouterr().out.count("  x\n") == 5


@pytest.mark.parametrize("arguments", [["--help"], ["--course", "99"], ["--times", "0"], ["stray"]])
def test_help_and_wrong_usage_start_nothing(arguments, capsys):
    courses = [_course(1, lambda times: pytest.fail("it was started"))]
    with pytest.raises(SystemExit) as left:
        main(arguments, courses)
    assert left.value.code == (0 if arguments == ["--help"] else 2)


def test_a_course_that_breaks_is_wrong_and_one_that_is_stopped_loses_nothing_of_those_before(capsys):
    def broken(times: int) -> Figures:
        raise ValueError("no")

    def stopped(times: int) -> Figures:
        signal.raise_signal(signal.SIGINT)
        raise AssertionError

    fine = _course(1, lambda times: Figures("fine", times))
    assert main([], [fine, _course(2, broken), fine]) == 1
    assert "the course itself broke: ValueError: no" in capsys.readouterr().out
    assert main([], [fine, _course(2, stopped), fine]) == STOPPED
    assert capsys.readouterr().out.count("fine") == 1
