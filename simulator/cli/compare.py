"""`rehearse compare`: conversations side by side, the first against the best."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simulator.cli.records import FORMATS, give

if TYPE_CHECKING:
    from simulator.conversation.session import Session
    from simulator.report.comparing import Column, Comparison

MOST = 8  # conversations at once: more columns than a screen has


@click.command()
@click.argument("sessions", nargs=-1, required=True, metavar="SESSION...")
@click.option("--format", "format_name", type=click.Choice(FORMATS), help="How it is written.")
@click.option("-o", "--output", metavar="FILE", help="Write it there instead of showing it.")
def compare(sessions: tuple[str, ...], format_name: str | None, output: str | None) -> None:
    """Set conversations side by side. One SESSION alone is compared with its own runs: those you went back for, and
    the what-ifs that you kept. SESSION@RUN is one of them."""
    from simulator.report.compared import compared
    from simulator.report.formats.html_page import write_comparison

    give(_comparison(sessions), compared, format_name, output, write_comparison)


def _comparison(names: tuple[str, ...]) -> Comparison:
    """What the sessions called *names* say beside each other. Raises Refusal, JournalError."""
    from simulator.cli.faults import USAGE, Refusal
    from simulator.report.comparing import comparison

    wanted = _runs(names)
    if len(wanted) < 2:
        id = wanted[0][0].header.id
        raise Refusal(
            f"'{id}' has one run; there is nothing to compare it with. Name another session, or try "
            f"`rehearse whatif {id} --turn N --say TEXT --keep`."
        )
    if len(wanted) > MOST:
        raise Refusal(f"These are {len(wanted)}; at most {MOST} stand side by side.", USAGE)
    columns = tuple(_column(session, run, "ABCDEFGH"[place]) for place, (session, run) in enumerate(wanted))
    found = comparison(columns)
    return comparison(columns, _parting(wanted[found.first], wanted[found.best], columns, found))


def _runs(names: tuple[str, ...]) -> list[tuple[Session, int]]:
    """The runs that *names* ask for; a session alone stands for all of its runs, the scored one first."""
    from simulator.cli.kept import load_run

    found = [load_run(name) for name in names]
    if len(found) == 1 and "@" not in names[0]:
        session, scored = found[0]
        others = [one.number for one in session.branches if one.number != scored and session.turns(one.number)]
        found = [(session, number) for number in (scored, *others)][:MOST]
    return found


def _column(session: Session, run: int, name: str) -> Column:
    from simulator.cli.opening import open_scenario
    from simulator.cli.review import reviewed
    from simulator.report.comparing import column
    from simulator.report.runs import run_from_elsewhere, run_of

    if session.imported:
        review = reviewed(session)
        return column(review, run_from_elsewhere(review), name)
    scenario = open_scenario(session.header.path or session.header.scenario)
    turns = [turn for turn in session.read(run) if not turn.aside]
    counted = run_of(turns, session.branches[run], session.finish(run), scenario, run == session.scored.number)
    return column(reviewed(session, scenario, run), counted, name)


def _parting(first, best, columns, found):
    """Where the first and the best part, where they are runs of one session."""
    from simulator.cli.opening import open_scenario
    from simulator.report.parting import parting

    (session, was), (other, now) = first, best
    if session.header.id != other.header.id or was == now:
        return None
    scenario = open_scenario(session.header.path or session.header.scenario)
    names = (columns[found.first].name, columns[found.best].name)
    finishes = (session.finish(was), session.finish(now))
    return parting(session.turns(was), session.turns(now), finishes, scenario, names)
