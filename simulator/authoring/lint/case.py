"""What is examined: one scenario with the file it came from, so that every finding has its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from scoring.authored import Problem, find
from simulator.authoring.load import Source
from simulator.authoring.names import Names
from simulator.authoring.resolve import Resolver
from simulator.authoring.shelf import shown
from simulator.persona.scenario import AFTER_MISREAD, Arc, Condition, Scenario, State

Path = tuple[str | int, ...]
"""Where something stands in the composed file: keys and indexes."""


_LED_TO_BY_FACTS = ("roadbump", "opening_up", "problem_solving")
"""Kinds of state to which the telling of a fact may lead."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Something of the scenario with the *path* at which it stands, and the *state* it belongs to ('' for none)."""

    path: Path
    when: Condition
    state: str = ""
    arc: Arc | None = None
    say: tuple[str, ...] = ()


@dataclass(frozen=True)
class Case:
    """A *scenario* and its *source*. *own* is the name of the file that is examined: findings in others are theirs.

    A *layer* is examined under a situation of somebody else's: facts may lead to any of its states.
    """

    scenario: Scenario
    source: Source
    own: str = ""
    layer: bool = False

    @classmethod
    def of(cls, scenario: Scenario, source: Source) -> "Case":
        """The case of a file that was loaded."""
        return cls(scenario, source, shown(source.path))

    @cached_property
    def make(self) -> Resolver:
        """Resolves parts of the file once more, for whoever asks where a part stands."""
        return Resolver(self.source.file, Names(self.source.file, self.source.tree), self.own)

    def is_own(self, path: Path) -> bool:
        """Whether *path* stands in the file that is examined."""
        return find(self.source.tree, path).path == self.own

    def problem(self, path: Path, code: str, message: str, *, key: bool = False) -> Problem:
        """A finding at *path*; where that stands in another file, at the beginning of this one."""
        place = find(self.source.tree, path, key=key)
        if place.path != self.own:
            place = find(self.source.tree, ())
        return Problem(place, code, message)

    # The graph ---------------------------------------------------------------------------------

    @cached_property
    def arcs(self) -> dict[str, tuple[Placed, ...]]:
        """The ways out of every state, in the order in which they are tried."""
        states = self.source.file.states
        return {
            name: tuple(
                Placed(path, arc.when, name, arc, arc.say)
                for arc, path in self.make.placed_arcs(name, part.go, ("states", name, "go"))
            )
            for name, part in states.items()
        }

    @cached_property
    def leads(self) -> dict[str, frozenset[str]]:
        """The states to which every state may lead, by an arc or by a disclosure; arcs that can never hold left out."""
        from simulator.authoring.lint.holding import can_hold

        found = {}
        for state in self.scenario.states:
            targets: set[str] = set()
            for placed in self.arcs[state.name]:
                if placed.arc.end or not can_hold(self.scenario, placed.when, state, arriving=False):
                    continue
                if placed.arc.misread and not self.begins_somewhere(placed.arc.misread):
                    continue
                targets |= self.refuges if placed.arc.to == AFTER_MISREAD else {placed.arc.to}
            if state.tells:
                targets |= {f.then for f in self.scenario.facts if not f.only_in or state.name in f.only_in}
            found[state.name] = frozenset(targets)
        return found

    @cached_property
    def refuges(self) -> frozenset[str]:
        """The states to which a repaired misreading may lead: guarded, or where it began."""
        guarded = next(state.name for state in self.scenario.states if state.kind == "guarded")
        begun_in = {name for name, arcs in self.arcs.items() if any(placed.arc.misread for placed in arcs)}
        return frozenset({guarded} | begun_in)

    @cached_property
    def reached(self) -> frozenset[str]:
        """The states that a conversation can come to."""
        told = {state.name for state in self.scenario.states if self.layer and state.kind in _LED_TO_BY_FACTS}
        return self.from_here(self.scenario.start_state, *told)

    def from_here(self, *starts: str) -> frozenset[str]:
        """*starts* and every state that can follow."""
        seen, todo = set(starts), list(starts)
        while todo:
            for name in self.leads.get(todo.pop(), ()):
                if name not in seen and name in self.leads:
                    seen.add(name)
                    todo.append(name)
        return frozenset(seen)

    def comes_from(self, state: str) -> frozenset[str]:
        """The states from which *state* can be entered."""
        return frozenset(name for name in self.reached if state in self.leads[name])

    def begins_somewhere(self, misread: str) -> bool:
        """Whether a level has the misreading called *misread*."""
        return any(level.misreads is None or misread in level.misreads for level in self.scenario.levels)

    # Lines -------------------------------------------------------------------------------------

    def rules(self, where: str) -> Iterator[Placed]:
        """The reply rules under *where* (enter, replies, calls_back) of every state."""
        for name, part in self.source.file.states.items():
            for index, rule in enumerate(getattr(part, where)):
                path = ("states", name, where, index)
                when = self.make.when(rule.if_, path)
                if when is not None:
                    yield Placed(path, when, name, say=tuple(rule.say))

    def state(self, name: str) -> State:
        """The state called *name*."""
        return self.scenario.state(name)
