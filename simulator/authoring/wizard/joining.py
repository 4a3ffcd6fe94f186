"""Joins what was typed for the brief: names with a capital letter, and sentences that stand as sentences."""

import re

from simulator.authoring.speech import sentence
from simulator.authoring.wizard.remarks import says_nobody

_SMALL = frozenset("van von de der den di da del la le el bin ibn al of".split())
_SENTENCES = frozenset("he she they it he's she's they're they've it's his her their we i we're i'm i've".split())
_VERBS = frozenset(
    """is works runs drives leads manages sells does cooks serves writes looks heads handles teaches makes keeps takes
    answers plans builds cleans has sits repairs delivers designs develops supervises coordinates organises organizes
    was used helps cares reports belongs""".split()
)
_ARTICLES = frozenset("a an the my our your one her his their".split())


def capitalised(name: str) -> str:
    """*name* as a name is written, where it was typed in small letters."""
    name = " ".join(name.split())
    if name != name.lower():
        return name
    words = [word if word in _SMALL and n else word[:1].upper() + word[1:] for n, word in enumerate(name.split(" "))]
    return re.sub(r"(?<=-)\w", lambda found: found[0].upper(), " ".join(words))


def who(name: str, role: str) -> str:
    """Who somebody is, in whole sentences."""
    role = " ".join(role.split()).rstrip(" .;,")
    if not role:
        return f"{name}."
    words = role.split(" ")
    first = words[0].casefold().replace("’", "'")
    if words[0].strip(",'’s").casefold() == name.split(" ")[0].casefold():
        return sentence(role)
    if first in _SENTENCES:
        return f"{name}. {sentence(role)}"
    if first in _VERBS:
        return sentence(f"{name} {first} {' '.join(words[1:])}".rstrip())
    if first in _ARTICLES:
        role = " ".join((first, *words[1:]))
    return sentence(f"{name}, {role}")


def own_part(said: str) -> str:
    """What the user did, as one of the facts."""
    return f"What you did: {said.strip()[:1].lower()}{sentence(said)[1:]}" if says_nobody(said) else sentence(said)
