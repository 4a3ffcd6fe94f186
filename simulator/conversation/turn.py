"""A finished turn: what was typed, what was heard in it, what it did and what came back."""

from dataclasses import dataclass

from scoring.findings import Detection
from simulator.persona.heard import Heard
from simulator.persona.mind import Mind, Reaction


@dataclass(frozen=True, slots=True)
class Turn:
    """One exchange. *mind* is the person after it; *number* counts from 1 along its branch.

    *aside* is a line out of role, about harm or crisis; such a turn is no part of the conversation: nothing was heard
    and the person is as before.
    """

    number: int
    text: str
    detection: Detection
    heard: Heard
    reaction: Reaction
    mind: Mind
    aside: str = ""

    @property
    def reply(self) -> str:
        """What the person said, or the line out of role."""
        return self.aside or self.reaction.line

    @property
    def skills(self) -> tuple[str, ...]:
        """Skills that were heard and counted."""
        return self.reaction.skills

    def as_json(self) -> dict:
        """The line that `rehearse play --json` prints. Meters are points, safety and heat 0-100."""
        return {
            "turn": self.number,
            "text": self.text,
            "skills": list(self.detection.skills),
            "findings": [finding.as_json() for finding in self.detection.findings],
            "marks": [finding.skill for finding in self.detection.marks],
            "topics": list(self.reaction.topics),
            "reply": self.reply,
            "state": self.mind.state,
            "safety": self.mind.safety,
            "heat": self.mind.heat,
            "patience": self.mind.patience,
            "told": list(self.mind.told),
        }


@dataclass(frozen=True, slots=True)
class Finish:
    """How a conversation ended: the ending's id, the last line and the note that goes with it."""

    ending: str
    line: str
    note: str
    tonight: str
