"""What the fitted weights look at in a segment and in a whole turn: words, their company, the shape, the context.

Names of features are meant to be read: ``so you`` (two words running), ``^ so`` (the segment begins so), ``label~`` (a
word's stem), ``you .. late`` (with something between), ``before: sorry`` (the segment before), ``heard: fine`` (the
other's line), ``#asks open`` (a property). Each comes with its size; sizes are part of the model.
"""

from collections.abc import Mapping

from scoring.turn import Turn, content, stem

Features = Mapping[str, float]

_DAYS = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun mondays"
        " tuesdays wednesdays thursdays fridays saturdays sundays"
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
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen twenty thirty forty"
        " fifty sixty hundred thousand half dozen"
    ).split()
)
_YOU, _ME = frozenset(("you", "your", "yours", "yourself")), frozenset(("i", "my", "me", "mine", "myself"))
_GUARDED = frozenset("fine ok whatever sure guess nothing suppose noted understood grand".split())
_GUARDED_WITHIN = 14  # words of a line that may be a guarded "fine"
_AFFIX_FROM = 5  # letters of a stem whose beginning and end are looked at

CLOSE, SKIPPED, BESIDE, AROUND, HEARD = 1.0, 0.7, 0.5, 0.4, 0.35
ASKED = 1.5


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

    def __init__(self, lines: tuple[tuple[str, ...], ...], typed: tuple[str, ...]):
        words = lines[-1] if lines else ()
        last = typed[-1].rstrip() if typed else ""
        self.features: dict[str, float] = {f"heard: {word}": HEARD for word in words}
        self.features[f"#heard {min(6, len(words) // 4)}x4 words"] = SKIPPED
        if "?" in last:
            self.features["#heard a question"] = SKIPPED
        if last.endswith("?"):
            self.features["#heard a question last"] = SKIPPED
        if "*" in last:
            self.features["#heard a gesture"] = SKIPPED
        if len(words) < _GUARDED_WITHIN and not _GUARDED.isdisjoint(words):
            self.features["#heard a guarded line"] = SKIPPED


def segment_features(turn: Turn, place: int, heard: Heard, fired: tuple[str, ...] = ()) -> dict[str, float]:
    """The features of one segment. *fired* are the ways of rules that matched in it."""
    segment = turn.segments[place]
    words = [as_class(word) for word in segment.words]
    found: dict[str, float] = dict(heard.features)
    _runs(found, words)
    stems = [stem(word) for word in words]
    _stems(found, stems)
    _shape(found, turn, place, words, stems)
    _asking(found, turn, place, words)
    for step, name in ((-1, "before"), (1, "after")):
        _beside(found, turn, place + step, name)
    for way in fired:
        found[f"rule: {way}"] = ASKED
    return found


def turn_features(turn: Turn, heard: Heard) -> dict[str, float]:
    """The features of a whole turn."""
    found: dict[str, float] = dict(heard.features)
    words = [as_class(word) for segment in turn.segments for word in segment.words]
    for size in (1, 2, 3):
        for at in range(len(words) - size + 1):
            found[" ".join(words[at : at + size])] = CLOSE
    for word in words:
        found[stem(word) + "~"] = CLOSE
    found[f"#{min(10, len(words) // 5)}x5 words"] = CLOSE
    return found


def _runs(found: dict[str, float], words: list[str]) -> None:
    framed = ["^", *words, "$"]
    for size in (1, 2, 3):
        for at in range(len(framed) - size + 1):
            found[" ".join(framed[at : at + size])] = CLOSE
    if len(framed) > 4:
        found[" ".join(framed[:4])] = CLOSE


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


def _asking(found: dict[str, float], turn: Turn, place: int, words: list[str]) -> None:
    asked = turn.questions[place]
    if asked is None:
        found["#asks nothing"] = SKIPPED
        return
    begins = turn.segments[place].words[asked.begins : asked.begins + 3]
    about = {"you", "i", "we", "it", "that"} & set(words)
    for kind in asked.kinds:
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
    for one, other in zip(words, words[1:], strict=False):
        found[f"{name}: {one} {other}"] = AROUND
    found[f"{name}: ^ {words[0]}"] = BESIDE
    if turn.questions[place] is not None:
        found[f"{name}: a question"] = SKIPPED
