"""The same items as people type them in a hurry: lower case without punctuation, or with typing mistakes."""

import random
import re
from dataclasses import replace

from scoring.corpus import Item

MISTAKES = 0.12  # share of the words of five letters and more
SHORTEST = 5


def lower(item: Item) -> Item:
    """*item* without capitals and punctuation; apostrophes stay. Evidence is dropped: its places have moved."""
    text = re.sub(r"[^\w\s'’]", " ", item.text.lower())
    return replace(item, text=re.sub(r"\s+", " ", text).strip(), evidence=())


def typos(item: Item) -> Item:
    """*item* with letters swapped, dropped or doubled in some of its longer words; the same ones every time."""
    chance = random.Random(item.id)
    return replace(
        item, text=re.sub(r"[A-Za-z]+", lambda found: _mistyped(found.group(0), chance), item.text), evidence=()
    )


def _mistyped(word: str, chance: random.Random) -> str:
    if len(word) < SHORTEST or chance.random() > MISTAKES:
        return word
    at, kind = chance.randrange(1, len(word) - 2), chance.randrange(3)
    if kind == 0:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + word[at + 1 :] if kind == 1 else word[:at] + word[at] + word[at:]


WAYS = {"lower": lower, "typos": typos}
