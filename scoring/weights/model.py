"""Applies the weights: from features to a score a skill. No heavy library; a few hundred look-ups a turn."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, log, sqrt
from pathlib import Path

FOLDER = Path(__file__).parent
SEGMENT, TURN = "segment", "turn"

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
        self.threshold = [0.0] * len(skills)

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

    def whole(self, by_segment: list[list[float]], turn: list[float]) -> list[float]:
        """The score of every skill for a turn, above 0 where it counts: the soft maximum over its segments (the
        logarithm of the sum of exponentials), plus what the whole turn says, less the threshold."""
        values = []
        for index, of_turn in enumerate(turn):
            ones = [scores[index] for scores in by_segment]
            top = max(ones)
            values.append(top + log(sum(exp(one - top) for one in ones)) + of_turn - self.threshold[index])
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
            weights.threshold[index] = float("inf")
            continue
        any_found = True
        _read(path, weights, index)
    return weights if any_found else None


def _read(path: Path, weights: Weights, index: int) -> None:
    """One skill's file: ``<part> TAB <weight> TAB <feature>``; biases and threshold are lines of the part 'model'."""
    segment, turn = weights.tables[SEGMENT], weights.tables[TURN]
    for line in path.read_text(encoding="utf-8").split("\n"):
        if not line or line[0] == "#":
            continue
        part, weight, feature = line.split("\t", 2)
        if part == "s":
            segment.setdefault(feature, []).append((index, float(weight)))
        elif part == "t":
            turn.setdefault(feature, []).append((index, float(weight)))
        elif feature == "bias of a segment":
            weights.bias[SEGMENT][index] = float(weight)
        elif feature == "bias of a turn":
            weights.bias[TURN][index] = float(weight)
        elif feature == "threshold":
            weights.threshold[index] = float(weight)


def write(
    path: Path, head: str, model: Mapping[str, float], segment: Mapping[str, float], turn: Mapping[str, float]
) -> None:
    """Writes one skill's file, the heaviest weights first."""
    lines = [f"# {line}" for line in head.split("\n")]
    lines += [f"model\t{value:.4g}\t{name}" for name, value in model.items()]
    for part, table in (("s", segment), ("t", turn)):
        for feature, weight in sorted(table.items(), key=lambda item: (-abs(item[1]), item[0])):
            lines.append(f"{part}\t{weight:.2f}\t{feature}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
