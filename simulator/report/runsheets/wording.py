"""Words that run sheets share: places to write, conditions, and times."""

from collections.abc import Iterable

from simulator.cleaning import clean
from simulator.persona.scenario import Condition, Scenario
from simulator.report.sentences import STATE_WORDS
from simulator.report.words import listed
from simulator.report.words import skill_words as named

BOX = "☐"
LINE = "." * 64
"""A line to write on."""

SECONDS = 40
"""A typed turn: some twenty words at forty words a minute, and ten seconds to read the answer."""

BEGINS, ENDS, OVER = 3, 15, 20
"""Minutes of a run: when the conversation begins and ends, and when everything is over."""

TURNS = (ENDS - BEGINS) * 60 // SECONDS
"""Turns that fit in between."""

_CHANNELS = {"video": "a video call", "phone": "a phone call", "in_person": "face to face", "chat": "a chat"}

__all__ = [
    "BEGINS",
    "BOX",
    "ENDS",
    "LINE",
    "OVER",
    "SECONDS",
    "TURNS",
    "either",
    "first_turn",
    "flat",
    "minute",
    "named",
    "quoted",
    "setting",
    "state",
    "under",
]


def flat(text: str) -> str:
    """*text* clean, on one line."""
    return " ".join(clean(text).split())


def setting(scenario: Scenario) -> str:
    """Where it takes place, and for how long the talk is booked."""
    place = _CHANNELS.get(scenario.channel, scenario.channel.replace("_", " "))
    return f"{place[:1].upper()}{place[1:]}, booked for {scenario.minutes} minutes."


def minute(turn: int) -> int:
    """About when in a run *turn* has been said, the last minute of the conversation at the most."""
    return min(ENDS - 1, BEGINS + round(turn * SECONDS / 60))


def either(names: Iterable[str]) -> str:
    """One, two or three as 'one, two or three'."""
    return listed(tuple(names), "or")


def quoted(lines: Iterable[str]) -> str:
    """*lines* in quotation marks, one after the other."""
    return " / ".join(f'"{flat(line)}"' for line in lines)


def state(name: str) -> str:
    """What a state is called in front of people."""
    return STATE_WORDS.get(name, name.replace("_", " "))


def first_turn(when: Condition) -> int:
    """The turn from which *when* can hold, 1 where it says nothing of turns."""
    return next((bound.value for bound in when.bounds if bound.meter == "turn" and bound.sign.startswith(">")), 1)


def under(when: Condition, scenario: Scenario) -> str:
    """*when* as a plan says it, every skill by name and without its turn; '' where it asks for nothing more."""
    facts = {fact.id: f'"{flat(fact.title)}"' for fact in scenario.facts}
    costly = ("a costly move" if one == "penalised" else named(one) for one in when.no_skill)
    parts = [
        ("on", either(map(named, (*when.skill, *when.mark)))),
        ("on", " with ".join(map(named, when.all))),
        ("without", either(costly)),
        ("about", either(one.replace("_", " ") for one in when.topic)),
        ("during", either(map(state, when.state))),
        ("once this is told:", either(facts.get(id, id) for id in (*when.told, *when.told_all))),
        ("while this is untold:", either(facts.get(id, id) for id in when.hidden)),
        ("at", ", ".join(f"{one.meter} {one.sign} {one.value}" for one in when.bounds if one.meter != "turn")),
    ]
    return ", ".join(f"{word} {what}" for word, what in parts if what)
