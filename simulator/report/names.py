"""Names in a talk, and other names for them: the same one for the same name, all through.

Nobody lists the names of a talk. A name is found by its capital where a sentence gives none. A word that also comes
without one may be a name typed in a hurry ("marcus said"), or no name at all ("the Lead", "the lead"): a word of the
second kind follows an article somewhere. What is found is told to whoever asked for it, so that they can add what was
missed.
"""

import re
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BEGINS = re.compile(r"(?:^|[.?!:;…\"“”()\[\]*\n]|[-–—]\s|(?:^|\s)['‘])[\s'‘\"“(*]*$")  # what stands before a sentence
_POSSESSIVE = re.compile(r"['’](?:s|d|ll|ve|re|m)?$", re.IGNORECASE)
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w|(?<!\w)@[\w.-]*\w|\b(?:https?://|www\.)\S+|\+?\d[\d ()/.-]{7,}\d")
ADDRESS = "[address]"
"""What stands for an address or a number to call."""

NO_NAMES = frozenset(
    """
    i i'm i'd i've i'll ok okay hr it ceo english monday tuesday wednesday thursday friday saturday sunday january
    february march april may june july august september october november december christmas easter mr mrs ms dr
    mondays tuesdays wednesdays thursdays fridays saturdays sundays god internet
    """.split()
)
"""Words with a capital that are nobody's name."""

ALSO_WORDS = frozenset(
    """
    mark will grace may rose bill jack frank hope joy art rob sue pat dean grant chase drew faith gene june dawn ray
    rich miles max penny iris lily ivy olive ruby amber guy nick don gray van jean victor cliff glen heath dale wade
    brook rusty sandy ginger holly jade pearl daisy melody harmony destiny angel norm stew curt ernest bob carol
    """.split()
)
"""Names that without a capital are words."""


_ARTICLE = re.compile(
    r"\b(?:the|an?|my|your|our|their|this|that|these|those|every|each|any|some|no|more)\s+$", re.IGNORECASE
)
_LITTLE = frozenset(
    """
    no yes not so and but or if then well what how why when where who which that this these those there here he she
    they we you it me us them him her his hers its our ours your yours their theirs my mine a an the is am are was were
    be been do did does done have has had can could will would shall should may might must all some any none much many
    more most just only also too very really please thanks thank sorry sure fine okay good great right hello hi hey bye
    oh ah um er maybe perhaps never always now today tomorrow yesterday tonight morning to of in on at by for from with
    about as than let mum dad sir madam
    """.split()
)


def found(texts: Iterable[str]) -> tuple[str, ...]:
    """The names in *texts*, in the order in which they come."""
    inside: dict[str, None] = {}
    ordinary = set(_LITTLE)
    for text in texts:
        text = _ADDRESS.sub(lambda address: " " * len(address[0]), text)
        for match in _WORD.finditer(text):
            word, before = _POSSESSIVE.sub("", match[0]), text[max(0, match.start() - 20) : match.start()]
            if not word[:1].isupper():
                if _ARTICLE.search(before) and word.casefold() not in ALSO_WORDS:
                    ordinary.add(word.casefold())
            elif _named(word) and not _BEGINS.search(before):
                inside.setdefault(word)
    return tuple(word for word in inside if word.casefold() not in ordinary)


def _named(word: str) -> bool:
    """Whether *word*, written with a capital, can be a name: no abbreviation, no day, no month."""
    return word.casefold() not in NO_NAMES and word.split("'")[0].casefold() not in NO_NAMES and not word.isupper()


class Disguise:
    """Replaces names. *person* becomes Person A; the others, in order, Name B, Name C and so on.

    *names* are those that it replaces, and *instead* what they become.
    """

    def __init__(self, person: str, names: Sequence[str]):
        wanted = [name for name in dict.fromkeys([person, *names]) if name.strip()]
        self.names = tuple({name.casefold(): name for name in reversed(wanted)}.values())[::-1]
        self.instead: dict[str, str] = {}
        for name in wanted:
            kind = "Person" if name == person else "Name"
            self.instead.setdefault(" ".join(name.casefold().split()), f"{kind} {_letters(len(self.instead))}")
        for name in wanted:  # "Mei Lin" is also Mei
            for part in _WORD.findall(name):
                if len(part) > 1 and part.casefold() not in _LITTLE:
                    self.instead.setdefault(part.casefold(), self.instead[" ".join(name.casefold().split())])
        longest = sorted(self.instead, key=len, reverse=True)
        either = "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest)
        self._names = re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE) if longest else None

    def __call__(self, text: str) -> str:
        """*text* with other names in it, and without addresses."""
        text = _ADDRESS.sub(self._address, text)
        return self._names.sub(self._other, text) if self._names else text

    def _address(self, match: re.Match) -> str:
        if match[0].startswith("@"):  # somebody is called by name
            name = self.instead.get(match[0][1:].casefold())
            return f"@{name}" if name else ADDRESS
        return ADDRESS

    def _other(self, match: re.Match) -> str:
        name = " ".join(match[0].split()).casefold()
        if name in ALSO_WORDS and not match[0][:1].isupper():
            return match[0]
        return self.instead[name]


def _letters(number: int) -> str:
    """A, B ... Z, AA, AB ..."""
    text = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text
