"""`rehearse review --why N`: from the words of one turn to the answer they got."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.cli.again import Again
from simulator.cli.faults import USAGE, Refusal
from simulator.cli.records import give
from simulator.conversation.branching import NoSuchTurn, place_of

if TYPE_CHECKING:
    from simulator.conversation.session import Session


def tell(session: Session, run: int, number: int, format_name: str | None, output: str | None) -> None:
    """Shows why the person answered as they did at turn *number* of a *run*. Raises Refusal."""
    from scoring.ear import default_ear
    from simulator.report.tracing import trace
    from simulator.report.veiling import told_in
    from simulator.report.why import why

    try:
        place = place_of(session, run, number)
    except NoSuchTurn as fault:
        raise Refusal(str(fault), USAGE) from fault
    again = Again(session)
    talk = again.talk(run, place)
    header = session.header
    about = {name: rule.about for name, rule in default_ear().rules.items()}
    turn = session.turns(run)[place]
    found = trace(turn, talk.mind, talk.said[-1], again.scenario, header.level, header.seed, about, told_in(session))
    give(found, why, format_name, output)
