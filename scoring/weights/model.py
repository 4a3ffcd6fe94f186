"""Applies the weights: from features to a score a skill. No heavy library; a few hundred look-ups a turn."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, log, sqrt
from pathlib import Path

FOLDER = Path(__file__).parent
SEGMENT, TURN = "segment", "turn"

STOPPED, IN_ONE_BREATH = "stopped", "in one breath"
THRESHOLD = {STOPPED: "threshold", IN_ONE_BREATH: "threshold of a turn without full stops"}
BIAS = {SEGMENT: "bias of a segment", TURN: "bias of a turn"}

Table = dict[str, list[tuple[int, float]]]


@dataclass(frozen=True, slots=True)
class Score:
    """How strongly a skill is heard: *value* above 0 means that it counts; *chance* is the same between 0 and 1."""

    skill: str
    value: float

    @property
    def chance(self) -> float:
        """The logistic of the value, 0-1."""
        return 1 / (1 + exp(-max(-30.0, min(30.0, self.value))))


class Weights:
    """The weights of all skills, by feature."""

    def __init__(self, skills: tuple[str, ...]):
        self.skills = skills
        self.tables: dict[str, Table] = {SEGMENT: {}, TURN: {}}
        self.bias = {SEGMENT: [0.0] * len(skills), TURN: [0.0] * len(skills)}
        self.threshold = {STOPPED: [0.0] * len(skills), IN_ONE_BREATH: [0.0] * len(skills)}

    def scores(self, part: str, features: Mapping[str, float]) -> list[float]:
        """The scores of all skills for the *features* of a segment or a turn."""
        table = self.tables[part]
        totals = [0.0] * len(self.skills)
        square = 0.0
        for feature, size in features.items():
            square += size * size
            weights = table.get(feature)
            if weights is not None:
                for skill, weight in weights:
                    totals[skill] += weight * size
        length = sqrt(square) or 1.0
        return [total / length + bias for total, bias in zip(totals, self.bias[part], strict=True)]

    def whole(self, by_segment: list[list[float]], turn: list[float], typed: str = "stopped") -> list[float]:
        """The score of every skill for a turn, above 0 where it counts: the soft maximum over its segments (the
        logarithm of the sum of exponentials), plus what the whole turn says, less the threshold for how it was *typed*:
        with full stops, or in one breath."""
        values = []
        for index, of_turn in enumerate(turn):
            ones = [scores[index] for scores in by_segment]
            top = max(ones)
            values.append(top + log(sum(exp(one - top) for one in ones)) + of_turn - self.threshold[typed][index])
        return values

    def reasons(self, part: str, features: Mapping[str, float], skill: str) -> list[tuple[str, float]]:
        """What each feature adds to the score of *skill*, the largest shares first, for or against."""
        index = self.skills.index(skill)
        length = sqrt(sum(size * size for size in features.values())) or 1.0
        found = []
        for feature, size in features.items():
            for number, weight in self.tables[part].get(feature, ()):
                if number == index:
                    found.append((feature, weight * size / length))
        return sorted(found, key=lambda one: -abs(one[1]))


def load(skills: tuple[str, ...], folder: Path = FOLDER) -> Weights | None:
    """The weights in *folder*, or None where there are none. A skill without a file is heard by its rule alone."""
    weights = Weights(skills)
    any_found = False
    for index, skill in enumerate(skills):
        path = folder / f"{skill}.tsv"
        if not path.is_file():
            for bars in weights.threshold.values():
                bars[index] = float("inf")
            continue
        any_found = True
        _read(path, weights, index)
    return weights if any_found else None


def _read(path: Path, weights: Weights, index: int) -> None:
    """One skill's file. A line is ``model TAB value TAB name``, or ``s`` or ``t``, a weight, and the features that have
    it, all between tabs."""
    tables = {"s": weights.tables[SEGMENT], "t": weights.tables[TURN]}
    for line in path.read_text(encoding="utf-8").split("\n"):
        if not line or line[0] == "#":
            continue
        part, value, *names = line.split("\t")
        if part == "model":
            _set(weights, index, names[0], float(value))
            continue
        table, weighs = tables[part], (index, float(value))
        for name in names:
            known = table.get(name)
            if known is None:
                table[name] = [weighs]
            else:
                known.append(weighs)


def _set(weights: Weights, index: int, name: str, value: float) -> None:
    if name in THRESHOLD.values():
        weights.threshold[STOPPED if name == THRESHOLD[STOPPED] else IN_ONE_BREATH][index] = value
    else:
        weights.bias[SEGMENT if name == BIAS[SEGMENT] else TURN][index] = value


def write(
    path: Path, head: str, model: Mapping[str, float], segment: Mapping[str, float], turn: Mapping[str, float]
) -> None:
    """Writes one skill's file: weights rounded to a tenth, the heaviest first, with all features that have it."""
    lines = [f"# {line}" for line in head.split("\n")]
    lines += [f"model\t{value:.4g}\t{name}" for name, value in model.items()]
    for part, table in (("s", segment), ("t", turn)):
        by_weight: dict[float, list[str]] = {}
        for name, weight in table.items():
            by_weight.setdefault(round(weight, 1), []).append(name)
        for weight in sorted(by_weight, key=lambda one: (-abs(one), -one)):
            if weight:
                lines.append("\t".join((part, f"{weight:g}", *sorted(by_weight[weight]))))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
