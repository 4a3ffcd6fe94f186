"""What the person makes of typed words: skills, topics, shape, and whether the words hold.

A name in the right place is not enough. A summary has to say something that was said, a contrast has to speak to the
fear, and a gesture has to have been made; otherwise it is a phrase and pays as one.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from scoring import COSTLY, Cancelled, Detection, Finding, Spotter, amounts_to, content_words, word_class
from simulator.persona.heard import MOST_SKILLS, SILENCE, Heard
from simulator.persona.mind import Mind
from simulator.persona.scenario import Scenario

COMES_TO_IT = "it names what the talk is about"
GRANTS_IT = "it grants what they asked for"
LONG = 70  # words in one turn
SHORT = 3
MANY_QUESTIONS = 3
SUMMARY_SHARES = 2  # words of content a summary shares with what was said
BRUSHED_OFF = 2  # words before a brush-off: "oh well, whatever"
TAKEN_UP = 2  # words of content shared with the line before, where nothing is asked
WHAT_WAS_MEANT = "what_was_meant"  # of `asked`: also where words of theirs are said back with a "what"
SAID_BACK = 5  # words of such a sentence at most
RECENT = 3  # lines of the person's that are still before everybody's eyes


class Hearing:
    """Turns a detection into what the person hears, for one scenario."""

    def __init__(self, scenario: Scenario):
        self._topics = Spotter(dict(scenario.topics))
        self._echo = Spotter({word: (word,) for word in scenario.echo.words})
        self._flashes = {flash.id: Spotter({flash.id: flash.words}) for flash in scenario.flashes}
        self._asked = Spotter({asked.id: asked.words for asked in scenario.asked})
        self._known = frozenset(asked.id for asked in scenario.asked)
        self._only_asked = frozenset(asked.id for asked in scenario.asked if asked.question)
        self._fears = {misread.id: Spotter({misread.id: misread.words}) for misread in scenario.misreads}
        self._manner = Spotter({name: word_class(name) for name in ("abuse", "small_talk", "visible", "putting_off")})
        self._issue = frozenset(dict(scenario.topic_roles).get("issue", ()))
        self._brush_offs = word_class("dismissive")
        self._crisis = Spotter({"crisis": scenario.crisis_words})

    def crisis(self, text: str) -> bool:
        """Whether *text* speaks of harm to oneself or others."""
        return bool(self._crisis.spot(text))

    def on_the_matter(self, detection: Detection, line: str = "") -> Detection:
        """*detection* without the reproach of leaving the subject, where the turn comes to it: "anyway, the mails";
        or grants what was asked for in the person's last *line*: "we'll leave it there"."""
        left = [finding for finding in detection.findings if finding.skill == "avoidance"]
        if left and _ASKS_TO_STOP.search(line):
            granted = [finding for finding in left if _STOPS.search(finding.quote)]
            return _without(detection, granted, GRANTS_IT) if granted else detection
        if not left or self._issue.isdisjoint(self._topics.spot(detection.text)):
            return detection
        if "putting_off" in self._manner.spot(detection.text):
            return detection
        return _without(detection, left, COMES_TO_IT)

    def hear(self, detection: Detection, mind: Mind, said: list[str], typed: list[str]) -> Heard:
        """What is heard. *said* are the person's lines so far and *typed* the user's turns, oldest first."""
        text = detection.text
        if not text.strip():
            return Heard(skills=(SILENCE,), shape="silence")
        topics = self._topics.spot(text)
        saw = self._saw(text, mind)
        shape = self._shape(detection, bool(topics))
        skills = _clearest_first(detection)
        if shape in _NOTHING_KIND:
            skills = tuple(skill for skill in skills if skill in COSTLY)
        return Heard(
            skills=skills,
            marks=tuple(mark.skill for mark in detection.marks),
            topics=topics,
            shape=shape,
            unfounded=frozenset(self._unfounded(detection, mind, said, typed, saw)),
            saw=saw,
            asked=tuple(self._questions(detection, "summarizing" in skills, said[-1] if said else "")),
            echo=next(iter(self._echo.spot(text)), ""),
            words=len(text.split()),
            repeated=_even(text) in map(_even, typed),
            takes_up=_takes_up(text, said[-1] if said else "", bool(detection.questions)),
        )

    def _questions(self, detection: Detection, sums_up: bool, line: str) -> Iterable[str]:
        """The concrete questions that are asked, the person having said *line*.

        The last one wants its answer first, and of two in one sentence the one that takes more of its words: "does your
        wife know about the boiler" is about the wife. Where question marks were typed, only what stands before them is
        asked, and a sentence that asks by its form; without any, what was said back is no question either. Where the
        last question is heard for what it is, statements before it wait: it is that question that wants an answer.
        """
        text = detection.text
        sentences = _END.split(text)
        by_form = [text[start:end] for start, end in detection.asking] if "?" in text else []
        marked = [one for one in reversed(sentences) if "?" in one or any(asks in one for asks in by_form)]
        # "You offered five minutes. Ok?": so short a question asks about what stands before it.
        tagged = (one for one, tag in pairwise(sentences) if "?" in tag and len(tag.split()) == 1)
        marked += [one for one in tagged if one not in marked]
        found: dict[str, None] = {}
        if _is_heard(detection, marked):
            sentences, text = sentences[sentences.index(marked[0]) :], ""
        for sentence in (*marked, *(one for one in reversed(sentences) if "?" not in one), text):
            asked = sentence in marked or (detection.questions and not marked and not sums_up)
            longest = self._asked.longest(sentence)
            ranked = sorted(longest, key=longest.get, reverse=True)
            found.update(dict.fromkeys(id for id in ranked if asked or id not in self._only_asked))
        if not found and WHAT_WAS_MEANT in self._known and any(_says_back(one, line) for one in sentences):
            found[WHAT_WAS_MEANT] = None
        return found

    def _saw(self, text: str, mind: Mind) -> tuple[str, ...]:
        spotter = self._flashes.get(mind.flash)
        return spotter.spot(text) if spotter else ()

    def _shape(self, detection: Detection, on_topic: bool) -> str:
        manner = self._manner.spot(_SHUT_UP_ONESELF.sub(" ", detection.text))
        words = len(detection.text.split())
        if "abuse" in manner:
            return "abusive"
        if amounts_to(detection.text, self._brush_offs, before=BRUSHED_OFF):
            return "dismissive"
        if _unreadable(detection.text):
            return "unreadable"
        if detection.questions >= MANY_QUESTIONS:
            return "many_questions"
        if words >= LONG:
            return "long"
        if "small_talk" in manner and not on_topic and not detection.findings:
            return "off_topic"
        if detection.questions:
            return "question"
        return "short" if words <= SHORT else "statement"

    def _unfounded(self, detection: Detection, mind: Mind, said: list[str], typed: list[str], saw: tuple[str, ...]):
        """The skills of *detection* whose words do not hold."""
        quotes: dict[str, str] = {}
        for finding in detection.findings:
            quotes[finding.skill] = f"{quotes.get(finding.skill, '')} {finding.quote}"
        if "summarizing" in quotes:
            shared = content_words(quotes["summarizing"]) & content_words(" ".join(said))
            if len(shared) < SUMMARY_SHARES:
                yield "summarizing"
        if "contrasting" in quotes and mind.misread and not self._fears[mind.misread].spot(quotes["contrasting"]):
            yield "contrasting"
        if "saying_what_you_see" in quotes and not saw:
            quote = quotes["saying_what_you_see"]
            visible = content_words(" ".join(said[-RECENT:])) & content_words(quote)
            if not visible and "visible" not in self._manner.spot(quote):
                yield "saying_what_you_see"
        if "reflecting_feeling" in quotes and typed:
            before = content_words(" ".join(typed))
            if not content_words(quotes["reflecting_feeling"]) - before:
                yield "reflecting_feeling"


def _without(detection: Detection, findings: list[Finding], because: str) -> Detection:
    """*detection* with *findings* cancelled *because* of something."""
    kept = tuple(finding for finding in detection.findings if finding not in findings)
    cancelled = (*detection.cancelled, *(Cancelled(finding, because) for finding in findings))
    return replace(detection, findings=kept, cancelled=cancelled)


def _is_heard(detection: Detection, marked: list[str]) -> bool:
    """Whether the last of several sentences that ask, or one after others, is heard as an open question."""
    if not marked:
        return False
    start = detection.text.rfind(marked[0])
    end = start + len(marked[0])
    return start > 0 and any(one.skill in _OPEN and start <= one.start < end for one in detection.findings)


def _says_back(sentence: str, line: str) -> bool:
    """Whether *sentence* asks what *line* meant by saying its words back: "Most days what?", "leave what up"."""
    words = [word for word in re.findall(r"[\w'’]+", sentence.casefold()) if word not in _BEFORE_IT]
    if not 2 <= len(words) <= SAID_BACK or "what" not in words:
        return False
    return words[0] != "what" and set(words) - {"what"} <= set(re.findall(r"[\w'’]+", line.casefold()))


def _takes_up(text: str, line: str, asks: bool) -> bool:
    """Whether *text* comes back to the person's last *line* in its words: one of them in a question, or two."""
    shared = content_words(text) & content_words(line)
    return len(shared) >= (1 if asks else TAKEN_UP)


_ASKS_TO_STOP = re.compile(
    r"\b(?:leave (?:it|that)\b|rather (?:not|you didn)|not (?:now|today|yet)\b|another (?:time|day)|"
    r"(?:don['’]t|do not) (?:want|wish) to|let(?:['’]s| us) (?:not|leave|drop)|can we (?:not|leave|drop|stop))",
    re.IGNORECASE,
)
_STOPS = re.compile(
    r"\b(?:leave|drop|park|stop|not (?:now|today)|another (?:time|day)|later|need(?:n['’]t| not)|"
    r"(?:don['’]?t|do not) (?:have|need) to|no (?:need|more))\b",
    re.IGNORECASE,
)
_OPEN = frozenset(("curiosity", "solution_question"))
_BEFORE_IT = frozenset("sorry wait hang on hm hmm uh eh oh ok okay and but so".split())
_END = re.compile(r"(?<=[.!?…])\s+|\n+")
_NOTHING_KIND = ("abusive", "dismissive", "unreadable")
"""Shapes of a message in which no kind move is heard, whatever its words are like."""
_SHUT_UP_ONESELF = re.compile(
    r"\b(?:i|we|me|us|i['’]?ll|we['’]?ll|i['’]?d|both|myself)\s+(?:\w+\s+){0,2}shut\s+up\b", re.IGNORECASE
)
"""It insults nobody: "I'll shut up now", "so we both shut up for a week"."""
_WORD = re.compile(r"[^\W\d_]+")
_KEYS = re.compile(r"sdf|dfg|fgh|ghj|hjk|jkl|zxc|xcv|cvb|vbn|bnm|(?=[bcdfghjklmnpqrstvwxz]{5})[a-z]{0,4}[jkqxz]")
"""Keys that lie side by side, or a run of consonants with a rare one: in no English word."""
_SIGNS = frozenset("?!#@$%^&*~-_=+/\\|<>;:,'\"`()[]{} ")


def _unreadable(text: str) -> bool:
    """Whether *text* is no language: question marks alone, keys struck at random."""
    words = _WORD.findall(text.casefold())
    if not words:
        return _SIGNS.issuperset(text.strip())
    return len(words) <= 2 and any(_KEYS.search(word) for word in words)


def _even(text: str) -> str:
    return " ".join(text.casefold().split())


def _clearest_first(detection: Detection) -> tuple[str, ...]:
    """The skills in the order of saying; where there are more than a person can take in, the clearest first."""
    if len(detection.skills) <= MOST_SKILLS:
        return detection.skills
    return tuple(dict.fromkeys(one.skill for one in sorted(detection.findings, key=lambda one: -one.strength)))
