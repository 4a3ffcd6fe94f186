"""Chances: each visit to a state is one for the skills it lists. Used at once it counts 1, in the next turn 0.6.

Any other move that raised trust by five points or more counts as well: several good answers exist. A costly move in
the same turn halves it. The figures come from play-testing the method's sample.
"""

from scoring.scorecard import Chance
from simulator.conversation.turn import Turn
from simulator.persona.scenario import Scenario

AT_ONCE, NEXT_TURN = 1.0, 0.6
SECOND_TURN = 2
HELPED = 5  # points of safety from which another move counts
HALVED = 0.5
SEEN = "saying_what_you_see"


def chances(turns: list[Turn], scenario: Scenario) -> list[Chance]:
    """The chances of a conversation, in order."""
    penalised = frozenset(scenario.penalised)
    visits: list[list[Turn]] = []
    for turn in turns:
        if turn.aside:
            continue
        stays = visits and visits[-1][-1].reaction.after == visits[-1][-1].reaction.before == turn.reaction.before
        if stays:
            visits[-1].append(turn)
        else:
            visits.append([turn])
    found = [(visit, _chance(visit, scenario, penalised)) for visit in visits if _wanted(visit, scenario)]
    return [chance for visit, chance in found if chance.used or not _told(visit)]


def _told(visit: list[Turn]) -> bool:
    """Whether something held back was told at once, by whatever move or none: "yes, please" to an offer. Then there was
    nothing to miss."""
    return any(what == "told" for turn in visit[:SECOND_TURN] for what, _ in turn.reaction.notes)


def _wanted(visit: list[Turn], scenario: Scenario) -> tuple[str, ...]:
    return scenario.state(visit[0].reaction.before).chance


def _chance(visit: list[Turn], scenario: Scenario, penalised: frozenset[str]) -> Chance:
    first, wanted = visit[0], _wanted(visit, scenario)
    for place, turn in enumerate(visit[:SECOND_TURN]):
        costly = penalised & set(turn.skills)
        credit = AT_ONCE if place == 0 else NEXT_TURN
        happened = {what for what, _ in turn.reaction.notes}
        beside = frozenset() if "repaired" in happened else turn.heard.unfounded  # what repaired was to the point
        hits = [s for s in turn.skills if s in wanted and s not in beside]
        if SEEN in wanted and "noticed" in happened:
            hits.append(SEEN)  # the flash was named, in whatever words
        if hits:
            return Chance(_number(turn), first.reaction.before, wanted, credit * (HALVED if costly else 1), hits[0])
        shifts = [shift for shift in turn.reaction.shifts if shift.skill in turn.skills]  # not what is marked as wrong
        if not costly and turn.reaction.safety >= HELPED and shifts:
            best = max(shifts, key=lambda shift: shift.safety)
            return Chance(_number(turn), first.reaction.before, wanted, credit, best.skill)
    return Chance(_number(first), first.reaction.before, wanted)


def _number(turn: Turn) -> int:
    return turn.number
