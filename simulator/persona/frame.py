"""What stands around a conversation: brief, levels, events, endings, second talks, walkthroughs. All frozen."""

from dataclasses import dataclass

from simulator.persona.parts import Condition, Words


@dataclass(frozen=True, slots=True)
class EndingVariant:
    """Other words for an ending *when* something held; '' leaves the ending's own."""

    when: Condition
    note: str
    tonight: str


@dataclass(frozen=True, slots=True)
class Ending:
    """A way it can end. *when* is None for an ending that only an arc can reach."""

    id: str
    when: Condition | None
    line: Words
    note: str
    tonight: str = ""
    variants: tuple[EndingVariant, ...] = ()


@dataclass(frozen=True, slots=True)
class Start:
    """Where the meters begin."""

    safety: int
    heat: int
    patience: int


@dataclass(frozen=True, slots=True)
class Level:
    """One degree of difficulty. *cues* is always, usual or once: how readily hints at hidden facts are dropped."""

    name: str
    start: Start
    cost_shift: int = 0
    misreads: Words | None = None
    cues: str = "usual"
    events: bool = False
    meters: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens in the room. A trainer fires it; at the hard level one may come by itself."""

    id: str
    when: Condition
    show: str
    heat: int = 0
    cue: str = ""
    tests: Words = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """How a second conversation starts after the *ending* of the first."""

    ending: str
    start: Start
    first_line: Words
    practises: Words
    scene: str = ""


@dataclass(frozen=True, slots=True)
class LookFor:
    """What the debrief points out when a flag was raised or a fact told, and when it was not."""

    flag: str
    told: str
    yes: str
    no: str


@dataclass(frozen=True, slots=True)
class Brief:
    """What the user reads first."""

    you_are: str
    they_are: str
    what_happened: str
    facts: Words
    your_task: str
    before_you_start: Words = ()


@dataclass(frozen=True, slots=True)
class Character:
    """Who the person is. *trust_ceiling*: the highest safety with 0, 1, 2 ... facts heard."""

    name: str
    pronouns: str
    start: Start
    rest_heat: int
    trust_ceiling: tuple[int, ...]
    wants: str
    fears: str
    voice: Words


@dataclass(frozen=True, slots=True)
class Echo:
    """The only words of the user's that the person may say back, by kind, and how often."""

    words: Words
    per_session: int
    cooldown_turns: int


@dataclass(frozen=True, slots=True)
class Step:
    """One typed line of a walkthrough, and what must come of it. Empty expectations are not checked."""

    say: str
    hears: Words = ()
    not_heard: Words = ()
    marks: Words = ()
    state: str = ""
    tells: str = ""


@dataclass(frozen=True, slots=True)
class Walkthrough:
    """A typed conversation that tests the scenario: where it must lead."""

    name: str
    seed: int
    level: str
    steps: tuple[Step, ...]
    ends: Words
