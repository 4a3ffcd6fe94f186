"""S23: facts that are never told, at any price that the person's safety can reach."""

from collections.abc import Iterator

from scoring.authored import Problem
from simulator.authoring.lint.case import Case
from simulator.persona.facts import INVITING, TOPIC_DISCOUNT
from simulator.persona.mind import openness
from simulator.persona.scenario import Fact, Level, Scenario, State


def never_told(case: Case) -> Iterator[Problem]:
    """Facts that stay hidden whatever the user does."""
    out_of_reach: dict[str, list[str]] = {}
    for level in case.scenario.levels:
        for id in _untold(case, level):
            out_of_reach.setdefault(id, []).append(level.name)
    for id, levels in out_of_reach.items():
        if not case.is_own(("facts", id, "tell")):  # a second talk may switch off a fact of the first by its price
            continue
        fact = case.scenario.fact(id)
        why = _why(case, fact)
        everywhere = len(levels) == len(case.scenario.levels)
        at = "" if everywhere else f" at the level {' and '.join(levels)}"
        path = ("facts", id) if why else ("facts", id, "cost")
        yield case.problem(path, "S23", f"'{id}' is never told{at}: {why or _price(case, fact, levels)}", key=bool(why))


def _untold(case: Case, level: Level) -> list[str]:
    """Facts that can't be told at *level*, however well it goes: trust rises with every confidence that was heard."""
    scenario = case.scenario
    told: set[str] = set()
    while True:
        new = {f.id for f in scenario.facts if f.id not in told and _can_be_told(case, f, level, told)}
        if not new:
            return [fact.id for fact in scenario.facts if fact.id not in told]
        told |= new


def _can_be_told(case: Case, fact: Fact, level: Level, told: set[str]) -> bool:
    if (fact.after_any and told.isdisjoint(fact.after_any)) or not told.issuperset(fact.after_all):
        return False
    if _why(case, fact):
        return False
    heard = sum(not case.scenario.fact(id).idea for id in told)
    most = _most_open(case.scenario, level, heard)
    price = fact.cost + level.cost_shift
    on_topic = TOPIC_DISCOUNT if fact.topics else 0
    return any(most + on_topic + state.discount >= price for state in _places(case, fact))


def _most_open(scenario: Scenario, level: Level, heard: int) -> int:
    """The highest openness there can be after so many confidences."""
    persona = scenario.persona
    ceiling = persona.trust_ceiling[min(heard, len(persona.trust_ceiling) - 1)] if persona.trust_ceiling else 100
    return openness(max(ceiling, level.start.safety), persona.rest_heat // 2)


def _places(case: Case, fact: Fact) -> list[State]:
    """The states in which *fact* may be told; in guarded ones only what the user's topic touches is."""
    return [
        state
        for state in case.scenario.states
        if state.tells
        and state.name in case.reached
        and (not fact.only_in or state.name in fact.only_in)
        and (state.kind != "guarded" or fact.topics)
    ]


def _why(case: Case, fact: Fact) -> str:
    """Why nobody is ever told *fact*, prices aside; '' where it is a matter of the price."""
    if not _places(case, fact):
        return "none of the states where it may come up is reached and lets facts be told ('tells: true')"
    if set(fact.invite or INVITING) <= set(case.scenario.penalised):
        return "only costly skills invite it, and after those nothing is told"
    waits, seen = {fact.id}, set()
    while waits:
        one = case.scenario.fact(waits.pop())
        seen.add(one.id)
        needed = set(one.after_all) or (set(one.after_any) if len(one.after_any) == 1 else set())
        if fact.id in needed:
            return f"it waits for itself, by way of '{one.id}'; mend 'after_any' and 'after_all'"
        waits |= needed - seen
    return ""


def _price(case: Case, fact: Fact, levels: list[str]) -> str:
    level = case.scenario.level("standard" if "standard" in levels else levels[0])
    others = sum(not one.idea and one.id != fact.id for one in case.scenario.facts)
    most = _most_open(case.scenario, level, others) + (TOPIC_DISCOUNT if fact.topics else 0)
    most += max((state.discount for state in _places(case, fact)), default=0)
    price = fact.cost + level.cost_shift
    if price <= most:
        return "what has to be told before it never is"
    return f"it costs {price}, and with all the rest heard openness reaches {most}; lower the cost"
