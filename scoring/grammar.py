"""The grammar of questions, with or without a question mark.

Half of people type no punctuation, so a question is known by its words: lead-ins are stripped, then a question word,
an inverted verb, an invitation ("tell me", "walk me through") or a tag at the end decides. A question may also begin
in the middle: after a clause ("if it were yours, what would you try"), after what it is about ("the count on friday,
how did it go?"), or after a sentence whose full stop nobody typed; then the order of verb and subject gives it away.
"""

from dataclasses import dataclass

from scoring.question_words import (
    AFTER_LATER,
    AFTER_TAG,
    AFTER_WHAT,
    AFTER_WHO,
    AGREES,
    ALONE,
    ALSO_COMMANDS,
    ALWAYS_TURN,
    ASK_FOR,
    ASK_OR_TELL,
    AUXILIARY,
    BEFORE_LAST,
    DETERMINER,
    DOUBTING_TAGS,
    EMBEDS,
    INVITING,
    INVITING_FIRST,
    LATER_INVITING,
    LATER_WORDS,
    LEAD_INS,
    LEADING_PAIRS,
    MOST_LEAD_INS,
    NARROW,
    NARROW_HOW,
    NARROW_WHAT,
    NO_SUBJECT,
    NO_TAG_AFTER,
    NO_TAGS,
    NO_VERB,
    NOT_LEFT_OUT,
    ONE_WORD_TAGS,
    POLITE,
    PREPOSITIONS,
    PRONOUN,
    PRONOUN_ALONE,
    SHORT_WHO,
    SUBJECT,
    SURE_TAGS,
    SURELY_NOT,
    TAGS,
    THINK_TAG,
    WHAT_VERBS,
    WHY_NOUNS,
    WISHED,
    WISHING,
    WOULD_OR_WANT,
    YOU_KNOW,
)

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
    begins = at = _after_lead_ins(words)
    kinds = {_kind_at(words, at, asks)}
    tag = _tag(words, asks)
    if not kinds & {"open", "why", "narrow", "invitation"}:
        later = _later(words, at, asks, sure="closed" in kinds)
        if later and not ((tag or "closed" in kinds) and later[1] == "closed"):
            begins, kinds = later[0], {later[1]}
    kinds.discard("")
    if (asks or "closed" in kinds) and "or" in words[at + 1 : -1]:
        kinds.add("choice")
    if tag and not kinds & {"open", "why"}:
        kinds.add("tag")
    if not kinds and (asks or (words[at] == "surely" and _word(words, at + 1) not in SURELY_NOT | {""})):
        kinds.add("plain")
    return Question(frozenset(kinds), begins, words[begins]) if kinds else None


def _after_lead_ins(words: tuple[str, ...]) -> int:
    at = 0
    while at < len(words) - 1 and at < MOST_LEAD_INS:
        if words[at : at + 2] in LEADING_PAIRS and at + 2 < len(words):
            at += 2
        elif words[at] in LEAD_INS:
            at += 1
        else:
            break
    return at


def _word(words: tuple[str, ...], at: int) -> str:
    return words[at] if at < len(words) else ""


def _kind_at(words: tuple[str, ...], at: int, asks: bool) -> str:
    """The kind of question that begins at *at*, or an empty text."""
    first, second = words[at], _word(words, at + 1)
    if first in PREPOSITIONS and (second in NARROW or second == "what"):
        third = _word(words, at + 2)
        if first == "for" and (third in WHY_NOUNS or (second == "what" and (asks or third in AUXILIARY))):
            return "why"  # "for what reason", and in second languages "for what do you hide"
        at, first, second = at + 1, second, _word(words, at + 2)
    if first == "why" or (first == "y" and second in AUXILIARY):
        return "why"
    if (first, second) in (("how", "come"), ("what", "for"), ("what", "possessed")):
        return "why"
    if first in ("what", "how", "whit's"):
        return _what_or_how(words, at, asks)
    if len(words) == at + 1 and first in ALONE:
        return ALONE[first]
    if first in ("who", "whose") and second and second not in AFTER_WHO and len(words) - at <= SHORT_WHO:
        return "narrow"  # "who covers tuesdays now"
    if first in NARROW:
        third = _word(words, at + 2)
        if first in ("when", "where") and second not in AUXILIARY:
            return ""  # "when you say that, what ...": the question comes later, if at all
        return "narrow" if asks or second in AUXILIARY or (first == "which" and third in AUXILIARY) else ""
    if _invites(words, at):
        return "invitation"
    if len(words) - at in (2, 3) and words[-1] in NARROW | {"what"}:
        return "narrow" if words[-2] in BEFORE_LAST else ""  # "end of what", "says who"
    return "closed" if first in AUXILIARY and _inverted(words, at, asks) else ""


def _invites(words: tuple[str, ...], at: int) -> bool:
    if words[at] in ASK_FOR:  # "could you please tell me", "may i hear": closed in form only
        asker, at = _word(words, at + 1), at + 1
        while _word(words, at) in POLITE:
            at += 1
        if asker in ("i", "we") and _word(words, at) == "hear":
            return True
    if _word(words, at) == "i":
        wish = at + 1
        while _word(words, wish) in WISHING:
            wish += 1
        if wish > at + 2 and _word(words, wish) in WISHED:
            return True
    return any(words[at : at + len(phrase)] == phrase for phrase in INVITING)


def _inverted(words: tuple[str, ...], at: int, asks: bool) -> bool:
    """Whether verb and subject stand as in a question: "did you", "is the", "are you not"; but not "do come in"."""
    first, second, third = words[at], _word(words, at + 1), _word(words, at + 2)
    if second == "not":
        if first in NOT_LEFT_OUT and third in DETERMINER and _word(words, at + 3):
            return True
        return third in (SUBJECT if asks else PRONOUN | {"that", "this"}) or (asks and first != "do" and bool(third))
    if first in ("did", "does") and third and third not in NO_VERB and second not in NO_SUBJECT:
        return True  # "did marcus write it": a name may stand there
    if first in ALSO_COMMANDS:
        return second in (SUBJECT if asks else PRONOUN - {"it", "there"})
    return second in SUBJECT or (asks and bool(second))


def _what_or_how(words: tuple[str, ...], at: int, asks: bool) -> str:
    first, second, third = words[at], _word(words, at + 1), _word(words, at + 2)
    if (first == "how" and second in NARROW_HOW) or (first == "what" and second in NARROW_WHAT):
        return "narrow"
    if asks or first == "whit's":
        return "open" if second not in ("i", "we") or not _cleft(words, at) else ""
    if first == "how":
        if second in AUXILIARY | PRONOUN or second in ("about", "else", "so", "to"):
            return "open"
        return "narrow" if third in AUXILIARY else ""  # "how kind of you": an exclamation
    if second in ("a", "an") or _cleft(words, at):
        return ""  # "what a day", "what i am after is ...": no questions
    if second in AUXILIARY or (third in AUXILIARY and second not in PRONOUN):
        return "open"
    if second == "you" and third in WOULD_OR_WANT:
        return "open"  # "what you would need to make it start"
    if second in AFTER_WHAT:
        return "open"
    return "open" if len(words) - at <= 8 and second not in PRONOUN else ""


def _cleft(words: tuple[str, ...], at: int) -> bool:
    """A statement that begins with what: "what i need is a plan", "what happened is we lost it"."""
    if words[at] != "what" or _word(words, at + 1) in ("do", "did", "does", "would", "could", "can", "will", "should"):
        return False
    no_subject = PRONOUN | NARROW | {"that", "this", "what", "how"}
    first = at + 2 if _word(words, at + 1) in PRONOUN | WHAT_VERBS else at + 3
    return any(
        words[k] in ("is", "was", "are") and words[k - 1] not in no_subject and words[k + 1 :] not in PRONOUN_ALONE
        for k in range(first, len(words) - 1)
    )


def _tag(words: tuple[str, ...], asks: bool) -> bool:
    """Whether a tag ends *words*: "right?", "or not", "could not you", "did she not, love"."""
    last = len(words)
    if last > 2 and words[-1] in ONE_WORD_TAGS and (asks or words[-1] in SURE_TAGS):
        return True
    if any(last > len(tag) + 1 and words[-len(tag) :] == tag for tag in TAGS):
        return True
    if last > 4 and words[-2:] == THINK_TAG and words[-3] not in NO_TAG_AFTER:
        return True  # "a hedge is a good letterbox you think"
    at = _after_lead_ins(words)
    if last > 4 and words[-1] in DOUBTING_TAGS and words[at : at + 2] in YOU_KNOW:
        return True  # "you know that is not true right"
    for spare in (0, 1):
        for size in (2, 3):
            start = last - spare - size
            if start < 2 or words[start - 1] in NO_TAG_AFTER or words[start] not in AUXILIARY:
                continue
            tag = words[start : last - spare]
            plain = tuple(word for word in tag if word != "not")
            if len(plain) != 2 or plain[1] not in AGREES.get(tag[0], PRONOUN) or (tag in NO_TAGS and not asks):
                continue  # "before you do it" ends like a tag
            if not spare or words[-1] in AFTER_TAG or (asks and len(tag) == 3):
                return True  # "did you, love", "could not you, marek"
    return False


def _later(words: tuple[str, ...], at: int, asks: bool, sure: bool) -> tuple[int, str] | None:
    """A question that begins after *at*: where, and its kind.

    Without a question mark, or where another must give way to it (*sure*), its order must show it.
    """
    for place in range(at + 1, len(words) - 1):
        word, after, before = words[place], words[place + 1], words[place - 1]
        if word in LATER_WORDS:
            kind = _later_kind(words, place, asks and not sure)
            if kind:
                return place, kind
        elif word in INVITING_FIRST and before not in EMBEDS | PRONOUN | AUXILIARY:
            if any(words[place : place + len(phrase)] == phrase for phrase in LATER_INVITING):
                return place, "invitation"
        elif (
            word in AUXILIARY
            and after in PRONOUN | {"that"}
            and before not in NO_TAG_AFTER
            and (asks or before == "or")
        ):
            return place, "closed"  # "you all right to talk now or shall i come back"
    bare = ASK_OR_TELL.isdisjoint(words[-4:-2])  # "is it ok to tell the team why?" asks for no reason
    if asks and len(words) > at + 2 and words[-1] == "why" and words[-2] not in EMBEDS and bare:
        return len(words) - 1, "why"
    return None


def _later_kind(words: tuple[str, ...], place: int, asks: bool) -> str:
    """The kind of the what, how or why at *place*; an empty text where it only joins two clauses."""
    word, after = words[place], words[place + 1]
    if (word, after) == ("how", "come"):
        return "why"
    third = _word(words, place + 2)
    turned = after in AUXILIARY and third in (SUBJECT if after in ALWAYS_TURN else PRONOUN)
    free = words[place - 1] not in EMBEDS
    if word in NARROW:
        return "narrow" if asks and free and (turned or (word == "where" and after in AUXILIARY)) else ""
    if word == "why":
        return "why" if free and (turned or asks) else ""
    if (free and turned) or (asks and (turned or (free and after in AFTER_LATER))):
        return _what_or_how(words, place, True) or "open"
    return ""
