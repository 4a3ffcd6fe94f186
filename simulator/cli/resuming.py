"""Takes up a session that was left: what was said, what happened in the room, and the journal to go on with."""

from scoring import detect
from simulator.cli.beginning import Begun, mind_before
from simulator.cli.faults import USAGE, Refusal
from simulator.cli.kept import folded, named
from simulator.cli.opening import open_scenario
from simulator.conversation.play import Play
from simulator.conversation.session import Session
from simulator.conversation.talk import Stage, Talk
from simulator.journal import Home, Journal
from simulator.persona.scenario import Scenario


def take_up(home: Home, name: str, scenario_name: str | None = None) -> Begun:
    """The session called *name*, to go on with. Raises Refusal, JournalError."""
    begun = reopened(home, name)
    try:
        header = begun.header
        if scenario_name not in (None, header.scenario, header.path):
            raise Refusal(f"The session '{header.id}' is of '{header.scenario}'; leave out '{scenario_name}'.", USAGE)
        if begun.play.session.current.finish is not None:
            raise Refusal(f"The conversation '{header.id}' has ended; `rehearse review {header.id}` reads it.")
    except BaseException:
        begun.journal.close()
        raise
    return begun


def reopened(home: Home, name: str) -> Begun:
    """The session called *name*, whether it has ended or not, to look back at it or to leave it at an earlier turn.
    Raises Refusal, JournalError."""
    journal = Journal.open(home, named(home, name))
    try:
        session = folded(journal.id, journal.records)
        header = session.header
        scenario = open_scenario(header.path or header.scenario)
        remarks = (*_damage(journal), *_changes(session, scenario))
        talk = Talk(Stage(scenario), detect, header.seed, header.level, mind_before(header))
        play = Play.resume(talk, session, journal)
    except BaseException:
        journal.close()
        raise
    return Begun(home, play, journal, remarks)


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
