"""Conditions of a scenario in words, as parts of a sentence: "you asked first, and nothing had been told"."""

from dataclasses import replace

from scoring.vocabulary import PLAIN
from simulator.conversation.turn import Turn
from simulator.persona.mind import Mind
from simulator.persona.scenario import Bound, Condition, Scenario
from simulator.report.words import listed, lower, mark_words, skill_words

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
    "hollow": ("there was a yes without a reason", ""),
    "second_talk": ("you two had met before", ""),
    "repaired_once": ("a misreading had been put right before", ""),
    "answered": ("you had answered what was asked", ""),
    "denied_fear": ("you had said that it is not so", "you had not said that it is not so"),
    "wept": ("there had been tears before", ""),
}
"""What each flag says where it is raised and where it is not; '' where that explains nothing."""
_STATES = {
    "opening": "the talk had only begun", "guarded": "{name} was guarded", "misread": "{name} had misread you",
    "fine": "{name} had said that all was fine", "silence": "there was a silence",
    "opening_up": "{name} was opening up", "new_info": "something new had come out",
    "tears": "{name} was close to tears", "anger": "{name} was angry",
    "blame_shift": "{name} was pointing elsewhere",
    "problem_solving": "you two were looking for a way", "agreed": "there was an agreement",
    "shut_down": "{name} was leaving",
    "welling": "{name}'s eyes were filling", "bright": "{name} was putting a bright front on it",
    "nodding": "{name} had said yes before you had finished", "elsewhere": "{name} was pointing at somebody else",
    "dispute": "{name} was disputing a detail", "hedging": "{name} had wrapped up a no", "banter": "{name} was joking",
    "flat": "{name} had made a joke that was none", "all_mine": "{name} was taking all the blame",
    "small_no": "{name} had said a small no", "thinking": "{name} was thinking it over",
}  # fmt: skip
_BOUNDS = {
    ("openness", 1): "{name} was open enough", ("openness", -1): "{name} was not open enough",
    ("safety", 1): "{name} felt safe enough", ("safety", -1): "{name} did not feel safe",
    ("heat", 1): "{name} was heated", ("heat", -1): "{name} was calm enough",
    ("patience", 1): "{name} had patience left", ("patience", -1): "{name}'s patience was nearly used up",
}  # fmt: skip
_TIMES = {
    ("turn", 1): "it was turn {least} or later", ("turn", -1): "it was turn {most} at the latest",
    ("turns_here", 1): "it had been so for {least} turns or more", ("turns_here", -1): "it had only just begun",
}  # fmt: skip
_SIGNS = {">=": "at least", "<=": "at most", ">": "above", "<": "below", "=": "exactly"}
_SHAPES = {
    "question": "it was a question", "statement": "it was a statement", "short": "it was very short",
    "long": "it was long", "many_questions": "it was many questions at once", "off_topic": "it was beside the topic",
    "abusive": "it was abusive", "dismissive": "it brushed them off", "unreadable": "it was no language",
    "silence": "you said nothing",
}  # fmt: skip
_MANY = 3  # names that are listed; with more, what they have in common is told


def in_words(condition: Condition, scenario: Scenario, last: str = "or") -> str:
    """*condition* as clauses joined by commas; '' where it always holds. Its alternatives are joined by *last*."""
    clauses = list(dict.fromkeys(filter(None, _clauses(condition, scenario, last))))
    return ", and ".join(filter(None, [", ".join(clauses[:-1]), *clauses[-1:]]))


def why_then(when: Condition, scenario: Scenario, turn: Turn, before: Mind, *, answering: bool = False) -> str:
    """What of *when* held in *turn*, in words; '' where it always holds. All of that held, so none of it is an "or"."""
    return in_words(as_it_was(when, turn, before, answering=answering), scenario, "and")


def as_it_was(when: Condition, turn: Turn, before: Mind, *, answering: bool = False) -> Condition:
    """*when* with only those of its alternatives that held in *turn*; *before* is the person as they were.

    A way and an effect are decided before the person has moved; a line, which is chosen while *answering*, after it.
    """
    told = set(turn.mind.told if answering else before.told)
    true = {
        "skill": {*turn.skills, *(turn.heard.skills if turn.heard.silent else ())},
        "mark": set(turn.heard.marks),
        "topic": set(turn.reaction.topics),
        "flag": before.flags | turn.mind.flags,
        "told": told,
        "state": {turn.reaction.after if answering else turn.reaction.before},
        "from_": {turn.reaction.before},
        "shape": {turn.heard.shape},
    }
    kept = {field: tuple(one for one in getattr(when, field) if one in held) for field, held in true.items()}
    if len(when.told) > _MANY:  # any of them would have done: it says that something was told, and not what
        kept["told"] = when.told
    return replace(when, **{field: names or getattr(when, field) for field, names in kept.items()})


def _clauses(c: Condition, scenario: Scenario, last: str) -> list[str]:
    found = [*_of_skills(c, scenario, last), *_of_topics(c, last)]
    found += [_flag(flag, 0, scenario) for flag in c.flags_all]
    if c.flag:
        found.append(listed([_flag(flag, 0, scenario) for flag in c.flag], last))
    found += [_flag(flag, 1, scenario) for flag in c.no_flag]
    found += _of_facts(c, scenario, last)
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
    return found + [_bound(bound, scenario) for bound in c.bounds]


def _of_skills(c: Condition, scenario: Scenario, last: str) -> list[str]:
    found = []
    if c.skill:
        found.append(_any(c.skill, scenario, last))
    if c.all:
        found.append(f"there was {listed([skill_words(skill) for skill in c.all], 'and')}")
    if c.mark:
        found.append(f"there was {listed([mark_words(mark) for mark in c.mark], last)}")
    if c.no_skill:
        found.append(_none(c.no_skill, scenario))
    return found


def _any(skills: tuple[str, ...], scenario: Scenario, last: str) -> str:
    if len(skills) > _MANY and set(skills) <= set(scenario.penalised):
        return "there was something that costs"
    words = listed([skill_words(skill) for skill in skills], last)
    return f"there {'were' if skills[0] == 'facts' else 'was'} {words}"


def _none(skills: tuple[str, ...], scenario: Scenario) -> str:
    costly = [skill for skill in scenario.penalised if skill in skills]
    others = [skill for skill in skills if skill not in costly]
    spared = [skill for skill in scenario.penalised if skill not in skills]
    found = []
    if len(costly) > _MANY or (len(costly) > 1 and not others):
        but = f" but {listed([skill_words(skill) for skill in spared], 'or')}"
        found.append(f"nothing that costs{but if 0 < len(spared) <= _MANY and others else ''}")
    else:
        others = [*costly, *others]
    if len(others) > _MANY:  # which they are explains nothing: none of them was there
        found.append("nothing else that is answered in another way")
    else:
        found += [f"no {PLAIN.get(skill, skill).removeprefix('a ').removeprefix('an ')}" for skill in others]
    return f"there was {' and '.join(found)}"


def _of_topics(c: Condition, last: str) -> list[str]:
    found = []
    if c.topic:
        found.append(f"it was about {_subjects(c.topic, last)}")
    if c.no_topic:
        found.append(f"it was not about {_subjects(c.no_topic, 'or')}")
    return found


def _subjects(topics: tuple[str, ...], last: str) -> str:
    return listed([f"'{topic.replace('_', ' ')}'" for topic in topics], last)


def _of_facts(c: Condition, scenario: Scenario, last: str) -> list[str]:
    def titles(ids: tuple[str, ...], joined: str) -> str:
        known = {fact.id: lower(fact.title, scenario) for fact in scenario.facts}
        return listed([f"'{known.get(id, id)}'" for id in ids], joined)

    found = []
    if len(c.told) > _MANY:
        found.append("something had been told")
    elif c.told:
        found.append(f"{titles(c.told, last)} had been told")
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
    known = {misread.id: lower(misread.thinks, scenario) for misread in scenario.misreads}
    return f"{name} took it as '{known.get(wanted, wanted)}'"


def _flag(flag: str, which: int, scenario: Scenario) -> str:
    """What a flag says, with *which* 0 where it is raised and 1 where it is not; '' where that explains nothing."""
    known = _FLAGS.get(flag)
    if known is not None:
        return known[which].replace("{name}", scenario.persona.name)
    events = {f"event_{event.id}": event.id.replace("_", " ") for event in scenario.events}
    if flag in events:
        return f"'{events[flag]}' had{' not' if which else ''} happened"
    return "" if which else _raised(flag, scenario)


def remembered(flag: str, scenario: Scenario) -> str:
    """What the talk remembers from now on, where it is raised in this turn; '' where it is only for the program."""
    if flag in _FLAGS and flag not in ("watched", "hushed", "interrogating", "noticed"):
        return (
            _FLAGS[flag][0]
            .replace("{name}", scenario.persona.name)
            .replace(" before", "")
            .replace("had been ", "was ")
            .replace("had ", "")
        )
    return ""


def _raised(flag: str, scenario: Scenario) -> str:
    """What a flag that only this scenario knows stands for: a state that was entered, a misreading, or words said."""
    for state in scenario.states:
        if state.sets == flag:
            return f"before that, {state_clause(state.name, scenario)}"
    for misread in scenario.misreads:
        if flag == f"mis_{misread.id}":
            return f"{scenario.persona.name} had once taken it as '{lower(misread.thinks, scenario)}'"
    when = next((rule.when for rule in scenario.flags if rule.flag == flag), Condition())
    if when.topic:
        return f"you had spoken of {_subjects(when.topic, 'or')} before"
    if len(when.skill) == 1:
        return f"there had been {skill_words(when.skill[0])} before"
    return f"'{flag.replace('_', ' ')}' had happened"


def state_clause(name: str, scenario: Scenario) -> str:
    """Where the conversation stood, as a clause."""
    known = _STATES.get(name, f"the talk was at '{name.replace('_', ' ')}'")
    return known.replace("{name}", scenario.persona.name)


def _bound(bound: Bound, scenario: Scenario) -> str:
    way = -1 if bound.sign[0] == "<" else 1
    least, most = bound.value + (bound.sign == ">"), bound.value - (bound.sign == "<")
    if (bound.meter, way) in _TIMES:
        return _TIMES[bound.meter, way].format(least=least, most=most)
    said = _BOUNDS[bound.meter, way].replace("{name}", scenario.persona.name)
    of = "" if bound.meter == "patience" else " of 100"
    return f"{said} ({bound.meter} {_SIGNS[bound.sign]} {bound.value}{of})"
