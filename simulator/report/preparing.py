"""The preparation against what happened: each answer of the worksheet beside the words in which it came, or did not."""

import re
from collections.abc import Callable, Iterable, Iterator

from scoring import content_words
from scoring.findings import Finding
from simulator.conversation.turn import Finish, Turn
from simulator.persona.scenario import Scenario
from simulator.practice.preparation import BEHAVIOURS, Preparation, from_record
from simulator.practice.spotting import EARLY
from simulator.report import sentences
from simulator.report.lookback import Against
from simulator.report.words import quote, short, skill_words

HALF = 0.5  # share of the words of a plan to be what was planned
SHARED = 2  # words of content that a turn shares with a plan to be what was planned
STINGS = ("triggered", "sarcasm", "blame", "judgement", "comparison")
_END = re.compile(r"(?<=[.!?…])\s+")
_QUOTED = re.compile(r"'([^']+)'")
NAMED_BY = 3  # turns in which the matter is named by somebody who doesn't put it off, as the worksheet says
PLANNED = ("permission", "mutual_purpose", "facts")
_HABITS = {"avoidance": ("avoidance",), "minimizing": ("minimizing",), "blame": ("blame",), "triggered": STINGS[:2]}


def against(record: dict, turns: list[Turn], finish: Finish | None, scenario: Scenario) -> tuple[Against, ...]:
    """What was prepared, as a session keeps it, set against *turns*; nothing where nothing was prepared."""
    preparation = from_record(record) if record else Preparation()
    talk = _Talk(turns, finish, scenario)
    return tuple(one for field in preparation.answered if field in _LOOKS for one in _LOOKS[field](talk, preparation))


class _Talk:
    """A conversation that is searched for what was planned."""

    def __init__(self, turns: list[Turn], finish: Finish | None, scenario: Scenario):
        self.turns, self.finish, self.scenario = turns, finish, scenario

    def findings(self, skills: Iterable[str]) -> Iterator[tuple[Turn, Finding]]:
        """Where one of *skills* was heard, in order."""
        wanted = frozenset(skills)
        for turn in self.turns:
            for finding in turn.detection.findings:
                if finding.skill in wanted:
                    yield turn, finding

    def nearest(self, words: str, skills: Iterable[str]) -> tuple[Turn, Finding] | None:
        """The finding of *skills* that shares most with *words*, where that is enough to be what was planned."""
        wanted = content_words(words)
        shared = [(self._shared(wanted, one.quote), turn, one) for turn, one in self.findings(skills)]
        most, turn, finding = max(shared, key=lambda one: one[0], default=(0.0, None, None))
        return (turn, finding) if most >= HALF else None

    def sentence(self, words: str, asked: bool = False) -> tuple[Turn, str] | None:
        """The sentence that shares most with *words*, where that is enough, with its turn; with *asked*, in turns that
        ask something."""
        wanted = content_words(words)
        shared = [
            (self._shared(wanted, one), -turn.number, turn, one)
            for turn in self.turns
            if turn.detection.questions or not asked
            for one in _END.split(turn.text)
        ]
        most, _, turn, one = max(shared, key=lambda found: found[:2], default=(0.0, 0, None, ""))
        return (turn, one) if most >= HALF else None

    @staticmethod
    def _shared(wanted: frozenset[str], said: str) -> float:
        """The share of the *wanted* words of content that is in what was *said*; one word of several is a chance."""
        both = len(wanted & content_words(said))
        return both / len(wanted) if both >= min(SHARED, len(wanted)) > 0 else 0.0

    def said(self, words: str) -> Turn | None:
        """The turn that shares most with *words*, where it shares enough."""
        wanted = content_words(words)
        best = max(self.turns, key=lambda turn: len(wanted & content_words(turn.text)), default=None)
        shared = len(wanted & content_words(best.text)) if best else 0
        return best if shared >= min(SHARED, len(wanted) or 1) else None


def _one(
    field: str, title: str, skills: tuple[str, ...], came: str, did_not: str
) -> Callable[[_Talk, Preparation], Iterator[Against]]:
    """A look for what was planned: where one of *skills* was heard in its words, where its words were said all the
    same, or where *skills* was first heard in others."""

    def look(talk: _Talk, preparation: Preparation) -> Iterator[Against]:
        planned = getattr(preparation, field)
        if found := talk.nearest(planned, skills):
            turn, words, how = found[0], quote(found[1], found[0].text), ""
        elif found := talk.sentence(planned):
            turn, words, how = found[0], short(found[1], 200), ""
        elif found := next(talk.findings(skills), None):
            turn, words, how = found[0], quote(found[1], found[0].text), ", in other words,"
        else:
            yield Against(field, title, planned, did_not)
            return
        yield Against(field, title, planned, f"{came}{how} at turn {turn.number}.", turn.number, words)

    return look


def _story(talk: _Talk, preparation: Preparation) -> Iterator[Against]:
    """The story that was planned; one that shares nothing with it is another, and is not taken for it."""
    planned, title = preparation.story, "Your story"
    if found := talk.nearest(planned, ("own_story",)) or talk.sentence(planned):
        turn, words = found[0], found[1] if isinstance(found[1], str) else quote(found[1], found[0].text)
        yield Against("story", title, planned, f"You told it at turn {turn.number}.", turn.number, short(words, 200))
    elif other := next(talk.findings(("own_story",)), None):
        said = f"It was not said. At turn {other[0].number} you told what you thought about something else."
        yield Against("story", title, planned, said, *_where(other))
    else:
        yield Against("story", title, planned, "You did not tell it.")


def _facts(talk: _Talk, preparation: Preparation) -> Iterator[Against]:
    for fact in preparation.facts:
        turn = talk.said(fact)
        if turn is None:
            yield Against("facts", "A fact", fact, "It did not come up.")
        else:
            told = f"It came up at turn {turn.number}."
            yield Against("facts", "A fact", fact, told, turn.number, _sentence(turn.text, fact))


def _sentence(text: str, planned: str) -> str:
    """The sentence of *text* that shares most with what was *planned*."""
    wanted = content_words(planned)
    sentences_of = [one for one in _END.split(text) if one.strip()] or [text]
    return short(max(sentences_of, key=lambda one: len(wanted & content_words(one))), 200)


def _questions(talk: _Talk, preparation: Preparation) -> Iterator[Against]:
    for question in (*preparation.questions, *(one.question for one in preparation.assumptions if one.question)):
        found = talk.sentence(question, asked=True)
        if found is None:
            yield Against("questions", "A question", question, "Not asked, or in quite other words.")
        else:
            turn, words = found
            asked = f"Asked at turn {turn.number}."
            yield Against("questions", "A question", question, asked, turn.number, short(words, 200))


def _fear(talk: _Talk, preparation: Preparation) -> Iterator[Against]:
    name, title = talk.scenario.persona.name, "The misreading you expected"
    thinks = {misread.id: misread.thinks for misread in talk.scenario.misreads}
    for turn in talk.turns:
        for what, which in turn.reaction.notes:
            if what == "misread":
                happened = f"At turn {turn.number} {name} thought: '{thinks.get(which, which).rstrip('.')}'."
                yield Against("fear", title, preparation.fear, happened, turn.number, turn.reply)
                return
    yield Against("fear", title, preparation.fear, "It did not come to that.")


def _behaviours(talk: _Talk, preparation: Preparation) -> Iterator[Against]:
    for behaviour in preparation.behaviours:
        about = BEHAVIOURS.get(behaviour, behaviour)
        found = next(talk.findings(_HABITS.get(behaviour, (behaviour,))), None)
        happened, shows = (f"It shows at turn {found[0].number}." if found else "It was not heard."), _where(found)
        if behaviour == "winging_it":
            happened, shows = _winged(talk)
        elif behaviour == "avoidance" and found is None:
            happened, shows = _put_off(talk)
        elif found is None and (typed := _its_words(talk, about)):
            happened, shows = "It was not heard as that; its words are there all the same.", typed
        yield Against("behaviours", "What you know from yourself", about, happened, *shows)


def _its_words(talk: _Talk, about: str) -> tuple[int, str] | None:
    """The first sentence with words that the self-check itself gives for a habit, such as "no big deal"."""
    phrases = [phrase for phrase in _QUOTED.findall(about) if " " in phrase]
    for turn in talk.turns:
        for sentence in _END.split(turn.text):
            if any(phrase.lower() in sentence.lower() for phrase in phrases):
                return turn.number, short(sentence, 200)
    return None


def _winged(talk: _Talk) -> tuple[str, tuple[int, str]]:
    """Whether there was a plan: it shows in the first turns or not at all."""
    first = next(talk.findings(PLANNED), None)
    if first and first[0].number <= EARLY:
        return f"It does not show: turn {first[0].number} had {skill_words(first[1].skill)}.", _where(first)
    by = min(EARLY, len(talk.turns))
    said = f"By turn {by} there was no asking first, no shared purpose and no fact"
    return (f"{said}; the first came at turn {first[0].number}." if first else f"{said}."), _where(first)


def _put_off(talk: _Talk) -> tuple[str, tuple[int, str]]:
    """Whether the matter was named in the first turns; dropping the subject has words, not naming it has none."""
    matter = set(dict(talk.scenario.topic_roles).get("issue", ()))
    brief = content_words(" ".join((talk.scenario.brief.what_happened, *talk.scenario.brief.facts)))
    first = next((turn for turn in talk.turns if _names(turn, matter, brief)), None)
    if not matter or (first and first.number <= NAMED_BY):
        return "It was not heard.", (0, "")
    if first is None:
        return "What it is about was never named.", (0, "")
    said = f"What it is about was not named by turn {NAMED_BY}; it was at turn {first.number}."
    return said, (first.number, short(first.text, 200))


def _names(turn: Turn, matter: set[str], brief: frozenset[str]) -> bool:
    """Whether *turn* speaks of the matter: by its topic, or in words of the brief."""
    return bool(matter & set(turn.heard.topics)) or len(brief & content_words(turn.text)) >= SHARED


def _derail(talk: _Talk, preparation: Preparation) -> Iterator[Against]:
    """What might throw the user, beside the turn in which they were thrown."""
    wanted, before = content_words(preparation.derail), ""
    thrown = []
    for turn in talk.turns:
        stings = [finding for finding in turn.detection.findings if finding.skill in STINGS]
        if stings:
            near = len(wanted & content_words(f"{before} {turn.text}"))
            thrown.append((near, -turn.number, turn, stings[0]))
        before = turn.reply
    title = "What might throw you"
    if not thrown:
        yield Against(
            "derail", title, preparation.derail, "Nothing of the kind was heard: no hitting back, no blame, no verdict."
        )
        return
    _, _, turn, finding = max(thrown, key=lambda one: one[:2])
    happened = f"At turn {turn.number} your words {sentences.costs(finding.skill)}."
    yield Against("derail", title, preparation.derail, happened, turn.number, quote(finding, turn.text))


def _outcomes(talk: _Talk, preparation: Preparation) -> Iterator[Against]:
    """Three outcomes, against the one ending."""
    name = talk.scenario.persona.name
    ended = sentences.ENDING_TITLES.get(talk.finish.ending, talk.finish.ending) if talk.finish else "Not finished yet"
    who = {"outcome_me": "for you", "outcome_them": f"for {name}", "outcome_us": "for the two of you"}
    wanted = [f"{whom}: {getattr(preparation, field)}" for field, whom in who.items() if getattr(preparation, field)]
    planned = "; ".join([*(one.rstrip(".") for one in wanted[:-1]), *wanted[-1:]])
    yield Against("outcome", "The outcome you wanted", planned, f"How it ended: {ended}.")


def _first_outcome(field: str) -> Callable[[_Talk, Preparation], Iterator[Against]]:
    def look(talk: _Talk, preparation: Preparation) -> Iterator[Against]:
        fields = ("outcome_me", "outcome_them", "outcome_us")
        if field == next(one for one in fields if getattr(preparation, one)):
            yield from _outcomes(talk, preparation)

    return look


def _where(found: tuple[Turn, Finding] | None) -> tuple[int, str]:
    return (found[0].number, quote(found[1], found[0].text)) if found else (0, "")


_LOOKS: dict[str, Callable[[_Talk, Preparation], Iterator[Against]]] = {
    "my_part": _one("my_part", "Your part in it", ("apologizing",), "You owned something", "You did not speak of it."),
    "outcome_me": _first_outcome("outcome_me"),
    "outcome_them": _first_outcome("outcome_them"),
    "outcome_us": _first_outcome("outcome_us"),
    "behaviours": _behaviours,
    "derail": _derail,
    "purpose": _one(
        "purpose", "The purpose", ("mutual_purpose",), "You gave a shared purpose", "No shared purpose was heard."
    ),
    "facts": _facts,
    "story": _story,
    "questions": _questions,
    "fear": _fear,
    "contrast": _one("contrast", "The contrast", ("contrasting",), "You contrasted", "You did not use it."),
    "assumptions": lambda talk, preparation: iter(()) if preparation.questions else _questions(talk, preparation),
    "invitation": _one("invitation", "The invitation", ("permission",), "You asked first", "You did not ask first."),
}
