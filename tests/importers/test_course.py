"""Proof that the course of spoilt exports finds the faults it is there for."""

import subprocess
import sys

import pytest

from simulator.importers import TranscriptError, labels, registry
from tests.faults import importing, workers

TALK = b"Ann: Hello.\nBob: Hi.\n"


def test_the_course_finds_a_form_that_lets_a_fault_through(monkeypatch):
    monkeypatch.setattr(labels, "read", lambda source: int("x"))
    with pytest.raises(ValueError, match="invalid literal"):
        importing.attempt("talk", TALK)


def test_the_course_finds_a_refusal_without_a_place(monkeypatch):
    def refuse(source):
        fault = source.fault("I07", "no")
        fault.args = ("no",)
        raise fault

    monkeypatch.setattr(registry, "recognised", refuse)
    monkeypatch.setattr(importing, "recognised", refuse)
    with pytest.raises(AssertionError):
        importing.attempt("talk", TALK)


def test_the_course_finds_a_quote_that_nobody_said(monkeypatch):
    from simulator.importers import Transcript, Utterance

    monkeypatch.setattr(importing, "recognised", lambda source: Transcript("t", (Utterance("Ann", " "),), "text"))
    with pytest.raises(AssertionError):
        importing.attempt("talk", TALK)


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("import os; os.abort()", "the process ended with"),
        ('print(\'{"peak": 400000000, "reading": 1, "scoring": 1}\')', "381 MB"),
        ('print(\'{"came": {"read": 1}, "wrong": ["slow"]}\\n{"peak": 1, "reading": 30, "scoring": 1}\')', "slow"),
    ],
)
def test_the_course_tells_of_a_process_that_died_swelled_or_was_slow(monkeypatch, code, wrong):
    def begun(module, share):
        return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    monkeypatch.setattr(workers, "_begun", begun)
    found = importing.imports(2).wrong
    assert len(found) == 2
    assert all(wrong in one for one in found)


def test_processes_that_write_much_are_all_read_at_once(monkeypatch):
    code = (
        "import json, os, sys, time\nfor _ in range(4_000): print(json.dumps({'x': 'x' * 30}))\n"
        "sys.stdout.flush(); print(json.dumps({'done': time.monotonic()})); sys.stdout.flush(); time.sleep(2)"
    )

    def begun(module, share):
        return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    monkeypatch.setattr(workers, "_begun", begun)
    done = [lines[-1]["done"] for _, (lines, _, _) in workers.shared("x", [(0,), (1,)])]
    assert abs(done[0] - done[1]) < 1.8  # one that waits for the other to end is two seconds late


def test_a_refusal_is_a_value_error_with_its_problem():
    with pytest.raises(TranscriptError) as refused:
        registry.recognised(registry.opened("talk", b"nothing"))
    assert isinstance(refused.value, ValueError)
    assert refused.value.problem.place.excerpt == "nothing"
