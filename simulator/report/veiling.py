"""What 'surprise me' dealt, kept from whoever is to find it out by talking: it has no title before it was told.

The scenario is the user's own, so what is held back in it is a secret even after the talk, unlike that of a shipped
one, which is there to be learned from. Whoever asks for it is shown it.
"""

from collections.abc import Collection
from dataclasses import replace

from simulator.conversation.session import Session
from simulator.persona.scenario import Scenario

_VEILS = {"work": "Something from the work", "other": "Something from elsewhere"}
"""What a dealt reason is called by its fact's id until it is told: as the questionnaire calls it."""
HIDDEN = (
    "What was dealt and not told stays hidden, so that you can still find it out. `rehearse review SESSION --dealt` "
    "shows it."
)
"""What is said where something is veiled."""


def veiled(scenario: Scenario, told: Collection[str]) -> Scenario:
    """*scenario* with no title for what was dealt and is not *told*."""
    hidden = _dealt(scenario) - set(told)
    if not hidden:
        return scenario
    facts = (replace(fact, title=_VEILS[fact.id]) if fact.id in hidden else fact for fact in scenario.facts)
    return replace(scenario, facts=tuple(facts))


def told_in(session: Session) -> frozenset[str]:
    """What was told on any of the runs of *session*."""
    ways = (session.turns(branch.number) for branch in session.branches)
    return frozenset(fact for turns in ways if turns for fact in turns[-1].mind.told)


def veils(scenario: Scenario) -> bool:
    """Whether anything in *scenario* is veiled."""
    return any(_VEILS.get(fact.id) == fact.title for fact in scenario.facts)


def _dealt(scenario: Scenario) -> set[str]:
    """Ids of the facts that came from the deck: a reason that somebody wrote has its own words in the title."""
    ours = {fact.id: fact.title for fact in scenario.facts if fact.id in _VEILS}
    if not ours:
        return set()
    from simulator.authoring.wizard.deck import cards  # a file of its own, which few conversations need

    titles = {kind: {card.title for card in getattr(cards(), kind).values()} for kind in ours}
    return {id for id, title in ours.items() if title in titles[id]}
