"""The working copy of a mind during one turn. It is thrown away when anything fails, so the mind stays whole."""

from simulator.persona.heard import Heard
from simulator.persona.mind import HEARD, Mind, openness
from simulator.persona.scenario import Level

_COPIED = tuple(name for name in Mind.__dataclass_fields__ if name not in ("flags", "facts", "used", "cued"))


class Moment:
    """One turn in progress: the mind as it changes, and what was heard. Conditions are asked of this."""

    __slots__ = (
        *_COPIED,
        "arc",
        "cued",
        "facts",
        "flags",
        "from_",
        "heard",
        "level",
        "marks",
        "notes",
        "penalised",
        "shape",
        "skills",
        "topic_set",
        "used",
    )

    def __init__(self, mind: Mind, heard: Heard, skills: tuple[str, ...], penalised: frozenset[str], level: Level):
        for name in _COPIED:
            setattr(self, name, getattr(mind, name))
        self.flags = set(mind.flags)
        self.facts = dict(mind.facts)
        self.cued = set(mind.cued)
        self.used = set(mind.used)
        self.heard = heard
        self.level = level
        self.skills = frozenset(skills)
        self.penalised = self.skills & penalised
        self.marks = frozenset(heard.marks)
        self.shape = heard.shape
        self.topic_set: frozenset[str] = frozenset()
        self.from_ = ""
        self.arc = None
        self.notes: list[tuple[str, str]] = []

    @property
    def openness(self) -> int:
        """Safety less half the heat, as they stand now."""
        return openness(self.safety, self.heat)

    def confided(self, ideas: frozenset[str]) -> int:
        """How many facts were heard, proposals left out."""
        return sum(fate == HEARD for id, fate in self.facts.items() if id not in ideas)

    def settled(self) -> Mind:
        """The mind after the turn."""
        values = {name: getattr(self, name) for name in _COPIED}
        values["best_openness"] = max(self.best_openness, self.openness)
        return Mind(
            **values,
            flags=frozenset(self.flags),
            facts=tuple(self.facts.items()),
            cued=frozenset(self.cued),
            used=frozenset(self.used),
        )
