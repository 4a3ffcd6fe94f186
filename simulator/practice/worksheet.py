"""The questions of the worksheet, in the order in which they are asked."""

from dataclasses import dataclass

from simulator.practice.preparation import BEHAVIOURS, BELIEFS

TEXT, LINES, TICKS, FACTS, TURNED = "text", "lines", "ticks", "facts", "turned"
"""Forms of an answer: a text, a text a line, names to tick, evidence by number or in own words, pairs."""


@dataclass(frozen=True, slots=True)
class Field:
    """One question. *name* is that of the preparation's field; *help* says a little more; *choices* are to be ticked.

    $name in a text stands for the other's name.
    """

    name: str
    ask: str
    form: str = TEXT
    help: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    short: str = ""

    @property
    def heading(self) -> str:
        """What the field is called where its answer is shown."""
        return self.short or self.ask


@dataclass(frozen=True, slots=True)
class Section:
    """Questions that belong together, under a *name* that can be typed and a *title*."""

    name: str
    title: str
    about: str
    fields: tuple[Field, ...]


SECTIONS = (
    Section(
        "mindset",
        "Six questions",
        "In writing: it shows what thinking skips. The one on outcomes has three parts. For your eyes only.",
        (
            Field("difficult", "What is difficult about this conversation for you?"),
            Field("for_them", "What is the problem for $name?", help="As $name would put it."),
            Field("feeling", "How do you feel about it?"),
            Field("my_part", "How may you have contributed?", help="Something you did or left undone, however small."),
            Field("outcome_me", "What outcome do you want for you?", short="The outcome I want for me"),
            Field("outcome_them", "And for $name?", short="For $name"),
            Field("outcome_us", "And for how the two of you work together?", short="For the two of us"),
            Field("behave", "How must you behave for that to come about?"),
        ),
    ),
    Section(
        "habits",
        "What may get in the way",
        "Dread makes most people do one of these five. Nobody but you reads this.",
        (
            Field(
                "behaviours",
                "Which of them do you know from yourself?",
                TICKS,
                choices=tuple(BEHAVIOURS.items()),
                short="What I know from myself",
            ),
            Field(
                "derail", "What might throw you off course?", help="A word, a look, a topic. And what will you do then?"
            ),
        ),
    ),
    Section(
        "plan",
        "The plan",
        "A plan and no script: it will go differently, and you'll know where you wanted to go.",
        (
            Field(
                "place",
                "Where, how long, and what if the time is too short?",
                help="Private, and face to face where you can: meet, else video, else ring. Writing comes afterwards.",
                short="Place and time",
            ),
            Field("purpose", "Why are you having it? One sentence that serves you both.", short="Purpose"),
            Field("facts", "Which facts will you put on the table?", FACTS, "Seen, heard or written.", short="Facts"),
            Field(
                "story",
                "What do you make of them?",
                help="Your story, with room to be wrong: 'I'm starting to think'.",
                short="My story",
            ),
            Field(
                "questions",
                "What will you ask?",
                LINES,
                "One a line. 'What' and 'how' open; 'why' asks for a defence.",
                short="Questions",
            ),
            Field(
                "fear",
                "What may $name think you are up to?",
                help="The likeliest misreading.",
                short="What $name may take it for",
            ),
            Field(
                "contrast", "What will you say then?", help="'I don't want ..., I do want ...'", short="The contrast"
            ),
        ),
    ),
    Section(
        "assumptions",
        "What you take for granted",
        "Assumptions, fears, motives, prejudices: each can become a question that begins with 'what' or 'how'.",
        (
            Field(
                "assumptions",
                "What are you assuming about $name, or about how it will go?",
                TURNED,
                short="Assumptions, and what I'll ask instead",
            ),
        ),
    ),
    Section(
        "invitation",
        "The invitation",
        "Ask first: what it is about, why, that you want their view, that it is to get better, and when.",
        (Field("invitation", "How will you ask $name for the conversation?", short="How I'll ask"),),
    ),
    Section(
        "beliefs",
        "Before you go in",
        "Tick what is true for you now. What is not yet true shows what is still missing.",
        (Field("beliefs", "Which of these do you believe?", TICKS, choices=tuple(BELIEFS.items()), short="I believe"),),
    ),
)
"""The worksheet."""


def named(text: str, name: str) -> str:
    """*text* with the other's *name* in it."""
    return text.replace("$name", name)
