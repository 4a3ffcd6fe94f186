"""What was found in a turn: the record that everything after detection stands on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """A skill or mark carried by the user's own words.

    *start* and *end* count characters of the text as it was typed; *quote* is text[start:end]. *rule* names what found
    it; *strength* is 0-1. *why* are the reasons in plain words, the words that counted first.
    """

    skill: str
    start: int
    end: int
    quote: str
    rule: str
    strength: float
    why: tuple[str, ...] = ()

    def as_json(self) -> dict:
        """The form that `rehearse detect` prints."""
        return {
            "skill": self.skill,
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
            "rule": self.rule,
            "strength": round(self.strength, 3),
        }


@dataclass(frozen=True, slots=True)
class Cancelled:
    """A finding that does not count, and *because* of what."""

    finding: Finding
    because: str


@dataclass(frozen=True, slots=True)
class Detection:
    """Everything found in one *text*, in the order in which it was said.

    *asking* are the places of the sentences that ask, by their first character and the one after their last.
    """

    text: str
    findings: tuple[Finding, ...] = ()
    marks: tuple[Finding, ...] = ()
    cancelled: tuple[Cancelled, ...] = ()
    asking: tuple[tuple[int, int], ...] = ()

    @property
    def questions(self) -> int:
        """How many sentences ask."""
        return len(self.asking)

    @property
    def skills(self) -> tuple[str, ...]:
        """Names of the skills found, each once, in the order in which they were said."""
        return tuple(dict.fromkeys(finding.skill for finding in self.findings))
