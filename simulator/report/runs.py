"""The runs of a session side by side: how each way ended and what came out on it, and which is the best of them."""

from scoring.scorecard import Said, scorecard
from simulator.conversation.session import Branch, Session
from simulator.conversation.turn import Turn
from simulator.persona.mind import DROPPED, HEARD, TOLD
from simulator.persona.scenario import Scenario
from simulator.report import sentences
from simulator.report.chances import chances
from simulator.report.lookback import Run
from simulator.report.parting import Parting, parting
from simulator.report.review import Review

UNKNOWN = -1
"""Stands for what nobody knows of a talk from elsewhere."""

BEST_FIRST = (
    "mutual_plan",
    "partial_plan",
    "expectation_set",
    "escalation",
    "no_plan",
    "",
    "hollow_yes",
    "breakdown",
)
"""Endings in the order of what they leave behind: a hollow yes is worse than no plan, for nobody looks again."""


def runs(session: Session, scenario: Scenario) -> tuple[Run, ...]:
    """Every run that was played on or kept; nothing where there is only one. The best is marked."""
    if len(session.branches) < 2:
        return ()
    scored = session.scored.number
    found = [_run(session, branch, scenario, scored) for branch in session.branches if session.turns(branch.number)]
    best = max((run for run in found if run.ending), key=worth, default=None)
    return tuple(_marked(run, best) for run in found)


def worth(run: Run) -> tuple:
    """How good a run is: its ending, what was heard and told, chances and costs; the earlier first."""
    place = BEST_FIRST.index(run.ending) if run.ending in BEST_FIRST else len(BEST_FIRST) // 2
    return (-place, run.heard, run.told, run.chances_used, -run.costs, run.safety, -run.branch)


def beside_best(session: Session, scenario: Scenario, found: tuple[Run, ...]) -> Parting | None:
    """The run that is counted beside the best of *found*; None where that is one and the same, or there is no best."""
    counted = next((run for run in found if run.scored), None)
    best = next((run for run in found if run.best), None)
    if counted is None or best is None or counted is best:
        return None
    was, now = counted.branch, best.branch
    finishes = (session.finish(was), session.finish(now))
    names = (f"run {was}, counted", f"run {now}, the best")
    return parting(session.turns(was), session.turns(now), finishes, scenario, names)


def _marked(run: Run, best: Run | None) -> Run:
    from dataclasses import replace

    return replace(run, best=True) if run is best else run


def _run(session: Session, branch: Branch, scenario: Scenario, scored: int) -> Run:
    turns = [turn for turn in session.read(branch.number) if not turn.aside]
    return run_of(turns, branch, session.finish(branch.number), scenario, branch.number == scored)


def run_from_elsewhere(review: Review) -> Run:
    """What is counted of a talk that was brought from elsewhere: the words; of the other nothing is known (-1)."""
    card = review.scorecard
    return Run(
        branch=0,
        parent=0,
        since=0,
        turns=card.turns,
        ending="",
        ending_title="Brought from a file",
        told=UNKNOWN,
        heard=UNKNOWN,
        chances_used=sum(bool(chance.used) for chance in review.chances),
        chances=len(review.chances),
        costs=sum(one.used for one in card.costs),
        safety=UNKNOWN,
        overall=card.overall,
        scored=True,
    )


def run_of(turns: list[Turn], branch: Branch, finish, scenario: Scenario, scored: bool = False) -> Run:
    """What is counted of *turns*, which are those along *branch*."""
    found = chances(turns, scenario)
    card = scorecard([Said(turn.number, turn.detection) for turn in turns], found)
    facts = turns[-1].mind.facts if turns else ()
    ending = finish.ending if finish else ""
    return Run(
        branch=branch.number,
        parent=branch.parent,
        since=branch.since,
        turns=len(turns),
        ending=ending,
        ending_title=sentences.ENDING_TITLES.get(ending, ending.replace("_", " ")) if ending else "Not finished",
        told=sum(fate in (TOLD, DROPPED, HEARD) for _, fate in facts),
        heard=sum(fate == HEARD for _, fate in facts),
        chances_used=sum(bool(chance.used) for chance in found),
        chances=len(found),
        costs=sum(one.used for one in card.costs),
        safety=turns[-1].mind.safety if turns else 0,
        overall=card.overall,
        what_if=branch.what_if,
        scored=scored,
    )
