"""What a Review says beside the scores, as plain data: own marking, preparation, the other's chair, the other runs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OwnMark:
    """What the user heard in their own *turn* before any score, and what was found there: names of skills."""

    turn: int
    quote: str
    own: tuple[str, ...]
    found: tuple[str, ...]

    @property
    def shared(self) -> tuple[str, ...]:
        """Skills that both heard."""
        return tuple(skill for skill in self.own if skill in self.found)


@dataclass(frozen=True, slots=True)
class Reflection:
    """What the user wrote and marked before reading on."""

    plus: str = ""
    delta: str = ""
    marks: tuple[OwnMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Against:
    """One answer of the preparation against what happened. *field* is the worksheet's; *planned* the user's words.

    *happened* is a sentence, *turn* where it shows (0 for nowhere) and *quote* the words of that turn.
    """

    field: str
    title: str
    planned: str
    happened: str
    turn: int = 0
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Inside:
    """One exchange from the other's chair: what they heard, what went on in them, what they said.

    *moved* is how much went on in them: points of safety and heat either way, and more for what was told, taken wrongly
    or walked past.
    """

    turn: int
    heard: str
    inside: tuple[str, ...]
    said: str
    moved: int = 0


@dataclass(frozen=True, slots=True)
class Chair:
    """The conversation from the other's side: what they wanted and feared, and turn by turn what it was like."""

    wants: str
    fears: str
    exchanges: tuple[Inside, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """One way through a session. *since* is the turn after which it left the run *parent*; counts are of its whole way.

    *told* and *heard* count what was held back and came out; *safety* is where trust stood at the end, 0-100; -1 in
    all three where nobody knows.
    """

    branch: int
    parent: int
    since: int
    turns: int
    ending: str
    ending_title: str
    told: int
    heard: int
    chances_used: int
    chances: int
    costs: int
    safety: int
    overall: int
    what_if: bool = False
    scored: bool = False
    best: bool = False
