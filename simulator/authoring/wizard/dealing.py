"""Deals two reasons from the deck that say nothing against what was typed.

Whoever wrote that she is the co-founder's sister must not hear of a brother in prison: a card that speaks of people or
matters of the answers is left in the deck, as long as there is another.
"""

from collections.abc import Iterable

from scoring import Spotter
from simulator.authoring.wizard.deck import Channel, Reason, cards
from simulator.persona.dice import pick


def deal(seed: int, channel: Channel = "in_person", said: Iterable[str] = ()) -> dict[str, Reason]:
    """One reason from the work and one from elsewhere that fit *channel* and everything *said* in the answers.

    The same for the same *seed*; where a card doesn't fit what was said another is drawn.
    """
    typed = "\n".join(said)
    dealt = {}
    for kind, pile in (("work", cards().work), ("other", cards().other)):
        fitting = [name for name, reason in pile.items() if channel in reason.channels]
        drawn = pick(fitting, seed, 0, "", kind)
        if meets(pile[drawn], typed):
            free = [name for name in fitting if not meets(pile[name], typed)]
            drawn = pick(free, seed, 1, "", kind) if free else drawn
        dealt[kind] = pile[drawn]
    return dealt


def meets(reason: Reason, typed: str) -> bool:
    """Whether *reason* speaks of people or matters that *typed* speaks of, and so may contradict it."""
    alike = Spotter({name: tuple(words) for name, words in cards().alike.items()})
    told = (*reason.cue, *reason.tell, *reason.more, *(line for one in reason.asked for line in one.say))
    in_card = {*alike.spot("\n".join((*told, *reason.topics))), *reason.unless}
    if in_card.intersection(alike.spot(typed)):
        return True
    return bool(Spotter({"topic": (*reason.topics, *reason.unless)}).spot(typed))
