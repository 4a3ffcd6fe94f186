"""The written note after an agreement, held against what was said: shown to the writer, never forced on them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from scoring import content_words
from simulator.conversation.session import Session
from simulator.persona.scenario import Scenario
from simulator.practice.agreed import Promise, agreed, branch_of, due_in, ended_in_agreement, past_in, said_on
from simulator.practice.confided import confided
from simulator.practice.dates import Named, contradicts, days_in, in_its_year, in_words
from simulator.practice.judging import judging
from simulator.practice.promised import unsupported
from simulator.report.names import found as names_in

LONGEST = 20_000  # characters of a note, as of a turn

_THERE = 0.4  # share of a promise's words from which it is in the note
_LITTLE = frozenset("shall will again look let back note short check see talk meet then send write thank".split())
_PARTED = (
    "You two parted without an agreement. Meet, or by video, or ring, before anything goes out in writing: a letter is "
    "read in the worst voice there is."
)
# Names are found by a capital where a sentence gives none; at its beginning by what such a word does next.
_DOER = re.compile(
    r"(?:^|[.?!:;\n]\s*)(?!(?:It|This|That|These|Those|We|You|He|She|They|I|There|Everyone|Everybody|Nobody|Nothing|"
    r"Everything|Someone|Both|Each|Who|What|Which|If|When|Then|And|But|So|Either|Neither|All|None)\b)([A-Z][a-z]+)\s+"
    r"(?:will|and (?:I|you)|checks?|sends?|writes?|tells?|asks?|covers?|takes?|opens?|posts?|reviews?|brings?|helps?|"
    r"joins?|agreed|agrees|said|says|promised|promises|has agreed|is going to)\b"
)
_SIGNED = re.compile(r"(?:^|\n)[^\n]{0,40}\s*\Z")  # the last line, where it is short: a name below a letter is known
_WORD = re.compile(r"[^\W\d_]+|\d+(?:[.:,]\d+)*")
_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "half": "30", "fortnight": "2", "twice": "2"}
_ORDINALS = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b", re.IGNORECASE)
_MONTH = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\d[./-]\d", re.IGNORECASE)
_LISTED = re.compile(r"^\s*(?:\d{1,2}[.)]|[-*•])\s+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Checked:
    """What a note lacks and what it has too much of.

    *missing* was agreed and is not there. *invented* are dates, numbers and names that nobody mentioned, *unsupported*
    promises without any of these that nobody made; *judging* are words with what they do. *day* is when it is to be
    looked at again, None where the note names none that is to come; *gone* is such a day that is past. *parted* is
    whether the talk ended without an agreement, so that the next thing is another talk. *confided* are sentences that
    tell what silence was promised about.
    """

    missing: tuple[Promise, ...] = ()
    invented: tuple[str, ...] = ()
    judging: tuple[tuple[str, str], ...] = ()
    day: Named | None = None
    parted: bool = False
    unsupported: tuple[str, ...] = ()
    gone: str = ""
    confided: tuple[str, ...] = ()

    @property
    def clear(self) -> bool:
        """Whether there is nothing to say."""
        faults = (self.missing, self.invented, self.unsupported, self.judging, self.parted, self.confided)
        return not any(faults) and (self.day is not None or bool(self.gone))


def check(note: str, session: Session, scenario: Scenario | None = None) -> Checked:
    """*note* against what was said in *session*, and against the brief of its *scenario* where that is at hand."""
    today = said_on(session)
    said = _said(session, scenario)
    told_days = _days_of_the_story(session, scenario, today) if scenario else set()
    invented = tuple(dict.fromkeys(_invented(note, said, today, told_days)))
    known = content_words(" ".join((session.header.person, *names_in([note]))))
    past = past_in(note, today)
    promised = unsupported(note, _exchanges(session), known, today)
    return Checked(
        missing=tuple(promise for promise in agreed(session) if not _there(promise, note, today)),
        invented=invented,
        unsupported=tuple(one for one in dict.fromkeys(promised) if not any(word in one for word in invented)),
        judging=tuple(dict.fromkeys(judging(note))),
        day=None if past else due_in(note, today),
        gone=past.quote if past else "",
        confided=tuple(confided(note, session.turns(branch_of(session)), scenario)) if scenario else (),
        parted=not ended_in_agreement(session) and not _goes_up(session),
    )


def _said(session: Session, scenario: Scenario | None) -> str:
    """Everything that was said or known, one text."""
    branch = branch_of(session)
    parts = [session.header.person, session.header.title, session.header.first_line]
    for turn in session.turns(branch):
        parts += [turn.text, turn.reply]
    finish = session.finish(branch)
    parts += [finish.line] if finish else []
    if scenario is not None:
        brief = scenario.brief
        parts += [brief.you_are, brief.they_are, brief.what_happened, *brief.facts, brief.your_task]
    return "\n".join(parts)


def _days_of_the_story(session: Session, scenario: Scenario, today: date) -> set[tuple[int, int]]:
    """The days that were named, as month and day, reckoned from the calendar of the story: "in two weeks" after the
    22nd of October of its brief. The talk is some day of the week after the last day that the brief names."""
    brief = scenario.brief
    told = " ".join((brief.you_are, brief.they_are, brief.what_happened, *brief.facts, brief.your_task))
    named = [in_its_year(one) for one in days_in(" ".join(told.split()), today) if _MONTH.search(one.quote)]
    said = "\n".join(_exchanges(session))
    begun = [max(named) + timedelta(later) for later in range(8)] if named else []
    return {(one.day.month, one.day.day) for day in begun for one in days_in(said, day)}


def _goes_up(session: Session) -> bool:
    """Whether it was said openly that it goes further up: then a letter is what happens next."""
    finish = session.finish(branch_of(session))
    return finish is not None and finish.ending == "escalation"


def _exchanges(session: Session) -> list[str]:
    """What was typed with what was answered, an exchange each: the brief promises nothing."""
    branch = branch_of(session)
    finish = session.finish(branch)
    turns = [f"{turn.text}\n{turn.reply}" for turn in session.turns(branch) if not turn.aside]
    return [session.header.first_line, *turns, finish.line if finish else ""]


def _there(promise: Promise, note: str, today: date) -> bool:
    """Whether the *note* tells of the promise: enough of its words, or for a date to look again, that very day."""
    if promise.skill == "follow_up":
        days = {named.day for named in days_in(promise.words, today)}
        if days and days & {named.day for named in days_in(note, today)}:
            return True
    words = content_words(promise.words) - _LITTLE
    if not words:
        return True
    return len(words & content_words(note)) / len(words) >= _THERE


def _invented(note: str, said: str, today: date, told_days: set[tuple[int, int]]) -> Iterator[str]:
    """Dates, numbers and names of the *note* that nobody mentioned; *told_days* were, by the calendar of the story."""
    known_days = {named.day for named in days_in(said, today)} | {today}
    numbers = {day.day for day in known_days}
    named = days_in(note, today)
    # "Friday the 7th" and "Friday 7 November" may be one day of a calendar that is not today's
    new = [one for one in named if one.day not in known_days and (one.day.month, one.day.day) not in told_days]
    yield from (one.quote for one in new if not _same_number(one.quote, numbers))
    rest = _LISTED.sub(" ", _without(note, named))
    numbers = _numbers(said)
    for match in _WORD.finditer(rest):
        number = _number(match[0])
        # "one" is a word as often as a number, and a year stands for a date that is looked at above
        if number and number not in ("0", "1") and number not in numbers and not number.startswith("20"):
            yield match[0]
    words = {word.casefold() for word in _WORD.findall(said)}
    body = _SIGNED.sub("", note.rstrip())
    for name in dict.fromkeys((*names_in([body]), *(match[1] for match in _DOER.finditer(body)))):
        if not {part.casefold() for part in _WORD.findall(name)} <= words:
            yield name


def _same_number(quote: str, numbers: set[int]) -> bool:
    """Whether *quote* names a day by its number in the month, and that is one of *numbers*."""
    return any(int(figure) in numbers for figure in re.findall(r"(?<!\d)\d{1,2}(?!\d)", quote))


def _without(note: str, named: tuple[Named, ...]) -> str:
    """*note* with blanks where days are named: their figures are no numbers."""
    for one in named:
        note = note[: one.start] + " " * (one.end - one.start) + note[one.end :]
    return note


def _numbers(text: str) -> set[str]:
    """The numbers in *text*, in figures; of an hour after noon also the one on a clock with hands."""
    found = set()
    for match in _WORD.finditer(_ORDINALS.sub(r"\1", text)):
        number = _number(match[0])
        if number:
            found.add(number)
            if number.isdecimal():
                found |= {str(int(number) + 12), str(int(number) - 12)} if int(number) <= 24 else set()
    return found


def _number(word: str) -> str:
    """*word* as a number in figures, '' where it is none. Of a full hour only the hour."""
    if word[0].isdecimal():
        return re.sub(r"[:.]00$", "", word).lstrip("0") or "0"
    return _NUMBERS.get(word.lower(), "")


def sentences(checked: Checked) -> tuple[str, ...]:
    """What there is to say of a note, for its writer."""
    said = [_PARTED] if checked.parted else []
    said += [f'Agreed and not in it: "{promise.words}" (turn {promise.turn}).' for promise in checked.missing]
    if checked.invented:
        quoted = ", ".join(f"'{word}'" for word in checked.invented)
        said.append(f"In it, and not mentioned when you talked: {quoted}.")
    said += [f'Promised in it, and not heard when you talked: "{clause}"' for clause in checked.unsupported]
    said += [f"'{words}' {what}." for words, what in checked.judging]
    said += [
        f'You promised that it stays between you, and a note is soon passed on: does this have to stand in it? "{one}"'
        for one in checked.confided
    ]
    if checked.gone:
        said.append(
            f"To be looked at again on '{checked.gone}'. The talk has a calendar of its own; by today's that day is "
            "past, so nothing reminds you."
        )
    elif checked.day is None:
        said.append("There is no day in it on which you will look at it again.")
    else:
        weekday, _, day = in_words(checked.day.day).partition(" ")
        if contradicts(checked.day):
            words = f"{day} ('{checked.day.quote}'; by the calendar it is a {weekday})"
        else:
            words = f"{weekday} {day} ('{checked.day.quote}')"
        said.append(f"To be looked at again on {words}.")
    if checked.clear:
        said.append("What you agreed is in it, and nothing else.")
    return tuple(said)
