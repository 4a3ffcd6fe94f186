"""Joins what was typed for the brief, so that it stands as sentences, and for the title."""

import re

from simulator.authoring.speech import sentence
from simulator.authoring.wizard.remarks import says_nobody

_SENTENCES = frozenset("he she they it he's she's they're they've it's his her their we i we're i'm i've".split())
_VERBS = frozenset(
    """is works runs drives leads manages sells does cooks serves writes looks heads handles teaches makes keeps takes
    answers plans builds cleans has sits repairs delivers designs develops supervises coordinates organises organizes
    was used helps cares reports belongs""".split()
)
_ARTICLES = frozenset("a an the my our your one her his their".split())
_CLAUSE = re.compile(r"[,.;:!?()]+(?:\s|$)|\s[-–—]\s")
_DOES = re.compile(r"(?:she|he)\s+(?!is\b)", re.IGNORECASE)
_IS = r"(?:['’]s\b|['’]re\b|\s+is\b|\s+are\b)?[\s,]*"
_LONGEST_TITLE = 60


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


def title(name: str, role: str) -> str:
    """What the talk is called in a list: the name, and the first words that were typed for what they do."""
    first = _CLAUSE.split(" ".join(role.split()))[0]
    own = "|".join(map(re.escape, (name, name.split(" ")[0])))
    first = re.sub(rf"^(?:(?:{own})\b|she\b|he\b|they\b){_IS}", "", first, flags=re.I)
    begin, _, rest = first.partition(" ")
    does = begin.casefold() in _VERBS or _DOES.match(" ".join(role.split()))
    if does or begin.casefold() in _ARTICLES:
        first = f"{'who ' if does else ''}{begin.casefold()} {rest}"
    whole = f"{name}, {first}".rstrip(" ,")
    return (
        whole if len(whole) <= _LONGEST_TITLE else whole[: whole.rindex(" ", 0, _LONGEST_TITLE)].rstrip(" ,") + " ..."
    )


def own_part(said: str) -> str:
    """What the user did, as one of the facts."""
    return f"What you did: {said.strip()[:1].lower()}{sentence(said)[1:]}" if says_nobody(said) else sentence(said)
