"""Names at the beginning of a line: which of the words before a colon are somebody who speaks."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from simulator.importers import limits

_LABEL = re.compile(
    rf"([^\W_][^:：\n\t]{{0,{limits.MAX_NAME - 1}}})[:：](?!//)(?:\s+|(?=[^\s0-9/\\)])|$)(.*)", re.DOTALL
)
_NO_NAME = re.compile(r"[?!;\"“”<>={}\[\]…/\\]|\.{2}|[.,] .*[.,] |https?$")
_PARTICLES = frozenset(
    "de da di du del della der den van von vom zu zur la le el al bin bint ibn y e i af ter ten dos das of the".split()
)
_MOST_WORDS = 6
_BARE = frozenset("manager me i you coach leader boss user employee host guest interviewer".split())
_SELDOM = 0.15  # the share of labelled lines from which even a word of the language is a speaker ("Question", "Answer")
_WORDS = frozenset(
    """
    note notes nb ps p.s question answer example remember reminder honestly actually basically anyway look listen so and
    but also well first firstly second secondly third finally then now yes no ok okay right sure date time subject re
    fwd fw to from cc attendees participants present location place meeting topic agenda title summary transcript
    recording duration length host language kind project deadline status update action actions todo task decision
    decisions result reason problem issue issues goal plan option options https http tip warning important caution
    week day monday tuesday wednesday thursday friday saturday sunday one two three four maybe conclusion context
    next steps step items points key overview outcome outcomes agreements
    background feedback today tomorrow yesterday version file source link url email phone tel fax
    """.split()
)
"""Words that stand before a colon in what people say and in the heads of files, and are nobody's name."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line that may begin with a name: the *name*, and the *text* after the colon."""

    name: str
    text: str


def labelled(line: str) -> Labelled | None:
    """*line* as a possible name, a colon and a text; None where what is before a colon can be no name."""
    match = _LABEL.match(line)
    if match is None:
        return None
    name = match[1].strip()
    words = name.split()
    if not words or len(words) > _MOST_WORDS or _NO_NAME.search(name) or not any(map(str.isalpha, name)):
        return None
    return Labelled(" ".join(words), match[2].strip())


def speakers(names: Iterable[str]) -> frozenset[str]:
    """Those of *names*, one for every line that begins with a possible name, who are taken for speakers."""
    counts = Counter(map(str.casefold, names := list(names)))
    return frozenset(name for name in names if _speaks(name, counts))


def _speaks(name: str, counts: Counter) -> bool:
    times, lines = counts[name.casefold()], counts.total()
    if name.casefold() in _WORDS:
        return times > 1 and times >= _SELDOM * lines
    return times > 1 or name.casefold() in _BARE or like_a_name(name)


def like_a_name(name: str) -> bool:
    """Whether *name* is written as names are: each word with a capital, a figure or in a script without capitals."""
    words = name.split()
    if not words or len(words) > _MOST_WORDS or _NO_NAME.search(name) or name.casefold() in _WORDS:
        return False
    if not any(map(str.isalpha, name)) or (len(words) == 1 and name in _PARTICLES):
        return False
    return all(word in _PARTICLES or not word.lstrip("('’")[:1].islower() for word in words)


def words_of_language(name: str) -> bool:
    """Whether a word of *name* stands in heads and headings, as in "Action items", and in nobody's name."""
    return any(word in _WORDS for word in name.casefold().split())
