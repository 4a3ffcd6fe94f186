"""Begins a session, or takes one up: the scenario, what is kept so far, and the journal that keeps the rest."""

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from simulator.cleaning import one_line
from simulator.cli.faults import USAGE, Refusal
from simulator.cli.offer import offer, sentence
from simulator.cli.opening import open_scenario
from simulator.codec import to_json
from simulator.conversation.session import SESSION, Branch, Header, Session
from simulator.journal import Home, Journal, find_home, new_id
from simulator.persona.dice import pick
from simulator.persona.scenario import Scenario

SEEDS = 9_999  # seeds that are drawn are 1 to this, short enough to be typed again
LABEL = 80  # characters of a label


@dataclass(frozen=True, slots=True)
class Begun:
    """A session open for writing. *remarks* are what the user should know before going on."""

    home: Home
    scenario: Scenario
    session: Session
    journal: Journal
    remarks: tuple[str, ...] = ()


def begin(scenario: Scenario, name: str, seed: int | None, level: str, label: str, coach: bool) -> Begun:
    """A new session of *scenario*, which the user calls *name*. Raises Refusal, JournalError."""
    _check_level(scenario, level)
    home = find_home()
    id = new_id(datetime.now, scenario.id)
    seed = draw_seed() if seed is None else seed
    header = Header(
        id=id,
        scenario=scenario.id,
        title=scenario.title,
        person=scenario.persona.name,
        seed=seed,
        level=level,
        first_line=first_line(scenario, seed),
        started=datetime.now().astimezone().isoformat(timespec="seconds"),
        digest=scenario.digest,
        label=one_line(label, LABEL),
        coach=coach,
        path=str(Path(name).resolve()) if name.endswith((".yaml", ".yml")) else "",
    )
    journal = Journal.create(home, id, SESSION, to_json(header))
    return Begun(home, scenario, Session(header, [Branch(0)]), journal)


def take_up(name: str, scenario_name: str | None) -> Begun:
    """The session called *name*, to go on with. Raises Refusal, JournalError."""
    from simulator.cli.kept import folded, named

    home = find_home()
    journal = Journal.open(home, named(home, name))
    try:
        session = folded(journal.id, journal.records)
        header = session.header
        if scenario_name not in (None, header.scenario, header.path):
            raise Refusal(f"The session '{journal.id}' is of '{header.scenario}'; leave out '{scenario_name}'.", USAGE)
        if session.current.finish is not None:
            raise Refusal(f"The conversation '{journal.id}' has ended; `rehearse review {journal.id}` reads it.")
        scenario = open_scenario(header.path or header.scenario)
        remarks = [*_damage(journal), *_changes(session, scenario)]
    except BaseException:
        journal.close()
        raise
    return Begun(home, scenario, session, journal, tuple(remarks))


def draw_seed() -> int:
    """A seed by chance."""
    return 1 + int.from_bytes(os.urandom(4), "big") % SEEDS


def first_line(scenario: Scenario, seed: int) -> str:
    """The line with which the person begins, known before the person is made: the same as Talk.first_line."""
    return pick(scenario.first_line, seed, 0, "", "first line")


def _check_level(scenario: Scenario, level: str) -> None:
    names = [one.name for one in scenario.levels]
    if level not in names:
        raise Refusal(sentence(f"There is no level '{level}'.", offer(level, names)), USAGE)


def _damage(journal: Journal) -> list[str]:
    if journal.damage is None:
        return []
    return [f"The end of this session was damaged ({journal.damage}). The bad part is set aside in {journal.aside}."]


def _changes(session: Session, scenario: Scenario) -> list[str]:
    """What to say where the scenario's files are not what they were."""
    if scenario.digest == session.header.digest:
        return []
    states = {state.name for state in scenario.states}
    turns = session.turns(session.current.number)
    lost = [turn.mind.state for turn in turns[-1:] if turn.mind.state not in states and not turn.mind.ended]
    if lost or session.header.level not in [level.name for level in scenario.levels]:
        raise Refusal(
            f"The scenario '{scenario.id}' has changed so much that '{session.header.id}' cannot be taken up; "
            f"`rehearse review {session.header.id}` still reads it."
        )
    return ["The scenario has changed since this conversation began; the rest follows the new one."]
