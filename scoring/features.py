"""What the fitted weights look at in a segment and in a whole turn: words, their company, the shape, the context.

Names of features are meant to be read: ``so you`` (two words running), ``^ so`` (the segment begins so), ``label~`` (a
word's stem), ``you .. late`` (with something between), ``you are <feeling>`` (a class of words from lexicon.yaml),
``before: sorry`` (the segment before), ``heard: fine`` (the other's line), ``#asks open`` (a property), ``rule: blame/
your-fault`` (a rule that matched here), ``says blame`` (some rule of that skill), ``elsewhere apologizing`` (in another
segment). Each comes with its size; sizes are part of the model.
"""

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

from scoring.meanings import Meanings
from scoring.turn import Turn, content, stem

Features = Mapping[str, float]

_DAYS = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun"
        " mondays tuesdays wednesdays thursdays fridays saturdays sundays"
    ).split()
)
_MONTHS = frozenset(
    (
        "january february march april june july august september october november december jan feb apr jun jul aug sep"
        " sept oct nov dec"
    ).split()
)
_NUMBERS = frozenset(
    (
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen twenty thirty"
        " forty fifty sixty hundred thousand half dozen"
    ).split()
)
_YOU, _ME = frozenset(("you", "your", "yours", "yourself")), frozenset(("i", "my", "me", "mine", "myself"))
_ME_WE = _ME | {"we", "our", "us"}
_ABOUT = ("you", "i", "we", "it", "that")  # in this order: a sum of floats depends on it
_GUARDED = frozenset("fine ok whatever sure guess nothing suppose noted understood grand".split())
_GUARDED_WITHIN = 14  # words of a line that may be a guarded "fine"
_AFFIX_FROM = 5  # letters of a stem whose beginning and end are looked at

CLOSE, KIND, SKIPPED, BESIDE, AROUND, HEARD = 1.0, 0.8, 0.7, 0.5, 0.4, 0.35
ASKED = 1.5

Kinds = Mapping[str, tuple[str, ...]]
"""The classes of lexicon.yaml that a word belongs to, by word."""


def kinds_of(classes: Mapping[str, list[tuple[str, ...]]]) -> Kinds:
    """The classes that each word belongs to; days, months and numbers are told apart by as_class."""
    found: dict[str, tuple[str, ...]] = {}
    for name, rows in classes.items():
        if name in ("day", "month", "number"):
            continue
        for row in rows:
            if len(row) == 1:
                found[row[0]] = (*found.get(row[0], ()), f"<{name}>")
    return found


def as_class(word: str) -> str:
    """*word*, or what kind of number, time, day or month it is."""
    if word[0].isdigit():
        if ":" in word or word.endswith(("am", "pm")):
            return "<time>"
        return "<date>" if word.endswith(("st", "nd", "rd", "th")) else "<number>"
    if word in _DAYS:
        return "<day>"
    if word in _MONTHS:
        return "<month>"
    return "<number>" if word in _NUMBERS else word


class Heard:
    """The other's last line, as the features see it."""

    def __init__(self, lines: tuple[tuple[str, ...], ...], typed: tuple[str, ...], kinds: Kinds, meanings: Meanings):
        words = lines[-1] if lines else ()
        self.meanings = meanings
        self.meant = meanings.of(word for line in lines for word in line)
        self.meant_last = meanings.of(words)
        last = typed[-1].rstrip() if typed else ""
        self.said = frozenset(one for line in lines for one in _after(line, _ME_WE))
        self.features: dict[str, float] = {f"heard: {word}": HEARD for word in words}
        for word in words:
            for kind in kinds.get(word, ()):
                self.features[f"heard: {kind}"] = HEARD
        self.features[f"#heard {min(6, len(words) // 4)}x4 words"] = SKIPPED
        if "?" in last:
            self.features["#heard a question"] = SKIPPED
        if last.endswith("?"):
            self.features["#heard a question last"] = SKIPPED
        if "*" in last:
            self.features["#heard a gesture"] = SKIPPED
        if len(words) < _GUARDED_WITHIN and not _GUARDED.isdisjoint(words):
            self.features["#heard a guarded line"] = SKIPPED


class Fired:
    """The rules that matched a turn: *ways* in each segment, as ``skill/way``, and *skills* in each."""

    def __init__(self, ways: list[list[str]]):
        self.ways = [tuple(dict.fromkeys(one)) for one in ways]
        self.skills = [tuple(dict.fromkeys(way.partition("/")[0] for way in one)) for one in self.ways]
        self._segments = Counter(skill for skills in self.skills for skill in skills)

    def in_segment(self, place: int) -> dict[str, float]:
        """The features of the segment at *place*."""
        found = {f"rule: {way}": ASKED for way in self.ways[place]}
        found |= {f"says {skill}": CLOSE for skill in self.skills[place]}
        here = self.skills[place]
        found |= {f"elsewhere {skill}": AROUND for skill, times in self._segments.items() if times > (skill in here)}
        for beside, name in ((place - 1, "before"), (place + 1, "after")):
            if 0 <= beside < len(self.skills):
                found |= {f"{name} says {skill}": SKIPPED for skill in self.skills[beside]}
        return found

    def in_turn(self) -> dict[str, float]:
        """The features of the whole turn."""
        found = {f"rule: {way}": CLOSE for ways in self.ways for way in ways}
        return found | {f"says {skill}": CLOSE for skills in self.skills for skill in skills}


def segment_features(turn: Turn, place: int, heard: Heard, fired: Fired, kinds: Kinds) -> dict[str, float]:
    """The features of one segment."""
    segment = turn.segments[place]
    words = [as_class(word) for word in segment.words]
    found: dict[str, float] = dict(heard.features)
    _runs(found, words)
    _kinds(found, segment.words, kinds)
    stems = [stem(word) for word in words]
    _stems(found, stems)
    _shape(found, turn, place, words, stems)
    _says_back(found, turn, place, words, heard)
    _asking(found, turn, place, words)
    for step, name in ((-1, "before"), (1, "after")):
        _beside(found, turn, place + step, name)
    return found | fired.in_segment(place)


def turn_features(turn: Turn, heard: Heard, fired: Fired) -> dict[str, float]:
    """The features of a whole turn."""
    found: dict[str, float] = dict(heard.features)
    words = [as_class(word) for segment in turn.segments for word in segment.words]
    for size in (1, 2, 3):
        for at in range(len(words) - size + 1):
            found[" ".join(words[at : at + size])] = CLOSE
    for word in words:
        found[stem(word) + "~"] = CLOSE
    found[f"#{min(10, len(words) // 5)}x5 words"] = CLOSE
    if not turn.stopped:
        found["#no full stop"] = CLOSE
    return found | fired.in_turn()


def _runs(found: dict[str, float], words: list[str]) -> None:
    framed = ["^", *words, "$"]
    for size in (1, 2, 3):
        for at in range(len(framed) - size + 1):
            found[" ".join(framed[at : at + size])] = CLOSE
    if len(framed) > 4:
        found[" ".join(framed[:4])] = CLOSE


def _kinds(found: dict[str, float], words: tuple[str, ...], kinds: Kinds) -> None:
    for at, word in enumerate(words):
        for kind in kinds.get(word, ()):
            found[kind] = CLOSE
            if at:
                found[f"{words[at - 1]} {kind}"] = KIND
            if at > 1:
                found[f"{words[at - 2]} {words[at - 1]} {kind}"] = KIND
            if at + 1 < len(words):
                found[f"{kind} {words[at + 1]}"] = KIND


def _stems(found: dict[str, float], stems: list[str]) -> None:
    for at, one in enumerate(stems):
        found[one + "~"] = CLOSE
        for apart in (2, 3):
            if at + apart < len(stems):
                found[f"{one} .. {stems[at + apart]}"] = SKIPPED
        if len(one) >= _AFFIX_FROM:
            found[one[:4] + "-"] = BESIDE
            found["-" + one[-3:]] = AROUND


def _shape(found: dict[str, float], turn: Turn, place: int, words: list[str], stems: list[str]) -> None:
    segment, size = turn.segments[place], len(words)
    found[f"#{min(8, size // 3)}x3 words"] = CLOSE
    found[f"#{min(7, size)} words"] = SKIPPED
    if place == 0:
        found["#first"] = CLOSE
    if place == len(turn.segments) - 1:
        found["#last"] = CLOSE
    found[f"#{min(4, len(turn.segments))} segments"] = CLOSE
    for mark in segment.marks:
        found[f"#mark {mark.strip() or 'line'}"] = CLOSE
    shared = [one for one in content(words) if one in turn.heard_content]
    found[f"#shares {min(4, len(shared))}"] = CLOSE
    found[f"#shares {4 * len(shared) // max(1, size)} quarters"] = CLOSE
    found[f"#you {min(3, sum(word in _YOU for word in words))}"] = CLOSE
    found[f"#me {min(3, sum(word in _ME for word in words))}"] = CLOSE


def _says_back(found: dict[str, float], turn: Turn, place: int, words: list[str], heard: Heard) -> None:
    """What makes a summary: their words, turned from "I" to "you", in a statement about them."""
    turned = min(3, len(heard.said & set(_after(words, _YOU))))
    if turned:
        found["#turned"] = CLOSE
        found[f"#turned {turned}"] = CLOSE
    _means_the_same(found, turn, place, words[0], heard)
    if turn.questions[place] is not None or _YOU.isdisjoint(words):
        return
    shared = sum(one in turn.heard_content for one in set(content(words)))
    about = f"{min(4, shared)} of theirs" + (", turned" if turned else "")
    found[f"#says of you {about}"] = ASKED if shared else SKIPPED
    found[f"^ {words[0]}: says of you {about}"] = CLOSE


def _means_the_same(found: dict[str, float], turn: Turn, place: int, first: str, heard: Heard) -> None:
    """How much of the other's matter comes back, in whatever words, and how much is new."""
    said = turn.segments[place].words
    meant = heard.meanings.of(said)
    back, new = len(meant & heard.meant), len(meant - heard.meant)
    if turn.questions[place] is not None:
        manner = "asks"
    elif not _YOU.isdisjoint(said):
        manner = "of you"
    else:
        manner = "of me" if not _ME.isdisjoint(said) else "of it"
    found[f"#means {min(5, back)} of theirs"] = CLOSE
    found[f"#means {min(5, back)} of theirs and {min(5, new)} new"] = CLOSE
    found[f"#means {manner} {min(5, back)} of theirs"] = ASKED if back else SKIPPED
    found[f"#means {manner} {min(4, back)} of theirs and {min(4, new)} new"] = CLOSE
    found[f"^ {first}: means {min(4, back)} of theirs"] = CLOSE
    if heard.meant_last:
        found[f"#says back {4 * len(meant & heard.meant_last) // len(heard.meant_last)} quarters"] = CLOSE


def _after(words, who: frozenset[str]) -> list[str]:
    """The stems that carry content within three words after one of *who*."""
    near = {at + step for at, word in enumerate(words) if word in who for step in (1, 2, 3) if at + step < len(words)}
    return content([words[at] for at in sorted(near)])


def _asking(found: dict[str, float], turn: Turn, place: int, words: list[str]) -> None:
    asked = turn.questions[place]
    if asked is None:
        found["#asks nothing"] = SKIPPED
        return
    begins = turn.segments[place].words[asked.begins : asked.begins + 3]
    about = [word for word in _ABOUT if word in words]
    for kind in sorted(asked.kinds):
        found[f"#asks {kind}"] = ASKED
        for size in range(1, len(begins) + 1):
            found[f"#asks {kind}: {' '.join(begins[:size])}"] = CLOSE
        for word in about:
            found[f"#asks {kind} with {word}"] = CLOSE


def _beside(found: dict[str, float], turn: Turn, place: int, name: str) -> None:
    if not 0 <= place < len(turn.segments):
        found[f"{name}: nothing"] = HEARD
        return
    words = [as_class(word) for word in turn.segments[place].words]
    for word in words:
        found[f"{name}: {word}"] = BESIDE
    for one, other in pairwise(words):
        found[f"{name}: {one} {other}"] = AROUND
    found[f"{name}: ^ {words[0]}"] = BESIDE
    if turn.questions[place] is not None:
        found[f"{name}: a question"] = SKIPPED
