"""The grammar of questions, with or without a question mark.

Half of people type no punctuation, so a question is known by its words: lead-ins are stripped, then a question word,
an inverted verb, an invitation ("tell me", "walk me through") or a tag at the end decides. A question may also begin
in the middle: after a clause ("if it were yours, what would you try"), after what it is about ("the count on friday,
how did it go?"), or after a sentence whose full stop nobody typed; then the order of verb and subject gives it away.
"""

from dataclasses import dataclass


def _set(*rows: str) -> frozenset[str]:
    return frozenset(" ".join(rows).split())


def _phrases(*rows: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in ", ".join(rows).split(", "))


_LEAD_INS = _set(
    "so and but ok okay well right now then look listen hey hi um uh er erm oh ah please just yes no actually honestly",
    "also first alright all sorry thanks anyway or cause because hmm hm mm good great sure fine still again therefore",
    "meanwhile though wait like omg wow ooh aw ach och ha aha kindly pray seriously mate pal love lovely lad lass dear",
    "hon hen son sir madam boss bro brother sister man friend buddy chief",
)
_LEADING_PAIRS = frozenset(_phrases("go on, come on, hang on, hold on, thank you"))
_MOST_LEAD_INS = 6

_AUXILIARY = _set(
    "do does did is are was were am have has had can could will would shall should may might must need dare ought",
    "wud wld cud shud wid",
)
_NO_SUBJECT = _set("try think say so well good ok great not nothing everything just also really what how as more")
_NO_VERB = _set("last on in at the a an my your for with to and or all every this that of by from about as but then")
_ALWAYS_TURN = _set("do does did would could can will should")  # "what did the crew say"
_ALSO_COMMANDS = _set("do have need dare")  # "do come in", "have a seat", "need it by two"
_PRONOUN = _set("you he she they it we i there tha thou thee")
_PRONOUN_ALONE = frozenset((word,) for word in _PRONOUN)
_SUBJECT = _PRONOUN | _set(
    "that this these those anyone anybody someone somebody everyone everybody nobody any anything nothing",
    "the your my our his her their",
)

_NARROW = _set("who whom whose when where which")
_NARROW_HOW = _set("many much often long late early old far big soon quick quickly high bad")
_NARROW_WHAT = _set("time day date number year month size colour color name")
_ALONE = {"what": "open", "how": "open", "who": "narrow", "where": "narrow", "when": "narrow", "which": "narrow"}
_AFTER_WHO = _set("knows knew cares ever i we")  # "who knows": nobody is asked
_SHORT_WHO = 9  # words; in a longer clause without a question mark "who" may join two
_BEFORE_LAST = _set("of for by with to from in on at since until like says said about than")
_WHY_NOUNS = _set("reason purpose cause")
_PREPOSITIONS = _set("for from in at with to by since on of about under between after")
_WHAT_VERBS = _set("happened happens matters remains stays counts worries bothers gets hurts bugs needs")
_AFTER_WHAT = _set("about else happened happens makes made got goes went kind sort if bit")
_WOULD_OR_WANT = _set("would will can could think want need wud wld")

# After these, what/how/why opens a clause inside a statement: "i know what happened", "that is why".
_EMBEDS = _set(
    "know knows knew see saw seen sees understand understood understanding hear heard hearing tell told telling say",
    "said saying ask asked asking remember forget explain wonder wondering sure matter matters learn think thought",
    "guess get notice noticed believe check show shows depends reason care idea funny about of on to with for from",
    "in at than as is was are that which not no exactly just even out into like me him her us them whatever by over",
)
_LATER_WORDS = _set("what how why who which where when")
_AFTER_LATER = _AUXILIARY | _PRONOUN | _set("about else happened happens makes made goes comes passes")

_INVITING = _phrases(
    "tell me, tell us, talk me, talk us, walk me, walk us, walk with me through, talk to me, help me understand",
    "help me see, help me out, take me, take us, run me through, run us through, bring me up, fill me in, give me your",
    "give us your, describe, say more, say a bit more, explain to me, explain me, explain it, paint me, show me how",
    "show me what, show us, teach me, educate me, instruct me, share, let me hear, let us hear, let me in on",
    "i am curious, i wonder what, i wonder how, i was wondering what, i was wondering how, i am wondering what",
    "i am wondering how, i am interested in how, i am interested in what, start from, start at, begin from",
    "begin at, begin with, from the start, from the beginning, from the top",
)
# Heard in the middle of a stretch without full stops, these are invitations whatever stands before.
_LATER_INVITING = _phrases(
    "tell me what, tell me how, tell me about, tell me abt, tell me more, tell me everything, tell me all, tell me the",
    "tell us what, tell us how, tell us about, tell us abt, tell us more, tell us everything, tell us all, tell us the",
    "walk me through, talk me through, take me through, help me understand",
)
_INVITING_FIRST = frozenset(phrase[0] for phrase in _LATER_INVITING)
# Between "i" and "to hear" in a wish: "i should very much like to hear", "i am wishing to know".
_WISHING = _set(
    "would should am very much really honestly genuinely truly be like love rather sooner prefer want wish wishing",
    "need glad interested pleased curious happy proud also just still quite so far to",
)
_WISHED = _set("hear know understand learn")
_ASK_FOR = _set("can could would will may might")
_POLITE = _set("you i we please kindly maybe perhaps just also like to be willing able possibly sort of um")

# One word at the end asks only with a question mark; longer tags are found by their order.
_ONE_WORD_TAGS = _set("right no yes ok eh huh hey correct agreed na abi meh lah surely")
_SURE_TAGS = _set("isit huh na")
_TAGS = _phrases("or what, or not, or no, yes or no, no or yes, is it no, not so")
_AFTER_TAG = _set("then though really mate love lovely dear pal lad lass hon sir mun like")
_NO_TAG_AFTER = _set("so nor neither as than what how who where why when which like if whatever i that")
_NO_TAGS = frozenset(_phrases("did it, is there, was there, has it"))  # "before i did it"
_AGREES = {  # which subjects may stand after an auxiliary in a tag
    "am": _set("i"),
    "dare": _set(),
    **dict.fromkeys(("is", "has", "does"), _set("he she it there")),
    **dict.fromkeys(("are", "have", "do", "need"), _PRONOUN - _set("it he she there")),
    "had": _PRONOUN - _set("it there"),
}

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
    if asks and not kinds:
        kinds.add("plain")
    return Question(frozenset(kinds), begins, words[begins]) if kinds else None


def _after_lead_ins(words: tuple[str, ...]) -> int:
    at = 0
    while at < len(words) - 1 and at < _MOST_LEAD_INS:
        if words[at : at + 2] in _LEADING_PAIRS and at + 2 < len(words):
            at += 2
        elif words[at] in _LEAD_INS:
            at += 1
        else:
            break
    return at


def _word(words: tuple[str, ...], at: int) -> str:
    return words[at] if at < len(words) else ""


def _kind_at(words: tuple[str, ...], at: int, asks: bool) -> str:
    """The kind of question that begins at *at*, or an empty text."""
    first, second = words[at], _word(words, at + 1)
    if first in _PREPOSITIONS and (second in _NARROW or second == "what"):
        third = _word(words, at + 2)
        if first == "for" and (third in _WHY_NOUNS or (second == "what" and (asks or third in _AUXILIARY))):
            return "why"  # "for what reason", and in second languages "for what do you hide"
        at, first, second = at + 1, second, _word(words, at + 2)
    if first == "why" or (first == "y" and second in _AUXILIARY):
        return "why"
    if (first, second) in (("how", "come"), ("what", "for"), ("what", "possessed")):
        return "why"
    if first in ("what", "how", "whit's"):
        return _what_or_how(words, at, asks)
    if len(words) == at + 1 and first in _ALONE:
        return _ALONE[first]
    if first in ("who", "whose") and second and second not in _AFTER_WHO and len(words) - at <= _SHORT_WHO:
        return "narrow"  # "who covers tuesdays now"
    if first in _NARROW:
        third = _word(words, at + 2)
        if first in ("when", "where") and second not in _AUXILIARY:
            return ""  # "when you say that, what ...": the question comes later, if at all
        return "narrow" if asks or second in _AUXILIARY or (first == "which" and third in _AUXILIARY) else ""
    if _invites(words, at):
        return "invitation"
    if len(words) - at in (2, 3) and words[-1] in _NARROW | {"what"}:
        return "narrow" if words[-2] in _BEFORE_LAST else ""  # "end of what", "says who"
    return "closed" if first in _AUXILIARY and _inverted(words, at, asks) else ""


def _invites(words: tuple[str, ...], at: int) -> bool:
    if words[at] in _ASK_FOR:  # "could you please tell me", "may i hear": closed in form only
        asker, at = _word(words, at + 1), at + 1
        while _word(words, at) in _POLITE:
            at += 1
        if asker in ("i", "we") and _word(words, at) == "hear":
            return True
    if _word(words, at) == "i":
        wish = at + 1
        while _word(words, wish) in _WISHING:
            wish += 1
        if wish > at + 2 and _word(words, wish) in _WISHED:
            return True
    return any(words[at : at + len(phrase)] == phrase for phrase in _INVITING)


def _inverted(words: tuple[str, ...], at: int, asks: bool) -> bool:
    """Whether verb and subject stand as in a question: "did you", "is the", "are you not"; but not "do come in"."""
    first, second, third = words[at], _word(words, at + 1), _word(words, at + 2)
    if second == "not":
        return third in (_SUBJECT if asks else _PRONOUN | {"that", "this"}) or (asks and first != "do" and bool(third))
    if first in ("did", "does") and third and third not in _NO_VERB and second not in _NO_SUBJECT:
        return True  # "did marcus write it": a name may stand there
    if first in _ALSO_COMMANDS:
        return second in (_SUBJECT if asks else _PRONOUN - {"it", "there"})
    return second in _SUBJECT or (asks and bool(second))


def _what_or_how(words: tuple[str, ...], at: int, asks: bool) -> str:
    first, second, third = words[at], _word(words, at + 1), _word(words, at + 2)
    if (first == "how" and second in _NARROW_HOW) or (first == "what" and second in _NARROW_WHAT):
        return "narrow"
    if asks or first == "whit's":
        return "open" if second not in ("i", "we") or not _cleft(words, at) else ""
    if first == "how":
        if second in _AUXILIARY | _PRONOUN or second in ("about", "else", "so", "to"):
            return "open"
        return "narrow" if third in _AUXILIARY else ""  # "how kind of you": an exclamation
    if second in ("a", "an") or _cleft(words, at):
        return ""  # "what a day", "what i am after is ...": no questions
    if second in _AUXILIARY or (third in _AUXILIARY and second not in _PRONOUN):
        return "open"
    if second == "you" and third in _WOULD_OR_WANT:
        return "open"  # "what you would need to make it start"
    if second in _AFTER_WHAT:
        return "open"
    return "open" if len(words) - at <= 8 and second not in _PRONOUN else ""


def _cleft(words: tuple[str, ...], at: int) -> bool:
    """A statement that begins with what: "what i need is a plan", "what happened is we lost it"."""
    if words[at] != "what" or _word(words, at + 1) in ("do", "did", "does", "would", "could", "can", "will", "should"):
        return False
    no_subject = _PRONOUN | _NARROW | {"that", "this", "what", "how"}
    first = at + 2 if _word(words, at + 1) in _PRONOUN | _WHAT_VERBS else at + 3
    return any(
        words[k] in ("is", "was", "are") and words[k - 1] not in no_subject and words[k + 1 :] not in _PRONOUN_ALONE
        for k in range(first, len(words) - 1)
    )


def _tag(words: tuple[str, ...], asks: bool) -> bool:
    """Whether a tag ends *words*: "right?", "or not", "could not you", "did she not, love"."""
    last = len(words)
    if last > 2 and words[-1] in _ONE_WORD_TAGS and (asks or words[-1] in _SURE_TAGS):
        return True
    if any(last > len(tag) + 1 and words[-len(tag) :] == tag for tag in _TAGS):
        return True
    for spare in (0, 1):
        for size in (2, 3):
            start = last - spare - size
            if start < 2 or words[start - 1] in _NO_TAG_AFTER or words[start] not in _AUXILIARY:
                continue
            tag = words[start : last - spare]
            plain = tuple(word for word in tag if word != "not")
            if len(plain) != 2 or plain[1] not in _AGREES.get(tag[0], _PRONOUN) or (tag in _NO_TAGS and not asks):
                continue  # "before you do it" ends like a tag
            if not spare or words[-1] in _AFTER_TAG or (asks and len(tag) == 3):
                return True  # "did you, love", "could not you, marek"
    return False


def _later(words: tuple[str, ...], at: int, asks: bool, sure: bool) -> tuple[int, str] | None:
    """A question that begins after *at*: where, and its kind.

    Without a question mark, or where another must give way to it (*sure*), its order must show it.
    """
    for place in range(at + 1, len(words) - 1):
        word, after, before = words[place], words[place + 1], words[place - 1]
        if word in _LATER_WORDS:
            kind = _later_kind(words, place, asks and not sure)
            if kind:
                return place, kind
        elif word in _INVITING_FIRST and before not in _EMBEDS | _PRONOUN | _AUXILIARY:
            if any(words[place : place + len(phrase)] == phrase for phrase in _LATER_INVITING):
                return place, "invitation"
        elif (
            word in _AUXILIARY
            and after in _PRONOUN | {"that"}
            and before not in _NO_TAG_AFTER
            and (asks or before == "or")
        ):
            return place, "closed"  # "you all right to talk now or shall i come back"
    if asks and len(words) > at + 2 and words[-1] == "why" and words[-2] not in _EMBEDS:
        return len(words) - 1, "why"
    return None


def _later_kind(words: tuple[str, ...], place: int, asks: bool) -> str:
    """The kind of the what, how or why at *place*; an empty text where it only joins two clauses."""
    word, after = words[place], words[place + 1]
    if (word, after) == ("how", "come"):
        return "why"
    third = _word(words, place + 2)
    turned = after in _AUXILIARY and third in (_SUBJECT if after in _ALWAYS_TURN else _PRONOUN)
    free = words[place - 1] not in _EMBEDS
    if word in _NARROW:
        return "narrow" if asks and free and (turned or (word == "where" and after in _AUXILIARY)) else ""
    if word == "why":
        return "why" if free and (turned or asks) else ""
    if (free and turned) or (asks and (turned or (free and after in _AFTER_LATER))):
        return _what_or_how(words, place, True) or "open"
    return ""
