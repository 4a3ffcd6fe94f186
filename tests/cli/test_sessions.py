"""What `rehearse sessions` tells of a session in which somebody went back: the run that counts, as the review does."""

import json

import pytest

from simulator.cli.kept import load
from simulator.cli.sessions import counted
from simulator.conversation.session import FINISH, REWIND, TURN, finish_record, rewind_record, turn_record
from simulator.journal import Home, Journal, read


@pytest.fixture
def retried(rehearse, played, home):
    """A conversation that ended after three turns; then the second turn was said anew, and it ended or was left."""

    def retry(ended: bool) -> str:
        id, other = played(typed="One.\nTwo.\nThree.\n"), played(typed="Other.\n/end\n")
        again = load(other)
        with Journal.open(Home(home), id) as journal:
            journal.append(REWIND, rewind_record(0, 1))
            journal.append(TURN, turn_record(1, again.turns(0)[0]))
            if ended:
                journal.append(FINISH, finish_record(1, again.finish(0)))
        return id

    return retry


def line(rehearse, id: str) -> str:
    return next(line for line in rehearse("sessions").out.splitlines() if line.startswith(id))


def test_a_retried_conversation_is_told_of_by_the_run_that_counts_and_its_tries_are_counted(rehearse, retried):
    id = retried(ended=True)
    assert line(rehearse, id).endswith("3 turns, ended: no plan, 2 tries")
    assert len(json.loads(rehearse("review", id, "--format", "json").out)["lines"]) == 3


def test_a_retry_that_was_left_is_told_of_too(rehearse, retried):
    assert line(rehearse, retried(ended=False)).endswith("3 turns, ended: no plan, 2 tries, the last one open")


def test_a_kept_what_if_is_no_try(rehearse, played):
    id = played(typed="One.\nTwo.\n")
    rehearse("whatif", id, "--turn", "1", "--say", "Otherwise.", "--keep")
    assert line(rehearse, id).endswith("2 turns, ended: no plan")


@pytest.mark.parametrize(
    "steps", ["", "e", "tt", "ttr1t", "tter1t", "tter1te", "ttew1te", "ttr0tter1", "r0", "tew1er0t"]
)
def test_it_counts_as_the_session_itself_does(rehearse, played, home, steps):
    """*steps*: t a turn, e an end, r1 back to the first turn, w1 a what-if from there."""
    other = load(played(typed="Other.\n/end\n"))
    id = played(typed="/quit\n")
    branch = last = 0
    with Journal.open(Home(home), id) as journal:
        for step in steps.replace("r", " r").replace("w", " w").replace("t", " t").replace("e", " e").split():
            if step[0] in "rw":
                journal.append(REWIND, rewind_record(branch, int(step[1:]), what_if=step[0] == "w"))
                last += 1
                branch = last
            elif step == "t":
                journal.append(TURN, turn_record(branch, other.turns(0)[0]))
            else:
                journal.append(FINISH, finish_record(branch, other.finish(0)))
                branch = branch if not load(id).branches[branch].what_if else 0
    session = load(id)
    found = counted([(record.kind, record.data) for record in read(Home(home), id).records])
    finish = session.scored.finish
    assert found.run.turns == len(session.turns(session.scored.number))
    assert found.run.ended == (finish.ending if finish else "")
    assert found.tries == sum(bool(session.turns(one.number)) for one in session.branches if not one.what_if)
