"""Spotting what derails: lines of conversations that go badly, the user names what is in them, the ear is asked too."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from scoring.findings import Finding
from scoring.vocabulary import COSTLY
from simulator.conversation.talk import Ear, Stage, Talk
from simulator.conversation.turn import Turn
from simulator.persona.dice import roll
from simulator.persona.scenario import Scenario

WINGING = "winging_it"
FIVE = ("avoidance", "minimizing", "blame", "triggered", WINGING)
"""The five behaviours that dread causes. The last is none of one line: it is a talk without a plan."""

NAMES = (*FIVE[:4], *(skill for skill in COSTLY if skill not in FIVE))
"""What a line may be called: the four that show in a line, and everything else that costs."""

EARLY = 6  # turns in which somebody with a plan has put a fact or a purpose on the table
CLEAN_OF = 3  # one line in about so many has nothing in it


@dataclass(frozen=True, slots=True)
class Line:
    """A line to be judged: what the person had *said*, and the user's words in the conversation."""

    title: str
    person: str
    said: str
    turn: Turn
    expected: tuple[str, ...]

    @property
    def behaviours(self) -> tuple[str, ...]:
        """What costs in it, as it is heard and as its author meant it."""
        heard = (skill for skill in self.turn.detection.skills if skill in COSTLY)
        return tuple(dict.fromkeys((*heard, *(skill for skill in self.expected if skill in COSTLY))))

    def evidence(self, skill: str) -> Finding | None:
        """The words in which *skill* was heard."""
        return next((one for one in self.turn.detection.findings if one.skill == skill), None)


@dataclass(frozen=True, slots=True)
class Judged:
    """What the user named in a line: rightly, what they missed, and what nobody else hears there."""

    right: tuple[str, ...]
    missed: tuple[str, ...]
    only_user: tuple[str, ...]

    @property
    def all_right(self) -> bool:
        """Whether it is the same as what is heard."""
        return not self.missed and not self.only_user


@dataclass(frozen=True, slots=True)
class Model:
    """One conversation that goes badly: its lines, and whether it was had without a plan."""

    title: str
    lines: tuple[Line, ...]
    winged: bool


def judge(line: Line, named: Iterable[str]) -> Judged:
    """*named* held against what is in *line*."""
    said, there = list(dict.fromkeys(named)), line.behaviours
    return Judged(
        tuple(skill for skill in there if skill in said),
        tuple(skill for skill in there if skill not in said),
        tuple(skill for skill in said if skill not in there),
    )


def models(scenarios: Iterable[Callable[[], Scenario | None]], ear: Ear, seed: int) -> Iterator[Model]:
    """The conversations that go badly, one of each scenario, in an order that *seed* draws."""
    loads = list(scenarios)
    for _, load in sorted(enumerate(loads), key=lambda one: roll(seed, one[0], "", "spotting")):
        scenario = load()
        if scenario is not None:
            for walk in scenario.walkthroughs:
                if walk.name.startswith("unskilled"):
                    model = _model(Stage(scenario), walk, ear, seed)
                    if any(line.behaviours for line in model.lines):
                        yield model


def _model(stage: Stage, walk, ear: Ear, seed: int) -> Model:
    scenario, talk = stage.scenario, Talk(stage, ear, walk.seed, walk.level)
    lines = []
    for number, step in enumerate(walk.steps):
        if talk.over:
            break
        said = talk.said[-1]
        turn = talk.say(step.say)
        line = Line(scenario.title, scenario.persona.name, said, turn, step.hears)
        if line.behaviours or roll(seed, number, scenario.id, "a line without") % CLEAN_OF == 0:
            lines.append(line)
    planned = {"facts", "mutual_purpose", "permission"}
    early = {skill for turn in talk.turns[:EARLY] for skill in turn.detection.skills}
    return Model(scenario.title, tuple(lines), not planned & early)
