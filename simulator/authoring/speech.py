"""Whether a text is written as somebody would say it: a sentence, by the person and not about them."""

import re

_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_END = re.compile(r"[\w%€$£]$")
_BRIEF = 4  # words; "That I know." is said every day
_SPOKEN = frozenset("i me my mine myself we us our ours you your yours".split())
"""Words by which one hears that somebody speaks to somebody."""
_THIRD = {
    "he": frozenset("he his him himself".split()),
    "she": frozenset("she her hers herself".split()),
    "they": frozenset("they their them theirs themself themselves".split()),
}
_PEOPLE = frozenset("i you we he she they it his her their my your our nobody everybody everyone".split())
_DOES = frozenset("wants thinks feels believes fears says hopes needs hates is isn't has hasn't doesn't was".split())
_DIRECTION = re.compile(r"\([^()]*\)")
_ASKS = re.compile(r"^[^.!?]*\?")


def sentence(text: str) -> str:
    """*text* with a capital letter before it and a full stop after it, where it has none."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("." if _END.search(text) else "")


def about_them(text: str, name: str, pronouns: str) -> bool:
    """Whether *text* is written about the person and not said by them: "his wife has moved out", "that I want ..."."""
    words = _words(text)
    if not words:
        return False
    first = words[0]
    if first == "that" and len(words) >= _BRIEF:
        return words[1] in _PEOPLE
    spoken = not _SPOKEN.isdisjoint(words)
    if first in _THIRD[pronouns] or first == name.casefold():
        return not spoken
    return first in _DOES and not _asks(text) and not spoken


def seems_about_them(text: str, name: str, pronouns: str) -> bool:
    """As :func:`about_them`, where a doubt is enough: the person may well speak of somebody else."""
    words = _words(text)
    if not words or about_them(text, name, pronouns):
        return bool(words)
    if words[0] in _THIRD[pronouns] or words[0] == name.casefold() or words[0] in _DOES:
        return not _asks(text)
    return _SPOKEN.isdisjoint(words) and not _THIRD[pronouns].isdisjoint(words) and pronouns != "they"


def _asks(text: str) -> bool:
    """Whether the first sentence of *text* is a question."""
    return bool(_ASKS.match(_DIRECTION.sub("", text).strip()))


def _words(text: str) -> list[str]:
    """The words of *text*; those that are short for two count as the first: "he's" is "he"."""
    found = [word.casefold().replace("’", "'") for word in _WORDS.findall(_DIRECTION.sub("", text))]
    return [word if word.endswith("n't") else word.split("'")[0] for word in found]
