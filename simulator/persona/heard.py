"""What the person takes in of one turn. Matching letters is done elsewhere; here are only names."""

from dataclasses import dataclass

SILENCE = "silence"
"""The event of an empty turn. It stands among the skills in conditions and effects, but it is no finding."""

SHAPES = (
    "question", "statement", "short", "long", "many_questions", "off_topic", "abusive", "dismissive", "unreadable",
    "silence",
)  # fmt: skip
"""Outward forms of a message, used where no rule has anything to say to its content."""


MOST_SKILLS = 4  # in one turn; with more, the first two of them count and the person asks which bit to take


@dataclass(frozen=True, slots=True)
class Heard:
    """One turn as the person hears it.

    *skills* stand in the order in which they were said. *unfounded* are those among them whose words do not hold:
    a summary of nothing that was said, a contrast beside the point, a gesture named that nobody made. *saw* are the
    ids of flashes that were named, *asked* those of the concrete questions that were asked, the one to be answered
    first; *echo* is a word of the user's that may be said back. *words* is the length. *takes_up* says that it comes
    back to what the person has just said, in their words.
    """

    skills: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    shape: str = "statement"
    unfounded: frozenset[str] = frozenset()
    saw: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    echo: str = ""
    words: int = 0
    repeated: bool = False
    takes_up: bool = False

    @property
    def silent(self) -> bool:
        """Nothing was typed."""
        return SILENCE in self.skills
