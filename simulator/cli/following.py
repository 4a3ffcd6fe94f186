"""Begins a second conversation, from what was promised in a first one and from how that ended."""

from pathlib import Path

from scoring.vocabulary import PLAIN
from simulator.cleaning import one_line
from simulator.cli.beginning import Begun, begin
from simulator.cli.faults import USAGE, Refusal
from simulator.cli.kept import load
from simulator.cli.opening import find_scenario, open_scenario
from simulator.conversation.session import Session
from simulator.journal import Home

MOST = 4  # promises that a second conversation opens with: the fullest


def follow(
    home: Home, first: str, scenario: str | None, seed: int | None, level: str, label: str, coach: bool
) -> Begun:
    """A second conversation after the session called *first*. Raises Refusal, JournalError."""
    session = load(first)
    header = session.header
    if scenario not in (None, header.scenario, header.path):
        raise Refusal(f"The session '{header.id}' is of '{header.scenario}'; leave out '{scenario}'.", USAGE)
    first_one = find_scenario(header.path or header.scenario)
    branch = session.settled.number
    finish = session.finish(branch)
    if finish is None:
        raise Refusal(f"'{header.id}' has not ended; `rehearse play --resume {header.id}` goes on with it.")
    path = _file(first_one, finish.ending, header.path or header.scenario)
    second = open_scenario(str(path))
    begun = begin(home, second, str(path) if header.path else second.id, seed, level, label, coach, session)
    return Begun(begun.home, begun.play, begun.journal, promised(session))


def promised(session: Session) -> tuple[str, ...]:
    """What was said to be done, in the user's own words and in its order, as remarks for the opening."""
    from simulator.practice.agreed import agreed

    found = agreed(session)
    fullest = sorted(found, key=lambda one: len(one.words), reverse=True)[:MOST]
    said = tuple(f'Last time, {PLAIN[one.skill]}: "{one_line(one.words)}"' for one in found if one in fullest)
    return said or ("Last time nothing was agreed in so many words.",)


def _file(situation: Path, ending: str, name: str) -> Path:
    """The file of the second talk after *ending* of the first, which is played as *name*."""
    from simulator.authoring.shelf import follow_ups

    known = {path: open_scenario(str(path)) for path in follow_ups(situation)}
    for path, scenario in known.items():
        if ending in scenario.after:
            return path
    there = sorted({one.replace("_", " ") for scenario in known.values() for one in scenario.after})
    after = f"There are some after: {', '.join(there)}. " if there else ""
    raise Refusal(
        f"There is no second conversation after '{ending.replace('_', ' ')}' here. {after}`rehearse play {name}` "
        "has the first one again."
    )
