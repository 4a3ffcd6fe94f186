"""What to think over in what was typed: facts that are verdicts, and words of the person's that are about them."""

import re

from scoring import Spotter, word_class
from simulator.authoring.speech import about_them, seems_about_them
from simulator.authoring.wizard.mending import with_apostrophes

_ABSOLUTE = ("always", "never", "constantly", "every time", "all the time", "everyone", "everybody", "nobody", "no one",
             "every single", "the whole time", "not once")  # fmt: skip
_AS_FACT = re.compile(
    r"\bclearly\b(?!\s+(?:said|says|marked|written|wrote|printed|labelled|visible|legible))"
    r"|\bobvious(?:ly)?\b|\bevidently\b|\bdeliberate(?:ly)?\b|\bintentional(?:ly)?\b|\bpurposely\b|\bon purpose\b"
    r"|\b(?:just|simply) ignore[sd]? (?:me|us)\b|\bout of spite\b|\bto (?:spite|annoy|provoke) (?:me|us)\b"
    r"|\bcouldn['’]t be bothered\b|\b(?:doesn|didn)['’]t care\b",
    re.IGNORECASE,
)
"""What passes as something seen and is a reading of it. What was clearly said was heard."""
_HOW_MANY = (
    r"(?:(?:the|about|over|nearly|almost|last|past|a|few|several|some|many|couple|of|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve)\s+)*"
)
_SEASON = r"(?:may|spring|summer|autumn|winter|easter|christmas|new year|the holidays)"
_LASTING = re.compile(
    rf"\b(?:for|since|in|over|during|these)\s+{_HOW_MANY}(?:days|weeks?|months?|years?|fortnight|nights|evenings|shifts)\b"
    rf"|\b(?:since|last|this|in|every|at)\s+(?:the\s+)?{_SEASON}\b"
    r"|\b(?:last|this|every|each)\s+(?:day|week|month|year|night|shift|morning|evening|afternoon)\b"
    r"|\b(?:days?|weeks?|months?|years?)\s+ago\b|\b(?:today|tonight)\b",
    re.IGNORECASE,
)
"""A time that goes on, or one without a day: "for three weeks now", "since May"."""
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]|(?<!\w)['‘][^'‘’]*['’](?!\w)")
_WHEN = frozenset(
    """on in at the of last this since yesterday today then next first second third once twice again week weeks month
    morning afternoon evening night early late around about""".split()
)
_WORD = re.compile(r"[A-Za-z0-9’']+")
_DID = frozenset(
    """ate became began blew broke brought built came cut did didn't drank drove fell felt forgot fought found gave
    got had hadn't hit held hung hurt is isn't has hasn't does doesn't kept knew laid led left let lied lost made
    meant met paid put quit ran rang read said sat saw sent set shut slept snapped spent spoke stole stood swore
    threw told took tore was wasn't went were weren't woke wore wrote yelled""".split()
)
_OTHERS = frozenset(
    """mother mum mom father dad sister brother son daughter wife husband partner girlfriend boyfriend friend uncle aunt
    aunty auntie cousin nephew niece grandmother gran grandfather grandad grandma grandpa boss manager deputy nurse
    doctor teacher neighbour neighbor landlord landlady owner customer client colleague apprentice""".split()
)
"""Somebody else of whom a "she" or "he" may speak."""
_NO_VERB = frozenset("need seed speed feed indeed hundred red bed shed sled deed breed kindred".split())


def remarks(fact: str) -> list[str]:
    """What to think over in a *fact*: absolutes, verdicts, nobody who did it, no time. A quotation was heard."""
    said = _QUOTED.sub(" ", fact)
    found = []
    absolute = [word for word in _ABSOLUTE if Spotter({word: (word,)}).spot(said)]
    if absolute:
        found.append(f"'{absolute[0]}' is seldom true and easily argued with. How often was it, and when?")
    verdict = [word for word in word_class("verdict") if Spotter({word: (word,)}).spot(said)]
    if verdict:
        found.append(f"'{verdict[0]}' is a verdict. What did you see, hear or read that made you think so?")
    as_fact = _AS_FACT.search(said)
    if as_fact and not verdict:
        found.append(f"'{as_fact[0]}' is how you read it. What was there to see or hear, for anybody in the room?")
    if says_nobody(fact):
        found.append("It doesn't say who. Begin with a name, with 'she', 'he', 'they' or with 'I'.")
    times = (*word_class("day"), *word_class("month"), "yesterday", "last week", "this week", "this morning")
    timed = Spotter({"time": times}).spot(said) or _LASTING.search(said) or any(c.isdigit() for c in said)
    if not timed:
        found.append("No day or time in it. When was it?")
    return found


def says_nobody(fact: str) -> bool:
    """Whether *fact* begins with what was done and doesn't say by whom: "shouted at him on the phone"."""
    words = [word.casefold().replace("’", "'") for word in _WORD.findall(with_apostrophes(fact))]
    times = {*_WHEN, *word_class("day"), *word_class("month")}
    first = next((word for word in words if word not in times and not word[0].isdigit()), "")
    return first in _DID or (first.endswith("ed") and len(first) > 3 and first not in _NO_VERB)


def about_them_remark(said: str, name: str, pronouns: str, before: str = "") -> str:
    """What to think over in something that the person will say, or ''. What they say *before* it may name somebody
    else, whom a "she" then speaks of."""
    if before and not _OTHERS.isdisjoint(_plain(before)) and not _names_them(said, name):
        return ""
    said = with_apostrophes(said)
    sure = about_them(said, name, pronouns)
    if not sure and (not seems_about_them(said, name, pronouns) or not _OTHERS.isdisjoint(_plain(said))):
        return ""
    return (
        f"This reads as if it were about {name}, and {name} will say it as it stands. Write it as they would: 'I ...'."
    )


def _plain(text: str) -> set[str]:
    return {re.sub(r"['’]s?$", "", word.casefold()) for word in _WORD.findall(text)}


def _names_them(said: str, name: str) -> bool:
    return name.split(" ")[0].casefold() in _plain(said)
