"""Whatever goes wrong is one line for people and an exit code."""

import os
import subprocess
import sys
import threading
import time

import pytest

from simulator.cli import main

RUN = [sys.executable, "-c", "import sys; from simulator.cli import main; sys.exit(main(sys.argv[1:]))"]


@pytest.mark.parametrize(
    ("arguments", "code", "line"),
    [
        (["plya"], 2, "rehearse: there is no command 'plya'. Did you mean 'play'? `rehearse --help` shows how."),
        (["play"], 2, "rehearse play: which SCENARIO? `rehearse list` shows them. `rehearse play --help` shows how."),
        (["play", "quiet"], 1, "There is no scenario 'quiet'. Did you mean 'quiet-since-january'?"),
        (["play", "quite-sinse-january"], 1, "Did you mean 'quiet-since-january'?"),
        (["play", "nowhere/x.yaml"], 1, "There is no file 'nowhere/x.yaml'."),
        (["play", "\x1b[31mx\x1b[0m\n"], 1, "There is no scenario 'x '."),
        (["play", "quiet-since-january", "--level", "hrad"], 2, "There is no level 'hrad'. Did you mean 'hard'?"),
        (["play", "quiet-since-january", "--event", "phone_buzz@2"], 2, "Did you mean 'phone_buzzes'?"),
        (["play", "quiet-since-january", "--event", "phone_buzzes"], 2, "it is written ID@TURN"),
        (["play", "quiet-since-january", "--sed", "3"], 2, "'--seed'"),
        (["play", "quiet-since-january", "--follow-up", "x"], 1, "There is no session 'x'."),
        (["play", "--follow-up", "x", "--resume", "y"], 2, "give one of them"),
        (["play", "--resume", "nothing"], 1, "There is no session 'nothing'."),
        (["play", "--resume", "../../etc/passwd"], 1, "There is no session '../../etc/passwd'."),
        (["review"], 1, "There is no session yet."),
        (["simulate", "quiet-since-january", "--bot", "skiled"], 2, "Did you mean 'skilled'"),
        (["lint", "--watch"], 2, "Which FILE is to be watched?"),
    ],
)
def test_a_fault_is_one_line_that_says_what_to_do(rehearse, arguments, code, line):
    ran = rehearse(*arguments)
    assert (ran.code, ran.out) == (code, "")
    assert line in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("where", ["/dev/null/home", "/proc/nowhere"])
def test_a_data_folder_that_cannot_be_written_is_told_before_the_conversation(rehearse, monkeypatch, where):
    monkeypatch.setenv("REHEARSE_HOME", where)
    ran = rehearse("play", "quiet-since-january", typed="Hello.\n")
    assert (ran.code, ran.out) == (1, "")
    assert f"Your sessions cannot be kept in '{where}'" in ran.err
    assert "Set REHEARSE_HOME" in ran.err


@pytest.mark.parametrize(
    ("fault", "code", "line"),
    [
        (ValueError("odd"), 1, "This should not have happened (ValueError: odd)."),
        (OSError(28, "No space left on device", "/x/y"), 1, "'/x/y': the disk is full."),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"), 1, "cannot be read or written as UTF-8"),
        (KeyboardInterrupt(), 130, "Stopped."),
        (MemoryError(), 1, "There is not enough memory for this."),
        (BrokenPipeError(), 1, ""),
        (SystemExit(3), 3, ""),
    ],
)
def test_no_fault_of_the_program_is_shown_as_a_traceback(rehearse, monkeypatch, fault, code, line):
    def fail():
        raise fault

    monkeypatch.setattr("simulator.cli.opening.scenario_files", fail)
    ran = rehearse("list")
    assert ran.code == code
    assert line in ran.err
    assert len(ran.err.strip().splitlines()) == bool(line)


def test_developers_may_see_where_it_happened(monkeypatch, capsys):
    def fail():
        raise ValueError("odd")

    monkeypatch.setenv("REHEARSE_TRACEBACK", "1")
    monkeypatch.setattr("simulator.cli.opening.scenario_files", fail)
    assert main(["list"]) == 1
    assert "Traceback" in capsys.readouterr().err


def test_a_reader_who_goes_away_is_no_fault(home):
    line = '{"id": 1, "text": "How are you?"}\n'
    program = subprocess.Popen([*RUN, "detect"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    program.stdout.close()
    _, err = program.communicate((line * 5_000).encode(), timeout=60)
    assert err == b""
    assert program.returncode == 1


def test_a_screen_without_the_characters_shows_others_for_them():
    environment = os.environ | {"PYTHONIOENCODING": "ascii"}
    ran = subprocess.run([*RUN, "play", "scénario"], capture_output=True, env=environment, timeout=60)
    assert (ran.returncode, ran.stderr.isascii()) == (1, True)
    assert b"There is no scenario 'sc?nario'" in ran.stderr


def test_without_a_terminal_the_bare_command_lists_the_commands(rehearse):
    ran = rehearse()
    assert ran.code == 0
    names = ("play", "list", "review", "detect", "lint", "simulate", "graph", "new", "add")
    assert all(f"\n  {name} " in ran.out for name in names)


@pytest.mark.parametrize(
    "command",
    ["play", "list", "sessions", "review", "demo", "detect", "lint", "simulate", "graph", "new", "add"],
)
def test_every_command_has_help(rehearse, command):
    ran = rehearse(command, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"Usage: rehearse {command}")


def test_the_version_is_told(rehearse):
    assert rehearse("--version").out.startswith("rehearse ")


def test_what_was_begun_beside_is_done_before_the_program_ends(rehearse):
    begun = threading.Thread(target=lambda: time.sleep(0.2))
    begun.start()
    rehearse("--version")
    assert not begun.is_alive()
