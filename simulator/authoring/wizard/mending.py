"""Mends the typing of what was typed in a hurry: capitals, apostrophes, question marks. No word is changed.

The sentences are said in a talk between lines that are written with care; "nobody told me, i found out" would be heard
as a fault of the person's.
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from scoring import detect, word_class
from simulator.authoring.wizard.general import FUNCTION, GENERAL

if TYPE_CHECKING:
    from simulator.authoring.wizard.answers import Answers

_WRITTEN = ("role", "what_happened", "your_part", "goal")
_SPOKEN = ("they_would_say", "they_would_propose")
_SMALL = frozenset("van von de der den di da del la le el bin ibn al of".split())

_SHORT = (
    """dont:don't didnt:didn't doesnt:doesn't isnt:isn't wasnt:wasn't arent:aren't werent:weren't hasnt:hasn't
    havent:haven't hadnt:hadn't wont:won't wouldnt:wouldn't cant:can't couldnt:couldn't shouldnt:shouldn't
    mustnt:mustn't neednt:needn't aint:ain't im:I'm ive:I've youre:you're youve:you've youd:you'd youll:you'll
    theyre:they're theyve:they've theyd:they'd theyll:they'll weve:we've hes:he's shes:she's thats:that's
    thatll:that'll whats:what's wheres:where's theres:there's heres:here's whos:who's hows:how's itll:it'll
    couldve:could've shouldve:should've wouldve:would've oclock:o'clock"""
).split()
_APOSTROPHES = dict(pair.split(":") for pair in _SHORT)
"""Words that are nothing else where the apostrophe is missing; "its", "well" and "were" may be meant as they stand."""
_ITS = re.compile(
    r"\bits(?=\s+(?:the|a|an|my|your|his|her|their|our|not|been|me|you|him|them|all|only|just|so|too|very|really|no|nothing"
    r"|always|never|fine|ok|okay|in|on|at|about|because|like|what|why|how|who|that|this)\b)",
    re.IGNORECASE,
)
_ALSO_NAMES = ("april", "june", "july", "christmas", "easter", "english", "french", "german")
_SHORTEST_DAY = 6  # letters: "sat" and "wed" are words as well
_ALSO_WORDS = frozenset(("may", "march"))
"""Months that are everyday words as well: they are names only after a word of time."""
_BEFORE_A_MONTH = frozenset("in since last next until till of by early late from this the during".split())
_AFTER_MARCH = frozenset("one ones meeting evening talk review".split())
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ALONE = re.compile(r"(?<![\w'’.&/-])i(?=(?:['’](?:m|ll|ve|d|s))?(?![\w'’&/-]))(?!\.\w)")
_NOT_ENDED = "".join(rf"(?<!\b{word})" for word in ("[a-z]", "mr", "ms", "mrs", "dr", "st", "vs")) + r"(?<!\.\.)"
_BEGINS = re.compile(rf"({_NOT_ENDED}[.!?][\"”')]*\s+[\"“'(]*)([a-z])", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?]+(?:[.!?]+[\"”')]*)?\s*")
_OPEN_END = re.compile(r"[\w%€$£]$")


def mended(text: str, names: Iterable[str] = (), spoken: bool = False) -> str:
    """*text* with the capitals and apostrophes that belong there, and where it is *spoken* with its question marks.

    *names* are written as they stand. What was written about somebody asks nothing: "does our books".
    """
    text = with_apostrophes(" ".join(text.split()))
    text = _ALONE.sub("I", text)
    text = _named(text, {name.casefold(): name for name in names})
    text = _asking(text) if spoken else text
    return _BEGINS.sub(lambda found: found[1] + found[2].upper(), text)


def tidied(answers: "Answers") -> "Answers":
    """*answers* with the typing of all their texts mended. The name is written as a name everywhere."""
    name = capitalised(answers.name)
    names = names_in(name, answers.texts())

    def tidy(value: object, spoken: bool = True) -> object:
        if isinstance(value, str):
            return mended(value, names, spoken)
        return [mended(one, names, spoken) for one in value] if isinstance(value, list) else value

    changes: dict[str, object] = {"name": name}
    changes |= {word: tidy(getattr(answers, word), word in _SPOKEN) for word in (*_WRITTEN, *_SPOKEN)}
    for word in ("hidden", "misread"):
        part = getattr(answers, word)
        if not isinstance(part, str):
            changes[word] = part.model_copy(update={key: tidy(value) for key, value in part})
    return answers.model_copy(update=changes)


def capitalised(name: str) -> str:
    """*name* as a name is written, where it was typed in small letters."""
    name = " ".join(name.split())
    if name != name.lower():
        return name
    words = [word if word in _SMALL and n else word[:1].upper() + word[1:] for n, word in enumerate(name.split(" "))]
    return re.sub(r"(?<=-)\w", lambda found: found[0].upper(), " ".join(words))


def with_apostrophes(text: str) -> str:
    """*text* with the apostrophes that were left out."""
    text = _ITS.sub(lambda found: f"{found[0][:2]}'s", text)
    return _WORD.sub(lambda found: _as_typed(found[0], _APOSTROPHES.get(found[0].casefold(), found[0])), text)


def names_in(name: str, texts: Iterable[str]) -> tuple[str, ...]:
    """The person's *name*, and the names that were written with a capital letter somewhere within *texts*."""
    found = dict.fromkeys(_WORD.findall(name))
    for text in texts:
        for part in _SENTENCE.findall(text):
            inside = (re.sub(r"['’]s$", "", word) for word in _WORD.findall(part)[1:])
            found.update(dict.fromkeys(word for word in inside if _is_name(word)))
    return tuple(found)


def _is_name(word: str) -> bool:
    """Whether *word* can only be a name: with a capital, and none of those that stand in any talk."""
    plain = word.casefold().replace("’", "'")
    if plain.startswith(("i'", "i-")) or len(word) < 2 or not word[:1].isupper():
        return False
    return plain not in FUNCTION and plain not in GENERAL and plain not in _ALSO_WORDS and "'" not in plain


def _named(text: str, names: dict[str, str]) -> str:
    """*text* with the names of people, days and months as they are written."""
    long = (word for word in (*word_class("day"), *word_class("month")) if len(word) >= _SHORTEST_DAY)
    times = {*long, *_ALSO_NAMES}
    before = ""
    rows = []
    end = 0
    for found in _WORD.finditer(text):
        word = found[0]
        whose = re.sub(r"['’]s$", "", word)
        plain = whose.casefold()
        if plain in names and whose == plain:
            word = names[plain] + word[len(whose) :]
        elif whose == plain and plain in _ALSO_WORDS:
            word = word.capitalize() if _is_month(plain, before, text[: found.start()], text[found.end() :]) else word
        elif whose == plain and (plain in times or (plain.endswith("s") and plain[:-1] in times)):
            word = word[:1].upper() + word[1:]
        rows += [text[end : found.start()], word]
        before, end = plain, found.end()
    return "".join(rows) + text[end:]


def _is_month(word: str, before: str, left: str, right: str) -> bool:
    if re.search(r"\d(?:st|nd|rd|th)?\s+$", left):
        return True
    after = _WORD.search(right)
    if before == "the":
        return word == "march" and after is not None and after[0].casefold() in _AFTER_MARCH
    return before in _BEFORE_A_MONTH


def _asking(text: str) -> str:
    """*text* with a question mark after its last sentence where that asks and has no mark of its own."""
    parts = _SENTENCE.findall(text)
    last = parts[-1].strip() if parts else ""
    return f"{text}?" if last and _OPEN_END.search(last) and detect(last).questions else text


def _as_typed(word: str, mended: str) -> str:
    """*mended*, with a capital letter where *word* had one."""
    return mended[:1].upper() + mended[1:] if word[:1].isupper() else mended
