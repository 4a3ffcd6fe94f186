"""Stage directions in talks in which nobody is seen: on the phone only what can be heard is left, in a chat only time.

The lines of core and of the archetypes serve every channel. A situation is written for its own, and a rule that names
a channel knows it: both are left as they are.
"""

import re
from itertools import takewhile

SEEING = ("video", "in_person")
"""Channels by which people see each other."""

_DIRECTION = re.compile(r"\s*\(([^()]*)\)")
_SENTENCE = re.compile(r"[^.!?]+[.!?]*")
_WORD = re.compile(r"[a-z']+")

_TIME = frozenset(
    """pause pauses paused beat beats second seconds minute minutes moment while silence silent quiet wait waits waited
    waiting nothing long time""".split()
)
_SOUND = frozenset(
    """breath breaths breathe breathes breathing exhalation exhale sigh sighs laugh laughs laughing laughter cough
    coughs sniff sniffs throat voice volume tone sound sounds hum hums click clicks drummed louder lower softly brightly
    quieter quietly slower slowly level closes whisper whispers silences crying sob sobs hear heard listens murmur
    mutters syllable swallow swallows gulp gulps blows blown voices saucer spoon pages paper drawer pencil sharpened sip
    poured stomach knock knocks moved drawn creaks clock
    window match""".split()
)
_SIGHT = frozenset(
    """look looks looking looked see seen sees sight eye eyes face faces head heads hand hands finger fingers fingertips
    thumb thumbs fist fists palm palms nod nods nodding nodded smile smiles smiling smiled grin grins shoulder shoulders
    lip lips mouth table desk pen tissue sleeve sleeves cuff cuffs shrug shrugs blink blinks brow brows eyebrow
    eyebrows chin neck arm arms knee knees jaw wave waves visibly camera stands sits sitting leans bench glance glances
    wink visible shows chest notebook page blotched microwave foot feet hair draws writes crosses wipes rubs you without
    tidied pats pocket pockets raises glass moves smaller wiped fold falls imaginary""".split()
)
_TYPED = frozenset("typing typed types cursor dot dots".split())


def over(text: str, channel: str) -> str:
    """*text* as it comes over *channel*: without what could only be seen; '' where nothing is left of it."""
    if channel in SEEING or "(" not in text:
        return text
    return _DIRECTION.sub(lambda found: _left(found, channel), text).strip()


def over_all(lines, channel: str) -> list[str]:
    """What is left of *lines* over *channel*, those left out of which nothing is."""
    return [line for line in (over(line, channel) for line in lines) if line]


def _left(found: re.Match, channel: str) -> str:
    """The sentences of a stage direction up to the first that was seen, in their brackets, or ''."""
    sentences = _SENTENCE.findall(found[1])  # what stands after one that was seen tends to speak of it
    kept = [one.strip() for one in takewhile(lambda one: _comes_over(one, channel), sentences)]
    before = found[0][: found[0].index("(")]
    return f"{before}({' '.join(kept)})" if kept else ""


def _comes_over(sentence: str, channel: str) -> bool:
    words = set(_WORD.findall(sentence.casefold()))
    if channel == "chat":
        return bool(words & (_TIME | _TYPED)) and not words & (_SIGHT | _SOUND)
    return bool(words & (_TIME | _SOUND)) and not words & _SIGHT
