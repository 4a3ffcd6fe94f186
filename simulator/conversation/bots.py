"""Players made of rules, for trying out scenarios: they pass skills and topics, never words.

Each is a policy that looks at the person's state and draws from a stream of its own. They know the scenario from the
inside, as no user does; what they show is whether the scenario works, not how hard it is.
"""

from collections.abc import Callable
from random import Random

from scoring.vocabulary import MARKS
from simulator.persona.heard import SHAPES, SILENCE, Heard
from simulator.persona.mind import Mind
from simulator.persona.scenario import Fact, Scenario, State

Policy = Callable[[Mind, Scenario, Random], Heard]

_QUESTIONS = frozenset(("curiosity", "closed_question", "why_question", "leading_question", "solution_question"))
_DECENT_SHARE = 0.65  # of a decent player's turns are skilled
_CLUMSY = (
    ("closed_question",), ("facts",), ("solution_question",), ("interrupting_solution",), ("minimizing",),
    ("why_question",), (), ("curiosity",), ("over_apologizing",),
)  # fmt: skip
_STUFFED = (
    "contrasting", "curiosity", "summarizing", "reflecting_feeling", "apologizing", "mutual_purpose", "next_step",
)  # fmt: skip


def heard(skills: tuple[str, ...], topics: tuple[str, ...] = ()) -> Heard:
    """A turn with these skills and topics, in the shape that goes with them."""
    shape = "question" if not _QUESTIONS.isdisjoint(skills) else "statement"
    return Heard(skills=skills, topics=topics, shape="silence" if SILENCE in skills else shape)


def skilled(mind: Mind, scenario: Scenario, draw: Random) -> Heard:
    """Does what the method asks for in every state."""
    state = scenario.state(mind.state)
    return _SKILLED.get(state.kind, _explore)(mind, scenario, state, draw)


def _explore(mind: Mind, scenario: Scenario, state: State, draw: Random) -> Heard:
    hidden = _hidden(mind, scenario)
    told = _last_told(mind, scenario)
    if state.kind == "guarded" and not mind.misreads and "framed" in mind.flags and mind.turns_here == 0:
        return heard(("facts",), _topics(scenario, "issue"))
    if not [fact for fact in hidden if not fact.idea] or _ready_for_solutions(mind, scenario, draw):
        return heard(("solution_question",), hidden[0].topics[:1] if hidden else ())
    if state.kind == "guarded" or mind.turn % 2:
        return heard(("curiosity",), _one_of(hidden[:2], draw))
    return heard(("reflecting_feeling", "summarizing"), told.topics[:1] if told else ())


def _ready_for_solutions(mind: Mind, scenario: Scenario, draw: Random) -> bool:
    """Nothing but the last confidences are left: a skilled player stops digging now and then."""
    deepest = {id for ending in scenario.endings if ending.when for id in ending.when.told_all}
    ideas = {fact.id for fact in scenario.facts if fact.idea}
    return bool(deepest) and deepest - ideas <= set(mind.told) and draw.random() < 0.5


def _roadbump(mind: Mind, scenario: Scenario, state: State, draw: Random) -> Heard:
    told = _last_told(mind, scenario)
    wanted = state.chance[0] if state.chance else "reflecting_feeling"
    return heard((wanted,), told.topics[:1] if told else ())


def _solve(mind: Mind, scenario: Scenario, state: State, draw: Random) -> Heard:
    ideas = [fact for fact in _hidden(mind, scenario) if fact.idea]
    if ideas:
        return heard(("solution_question",), ideas[0].topics[:1])
    return heard(("next_step",), _topics(scenario, "issue"))


_SKILLED = {
    "opening": lambda mind, scenario, state, draw: heard(("permission", "mutual_purpose")),
    "flash": lambda mind, scenario, state, draw: heard(("contrasting",)),
    "fine": lambda mind, scenario, state, draw: heard(("saying_what_you_see",)),
    "roadbump": _roadbump,
    "problem_solving": _solve,
    "agreed": lambda mind, scenario, state, draw: heard(("next_step", "follow_up", "summarizing")),
    "shut_down": lambda mind, scenario, state, draw: heard(("apologizing",)),
}


def decent(mind: Mind, scenario: Scenario, draw: Random) -> Heard:
    """Skilled most of the time, and clumsy for the rest."""
    if draw.random() < _DECENT_SHARE:
        return skilled(mind, scenario, draw)
    relieved = (("fine_accepted",),) if scenario.state(mind.state).kind == "fine" else ()
    return heard(draw.choice(_CLUMSY + relieved), _topics(scenario, "issue"))


def past(fact: Fact) -> Policy:
    """Skilled, and speaks of all but *fact*: some come to a plan without what is told most easily."""

    def policy(mind: Mind, scenario: Scenario, draw: Random) -> Heard:
        turn = skilled(mind, scenario, draw)
        if scenario.state(mind.state).kind in ("problem_solving", "agreed"):
            return turn
        told = set(mind.told)
        others = [
            one for one in _hidden(mind, scenario)
            if one.id != fact.id and not one.idea and (not one.after_any or told & set(one.after_any))
        ]  # fmt: skip
        return heard(turn.skills, others[0].topics[:1] if others else turn.topics)

    return policy


def wanderer(mind: Mind, scenario: Scenario, draw: Random) -> Heard:
    """Skilled enough to get far, and then anything: any move, shape and echo. Reaches the odd corners."""
    if draw.random() < 0.5:
        return skilled(mind, scenario, draw)
    moves = draw.sample([skill for skill, _ in scenario.effects], draw.choice((0, 1, 1, 1, 2)))
    topics = draw.sample([name for name, _ in scenario.topics], draw.choice((0, 1, 1, 2)))
    echo = draw.choice(("", *scenario.echo.words))
    marks = draw.choice(((), (), (), *((mark,) for mark in MARKS)))
    saw = (mind.flash,) if mind.flash and draw.random() < 0.5 else ()
    shape = SILENCE if SILENCE in moves else draw.choice([name for name in SHAPES if name != SILENCE])
    asked = (draw.choice(scenario.asked).id,) if scenario.asked and draw.random() < 0.1 else ()
    return Heard(tuple(moves), marks, tuple(topics), shape, saw=saw, asked=asked, echo=echo)


def _drawn_from(*choices: tuple[str, ...], topical: bool = True) -> Policy:
    def policy(mind: Mind, scenario: Scenario, draw: Random) -> Heard:
        return heard(draw.choice(choices), _topics(scenario, "issue") if topical else ())

    return policy


def question_spammer(mind: Mind, scenario: Scenario, draw: Random) -> Heard:
    """One open question after another, on anything that is hidden."""
    return heard(("curiosity",), _one_of(_hidden(mind, scenario), draw))


def at_random(mind: Mind, scenario: Scenario, draw: Random) -> Heard:
    """Any skill on any topic."""
    skills = [skill for skill, _ in scenario.effects]
    topics = [name for name, _ in scenario.topics]
    return heard((draw.choice(skills),), (draw.choice(topics),))


BOTS: dict[str, Policy] = {
    "skilled": skilled,
    "decent": decent,
    "blamer": _drawn_from(
        ("blame",), ("why_question",), ("judgement",), ("facts",), ("closed_question",), ("comparison",)
    ),
    "fixer": _drawn_from(("interrupting_solution",), ("next_step",), ("closed_question",), ("facts",)),
    "avoider": _drawn_from(("avoidance",), ("minimizing",), ("over_apologizing",), ("closed_question",), topical=False),
    "question-spammer": question_spammer,
    "keyword-stuffer": _drawn_from(_STUFFED),
    "silent": _drawn_from((SILENCE,), topical=False),
    "random": at_random,
    "wanderer": wanderer,
}
"""Every bot by its name."""

STOPS_WHEN_AGREED = frozenset(("skilled", "decent"))
"""Bots that end the conversation themselves when there is a plan."""

VARIED = ("skilled", "decent", "random", "wanderer")
"""Bots that vary what they do, as people do. One that says the same thing for ever deserves a short answer."""


def _hidden(mind: Mind, scenario: Scenario) -> list[Fact]:
    return [fact for fact in scenario.facts if fact.id not in mind.told]


def _last_told(mind: Mind, scenario: Scenario) -> Fact | None:
    return scenario.fact(mind.last_told) if mind.last_told else None


def _one_of(facts: list[Fact], draw: Random) -> tuple[str, ...]:
    topics = [topic for fact in facts for topic in fact.topics]
    return (draw.choice(topics),) if topics else ()


def _topics(scenario: Scenario, role: str) -> tuple[str, ...]:
    """The first topic of a role; the first of all where the scenario fills none."""
    listed = dict(scenario.topic_roles).get(role, ())
    return (listed[0],) if listed else (scenario.topics[0][0],)
