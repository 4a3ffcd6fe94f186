"""What was held back and how near it came: the turn at which it was nearest, and what was still missing then."""

from simulator.conversation.turn import Turn
from simulator.persona.mind import CUED, HIDDEN
from simulator.persona.scenario import Fact, Scenario
from simulator.report.review import Kept

OPENNESS, ORDER, TOPIC, MOMENT, IDEA, ASKED = "openness", "order", "topic", "moment", "idea", "asked"
"""What was missing: trust, something that comes first, the subject, the moment, or a look for a way out together;
ASKED is where such a look was taken and brought nothing out."""

ON_TOPIC = 6  # points of openness that a fact costs less while its topic is on the table; see simulator.persona.facts


def kept(turns: list[Turn], scenario: Scenario, level: str) -> tuple[Kept, ...]:
    """The facts of the scenario with what became of them."""
    mind = turns[-1].mind if turns else None
    shift = next((one.cost_shift for one in scenario.levels if one.name == level), 0)
    found = []
    for fact in scenario.facts:
        fate = mind.fate(fact) if mind else HIDDEN
        if fate in (HIDDEN, CUED):
            found.append(_held_back(fact, fate, turns, scenario, shift))
        else:
            found.append(Kept(fact.title, fate, mind.best_openness, fact.cost + shift))
    return tuple(found)


def _held_back(fact: Fact, fate: str, turns: list[Turn], scenario: Scenario, shift: int) -> Kept:
    nearest = None
    telling = {state.name for state in scenario.states if state.tells}
    for turn in turns:
        if turn.reaction.after not in telling:
            continue
        on_topic = not set(turn.reaction.topics).isdisjoint(fact.topics)
        discount = scenario.state(turn.reaction.after).discount + (ON_TOPIC if on_topic else 0)
        price = fact.cost + shift + turn.mind.dearer - discount
        missing = _missing(fact, turn)
        rank = (max(0, price - turn.mind.openness), bool(missing), not on_topic)
        if nearest is None or rank < nearest[0]:
            nearest = rank, turn, price, missing, on_topic
    if nearest is None:
        return Kept(fact.title, fate, 0, fact.cost + shift)
    (short, _, _), turn, price, missing, on_topic = nearest
    asked = next((one for one in turns if fact.idea and "solution_question" in one.skills), None)
    if asked and not short and not missing:
        return Kept(fact.title, fate, asked.mind.openness, price, asked.number, ASKED)
    came_near = on_topic or any(not set(one.reaction.topics).isdisjoint(fact.topics) for one in turns)
    because = OPENNESS if short else missing or (IDEA if fact.idea else MOMENT if came_near else TOPIC)
    return Kept(fact.title, fate, turn.mind.openness, price, turn.number, because)


def _missing(fact: Fact, turn: Turn) -> str:
    told = set(turn.mind.told)
    ordered = (not fact.after_any or told & set(fact.after_any)) and told >= set(fact.after_all)
    return "" if ordered else ORDER
