"""What somebody wrote before a conversation, as plain data: the worksheet, filled in as far as they liked."""

from dataclasses import dataclass, fields

from simulator.codec import from_json, to_json

Words = tuple[str, ...]

BEHAVIOURS = {
    "avoidance": "putting it off, or talking about everything but it",
    "minimizing": "making it small: 'just', 'no big deal'",
    "blame": "going in to settle whose fault it is",
    "triggered": "hitting back when something stings",
    "winging_it": "going in without a plan, and hoping",
}
"""The five things that dread makes people do, as the worksheet offers them."""

BELIEFS = {
    "needed": "This conversation needs to be had.",
    "prepared": "I have prepared as well as I can.",
    "calm": "I know myself well enough to stay calm.",
    "safe": "I care about this person, and I know how to make it safe to talk.",
}
"""The four confident beliefs. Ticking them is for oneself; nothing is counted."""


@dataclass(frozen=True, slots=True)
class Turned:
    """Something taken for granted, and the open question that was made of it ('' while there is none)."""

    assumption: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class Preparation:
    """A worksheet. Everything may be empty: all of it can be skipped.

    The first eight are the six mindset questions, the fifth of them in three. *behaviours* and *beliefs* are names from
    BEHAVIOURS and BELIEFS. *facts* are evidence in the brief's words or their own. *fear* is what the other may think
    the user is up to, and *contrast* what to say then. *written* is a date, year first.
    """

    difficult: str = ""
    for_them: str = ""
    feeling: str = ""
    my_part: str = ""
    outcome_me: str = ""
    outcome_them: str = ""
    outcome_us: str = ""
    behave: str = ""
    behaviours: Words = ()
    derail: str = ""
    beliefs: Words = ()
    place: str = ""
    purpose: str = ""
    facts: Words = ()
    story: str = ""
    questions: Words = ()
    fear: str = ""
    contrast: str = ""
    assumptions: tuple[Turned, ...] = ()
    invitation: str = ""
    written: str = ""

    @property
    def answered(self) -> Words:
        """Names of the fields that hold something, in order."""
        return tuple(one.name for one in fields(self) if one.name != "written" and getattr(self, one.name))

    @property
    def winged(self) -> bool:
        """Whether there is no plan to speak of: no purpose and no fact."""
        return not (self.purpose or self.facts)

    def as_record(self) -> dict:
        """The data of the record that keeps it in a session."""
        return to_json(self)


def from_record(data: dict) -> Preparation:
    """The preparation that a session's record holds; an empty one where it holds nothing that can be read."""
    try:
        return from_json(Preparation, data)
    except (TypeError, ValueError, KeyError):
        return Preparation()


def texts(preparation: Preparation) -> list[str]:
    """Everything in it that the user wrote."""
    found: list[str] = []
    for one in fields(preparation):
        value = getattr(preparation, one.name)
        if one.name in ("behaviours", "beliefs", "written"):
            continue
        for item in (value,) if isinstance(value, str) else value:
            found += [item] if isinstance(item, str) else [item.assumption, item.question]
    return [text for text in found if text]
