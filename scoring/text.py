"""A typed text as words and segments that remember their place.

People type curly and straight quotes, composed and decomposed accents, invisible characters, no capitals and no
punctuation. All of it is evened out here, once, without losing track of where each character stood.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

MAX_CHARACTERS = 20_000
"""The longest turn that is read; a longer one is refused by whoever asks for it."""

_EVENED = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u02b9\u00b4`\u2032\uff07", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2212\ufe63\uff0d", "-"),
    **dict.fromkeys("\u2013\u2014\u2015", "\u2014"),
    "\u00ad": "",
}
_WORD = re.compile(
    r"[0-9]+(?:[.:,/-][0-9]+)+(?:[a-z]+)?"  # 23:47, 3.5, 2026-11-22
    r"|[a-z0-9#&@]+(?:'[a-z]+)*"
    r"|'(?:em|cause)\b"
    r"|\.{2,}|[^\sa-z0-9]|\n+"
)
_ENDS = frozenset(("?", "!", ".", ";", "\n", "\u2026", "..", ":", "\u2014"))


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is read, or a mark of punctuation. *start* and *end* are where it was typed.

    Two words may share one place: "don't" is read as do and not.
    """

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is a word and not a mark."""
        return self.text[0].isalnum() or self.text[0] in "#&@"


class Text:
    """A typed text, read once. *read* says which words a typed form stands for: see scoring.spelling."""

    def __init__(self, typed: str, read: Callable[[str, str], tuple[str, ...]]):
        self.typed = typed
        self._read = read
        self._even, self._origin = _even(typed)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Every word and mark in the order of typing."""
        found: list[Word] = []
        matches = list(_WORD.finditer(self._even))
        for index, match in enumerate(matches):
            start, end = self._typed_at(match.start(), match.end())
            form = match.group()
            if form[0].isalnum() or form[0] in "'#&@":
                after = matches[index + 1].group() if index + 1 < len(matches) else ""
                found.extend(Word(word, start, end) for word in self._read(form, after))
            else:
                found.append(Word("\n" if form[0] == "\n" else ".." if form.startswith("..") else form, start, end))
        return tuple(found)

    def _typed_at(self, start: int, end: int) -> tuple[int, int]:
        """Where the evened characters start..end were typed."""
        origin = self._origin
        if origin is None:
            return start, end
        last = origin[end - 1] + 1
        limit = origin[end] if end < len(origin) else len(self.typed)
        while last < limit and unicodedata.combining(self.typed[last]):
            last += 1  # an accent typed after its letter belongs to it
        return origin[start], last


def even(typed: str) -> str:
    """*typed* in lower case, with one form of each quote, dash and letter; places are lost."""
    return _even(typed)[0]


def _even(typed: str) -> tuple[str, list[int] | None]:
    """*typed* in lower case with one form of each quote, dash and letter, and where each character came from.

    The second is None where every character stands where it was typed.
    """
    if typed.isascii():
        lower = typed.lower()
        return (lower, None) if len(lower) == len(typed) and "`" not in lower else _even_slowly(typed)
    return _even_slowly(typed)


def _even_slowly(typed: str) -> tuple[str, list[int]]:
    characters: list[str] = []
    origin: list[int] = []
    for place, character in enumerate(typed):
        plain = _EVENED.get(character)
        if plain is None:
            category = unicodedata.category(character)
            if category in ("Cf", "Mn", "Me", "Cs", "Co"):
                continue
            if category in ("Zs", "Zl", "Zp"):
                plain = " "
            else:
                folded = unicodedata.normalize("NFKD", character.casefold())
                plain = "".join(c for c in folded if not unicodedata.combining(c))
        characters.append(plain)
        origin.extend([place] * len(plain))
    return "".join(characters), origin
