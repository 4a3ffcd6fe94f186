"""The parts a person is made of: conditions, effects, lines, arcs, states, facts, misreadings, flashes. All frozen."""

from dataclasses import dataclass

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bound:
    """A limit on a number of the person's: *meter* is safety, heat, openness (0-100), patience, turn or turns_here."""

    meter: str
    sign: str
    value: int


@dataclass(frozen=True, slots=True)
class Condition:
    """When something holds. A list asks for any of its names, where the name does not say otherwise."""

    skill: Words = ()
    all: Words = ()
    no_skill: Words = ()
    mark: Words = ()
    topic: Words = ()
    no_topic: Words = ()
    flag: Words = ()
    flags_all: Words = ()
    no_flag: Words = ()
    told: Words = ()
    told_all: Words = ()
    hidden: Words = ()
    state: Words = ()
    from_: Words = ()
    prev: str = ""
    misread: str = ""
    shape: Words = ()
    bounds: tuple[Bound, ...] = ()


ALWAYS = Condition()


@dataclass(frozen=True, slots=True)
class Effect:
    """What a skill does to the meters, in points; the first row of a skill that fits counts."""

    when: Condition
    safety: int = 0
    heat: int = 0
    patience: int = 0


@dataclass(frozen=True, slots=True)
class Reply:
    """Lines for a moment. *tag* is remembered as the tag of the last line; *local* lines are the situation's own."""

    when: Condition
    say: Words
    tag: str = ""
    local: bool = False


@dataclass(frozen=True, slots=True)
class Arc:
    """A way from one state to another, or to an ending. Arcs are tried from the top."""

    when: Condition
    to: str = ""
    end: str = ""
    misread: str = ""
    say: Words = ()
    repaired: bool = False
    more: str = ""
    raises: str = ""
    clears: str = ""
    patience: int = 0


AFTER_MISREAD = "after_misread"
"""The destination of a repaired misreading: guarded the first time, later where the person came from."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A ladder of help: a nudge, the skill to use, an example of it."""

    nudge: str
    skill: str
    example: str


@dataclass(frozen=True, slots=True)
class State:
    """Where the conversation is. *chance* names the skills that have a real opening here; only those are scored."""

    name: str
    kind: str
    chance: Words
    hint: Hint
    model: Words
    model_from_misread: bool = False
    tells: bool = False
    discount: int = 0
    sets: str = ""
    clears: str = ""
    enter: tuple[Reply, ...] = ()
    go: tuple[Arc, ...] = ()
    replies: tuple[Reply, ...] = ()
    calls_back: tuple[Reply, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """Something held back, with its price in openness. An *idea* is a proposal, no confidence that has to be heard."""

    id: str
    title: str
    cost: int
    topics: Words
    cue_topics: Words
    cue: Words
    tell: tuple[Reply, ...]
    more: Words
    then: str
    after_any: Words = ()
    after_all: Words = ()
    only_in: Words = ()
    invite: Words = ()
    idea: bool = False


@dataclass(frozen=True, slots=True)
class Misread:
    """What the person may take the user to be up to. *words* are those of the fear, as a contrast would deny them."""

    id: str
    thinks: str
    says: Words
    repaired: Words
    model: str
    words: Words


@dataclass(frozen=True, slots=True)
class Flash:
    """A quick, visible reaction with a cause. *words* are those by which somebody would name it."""

    id: str
    when: Condition
    show: Words
    words: Words


@dataclass(frozen=True, slots=True)
class Asked:
    """A concrete question, known by its *words* (with *question*: only in a turn that asks), and its answers.

    With *listens* the words show that what was told last was heard: a promise to keep it private, say.
    """

    id: str
    words: Words
    question: bool
    listens: bool
    answers: tuple[Reply, ...]


@dataclass(frozen=True, slots=True)
class FlagRule:
    """A turn that fits raises the *flag*. A condition on the state means the state in which the turn was said."""

    flag: str
    when: Condition
