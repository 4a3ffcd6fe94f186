"""Words of a written note that judge. A note is read alone and again, so it is held to more than a spoken turn is;
and it says for what reason something was agreed, which no spoken blame looks like but in its words."""

import re
from collections.abc import Iterator
from functools import lru_cache

from scoring import detect, word_class

_VERDICTS = {
    "judgement": "is a verdict on the person",
    "blame": "puts it on them",
    "sarcasm": "says the opposite of what it means",
    "comparison": "measures them against others",
    "minimizing": "makes it small",
    "triggered": "hits back",
    "false_summary": "puts words in their mouth",
}
_ALWAYS = re.compile(r"\b(?:you|he|she|they)\b[^.,;?!\n]{0,12}\b(?:always|never|constantly)\b", re.IGNORECASE)
_ACCUSES = re.compile(
    r"\b(?:you|he|she|they)(?:['’]ve| have| had)?\s+(?:lied|cheated|deceived|misled|tricked|stole|slacked|skived|"
    r"whined|sulked|ruined|messed)\b",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?<=[.?!])\s+|\n+")
_REASON = re.compile(
    r"\b(?:because of|on account of|owing to|due to|thanks to)\s+(?:your|his|her|their)\s+(?P<what>[^.,;?!\n]+)",
    re.IGNORECASE,
)
_FAILING = re.compile(
    r"\b(?:mistakes?|errors?|faults?|failures?|failings?|failed|failing|carelessness|lateness|laziness|negligence|"
    r"neglect|attitude|behaviou?r|tempers?|stubbornness|silence|pride|refusal|sloppiness|slips?|mess|poor|bad|wrong|"
    r"lack of|not \w+ing)\b",
    re.IGNORECASE,
)
_HARM = re.compile(
    r"\b(?:lost|los(?:e|es|ing)|losse?s?|late|delays?|delayed|miss(?:ed|es|ing)?|problems?|trouble|complain\w*|"
    r"costs?|fail\w*|wrong|worse|mess|suffer\w*|broken?|broke|damage\w*|harm\w*|angry|upset|waste\w*|"
    r"stuck|missing|mistakes?|errors?|cancel\w*|paid for|pa(?:y|ys) for)\b",
    re.IGNORECASE,
)


def judging(note: str) -> Iterator[tuple[str, str]]:
    """The words of *note* that judge, each with what they do."""
    for sentence in filter(str.strip, _SENTENCES.split(note)):
        found = [one for one in detect(sentence).findings if one.skill in _VERDICTS]
        if _gives_a_reason(sentence):
            found = [one for one in found if one.skill != "blame"]
        for finding in found:
            yield finding.quote, _VERDICTS[finding.skill]
        accuses = _ACCUSES.search(sentence)
        if accuses and not any(accuses[0] in one.quote for one in found):
            yield accuses[0], "accuses; write what was said or done, and no more"
        always = _ALWAYS.search(sentence)
        if always and not found:
            yield always[0], "can be argued about"
        elif not found:
            for match in _labels().finditer(sentence):
                yield match[1], "is a verdict; say what was done instead"


def _gives_a_reason(sentence: str) -> bool:
    """Whether *sentence* says what something is so for, such as "because of your license", and blames nobody.

    Blame needs harm in what came of it or a failing in what it came of: "we lost a day", "because of your mistake".
    """
    reason = _REASON.search(sentence)
    if reason is None:
        return False
    came_of_it = f"{sentence[: reason.start()]} {sentence[reason.end() :]}"
    failing = _FAILING.search(reason["what"]) or any(
        re.search(rf"\b{re.escape(word)}\b", reason["what"], re.IGNORECASE) for word in word_class("verdict")
    )
    return not failing and not _HARM.search(came_of_it)


@lru_cache(maxsize=1)
def _labels() -> re.Pattern:
    """Finds "you were a bit careless" and the like, with the verdict in it."""
    verdicts = "|".join(sorted(map(re.escape, word_class("verdict")), key=len, reverse=True))
    who = r"\b(?:you|he|she|they)(?:['’]re|['’]s| are| were| was| is| seem(?:ed)?| have been| has been| being)"
    return re.compile(rf"{who}\s+(?:[\w-]+\s+){{0,2}}({verdicts})\b", re.IGNORECASE)
