"""Where each line of a scenario can be said: the state and the turn that its rule asks for."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

from simulator.persona.conditions import check_bound
from simulator.persona.facts import ASKING, INVITING, MORE_AFTER, MORE_IN
from simulator.persona.mind import Mind
from simulator.persona.scenario import ALWAYS, Arc, Condition, Fact, Scenario, State, Words

_ADDED = ("all", "told_all", "flags_all", "no_flag", "hidden", "no_skill", "no_topic", "bounds")
"""Fields of a condition of which both conditions' names have to hold."""


@dataclass(frozen=True, slots=True)
class Target:
    """A *line*, the *state* in which the turn before it is said ('' for any), *when* it fits, and what is *asked*.

    *among* are the lines that it stands with: one of those not yet said is drawn.
    """

    line: str
    state: str
    when: Condition
    asked: str = ""
    among: Words = ()

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


def _pool(lines: Words, state: str, when: Condition, asked: str = "") -> Iterator[Target]:
    """A target for each of *lines* that stand together."""
    for place in (state,) if state else when.from_ or when.state or ("",):
        yield from (Target(line, place, when, asked, lines) for line in lines)


def targets(scenario: Scenario) -> list[Target]:
    """Every line that somebody may say, once for each place where it can be said."""
    found = [*_facts(scenario), *_anywhere(scenario)]
    for state in scenario.states:
        for rule in (*state.replies, *state.calls_back):
            found += _pool(rule.say, state.name, rule.when)
        for arc in state.go:
            for lines, when in _on_the_way(scenario, arc):
                found += _pool(lines, state.name, when)
    return [one for one in dict.fromkeys(found) if not _impossible(one)]


def _impossible(one: Target) -> bool:
    """Whether the condition of *one* rules itself out: an arc and the line behind it that want the opposite."""
    when = one.when
    return (
        (when.from_ and one.state not in ("", *when.from_))
        or (when.skill and set(when.skill) <= set(when.no_skill))
        or not set(when.all).isdisjoint(when.no_skill)
        or not set(when.flags_all).isdisjoint(when.no_flag)
        or not set(when.told_all).isdisjoint(when.hidden)
    )


def _on_the_way(scenario: Scenario, arc: Arc) -> Iterator[tuple[Words, Condition]]:
    """What may be said when *arc* is taken."""
    yield arc.say, arc.when
    if arc.misread:
        yield scenario.misread(arc.misread).says, arc.when
    if arc.repaired:
        for misread in scenario.misreads:
            yield misread.repaired, _both(arc.when, Condition(misread=misread.id))
    if arc.end:
        yield scenario.ending(arc.end).line, arc.when
    elif arc.to in {state.name for state in scenario.states}:
        for rule in scenario.state(arc.to).enter:
            yield rule.say, _both(arc.when, rule.when)


def _facts(scenario: Scenario) -> Iterator[Target]:
    for fact in scenario.facts:
        order = Condition(told=fact.after_any, told_all=fact.after_all, hidden=(fact.id,))
        for state in scenario.states:
            if state.tells:
                yield from _pool(fact.cue, state.name, _both(order, Condition(topic=fact.cue_topics)))
                yield from _tellings(scenario, fact, state, order)
            if state.kind in MORE_IN and (fact.idea or state.kind != "problem_solving"):
                more = Condition(skill=tuple(sorted(MORE_AFTER)), topic=fact.topics, told=(fact.id,))
                yield from _pool(fact.more, state.name, more)


def _tellings(scenario: Scenario, fact: Fact, state: State, order: Condition) -> Iterator[Target]:
    if fact.only_in and state.name not in fact.only_in:
        return
    asked = _both(order, Condition(skill=fact.invite or tuple(sorted(INVITING)), topic=fact.topics))
    for rule in fact.tell:
        yield from _pool(rule.say, state.name, _both(asked, rule.when))
    for rule in scenario.state(fact.then).enter if fact.then else ():
        yield from _pool(rule.say, state.name, _both(asked, rule.when))


def _anywhere(scenario: Scenario) -> Iterator[Target]:
    for rule in scenario.answers:
        yield from _pool(rule.say, "", rule.when)
    for asked in scenario.asked:
        for rule in asked.answers:
            yield from _pool(rule.say, "", rule.when, asked.id)
    yield from _pool(scenario.bridges, "", Condition(skill=tuple(sorted(INVITING)), shape=ASKING))
    skills, topics = (tuple(name for name, _ in named) for named in (scenario.effects, scenario.topics))
    for shape, lines in scenario.quibbles:  # what is said where nothing was heard that has an answer
        nothing = Condition(shape=(shape,), no_skill=skills, no_topic=topics)
        yield from _pool(lines, "", nothing)
    for state, lines in scenario.gestures:
        yield from _pool(lines, state, ALWAYS)
    for flash in scenario.flashes:
        yield from _pool(flash.show, "", flash.when)
    for ending in scenario.endings:
        if ending.when:
            yield from _pool(ending.line, "", ending.when)


def _both(first: Condition, second: Condition) -> Condition:
    """A condition near to both: names of which any will do are the second's, where it has some."""
    merged = {}
    for name in (field.name for field in fields(Condition)):
        one, other = getattr(first, name), getattr(second, name)
        merged[name] = (*one, *other) if name in _ADDED else other or one
    return replace(ALWAYS, **merged)
