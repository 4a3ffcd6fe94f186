"""Where each line of a scenario can be said: the state and the turn that its rule asks for."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

from simulator.persona.conditions import check_bound
from simulator.persona.facts import ASKING, INVITING, MORE_AFTER, MORE_IN
from simulator.persona.mind import Mind
from simulator.persona.scenario import ALWAYS, Arc, Condition, Fact, Scenario, State

_ADDED = ("all", "told_all", "flags_all", "no_flag", "hidden", "no_skill", "no_topic", "bounds")
"""Fields of a condition of which both conditions' names have to hold."""


@dataclass(frozen=True, slots=True)
class Target:
    """A *line*, the *state* in which the turn before it is said ('' for any), *when* it fits, and what is *asked*."""

    line: str
    state: str
    when: Condition
    asked: str = ""

    def holds(self, mind: Mind) -> Iterator[bool]:
        """For each part of the condition that the person's mind decides, before a word is said: whether it holds."""
        when, told = self.when, set(mind.told)
        yield from (name in mind.flags for name in when.flags_all)
        yield from (name not in mind.flags for name in when.no_flag)
        yield from (id in told for id in when.told_all)
        yield from (id not in told for id in when.hidden)
        if when.flag:
            yield not mind.flags.isdisjoint(when.flag)
        if when.told:
            yield not told.isdisjoint(when.told)
        if when.prev:
            yield mind.prev == when.prev
        if when.misread:
            yield {"active": bool(mind.misread), "none": not mind.misread}.get(
                when.misread, mind.misread == when.misread
            )
        yield from (check_bound(bound)(mind) for bound in when.bounds)


def targets(scenario: Scenario) -> list[Target]:
    """Every line that somebody may say, once for each place where it can be said."""
    found = [*_facts(scenario), *_anywhere(scenario)]
    for state in scenario.states:
        for rule in (*state.replies, *state.calls_back):
            found += (Target(line, state.name, rule.when) for line in rule.say)
        for arc in state.go:
            found += (Target(line, state.name, when) for line, when in _on_the_way(scenario, arc))
    return list(dict.fromkeys(found))


def _on_the_way(scenario: Scenario, arc: Arc) -> Iterator[tuple[str, Condition]]:
    """What is said when *arc* is taken."""
    yield from ((line, arc.when) for line in arc.say)
    if arc.misread:
        yield from ((line, arc.when) for line in scenario.misread(arc.misread).says)
    if arc.repaired:
        for misread in scenario.misreads:
            yield from ((line, _both(arc.when, Condition(misread=misread.id))) for line in misread.repaired)
    if arc.end:
        yield from ((line, arc.when) for line in scenario.ending(arc.end).line)
    elif arc.to in {state.name for state in scenario.states}:
        for rule in scenario.state(arc.to).enter:
            yield from ((line, _both(arc.when, rule.when)) for line in rule.say)


def _facts(scenario: Scenario) -> Iterator[Target]:
    for fact in scenario.facts:
        order = Condition(told=fact.after_any, told_all=fact.after_all, hidden=(fact.id,))
        for state in scenario.states:
            if state.tells:
                yield from (
                    Target(line, state.name, _both(order, Condition(topic=fact.cue_topics))) for line in fact.cue
                )
                yield from _tellings(scenario, fact, state, order)
            if state.kind in MORE_IN and (fact.idea or state.kind != "problem_solving"):
                more = Condition(skill=tuple(sorted(MORE_AFTER)), topic=fact.topics, told=(fact.id,))
                yield from (Target(line, state.name, more) for line in fact.more)


def _tellings(scenario: Scenario, fact: Fact, state: State, order: Condition) -> Iterator[Target]:
    if fact.only_in and state.name not in fact.only_in:
        return
    asked = _both(order, Condition(skill=fact.invite or tuple(sorted(INVITING)), topic=fact.topics))
    for rule in fact.tell:
        yield from (Target(line, state.name, _both(asked, rule.when)) for line in rule.say)
    for rule in scenario.state(fact.then).enter if fact.then else ():
        yield from (Target(line, state.name, _both(asked, rule.when)) for line in rule.say)


def _anywhere(scenario: Scenario) -> Iterator[Target]:
    for rule in scenario.answers:
        yield from (Target(line, "", rule.when) for line in rule.say)
    for asked in scenario.asked:
        yield from (Target(line, "", rule.when, asked.id) for rule in asked.answers for line in rule.say)
    yield from (Target(line, "", Condition(skill=tuple(sorted(INVITING)), shape=ASKING)) for line in scenario.bridges)
    for shape, lines in scenario.quibbles:
        yield from (Target(line, "", Condition(shape=(shape,))) for line in lines)
    for state, lines in scenario.gestures:
        yield from (Target(line, state, ALWAYS) for line in lines)
    for flash in scenario.flashes:
        for state in flash.when.state or ("",):
            yield from (Target(line, state, flash.when) for line in flash.show)
    for ending in scenario.endings:
        if ending.when:
            yield from (Target(line, "", ending.when) for line in ending.line)


def _both(first: Condition, second: Condition) -> Condition:
    """A condition near to both: names of which any will do are the second's, where it has some."""
    merged = {}
    for name in (field.name for field in fields(Condition)):
        one, other = getattr(first, name), getattr(second, name)
        merged[name] = (*one, *other) if name in _ADDED else other or one
    return replace(ALWAYS, **merged)
