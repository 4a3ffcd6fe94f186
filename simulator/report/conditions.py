"""Conditions of a scenario in words, as parts of a sentence: "you asked first, and nothing had been told"."""

from simulator.persona.scenario import Bound, Condition, Scenario
from simulator.report.words import listed, lower, skill_words

_FLAGS = {
    "framed": ("you had asked first or given a shared purpose", "you had neither asked first nor given a purpose"),
    "asked_permission": ("you had asked for permission", "you had not asked for permission"),
    "contrasted": ("you had contrasted before", "you had not contrasted before"),
    "apologised": ("you had said sorry before", "it was the first time that you said sorry"),
    "owned_part": ("you had owned your part", "you had not owned your part"),
    "minimized": ("you had made it small before", "you had not made it small"),
    "next_step": ("a step had been named", "no step had been named"),
    "follow_up": ("a date had been named", "no date had been named"),
    "expectation": ("you had said what you expect", "you had not said what you expect"),
    "interrogating": ("it was the third question in a row, with nothing said back", "it was no row of questions"),
    "hushed": ("it was the second silence in a row", "it was the first silence"),
    "watched": ("it had been named a moment before", "it had not been named before"),
    "noticed": ("you named the flash that {name} had just shown", "no flash was named"),
    "hollow": ("there was a yes without a reason", "there was no hollow yes"),
}
_STATES = {
    "opening": "the talk had only begun", "guarded": "{name} was guarded", "misread": "{name} had misread you",
    "fine": "{name} had said that all was fine", "silence": "there was a silence",
    "opening_up": "{name} was opening up", "new_info": "something new had come out", "tears": "there were tears",
    "anger": "{name} was angry", "blame_shift": "{name} was pointing elsewhere",
    "problem_solving": "you two were looking for a way", "agreed": "there was an agreement",
    "shut_down": "{name} was leaving",
}  # fmt: skip
_METERS = {
    "safety": "safety", "heat": "heat", "openness": "openness", "patience": "patience",
    "turn": "the turn", "turns_here": "turns in this state",
}  # fmt: skip
_SIGNS = {">=": "at least", "<=": "at most", ">": "above", "<": "below", "=": "exactly"}
_SHAPES = {
    "question": "it was a question", "statement": "it was a statement", "short": "it was very short",
    "long": "it was long", "many_questions": "it was many questions at once", "off_topic": "it was beside the topic",
    "abusive": "it was abusive", "silence": "you said nothing",
}  # fmt: skip
_MANY = 3  # names that are listed; with more, what they have in common is told


def in_words(condition: Condition, scenario: Scenario) -> str:
    """*condition* as clauses joined by commas; '' where it always holds."""
    clauses = _clauses(condition, scenario)
    return ", and ".join(filter(None, [", ".join(clauses[:-1]), *clauses[-1:]]))


def _clauses(c: Condition, scenario: Scenario) -> list[str]:
    found = [*_of_skills(c, scenario), *_of_topics(c)]
    found += [_flag(flag, 0, scenario) for flag in c.flags_all]
    if c.flag:
        found.append(listed([_flag(flag, 0, scenario) for flag in c.flag], "or"))
    found += [_flag(flag, 1, scenario) for flag in c.no_flag]
    found += _of_facts(c, scenario)
    if c.state:
        found.append(listed([state_clause(name, scenario) for name in c.state], "or"))
    if c.from_:
        found.append(f"just before, {listed([state_clause(name, scenario) for name in c.from_], 'or')}")
    if c.prev:
        found.append("it answers the line before")
    if c.misread:
        found.append(_misread(c.misread, scenario))
    if c.shape:
        found.append(listed([_SHAPES.get(shape, shape) for shape in c.shape], "or"))
    return found + [_bound(bound) for bound in c.bounds]


def _of_skills(c: Condition, scenario: Scenario) -> list[str]:
    found = []
    if c.skill:
        found.append(_any(c.skill, scenario, "there was", "there was something that costs"))
    if c.all:
        found.append(f"there was {listed([skill_words(skill) for skill in c.all], 'and')}")
    if c.mark:
        found.append(f"there was {listed([mark.replace('_', ' ') for mark in c.mark], 'or')}")
    if c.no_skill:
        found.append(_any(c.no_skill, scenario, "there was no", "there was nothing that costs", bare=True))
    return found


def _any(skills: tuple[str, ...], scenario: Scenario, head: str, costly: str, bare: bool = False) -> str:
    if len(skills) > _MANY and set(skills) <= set(scenario.penalised):
        return costly
    words = [skill.replace("_", " ") if bare else skill_words(skill) for skill in skills]
    return f"{head} {listed(words, 'or')}"


def _of_topics(c: Condition) -> list[str]:
    found = []
    if c.topic:
        found.append(f"it was about {listed([topic.replace('_', ' ') for topic in c.topic], 'or')}")
    if c.no_topic:
        found.append(f"it was not about {listed([topic.replace('_', ' ') for topic in c.no_topic], 'or')}")
    return found


def _of_facts(c: Condition, scenario: Scenario) -> list[str]:
    def titles(ids: tuple[str, ...], joined: str) -> str:
        known = {fact.id: lower(fact.title) for fact in scenario.facts}
        return listed([f"'{known.get(id, id)}'" for id in ids], joined)

    found = []
    if len(c.told) > _MANY:
        found.append("something had been told")
    elif c.told:
        found.append(f"{titles(c.told, 'or')} had been told")
    if c.told_all:
        found.append(f"{titles(c.told_all, 'and')} had been told")
    if len(c.hidden) > _MANY:
        found.append("nothing had been told")
    elif c.hidden:
        found.append(f"{titles(c.hidden, 'and')} had not been told")
    return found


def _misread(wanted: str, scenario: Scenario) -> str:
    name = scenario.persona.name
    if wanted == "active":
        return f"{name} had taken you to mean something else"
    if wanted == "none":
        return f"{name} was not misreading you"
    known = {misread.id: lower(misread.thinks) for misread in scenario.misreads}
    return f"{name} took it as '{known.get(wanted, wanted)}'"


def _flag(flag: str, which: int, scenario: Scenario) -> str:
    known = _FLAGS.get(flag)
    if known is not None:
        return known[which].replace("{name}", scenario.persona.name)
    events = {f"event_{event.id}": event.id.replace("_", " ") for event in scenario.events}
    if flag in events:
        return f"'{events[flag]}' had{' not' if which else ''} happened"
    return f"'{flag.replace('_', ' ')}' was {'not ' if which else ''}so"


def state_clause(name: str, scenario: Scenario) -> str:
    """Where the conversation stood, as a clause."""
    known = _STATES.get(name, f"the talk was at '{name.replace('_', ' ')}'")
    return known.replace("{name}", scenario.persona.name)


def _bound(bound: Bound) -> str:
    return f"{_METERS.get(bound.meter, bound.meter)} was {_SIGNS[bound.sign]} {bound.value}"
