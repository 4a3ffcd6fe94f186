"""S26: pools of lines that are too small for the turns spent there. Found by letting bots play."""

from collections import Counter
from collections.abc import Iterator
from random import Random

from scoring.authored import Problem
from simulator.authoring.lint.case import Case
from simulator.conversation.bots import BOTS, VARIED
from simulator.conversation.simulate import no_ear, simulate
from simulator.conversation.talk import Stage, Talk
from simulator.persona.scenario import Scenario

RUNS = 40  # a bot
MOST = 0.10  # of the turns in a state may find no line but one for the shape of the message
LINGER = 5  # turns after an agreement: the longest stay but for one in ten, in play-tests of the method's sample
FEWEST = 20  # turns in a state, below which a share says nothing


def too_small(case: Case) -> Iterator[Problem]:
    """States in which the varied bots often find no line left, and talks that repeated a line or had none left."""
    turns, bare = _counted(case.scenario)
    for name, count in turns.items():
        share = bare[name] / count
        if count >= FEWEST and share > MOST and case.is_own(("states", name)):
            message = (
                f"in '{name}' {share:.0%} of the turns find no line that fits and is left (at most {MOST:.0%}, in "
                f"{count} turns of bots that vary); write more replies there"
            )
            yield case.problem(("states", name), "S26", message, key=True)
    found = simulate(case.scenario, 3, 1, tuple(BOTS))
    for what, said in (("repeats", "the same answer comes twice"), ("empty", "no line at all is left")):
        bad = [tally for tally in found.tallies if getattr(tally, what)]
        if bad:
            who = f"'{bad[0].bot}' at the level {bad[0].level}"
            yield case.problem(("states",), "S26", f"when the bot {who} plays, {said}; write more lines", key=True)


def _lingers(talk: Talk) -> bool:
    """Whether there has been an agreement for so long that people would have gone home."""
    mind = talk.mind
    return talk.scenario.state(mind.state).kind == "agreed" and mind.turns_here >= LINGER


def _counted(scenario: Scenario) -> tuple[Counter[str], Counter[str]]:
    """Turns by the state that answered, and those of them that found no line of their own."""
    stage, turns, bare = Stage(scenario), Counter(), Counter()
    for bot in VARIED:
        for seed in range(1, RUNS + 1):
            talk, draw = Talk(stage, no_ear, seed, "standard"), Random(seed)
            while not talk.over and not _lingers(talk):
                turn = talk.take(BOTS[bot](talk.mind, scenario, draw))
                if talk.mind.ended:
                    break
                turns[turn.reaction.after] += 1
                bare[turn.reaction.after] += any(what == "quibble" for what, _ in turn.reaction.notes)
    return turns, bare
