"""Looks for ways to the lines that bots leave unsaid: a search that remembers how far it came.

Bots play as people of some kind do; a line for a rare moment can stay unsaid in a thousand of their runs. Here nobody
is imitated. Minds that were new in some way are kept, the one nearest to a wanted line is taken up again, and the turn
that its rule asks for is tried on it: a search guided by coverage, as fuzzers of programs make it. What it reaches can
be reached by a user, in a whole conversation under one seed; what it does not reach deserves a look.
"""

from dataclasses import dataclass, field, replace
from random import Random

from scoring.vocabulary import MARKS
from simulator.conversation.targets import Target, targets
from simulator.persona.heard import SHAPES, SILENCE, Heard
from simulator.persona.lines import ECHO
from simulator.persona.mind import Mind, wake
from simulator.persona.person import Person
from simulator.persona.scenario import Level, Scenario

_ROOTS = 20  # seeds a level: what is drawn from a pool depends on the seed
_MOST_ROOTS = 150  # where people come from first talks of many kinds
_KEPT = 4  # minds kept of one kind
_TRIED = 40  # minds looked at for one target
_NEAR = 6  # of them remembered as the nearest to it
_PRESSED = 14  # turns in a row meant for one target: a pool before it may have to run dry
_STRAY = 0.25  # of the rounds are a walk at random
_EVENT = 0.05  # chance a turn that something happens in the room


@dataclass(frozen=True, slots=True)
class _Node:
    """A mind on the way, with the seed and level of its conversation."""

    mind: Mind
    seed: int
    level: Level


@dataclass(slots=True)
class Explorer:
    """A search through one scenario. *befores* are as in `simulate`: how the person came out of a first talk."""

    scenario: Scenario
    draw: Random
    befores: tuple[Mind | None, ...] = (None,)
    person: Person = field(init=False)
    said: set[str] = field(default_factory=set)
    _minds: dict[tuple, list[_Node]] = field(default_factory=dict)
    _states: dict[str, list[_Node]] = field(default_factory=dict)
    _tags: dict[tuple[str, str], list[_Node]] = field(default_factory=dict)
    _flags: dict[str, list[_Node]] = field(default_factory=dict)
    _near: dict[Target, list[_Node]] = field(default_factory=dict)

    def __post_init__(self):
        self.person = Person(self.scenario)
        for level in self.scenario.levels:
            for seed in range(1, max(_ROOTS, min(_MOST_ROOTS, len(self.befores))) + 1):
                before = self.befores[seed % len(self.befores)]
                self._keep(_Node(wake(self.scenario, level, before), seed, level))

    def search(self, wanted: set[str], turns: int) -> set[str]:
        """Those of the *wanted* lines that were reached within so many *turns*."""
        goals = [target for target in targets(self.scenario) if target.line in wanted]
        spent = 0
        while goals and spent < turns:
            goal = goals[self.draw.randrange(len(goals))]
            spent += self._stray() if self.draw.random() < _STRAY else self._press(goal)
            goals = [target for target in goals if target.line not in self.said]
        return self.said & wanted

    def _stray(self) -> int:
        """A walk at random from anywhere, as often from after something rare; the turns it took."""
        node: _Node | None = self._any(None)
        if self._flags and self.draw.random() < 0.5:
            node = self.draw.choice(self._flags[self.draw.choice(list(self._flags))])
        for step in range(_PRESSED):
            if node is None:
                return step + 1
            node = self._turn(node, self._anything())
        return _PRESSED

    def _press(self, goal: Target) -> int:
        """Turns meant for *goal* from the mind that seems nearest; the turns it took."""
        node = self._nearest(goal)
        for step in range(_PRESSED):
            if node is None or goal.line in self.said or goal.state not in ("", node.mind.state):
                return step + 1
            node = self._turn(node, self._meant(goal))
        return _PRESSED

    def _turn(self, node: _Node, heard: Heard) -> _Node | None:
        """*node* after one turn, kept where it is new; None where the conversation is over."""
        mind = node.mind
        if self.draw.random() < _EVENT:
            events = self.person.may_happen(mind)
            if events:
                mind, _ = self.person.happen(mind, self.draw.choice(events))
        after, _ = self.person.hear(mind, heard, node.level, node.seed)
        self.said |= after.used - mind.used
        if not after.ended:
            ending = self.person.ending(after)
            self.said.add(self.person.last_line(after, ending, node.seed))
        if after.ended or after.turn >= self.scenario.max_turns:
            return None
        here = replace(node, mind=after)
        self._keep(here)
        return here

    def _keep(self, node: _Node) -> None:
        mind = node.mind
        kind = (
            mind.state, mind.facts, mind.flags, mind.misread, mind.flash, mind.prev, mind.cued,
            mind.safety // 10, mind.heat // 10, min(mind.turns_here, 4), node.level.name, len(mind.used) // 8,
        )  # fmt: skip
        alike = self._minds.setdefault(kind, [])
        if len(alike) < _KEPT:
            alike.append(node)
            self._states.setdefault(mind.state, []).append(node)
            if mind.prev:
                self._tags.setdefault((mind.state, mind.prev), []).append(node)
            for flag in sorted(mind.flags):
                self._flags.setdefault(flag, []).append(node)

    def _any(self, state: str | None) -> _Node | None:
        """A mind in *state*, or in any: rare states come up as often as common ones."""
        known = self._states.get(state or self.draw.choice(list(self._states)), ())
        return known[self.draw.randrange(len(known))] if known else None

    def _nearest(self, goal: Target) -> _Node | None:
        """Of some minds in the state of *goal* the one for which most of its condition holds already."""
        known = self._states.get(goal.state, ()) if goal.state else ()
        if goal.state and not known:
            return None
        some = [self._any(goal.state or None) for _ in range(_TRIED)]
        tagged = self._tags.get((goal.state, goal.when.prev), ())  # just after a certain line: few among many
        some += self.draw.choices(tagged, k=_TRIED) if tagged else ()
        late = self.draw.choice((-1, 1))  # early minds have room to go on, late ones have used up what stands before
        some += self._near.get(goal, ())

        def nearness(node: _Node) -> tuple:
            # the fewer lines of its pool are left, the sooner it is drawn
            return sum(goal.holds(node.mind)), len(node.mind.used.intersection(goal.among))

        ranked = sorted((node for node in some if node), key=lambda node: (nearness(node), late * node.mind.turn))
        if not ranked:
            return None
        self._near[goal] = ranked[-_NEAR:]
        alike = [node for node in self._near[goal] if nearness(node) == nearness(ranked[-1])]
        return self.draw.choice(alike)

    def _meant(self, goal: Target) -> Heard:
        """A turn that *goal* asks for, with what it leaves open drawn."""
        condition, open_ = goal.when, self._anything()
        skills = [*condition.all, *self._some(condition.skill)]
        if not skills and self.draw.random() < 0.7:
            skills = [skill for skill in open_.skills if skill not in condition.no_skill]
        topics = self._some(condition.topic) or [t for t in open_.topics if t not in condition.no_topic]
        marks = self._some(condition.mark) or open_.marks
        shape = (self._some(condition.shape) or [open_.shape])[0]
        echo = open_.echo if ECHO not in goal.line else self.draw.choice(self.scenario.echo.words or ("",))
        saw = tuple(flash.id for flash in self.scenario.flashes) if "noticed" in condition.flag else open_.saw
        if SILENCE in (shape, *skills):
            return Heard((SILENCE,), shape=SILENCE)
        asked = (goal.asked,) if goal.asked else ()
        return Heard(tuple(dict.fromkeys(skills)), tuple(marks), tuple(topics), shape, saw=saw, asked=asked, echo=echo)

    def _some(self, names: tuple[str, ...]) -> list[str]:
        return [self.draw.choice(names)] if names else []

    def _anything(self) -> Heard:
        draw, scenario = self.draw, self.scenario
        skills = draw.sample([skill for skill, _ in scenario.effects], draw.choice((0, 1, 1, 1, 2, 3)))
        named = [name for name, _ in scenario.topics]
        topics = draw.sample(named, min(len(named), draw.choice((0, 1, 1, 2))))
        marks = (draw.choice(MARKS),) if draw.random() < 0.2 else ()
        saw = tuple(flash.id for flash in scenario.flashes) if draw.random() < 0.3 else ()
        shape = SILENCE if SILENCE in skills else draw.choice([name for name in SHAPES if name != SILENCE])
        echo = draw.choice(("", *scenario.echo.words))
        asked = (draw.choice(scenario.asked).id,) if scenario.asked and draw.random() < 0.1 else ()
        return Heard(tuple(skills), marks, tuple(topics), shape, saw=saw, asked=asked, echo=echo)
