"""The course of a talk as a picture: safety and heat turn by turn, the states in lanes, the turning points numbered.

Places across are per cent of the width, so that a picture may be as wide as its page while its letters keep their
size; places down are pixels.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.cleaning import clean
from simulator.report.review import Line
from simulator.report.sentences import STATE_WORDS

HEIGHT, TOP, FLOOR = 190, 34, 178
"""Of the picture, of 100 points and of 0 points, in pixels."""

_ORDER = (
    "agreed", "problem_solving", "opening_up", "new_info", "tears", "silence", "opening", "fine", "guarded", "misread",
    "blame_shift", "anger", "shut_down",
)  # fmt: skip
"""States from the most open to the most closed: lanes from above."""

MOST_POINTS = 6
_LEAST = 9  # below this weight nothing turned
_CHANGED, _NOTED, _REPEATED = 4, 9, 1
_MINOR = ("a flash", "the flash was noticed", "heard: ")


@dataclass(frozen=True, slots=True)
class Dot:
    """A meter after a turn: *x* in per cent, *y* in pixels, *value* 0-100."""

    turn: int
    x: float
    y: float
    value: int


@dataclass(frozen=True, slots=True)
class Lane:
    """A state, and the stays in it: (place across, width), in per cent."""

    state: str
    stays: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A turning point: its *number* in the picture, the turn, and what turned."""

    number: int
    turn: int
    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Course:
    """All that the picture shows. *step* is the width of a turn in per cent; *summary* says it in words."""

    safety: tuple[Dot, ...]
    heat: tuple[Dot, ...]
    lanes: tuple[Lane, ...]
    points: tuple[Point, ...]
    rows: tuple[tuple[int, str, int, int, str], ...]
    step: float
    summary: str


def state_words(state: str) -> str:
    """What *state* is called in front of people."""
    return clean(STATE_WORDS.get(state, state.replace("_", " ")))


def course(lines: Sequence[Line]) -> Course | None:
    """The course of the talk in *lines*; None where nobody knows how the other felt, or of a single turn."""
    lines = [line for line in lines if line.safety >= 0]
    if len(lines) < 2:
        return None
    step = 100 / len(lines)
    across = {line.number: round((place + 0.5) * step, 3) for place, line in enumerate(lines)}
    return Course(
        tuple(_dot(line, across, line.safety) for line in lines),
        tuple(_dot(line, across, line.heat) for line in lines),
        _lanes(lines, step),
        tuple(
            Point(number, line.number, across[line.number], text)
            for number, (line, text) in enumerate(turning_points(lines), 1)
        ),
        tuple((one.number, state_words(one.after), one.safety, one.heat, _happened(one)) for one in lines),
        round(step, 3),
        _summary(lines),
    )


def _dot(line: Line, across: dict[int, float], value: int) -> Dot:
    value = min(100, max(0, value))
    return Dot(line.number, across[line.number], round(FLOOR - value * (FLOOR - TOP) / 100, 1), value)


def _lanes(lines: Sequence[Line], step: float) -> tuple[Lane, ...]:
    stays: dict[str, list[list[int]]] = {}
    before = None
    for place, line in enumerate(lines):
        if line.after == before:
            stays[line.after][-1][1] += 1
        else:
            stays.setdefault(line.after, []).append([place, 1])
        before = line.after
    order = {state: place for place, state in enumerate(_ORDER)}
    states = sorted(stays, key=lambda state: order.get(state, len(order)))
    return tuple(
        Lane(
            state_words(state),
            tuple((round(first * step, 3), round(length * step, 3)) for first, length in stays[state]),
        )
        for state in states
    )


def turning_points(lines: Sequence[Line]) -> list[tuple[Line, str]]:
    """The turns in which most turned, in order, each with what did. At most :data:`MOST_POINTS`."""
    weighed = []
    seen: set[str] = set()
    for place, line in enumerate(lines):
        if line.aside:
            continue
        before = lines[place - 1] if place else line
        weight = abs(line.safety - before.safety) + abs(line.heat - before.heat) / 2
        if line.before != line.after:
            weight += _CHANGED if line.after not in seen else _REPEATED
        seen.add(line.after)
        if any(not note.startswith(_MINOR) for note in line.notes):
            weight += _NOTED
        weighed.append((weight, -place, line, _turned(line, before)))
    best = sorted((one for one in weighed if one[0] >= _LEAST and one[3]), key=lambda one: one[:2], reverse=True)
    return [(line, text) for _, _, line, text in sorted(best[:MOST_POINTS], key=lambda one: -one[1])]


def _turned(line: Line, before: Line) -> str:
    """What turned in a turn, as one sentence."""
    if told := _happened(line):
        return told
    if line.before != line.after:
        return f"from {state_words(line.before)} to {state_words(line.after)}"
    change = line.safety - before.safety
    return f"safety {'rose' if change > 0 else 'fell'} by {abs(change)}" if change else ""


def _happened(line: Line) -> str:
    return "; ".join(clean(note) for note in line.notes if not note.startswith(_MINOR))


def _summary(lines: Sequence[Line]) -> str:
    """The picture in words, for those who do not see it."""
    high, low = max(lines, key=lambda line: line.safety), min(lines, key=lambda line: line.safety)
    hot = max(lines, key=lambda line: line.heat)
    return (
        f"Safety stood at {lines[0].safety} of 100 after turn {lines[0].number} and at {lines[-1].safety} after turn "
        f"{lines[-1].number}; the most was {high.safety} in turn {high.number}, the least {low.safety} in turn "
        f"{low.number}. Heat was highest in turn {hot.number}, at {hot.heat}, and ended at {lines[-1].heat}."
    )
