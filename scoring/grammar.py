"""The grammar of questions, with or without a question mark.

Half of people type no punctuation, so a question is known by its words: lead-ins are stripped, then a question word,
an inverted verb, an invitation ("tell me", "walk me through") or a tag at the end decides.
"""

from dataclasses import dataclass

_LEAD_INS = frozenset(
    (
        "so and but ok okay well right now then look listen hey hi um uh er erm oh ah please just yes no actually honestly"
        " also first alright all then sorry thanks anyway or cause because hmm hm mm good great sure fine still again"
        " therefore meanwhile though wait hang on"
    ).split()
)
_MOST_LEAD_INS = 5
_AUXILIARY = frozenset(
    "do does did is are was were am have has had can could will would shall should may might must need dare".split()
)
_SUBJECT = frozenset(
    (
        "you he she they it we i there that this these those anyone anybody someone somebody everyone everybody nobody"
        " the your my our his her their any anything something not a an one all things people"
    ).split()
)
_OPEN = frozenset("what how".split())
_NARROW = frozenset("who whom whose when where which".split())
_NARROW_HOW = frozenset("many much often long late early old far big soon quick quickly high bad".split())
_NARROW_WHAT = frozenset("time day date number year month size colour color".split())
_INVITATIONS = (
    "tell me", "talk me", "walk me", "talk to me", "help me understand", "help me see", "take me through", "run me through",
    "bring me up", "fill me in", "give me your", "describe", "say more", "say a bit more", "tell us", "explain to me",
    "paint me", "let me hear", "i want to hear", "i would like to hear", "i would love to hear", "i would rather hear",
    "i am curious", "i wonder what", "i wonder how", "i was wondering what", "i was wondering how", "i am wondering what",
    "i am wondering how", "share", "educate me", "teach me", "show me how", "go on", "i want to know what",
    "i want to know how", "i would like to know what", "i would like to know how", "i want to understand",
    "i would like to understand", "let us hear",
)  # fmt: skip
_TAGS = (
    "is it not", "is it", "are you not", "do you not", "did you not", "was it not", "were you not", "have you not",
    "right", "no", "yes", "ok", "would you not", "could you not", "should you not", "will you not", "does it not",
    "do not you", "is not it", "are not you", "did not you", "was not it", "have not you", "would not you", "can not you",
    "could not you", "should not you", "does not it", "is it no", "isit", "na", "eh", "huh", "hey", "correct", "agreed",
    "or what", "or not", "or no", "do you", "are you", "did you", "have you", "would you", "can you", "am i", "was it",
    "were you", "does it", "had you", "has it", "will you",
)  # fmt: skip
_INVITING = tuple(tuple(phrase.split()) for phrase in _INVITATIONS)
_TAGGED = tuple(tuple(phrase.split()) for phrase in _TAGS)

KINDS = ("open", "invitation", "narrow", "why", "closed", "tag", "choice", "plain")


@dataclass(frozen=True, slots=True)
class Question:
    """How a segment asks: its kinds, and where the asking begins (a word's index)."""

    kinds: frozenset[str]
    begins: int = 0
    opener: str = ""


def question(words: tuple[str, ...], asks: bool) -> Question | None:
    """How *words* ask, or None where they don't. *asks* says whether a question mark was typed."""
    if not words:
        return None
    at = _after_lead_ins(words)
    kinds: set[str] = set()
    first, second = words[at], words[at + 1] if at + 1 < len(words) else ""
    if first == "why" or (first, second) == ("how", "come") or words[at : at + 3] == ("what", "made", "you"):
        kinds.add("why")
    elif first in _OPEN:
        kinds.add(_open_kind(words, at, asks))
    elif first in _NARROW and (second in _AUXILIARY or asks):
        kinds.add("narrow")
    elif first in _AUXILIARY and (second in _SUBJECT or (asks and second)):
        kinds.add("closed")
    if any(words[at : at + len(p)] == p for p in _INVITING):
        kinds.add("invitation")
    if (asks or "closed" in kinds) and "or" in words[at + 1 : -1]:
        kinds.add("choice")
    if _tag(words, asks) and not kinds & {"open", "why"}:
        kinds.add("tag")
    if asks and not kinds:
        later = _later_opener(words, at)
        if later:
            return Question(frozenset((later[1],)), later[0], words[later[0]])
        kinds.add("plain")
    kinds.discard("")
    return Question(frozenset(kinds), at, first) if kinds else None


def _after_lead_ins(words: tuple[str, ...]) -> int:
    at = 0
    while at < len(words) - 1 and at < _MOST_LEAD_INS and words[at] in _LEAD_INS:
        at += 1
    return at


def _open_kind(words: tuple[str, ...], at: int, asks: bool) -> str:
    second = words[at + 1] if at + 1 < len(words) else ""
    if words[at] == "how" and second in _NARROW_HOW:
        return "narrow"
    if words[at] == "what" and second in _NARROW_WHAT:
        return "narrow"
    if words[at] == "what" and second in ("a", "an") and not asks:
        return ""  # "what a day": an exclamation
    inverted = second in _AUXILIARY or (len(words) > at + 2 and words[at + 2] in _AUXILIARY)
    if (
        asks
        or inverted
        or second in ("about", "else", "happened", "makes", "made", "got", "went", "kind", "sort", "if")
    ):
        return "open"
    if words[at] == "what" and len(words) - at > 4 and second in ("i", "we", "you", "matters", "bothers", "worries"):
        return ""  # "what i am after is ...": a statement
    return "open" if len(words) - at <= 8 else ""


def _tag(words: tuple[str, ...], asks: bool) -> bool:
    for tag in _TAGGED:
        size = len(tag)
        if len(words) > size + 1 and words[-size:] == tag:
            return asks or size >= 2 or tag[0] in ("isit", "huh", "na")
    return False


def _later_opener(words: tuple[str, ...], at: int) -> tuple[int, str] | None:
    """A question that begins in the middle: "the count on friday, how did it go?"."""
    for place in range(at + 1, len(words) - 1):
        word, after = words[place], words[place + 1]
        if word in _OPEN and (after in _AUXILIARY or after in ("about", "else", "happened")):
            return place, "open"
        if word == "why" and after in _AUXILIARY:
            return place, "why"
        if word in _AUXILIARY and after in ("you", "it", "he", "she", "they", "we", "i", "there", "that"):
            return place, "closed"
    return None
