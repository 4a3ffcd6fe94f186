"""The conversation from the other's chair: what they heard, what it did in them, and what they said then."""

from simulator.conversation.turn import Turn
from simulator.persona.scenario import Scenario
from simulator.report.inside import events, felt
from simulator.report.lookback import Chair, Inside
from simulator.report.words import short

HEARD = 110  # characters of what the other heard
_EVENTS = {"told": 12, "misread": 12, "dropped": 12, "repaired": 10, "ended": 20, "noticed": 6, "heard": 4}
"""What an event is worth beside points: as for the best moment, and as much for what went wrong."""


def chair(turns: list[Turn], scenario: Scenario) -> Chair | None:
    """What it was like on the other side; None where nothing was said."""
    if not turns:
        return None
    who = scenario.persona
    return Chair(who.wants, who.fears, tuple(_exchange(turn, scenario) for turn in turns))


def _exchange(turn: Turn, scenario: Scenario) -> Inside:
    name, reaction = scenario.persona.name, turn.reaction
    inside = []
    done = felt(reaction.safety, reaction.heat, name)
    if done:
        inside.append(f"It became {done}.")
    inside += [f"{clause[:1].upper()}{clause[1:]}." for clause in events(turn, scenario)]
    if reaction.patience <= -2:
        inside.append(f"{name}'s patience ran shorter.")
    moved = abs(reaction.safety) + abs(reaction.heat) + sum(_EVENTS.get(what, 0) for what, _ in reaction.notes)
    return Inside(turn.number, short(turn.text, HEARD), tuple(inside), turn.reply, moved)
