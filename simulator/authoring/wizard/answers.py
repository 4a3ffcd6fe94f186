"""The answers to the five-minute questionnaire: their form, reading them from a file, and remarks on them."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from scoring import Spotter
from scoring.authored import Problem, find, plain, read_file
from scoring.authored.shape import validate
from simulator.authoring.parts import Part, Texts
from simulator.authoring.shelf import shown
from simulator.authoring.wizard.deck import Channel, stock

SURPRISE = "surprise me"
"""Typed in place of a reason: it is dealt from the deck, and not shown."""
LONGEST = 600  # characters of an answer; a disclosure that is read in one go has some 300
MOST_LINES = 6

Line = Annotated[str, Field(min_length=1, max_length=LONGEST)]
Lines = Annotated[list[Line], Field(min_length=1, max_length=MOST_LINES)]

KINDS = ("work", "other")
"""The kinds of reason, in the order in which they are told."""

TEMPERAMENTS = {
    "goes quiet": "withdrawn_fine",
    "cries": "crier",
    "argues details": "lawyer",
    "points at others": "deflector",
    "jokes": "joker",
    "attacks": "accuser",
    "agrees at once": "over_agreer",
    "needs time": "silent_reflector",
    "says it sideways": "indirect",
}
"""How it is said in the questionnaire, and the archetype that goes with it."""


class Hidden(Part):
    """What hurts or is really going on, as the person would say it: "I ...". One reason of each kind, or one."""

    work: Annotated[str, Field(max_length=LONGEST)] = ""
    other: Annotated[str, Field(max_length=LONGEST)] = ""
    more_of_work: Annotated[list[Line], Field(max_length=MOST_LINES, description="said when asked for more")] = []
    more_of_other: Annotated[list[Line], Field(max_length=MOST_LINES)] = []

    @property
    def dealt(self) -> tuple[str, ...]:
        """The kinds of reason that a card is asked for."""
        return tuple(kind for kind in KINDS if is_surprise(getattr(self, kind)))

    @property
    def typed(self) -> "Hidden":
        """What was typed, without what is to be dealt. Details of a card nobody can have typed."""
        return self.model_copy(update={key: type(getattr(self, key))() for kind in self.dealt for key in _keys(kind)})


def _keys(kind: str) -> tuple[str, str]:
    return kind, f"more_of_{kind}"


def is_surprise(said: str) -> bool:
    """Whether *said* asks for a card of the deck."""
    return said.casefold().strip("'\"., ") in (SURPRISE, "surprise")


class Misreading(Part):
    """What the person will think the user is up to, in words of the user's."""

    says: Line
    answer: Annotated[str, Field(max_length=LONGEST, description="I don't mean to ...; I do want to ...")] = ""


class Answers(Part):
    """Everything the questionnaire asks. Texts are whole sentences and are taken over as they are."""

    name: Annotated[str, Field(min_length=1, max_length=40)]
    pronouns: Literal["she", "he", "they"] = "they"
    role: Annotated[str, Field(max_length=LONGEST)] = ""
    channel: Channel = "in_person"
    what_happened: Lines
    your_part: Annotated[str, Field(max_length=LONGEST)] = ""
    they_would_say: Annotated[list[Line], Field(max_length=MOST_LINES)] = []
    misread: Literal["get_rid", "check_up", "blame", "take_work", "favour"] | Misreading = "blame"
    hidden: Hidden | Literal["surprise me"] = "surprise me"
    they_would_propose: Annotated[str, Field(max_length=LONGEST)] = ""
    temperament: Literal[
        "goes quiet", "cries", "argues details", "points at others", "jokes", "attacks", "agrees at once",
        "needs time", "says it sideways",
    ]  # fmt: skip
    goal: Annotated[str, Field(max_length=LONGEST)] = ""
    about_harm: Annotated[bool | None, Field(description="false: it sounds of harm and isn't about it")] = None

    @property
    def dealt(self) -> tuple[str, ...]:
        """The kinds of reason that are dealt: both, one, or none."""
        return self.hidden.dealt if isinstance(self.hidden, Hidden) else KINDS

    @property
    def secrets(self) -> Hidden:
        """The reasons that were typed, and nothing of those that are dealt."""
        return self.hidden.typed if isinstance(self.hidden, Hidden) else Hidden()

    def texts(self) -> Texts:
        """Every text that was written, for whoever looks through them."""
        hidden = self.secrets
        own = [self.misread.says, self.misread.answer] if isinstance(self.misread, Misreading) else []
        details = [*hidden.more_of_work, *hidden.more_of_other]
        parts = (self.role, self.your_part, hidden.work, hidden.other, self.they_would_propose, self.goal)
        return [text for text in (*self.what_happened, *self.they_would_say, *own, *details, *parts) if text]

    def spoken(self) -> list[tuple[str, str]]:
        """Every text that the person will say, with what they say before it: a secret comes before its details."""
        hidden = self.secrets
        own = [self.misread.says] if isinstance(self.misread, Misreading) else []
        alone = [*self.they_would_say, *own, hidden.work, hidden.other, self.they_would_propose]
        found = [(text, "") for text in alone if text]
        found += [(text, hidden.work) for text in hidden.more_of_work]
        return [*found, *((text, hidden.other) for text in hidden.more_of_other)]


def read_answers(path: Path) -> tuple[Answers | None, list[Problem]]:
    """The answers in the file at *path*, or None, and what is wrong with them."""
    tree, problems = read_file(path, shown(path))
    if tree is None:
        return None, problems
    answers, problems = validate(Answers, tree, "S")
    if answers is None:
        return None, problems
    hidden = answers.hidden
    if isinstance(hidden, Hidden) and not (hidden.work or hidden.other):
        said = plain(tree)
        at = ("hidden",) if "hidden" in said else ()
        return None, [Problem(find(tree, at), "S12", "write what is hidden under 'work' or 'other', or 'surprise me'")]
    if len(answers.dealt) == len(KINDS):
        answers = answers.model_copy(update={"hidden": SURPRISE})
    return answers, []


_HARM = (
    "harassment", "harassed", "harassing", "sexual", "groped", "assault", "assaulted", "stalking", "stalked", "violent",
    "violence", "hit me", "hits me", "weapon", "suicide", "suicidal", "kill me", "kill him", "kill her", "kill myself",
    "self-harm", "threatened me", "afraid of him", "afraid of her", "afraid of them", "racist", "discriminated",
    "discrimination", "blackmail", "overdose",
)  # fmt: skip

NOT_FOR = (
    "Not for harassment, discrimination, violence or threats, and not for somebody in a crisis: such things don't want "
    "practice on a script, they want people. Your HR or works council, a lawyer, a doctor, the emergency number."
)
"""What this is not for."""


def speaks_of_harm(answers: Answers) -> str:
    """A word of harm or crisis in what was written, or ''."""
    for text in answers.texts():
        for word in _HARM:
            if Spotter({word: (word,)}).spot(text):
                return word
    return ""


def misread_labels() -> dict[str, str]:
    """The usual misreadings as the questionnaire names them."""
    return {name: misread.label for name, misread in stock().misreads.items()}
