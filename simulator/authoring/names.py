"""The names a scenario may use, and the faults for those it does not have."""

from collections.abc import Collection, Iterable

from scoring.authored import Node, Place, Problem, find, nearest
from scoring.vocabulary import MARKS, SKILLS
from simulator.authoring.model import ScenarioFile
from simulator.persona.heard import SHAPES, SILENCE
from simulator.persona.mind import SECOND_TALK

PENALISED = "penalised"
ANY_FACT, ANY_IDEA = "any", "idea"
KNOWN_TO_ALL = ("hushed", "interrogating", "noticed", SECOND_TALK, "watched")
"""Flags that every conversation has: see simulator.persona.effects and simulator.persona.person."""


NOBODY = ""
"""Stands for a role that nothing plays in a scenario: a condition on it never holds."""

COMMON_STATES = ("anger", "blame_shift", "silence", "fine", "tears", "new_info")
"""States that core speaks of and not every archetype has. A condition on one that is missing never holds."""


class Names:
    """Every name of a composed scenario, and the collector of faults in their use."""

    def __init__(self, file: ScenarioFile, tree: Node):
        self._tree = tree
        self.problems: list[Problem] = []
        self.skills = (*SKILLS, SILENCE)
        self.skill_roles = {PENALISED: tuple(file.penalised)} | {
            role: tuple(skills) for role, skills in file.roles.skills.items()
        }
        self.ideas = tuple(id for id, fact in file.facts.items() if _is_idea(id, fact))
        self.facts = tuple(file.facts)
        self.fact_roles = {ANY_FACT: tuple(i for i in self.facts if i not in self.ideas)} | {
            role: tuple(ids) for role, ids in file.roles.facts.items()
        }
        if self.ideas:
            self.fact_roles.setdefault(ANY_IDEA, self.ideas)
        self.topics = tuple(file.topics)
        self.topic_roles = {role: tuple(ids) for role, ids in file.roles.topics.items()}
        self.states = tuple(dict.fromkeys((*file.states, *COMMON_STATES)))
        self.targets = tuple(file.states)
        self.misreads = tuple(file.misreads)
        self.endings = tuple(file.endings)
        self.events = tuple(event.id for event in file.events)
        self.flags = _flags(file)
        self.tags = tuple({r.tag for s in file.states.values() for r in (*s.replies, *s.enter) if r.tag})
        self.marks = MARKS
        self.shapes = SHAPES

    def place(self, path: Iterable) -> Place:
        """Where *path* stands in the files."""
        return find(self._tree, path)

    def fault(self, path: Iterable, code: str, message: str) -> None:
        """Notes a fault at *path*."""
        self.problems.append(Problem(self.place(path), code, message))

    def check(self, names: Collection[str], kind: str, path: tuple) -> tuple[str, ...]:
        """*names* as they are, each of them known as a *kind* (an attribute of this class); a fault for the others."""
        if not names:  # most lists of a condition, some forty thousand times a file
            return ()
        known = getattr(self, kind)
        for index, name in enumerate(names):
            if name not in known:
                self.fault((*path, index), "S10", f"'{name}' is not {_KINDS[kind]}{nearest(name, known)}")
        return tuple(names)

    def one(self, name: str, kind: str, path: tuple) -> str:
        """*name* where it is empty or known as a *kind*; a fault otherwise."""
        if name and name not in getattr(self, kind):
            self.fault(path, "S10", f"'{name}' is not {_KINDS[kind]}{nearest(name, getattr(self, kind))}")
        return name

    def roles(self, names: Collection[str], kind: str, path: tuple, every: bool = False) -> tuple[str, ...]:
        """*names* of skills, topics or facts, roles spelled. Where *every* one counts, an empty role is never met."""
        if not names:
            return ()
        known, roles = getattr(self, kind + "s"), getattr(self, kind + "_roles")
        found: list[str] = []
        for index, name in enumerate(names):
            if name in known:
                found.append(name)
            elif name in roles:
                found.extend(roles[name] or ((NOBODY,) if every else ()))
            else:
                said = f"'{name}' is not {_KINDS[kind + 's']} and no role of one{nearest(name, (*known, *roles))}"
                self.fault((*path, index), "S10", said)
        return tuple(dict.fromkeys(found)) or (NOBODY,)


_KINDS = {
    "skills": "a skill",
    "marks": "a mark",
    "topics": "a topic of this scenario",
    "facts": "a fact of this scenario",
    "states": "a state of this scenario",
    "targets": "a state of this scenario",
    "misreads": "a misreading of this scenario",
    "endings": "an ending of this scenario",
    "events": "an event of this scenario",
    "flags": "a flag that anything raises",
    "tags": "the tag of a line",
    "shapes": "a shape of a message",
}


def _is_idea(id: str, fact) -> bool:
    return fact.idea if fact.idea is not None else id == ANY_IDEA


def _flags(file: ScenarioFile) -> tuple[str, ...]:
    raised = {*file.flags, *KNOWN_TO_ALL}
    raised |= {f"mis_{id}" for id in file.misreads} | {f"event_{event.id}" for event in file.events}
    for state in file.states.values():
        raised |= {state.sets, *(arc.flag for arc in state.go)}
    return tuple(sorted(raised - {""}))
