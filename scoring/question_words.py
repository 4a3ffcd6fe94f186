"""Words by which a question is known: what leads in, what turns round, what invites; see scoring.grammar.

Each is a set of words, or of phrases as tuples of words, after spelling has been put right.
"""


def _set(*rows: str) -> frozenset[str]:
    return frozenset(" ".join(rows).split())


def _phrases(*rows: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in ", ".join(rows).split(", "))


LEAD_INS = _set(
    "so and but ok okay well right now then look listen hey hi um uh er erm oh ah please just yes no actually honestly",
    "also first alright all sorry thanks anyway or cause because hmm hm mm good great sure fine still again therefore",
    "meanwhile though wait like omg wow ooh aw ach och ha aha kindly pray seriously mate pal love lovely lad lass dear",
    "hon hen son sir madam boss bro brother sister man friend buddy chief lol haha hehe heh hiya",
)
LEADING_PAIRS = frozenset(_phrases("go on, come on, hang on, hold on, thank you"))
MOST_LEAD_INS = 6

AUXILIARY = _set(
    "do does did is are was were am have has had can could will would shall should may might must need dare ought",
    "wud wld cud shud wid",
)
NO_SUBJECT = _set("try think say so well good ok great not nothing everything just also really what how as more")
NO_VERB = _set("last on in at the a an my your for with to and or all every this that of by from about as but then")
ALWAYS_TURN = _set("do does did would could can will should")  # "what did the crew say"
ALSO_COMMANDS = _set("do have need dare")  # "do come in", "have a seat", "need it by two"
PRONOUN = _set("you he she they it we i there tha thou thee")
PRONOUN_ALONE = frozenset((word,) for word in PRONOUN)
SUBJECT = PRONOUN | _set(
    "that this these those anyone anybody someone somebody everyone everybody nobody any anything nothing",
    "the your my our his her their",
)

NARROW = _set("who whom whose when where which")
NARROW_HOW = _set("many much often long late early old far big soon quick quickly high bad")
NARROW_WHAT = _set("time day date number year month size colour color name")
ALONE = {"what": "open", "how": "open", "who": "narrow", "where": "narrow", "when": "narrow", "which": "narrow"}
AFTER_WHO = _set("knows knew cares ever i we")  # "who knows": nobody is asked
SHORT_WHO = 9  # words; in a longer clause without a question mark "who" may join two
BEFORE_LAST = _set("of for by with to from in on at since until like says said about than")
WHY_NOUNS = _set("reason purpose cause")
PREPOSITIONS = _set("for from in at with to by since on of about under between after")
WHAT_VERBS = _set("happened happens matters remains stays counts worries bothers gets hurts bugs needs")
AFTER_WHAT = _set("about else happened happens makes made got goes went kind sort if bit")
WOULD_OR_WANT = _set("would will can could think want need wud wld")

# After these, what/how/why opens a clause inside a statement: "i know what happened", "that is why".
EMBEDS = _set(
    "know knows knew see saw seen sees understand understood understanding hear heard hearing tell told telling say",
    "said saying ask asked asking remember forget explain wonder wondering sure matter matters learn think thought",
    "guess get notice noticed believe check show shows depends reason care idea funny about of on to with for from",
    "in at than as is was are that which not no exactly just even out into like me him her us them whatever by over",
)
ASK_OR_TELL = _set("ask asked tell told say said explain explained show know knows")
"""Verbs that may have somebody, and then a why, after them."""
LATER_WORDS = _set("what how why who which where when")
AFTER_LATER = AUXILIARY | PRONOUN | _set("about else happened happens makes made goes comes passes")

INVITING = _phrases(
    "tell me, tell us, talk me, talk us, walk me, walk us, walk with me through, talk to me, help me understand",
    "let me understand why, let me understand how, let me understand what, help me see, help me out, take me, take us",
    "run me through, run us through, bring me up, fill me in, give me your",
    "give us your, describe, say more, say a bit more, explain to me, explain me, explain it, paint me, show me how",
    "show me what, show us, teach me, educate me, instruct me, share, let me hear, let us hear, let me in on",
    "i am curious, i wonder what, i wonder how, i was wondering what, i was wondering how, i am wondering what",
    "i am wondering how, i am interested in how, i am interested in what, start from, start at, begin from",
    "begin at, begin with, from the start, from the beginning, from the top",
)
# Heard in the middle of a stretch without full stops, these are invitations whatever stands before.
LATER_INVITING = _phrases(
    "tell me what, tell me how, tell me about, tell me abt, tell me more, tell me everything, tell me all, tell me the",
    "tell us what, tell us how, tell us about, tell us abt, tell us more, tell us everything, tell us all, tell us the",
    "walk me through, talk me through, take me through, help me understand",
)
INVITING_FIRST = frozenset(phrase[0] for phrase in LATER_INVITING)
# Between "i" and "to hear" in a wish: "i should very much like to hear", "i am wishing to know".
WISHING = _set(
    "would should am very much really honestly genuinely truly be like love rather sooner prefer want wish wishing",
    "need glad interested pleased curious happy proud also just still quite so far to mostly mainly simply only first",
)
WISHED = _set("hear know understand learn")
ASK_FOR = _set("can could would will may might")
POLITE = _set("you i we please kindly maybe perhaps just also like to be willing able possibly sort of um")

# One word at the end asks only with a question mark; longer tags are found by their order.
# Before these a verb with "not" is turned round, and no "it" is left out: "wouldnt most people", "didnt the nurse".
DETERMINER = _set("a an the most your my our his her their some any every each one anyone somebody anybody everyone")
NOT_LEFT_OUT = _set("would could should might ought do did does")
SURELY_NOT = _set("i we yes no yeah not and but will")  # "surely i'll do it" asks nothing
ONE_WORD_TAGS = _set("right no yes ok eh huh hey correct agreed na abi meh lah surely")
SURE_TAGS = _set("isit huh na eh")
TAGS = _phrases(
    "or what, or not, or no, yes or no, no or yes, is it no, not so, is that it, is that right, is that so, am i right",
    "am i wrong, do not you think, do you not think, would not you say, would not you think",
)
THINK_TAG = ("you", "think")
YOU_KNOW = _phrases("you know, you think, you see, you get, you realise, you realize, you understand")
DOUBTING_TAGS = _set("right really")  # a tag without a mark only after one of these
AFTER_TAG = _set("then though really mate love lovely dear pal lad lass hon sir mun like")
NO_TAG_AFTER = _set("so nor neither as than what how who where why when which like if whatever i that")
NO_TAGS = frozenset(_phrases("did it, is there, was there, has it"))  # "before i did it"
AGREES = {  # which subjects may stand after an auxiliary in a tag
    "am": _set("i"),
    "dare": _set(),
    **dict.fromkeys(("is", "has", "does"), _set("he she it there")),
    **dict.fromkeys(("are", "have", "do", "need"), PRONOUN - _set("it he she there")),
    "had": PRONOUN - _set("it there"),
}
