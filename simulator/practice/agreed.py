"""What was agreed in a conversation, in the user's own words, and the day on which it is to be looked at again."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from scoring import detect
from scoring.findings import Finding
from simulator.conversation.session import Session
from simulator.conversation.turn import Turn
from simulator.practice.dates import Named, days_in
from simulator.practice.own_words import whole

AGREEMENTS = ("mutual_plan", "partial_plan", "expectation_set", "hollow_yes")
"""Endings after which there is something to write down. Of a hollow yes too: on paper it shows."""

PROMISES = ("next_step", "follow_up", "consequence")
"""Skills whose words are promises."""

_NOT_YET = ("interrupting_solution", "why_question", "leading_question", "closed_question", "false_summary")
"""Beside a proposal they make it a push and no agreement."""

_THE_NOTE = re.compile(
    r"\b(?:send|write|mail|put|type|drop)\w*\b.{0,40}\b(?:note|summary|mail|email|writing|minutes)\b|"
    r"\b(?:write|type|put)\s+(?:all\s+)?(?:it|this|that|them|the steps|what we said)\s+(?:all\s+)?(?:up|down|into)\b",
    re.IGNORECASE | re.DOTALL,
)
"""A promise to write this down is kept by writing it down."""

_AGAIN = re.compile(
    r"[^.?!\n]*\b(?:again|look (?:at|back)|review|check (?:in|how)|meet|talk|speak|catch up|follow[- ]?up|sit down|"
    r"revisit|see how)\b[^.?!\n]*",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"\b(?:from|starting|beginning|since|as of)\s+(?:on\s+)?$", re.IGNORECASE)

_SETTLED = ("problem_solving", "agreed")  # kinds of state in which what is proposed has somebody to agree to it


@dataclass(frozen=True, slots=True)
class Promise:
    """Something agreed: the *words*, which *skill* they carry, and the turn in which they were said."""

    words: str
    skill: str
    turn: int


def branch_of(session: Session) -> int:
    """The branch whose agreement counts: the one to go on from."""
    return session.settled.number


def said_on(session: Session) -> date:
    """The day of the conversation."""
    try:
        return datetime.fromisoformat(session.header.started).date()
    except ValueError:
        return date.today()


def ended_in_agreement(session: Session) -> bool:
    """Whether there is something to write down."""
    finish = session.finish(branch_of(session))
    return finish is not None and finish.ending in AGREEMENTS


def agreed(session: Session) -> tuple[Promise, ...]:
    """What was agreed, in the order in which it was said.

    Where the talk came to looking for a way, only what was said from there on: an earlier idea was none they took.
    """
    turns = [turn for turn in session.read(branch_of(session)) if not turn.aside]
    late = [turn for turn in turns if _settled(turn)]
    found: dict[str, Promise] = {}
    for turn in late or turns:
        pushed = [finding for finding in turn.detection.findings if finding.skill in _NOT_YET]
        for finding in turn.detection.findings:
            if finding.skill in PROMISES and not any(_over(finding, one) for one in pushed):
                words = whole(turn.text, finding)
                if finding.skill == "next_step" and _THE_NOTE.search(words):
                    continue
                found.setdefault(words.casefold(), Promise(words, finding.skill, turn.number))
    # "See you tomorrow at six" inside a longer promise is that promise
    whole_ones = {words for words in found if not any(words != other and words in other for other in found)}
    return tuple(promise for words, promise in found.items() if words in whole_ones)


def _over(one: Finding, other: Finding) -> bool:
    return one.start < other.end and other.start < one.end


def _settled(turn: Turn) -> bool:
    return turn.reaction.before in _SETTLED or turn.reaction.after in _SETTLED


def due(session: Session) -> Named | None:
    """The day on which they meant to look at it again, by what was said; the last one that was named."""
    today = said_on(session)
    for promise in reversed(agreed(session)):
        if promise.skill == "follow_up":
            days = [named for named in days_in(promise.words, today) if named.day > today]
            if days:
                return days[-1]
    return None


def past_in(text: str, today: date) -> Named | None:
    """A day to look again that a note names and that is gone by today's calendar: a talk may play in another month."""
    gone = [
        named
        for named in days_in(text, today)
        if named.day <= today and named.quote.lower() not in ("today", "tonight")
    ]
    again = [match.span() for match in _AGAIN.finditer(text)]
    return next((one for one in gone if any(start < one.end and one.start < end for start, end in again)), None)


def due_in(text: str, today: date) -> Named | None:
    """The day to look again that a note names: beside the words for it where there are any, else the last to come on
    which nothing merely begins."""
    coming = [named for named in days_in(text, today) if named.day > today]
    again = [finding for finding in detect(text).findings if finding.skill == "follow_up"]
    beside = [one for one in coming if any(f.start <= one.start and one.end <= f.end + 1 for f in again)]
    if beside:
        return beside[-1]
    again = [match.span() for match in _AGAIN.finditer(text)]
    near = [one for one in coming if any(start < one.end and one.start < end for start, end in again)]
    rest = [one for one in coming if not _BEGINS.search(text[: one.start])]
    return near[-1] if near else max(rest, key=lambda one: one.day, default=None)
