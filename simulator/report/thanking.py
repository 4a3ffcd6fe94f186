"""Thanks for what was confided: they count as an answer to it when they come within two turns."""

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.conversation.turn import Turn
from simulator.persona.mind import TOLD
from simulator.persona.scenario import Scenario
from simulator.report.review import Point
from simulator.report.words import listed

WITHIN = 2  # turns after a telling


@dataclass(frozen=True, slots=True)
class Thanked:
    """A confidence: its *title*, the turn it was told in, and the turn of the thanks, 0 where none came in time;
    *late* is the turn of thanks after that, 0 for none."""

    title: str
    told: int
    thanked: int
    late: int = 0


def thanks(turns: list[Turn], scenario: Scenario) -> tuple[Thanked, ...]:
    """Every confidence of *turns* with its thanks. One after which the talk ended too soon for any is left out, and an
    idea is no confidence."""
    titles = {fact.id: fact.title for fact in scenario.facts if not fact.idea}
    found = []
    for place, turn in enumerate(turns):
        after = turns[place + 1 : place + 1 + WITHIN]
        came = next((later.number for later in after if _thanks(later)), 0)
        late = next((later.number for later in turns[place + 1 + WITHIN :] if _thanks(later)), 0)
        for what, which in turn.reaction.notes:
            if what == TOLD and which in titles and (came or len(after) == WITHIN):
                found.append(Thanked(titles[which], turn.number, came, late))
    return tuple(found)


def point(turns: list[Turn], scenario: Scenario) -> tuple[Point, ...]:
    """What there is to point out about thanks; nothing where nothing was confided."""
    found = thanks(turns, scenario)
    if not found:
        return ()
    name, came = scenario.persona.name, _turns(one.told for one in found if one.thanked)
    if came:
        return (Point(True, f"You thanked {name} within {WITHIN} turns for what was told at {came}."),)
    costs = {fact.title: fact.cost for fact in scenario.facts}
    heaviest = max(found, key=lambda one: costs[one.title])
    first = min((one.late for one in found if one.late), default=0)
    late = f" until turn {first}" if first else ""
    said = f"What {name} told you was not thanked for{late}."
    once = f"Once is enough, within {WITHIN} turns of the heaviest of it: that was turn {heaviest.told}."
    return (Point(False, f"{said} {once}"),)


def _turns(numbers: Iterable[int]) -> str:
    """*numbers* of turns in words; '' for none."""
    once = [str(number) for number in dict.fromkeys(numbers)]
    return f"turn{'s' * (len(once) > 1)} {listed(once)}" if once else ""


def _thanks(turn: Turn) -> bool:
    return "appreciation" in turn.detection.skills and "appreciation" not in turn.heard.unfounded
