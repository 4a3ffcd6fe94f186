"""What can be said of a worksheet's answers: gentle remarks with the user's words quoted. Nothing is ever required."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from scoring import content_words, detect
from scoring.findings import Detection
from simulator.practice.channel import FACE, VOICE, WRITING, Channel, of_invitation, of_place
from simulator.practice.dates import days_in
from simulator.practice.invitation import PARTS, taken_apart
from simulator.practice.preparation import Preparation
from simulator.practice.stance import ARROGANT, HUMBLE, MIDDLE, stance

_OPENS = re.compile(
    r"^(?:\W*(?:and|so|but|well|ok|okay|also|then|now|could you|can you|would you|please)\W+)*"
    r"(?:what|how|tell me|walk me|talk me|help me understand|describe|in what way|to what extent|which part)\b",
    re.IGNORECASE,
)
_COSTLY_QUESTION = {
    "why_question": "asks for a defence; the same with 'what' or 'how' asks for a story",
    "closed_question": "can be answered with yes or no",
    "leading_question": "carries its own answer",
    "judgement": "carries a verdict",
    "blame": "puts it on the person",
    "sarcasm": "says the opposite of what it means",
    "comparison": "measures them against others",
}
_VERDICTS = ("judgement", "blame", "sarcasm", "comparison", "triggered")
_TENTATIVE = re.compile(
    r"\b(?:i'?m (?:starting|beginning) to|i (?:wonder|think|guess|suspect|may|might|could be)|maybe|perhaps|it seems|"
    r"it looks|my (?:story|guess|sense|impression)|to me)\b",
    re.IGNORECASE,
)
_ALWAYS = re.compile(r"\b(?:always|never|every ?time|constantly|all the time|everyone|nobody)\b", re.IGNORECASE)
_MOTIVE = re.compile(
    r"\b(?:does(?:n['’]?t| not)|do(?:n['’]?t| not)|did(?:n['’]?t| not)|could(?:n['’]?t| not)) (?:care|want|like|"
    r"respect|bother|mind)\b[^.,;?!]{0,20}"
    r"|\b(?:wants?|tries|trying|meant) to (?:annoy|provoke|avoid|get (?:out|away|back))\b"
    r"|\bcan['’]?t be bothered\b|\bon purpose\b",
    re.IGNORECASE,
)
_CHECKABLE = re.compile(
    r"\d|[\"“”'‘]\w|\b(?:wrote|written|said|saw|seen|heard|log|mail|message|posted|sent)\b", re.IGNORECASE
)
_DO_NOT = re.compile(r"\b(?:n['’]?t|not|never)\b|n['’]t\b", re.IGNORECASE)
_DO = re.compile(r"\b(?:i (?:do )?(?:want|mean|hope|would like|care)|i['’]d like|what i (?:do )?want)\b", re.IGNORECASE)
_BOTH = re.compile(r"\b(?:we|us|our|both|together|each of us)\b", re.IGNORECASE)
_YOU = re.compile(r"\b(?:you|your|yours|her|him|them|their)\b", re.IGNORECASE)


_LITTLE = frozenset(
    """
    that the and but for you your yours him her his hers they them their she want wants don not this with what have has
    had will would can could may might are was were been being does did think thinks mean means just about from
    """.split()
)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about the answer *field*, in one sentence. A *fine* one is no reason to change anything."""

    field: str
    text: str
    fine: bool = False


def remarks(field: str, preparation: Preparation, today: date, evidence: tuple[str, ...] = ()) -> tuple[Remark, ...]:
    """What can be said of the answer *field*; nothing where it is empty, and of *evidence* from the brief."""
    if field not in _CHECKS or not getattr(preparation, field):
        return ()
    if field == "facts":
        preparation = replace(preparation, facts=tuple(one for one in preparation.facts if one not in evidence))
    return tuple(Remark(field, text, fine) for text, fine in _CHECKS[field](preparation, today))


def asked_openly(question: str) -> tuple[str, bool]:
    """A sentence on how *question* asks, and whether it asks openly."""
    detection = detect(question)
    for finding in detection.findings:
        if finding.skill in _COSTLY_QUESTION:
            return f"'{finding.quote}' {_COSTLY_QUESTION[finding.skill]}.", False
    if any(finding.skill in ("curiosity", "solution_question") for finding in detection.findings):
        return f"'{question}' is open.", True
    if _OPENS.match(question):
        return f"'{question}' is open.", True
    if detection.questions or "?" in question:
        return f"'{question}' may be answered in one word; begin with 'what' or 'how'.", False
    return f"'{question}' is no question yet; begin with 'what' or 'how'.", False


def disputable(fact: str) -> bool:
    """Whether *fact* is a verdict, a guess at a motive or says 'always': none to put on the table."""
    return bool(_verdicts(detect(fact)) or _ALWAYS.search(fact) or _MOTIVE.search(fact))


Said = list[tuple[str, bool]]


def _lean(text: str) -> Said:
    """Where *text* stands between humility and arrogance, where that is not the middle."""
    stands = stance(text)
    quoted = ", ".join(f"'{word}'" for word in dict.fromkeys(stands.words))
    if stands.side == HUMBLE:
        said = f"This leans to humility: {quoted}. You need no leave to have this conversation; one hedge is enough."
        return [(said, False)]
    if stands.side == ARROGANT:
        return [(f"This leans to arrogance: {quoted}. Say what you saw, and leave room to be wrong.", False)]
    return []


def _verdicts(detection: Detection) -> Said:
    return [
        (f"'{finding.quote}' {_COSTLY_QUESTION.get(finding.skill, 'hits back')}.", False)
        for finding in detection.findings
        if finding.skill in _VERDICTS
    ]


def _purpose(one: Preparation, today: date) -> Said:
    found = detect(one.purpose)
    if any(finding.skill == "mutual_purpose" for finding in found.findings) or (
        _BOTH.search(one.purpose) and not _verdicts(found)
    ):
        said: Said = [("It serves you both.", True)]
    elif _YOU.search(one.purpose):
        said = [("Does it say what is in it for both of you?", False)]
    else:
        said = [("It says what you want. What is in it for them?", False)]
    return said + _verdicts(found) + _lean(one.purpose)


def _facts(one: Preparation, today: date) -> Said:
    said: Said = []
    for fact in one.facts:
        said += _verdicts(detect(fact))
        motive = _MOTIVE.search(fact)
        if motive:
            said.append(
                (f"'{motive[0].strip()}' is a guess at what goes on in them: a story of yours, and no fact.", False)
            )
        always = _ALWAYS.search(fact)
        if always:
            said.append((f"'{always[0]}' can be argued about; a day or a number cannot.", False))
        elif not motive and not _CHECKABLE.search(fact) and not days_in(fact, today):
            said.append((f"'{fact}': when was it, and who saw, heard or wrote it?", False))
    return said


def _story(one: Preparation, today: date) -> Said:
    found = detect(one.story)
    said = _verdicts(found)
    if any(finding.skill == "own_story" for finding in found.findings) or _TENTATIVE.search(one.story):
        return [*said, *(_lean(one.story) or [("It is told as yours, with room to be wrong.", True)])]
    return [*said, ("It is told as a fact. 'I'm starting to think ...' leaves room.", False), *_lean(one.story)]


def _questions(one: Preparation, today: date) -> Said:
    asked = [asked_openly(question) for question in one.questions]
    open_ones = sum(fine for _, fine in asked)
    return [said for said in asked if not said[1]] + [(f"Open questions: {open_ones} of {len(asked)}.", True)]


def _contrast(one: Preparation, today: date) -> Said:
    detected = any(finding.skill == "contrasting" for finding in detect(one.contrast).findings)
    no, yes = _DO_NOT.search(one.contrast), _DO.search(one.contrast)
    said: Said = []
    if not detected and not no:
        said.append(("The first half is missing: what you do not want or mean.", False))
    elif not detected and not yes:
        said.append(("The second half is missing: what you do want.", False))
    else:
        said.append(("Both halves are there: what you do not mean, and what you do.", True))
    if one.fear and no and not (_telling(one.fear) & _telling(one.contrast)):
        said.append((f"It does not yet speak to the fear you named: '{one.fear}'.", False))
    return said + _verdicts(detect(one.contrast))


def _telling(text: str) -> frozenset[str]:
    """The words of *text* that say what it is about: those of content, and the likes of "out" and "down"."""
    words = re.findall(r"[a-z]{3,}", text.lower()) + re.findall(r"\b[A-Z]{2,}\b", text)
    return content_words(text) | (frozenset(words) - _LITTLE)


def _assumptions(one: Preparation, today: date) -> Said:
    said: Said = []
    for turned in one.assumptions:
        if turned.question:
            sentence, fine = asked_openly(turned.question)
            said.append((sentence, fine))
        else:
            said.append((f"'{turned.assumption}' has no question yet.", False))
    return said


def _place(one: Preparation, today: date) -> Said:
    found = of_place(one.place)
    if found.kind == FACE:
        return [(f"Face to face ('{found.words}'), before anything is written.", True)]
    if found.kind == VOICE:
        return [(f"By voice ('{found.words}'). By video they would see your face as well.", True)]
    return _in_writing(found)


def _in_writing(found: Channel) -> Said:
    if found.kind != WRITING:
        return []
    said = f"'{found.words}': in writing nobody sees a face. Meet, or by video, or ring; the writing comes afterwards."
    return [(said, False)]


def _invitation(one: Preparation, today: date) -> Said:
    request = taken_apart(one.invitation, today)
    said: Said = [(f"There: {PARTS[part]} ('{words}').", True) for part, words in request.there]
    said += [(f"Missing: {PARTS[part]}.", False) for part in request.missing]
    if not request.asks:
        said.append(("It tells and does not ask; leave them a choice.", False))
    said += _in_writing(of_invitation(one.invitation))
    return said + _verdicts(detect(one.invitation)) + _lean(one.invitation)


def lines(preparation: Preparation) -> tuple[str, ...]:
    """The lines of the worksheet that are meant to be said."""
    said = (preparation.invitation, preparation.purpose, preparation.story, preparation.contrast)
    return tuple(line for line in (*said, *preparation.questions) if line)


def stances(preparation: Preparation) -> tuple[tuple[str, str], ...]:
    """For every line to be said that leaves the middle: the line, and where it stands with the words that say so."""
    found = []
    for line in lines(preparation):
        stands = stance(line)
        if stands.side != MIDDLE:
            quoted = ", ".join(f"'{word}'" for word in dict.fromkeys(stands.words))
            found.append((line, f"{'far ' if stands.far else ''}towards {stands.side}: {quoted}"))
    return tuple(found)


_WATCH = {
    "avoidance": "Putting it off: name what it is about by your third turn.",
    "minimizing": "Making it small: watch for 'just', 'only' and 'no big deal'.",
    "blame": "Blame: begin with what happened and when, and leave out whose fault it is.",
    "triggered": "Hitting back: when it stings, take a breath, then ask one question.",
    "winging_it": "Winging it: one purpose and one fact are a plan. They are asked for next.",
}


def _behaviours(one: Preparation, today: date) -> Said:
    return [(_WATCH[name], True) for name in one.behaviours if name in _WATCH]


_CHECKS: dict[str, Callable[[Preparation, date], Said]] = {
    "behaviours": _behaviours,
    "place": _place,
    "purpose": _purpose,
    "facts": _facts,
    "story": _story,
    "questions": _questions,
    "contrast": _contrast,
    "assumptions": _assumptions,
    "invitation": _invitation,
}
