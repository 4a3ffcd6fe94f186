"""A Review that can be passed on: without the words, or with other names. The shape and the counts stay as they are."""

import re
from collections.abc import Callable, Iterable
from dataclasses import MISSING, fields, is_dataclass, replace
from itertools import pairwise
from typing import Any

from scoring.findings import Finding
from scoring.vocabulary import PLAIN
from simulator.report import sentences
from simulator.report.names import Disguise, found
from simulator.report.parting import Parting, Stand
from simulator.report.review import Line, Moment, Review

KINDS = ("words", "names")
"""What can be left out."""

PERSON = "Person A"
"""What the other is called where the words are left out."""

_OURS = frozenset(
    """
    scenario session started level digest rules rule ending source before after moment skill skills used fate state
    was_ending now_ending field because
    """.split()
)
"""Fields whose text is of our own making, or a name of ours for a file."""


# ---------------------------------------------------------------------------------------------------------------------
# Without the words
# ---------------------------------------------------------------------------------------------------------------------


def without_words(review: Review) -> Review:
    """*review* with the number of words in place of the words; what was found stays where it was found.

    Left are numbers, names of the fixed vocabulary and the ending; nothing that anybody wrote, the scenario's author
    included. A part of the Review that is not known here is left out.
    """
    return replace(
        _known(review, _REVIEW),
        session="",
        title="A conversation",
        scenario="",
        person=PERSON,
        label="",
        opening=_count(review.opening),
        lines=tuple(map(_wordless, review.lines)),
        ending=review.ending if review.ending in sentences.ENDING_TITLES else "",
        ending_title=sentences.ENDING_TITLES.get(review.ending, review.ending_title and "Ended"),
        last_line=_count(review.last_line),
        note=review.note if review.source else "",  # of a talk from elsewhere the note is ours
        tonight="",
        best=(best := review.best) and _moment(best, f"{sentences.did(best.skill)}."),
        try_this=(missed := review.try_this) and _moment(missed, f"That was a chance for {_plain(missed.skill)}."),
        costs=tuple(_moment(one, f"It {sentences.costs(one.skill)}.") for one in review.costs),
        kept=tuple(replace(one, title=f"Something held back, {n}") for n, one in enumerate(review.kept, 1)),
        chances=(chances := tuple(replace(one, moment=_state(one.moment)) for one in review.chances)),
        points=(),
        compare="",
        scorecard=replace(review.scorecard, chances=chances),
        corrections=tuple(one.partition(": ")[0] for one in review.corrections),
        reflection=None,
        preparation=(),
        chair=None,
        remarks=(),
    )


_REVIEW = frozenset("digest rules finished corrections source spoken".split())
_LINE = frozenset("findings marks before after safety heat patience aside".split())
_MOMENT = frozenset("skill said answer".split())
"""Fields that may stay as they are or are made safe here, of those that may be empty."""


def _known(value: Any, kept: frozenset[str]) -> Any:
    """*value* with every field that may be empty emptied, but those in *kept*: what is added later is not let out."""
    emptied = {}
    for field in fields(value):
        if field.default is not MISSING and field.name not in kept:
            emptied[field.name] = field.default
        elif field.default_factory is not MISSING and field.name not in kept:
            emptied[field.name] = field.default_factory()
    return replace(value, **emptied)


def _wordless(line: Line) -> Line:
    """*line* as "[3 words] [8 words]": cut where a finding begins or ends."""
    edges = {0, len(line.text)}
    for finding in (*line.findings, *line.marks):
        edges |= {min(max(finding.start, 0), len(line.text)), min(max(finding.end, 0), len(line.text))}
    cuts = sorted(edges)
    text, begins, ends = "", {0: 0}, {0: 0}
    for start, end in pairwise(cuts):
        count = _count(line.text[start:end], marked=_within(line, start, end))
        begins[start] = len(text) + bool(text) if count else len(text)
        text = " ".join(filter(None, (text, count)))
        ends[end] = len(text)
    begins[cuts[-1]] = len(text)

    def moved(finding: Finding) -> Finding:
        start = begins[min(max(finding.start, 0), len(line.text))]
        end = max(start, ends[min(max(finding.end, 0), len(line.text))])
        return replace(finding, start=start, end=end, quote=text[start:end], why=())

    return replace(
        _known(line, _LINE),
        text=text,
        reply=_count(line.reply),
        findings=tuple(map(moved, line.findings)),
        marks=tuple(map(moved, line.marks)),
        before=_state(line.before),
        after=_state(line.after),
        notes=(),
    )


def _within(line: Line, start: int, end: int) -> bool:
    return any(one.start <= start and end <= one.end for one in (*line.findings, *line.marks))


def _count(text: str, marked: bool = False) -> str:
    """How many words *text* has, in brackets; '' where it has none, unless something was found in it."""
    words = len(re.findall(r"\w+(?:['’.:-]\w+)*", text))
    if not words:
        return "[…]" if marked and text.strip() else ""
    return f"[{words} word{'s' if words != 1 else ''}]"


def _moment(moment: Moment, sentence: str) -> Moment:
    return replace(
        _known(moment, _MOMENT),
        quote=_count(moment.quote),
        sentence=sentence,
        said=_count(moment.said),
        answer=_count(moment.answer),
        model="",
    )


def _plain(skill: str) -> str:
    return PLAIN.get(skill, skill)


def _state(name: str) -> str:
    """A state's name; one that a scenario's author made up is not told."""
    known = name in sentences.STATE_WORDS or name in _MOMENTS or not name
    return name if known else "another state"


_MOMENTS = frozenset(("misreading", "guarded_fine", "feeling", "disclosure", "gesture"))


# ---------------------------------------------------------------------------------------------------------------------
# With other names
# ---------------------------------------------------------------------------------------------------------------------


def without_names(review: Review, names: Iterable[str] = ()) -> tuple[Review, tuple[str, ...]]:
    """*review* with other names, and the names that were replaced. *names* are some that must go in any case."""
    speakers = _speakers(review)
    wanted = [*speakers, *names, *found(_said(review))]
    disguise = Disguise(review.person if review.person != "The others" else "", wanted)
    other = _through(replace(review, lines=(), label="", title=_title(review)), disguise)
    lines = tuple(_renamed(line, disguise) for line in review.lines)
    other = replace(other, lines=lines, parting=_unlisted(other.parting))
    if disguise(tale := review.scenario.replace("-", " ")) != tale:  # one's own scenario may be called after somebody
        other = replace(other, scenario="", session="")
    return other, disguise.names


def _unlisted(parting: Parting | None) -> Parting | None:
    """*parting* without the ids of what was told: a scenario's author may have called one after somebody."""
    if parting is None:
        return None

    def bare(stand: Stand | None) -> Stand | None:
        return stand and replace(stand, told=())

    return replace(parting, steps=tuple(replace(s, was=bare(s.was), now=bare(s.now)) for s in parting.steps))


def _title(review: Review) -> str:
    """The title; what is read from a file is called as the file, and files are called after people."""
    return "A conversation" if review.source else review.title


def _speakers(review: Review) -> list[str]:
    """Who speaks beside the user, where there are several."""
    if review.person != "The others":
        return []
    labels = (re.match(r"([^:\n]{1,60}): ", text) for text in (review.opening, *(line.reply for line in review.lines)))
    return [label[1] for label in labels if label]


def _said(review: Review) -> Iterable[str]:
    """All that people said, and what the author says of it."""
    yield review.opening
    for line in review.lines:
        yield from (line.text, line.reply)
    yield from (review.last_line, review.note, review.tonight, review.compare)
    yield from (*review.corrections, *review.remarks)
    yield from (kept.title for kept in review.kept)
    yield from (point.sentence for point in review.points)
    yield from (moment.model for moment in (review.best, review.try_this, *review.costs) if moment)
    yield from (text for one in review.preparation for text in (one.planned, one.happened, one.quote))
    if review.reflection:
        yield from (review.reflection.plus, review.reflection.delta)
    if review.chair:
        yield from (review.chair.wants, review.chair.fears)
        yield from (text for one in review.chair.exchanges for text in one.inside)


def _renamed(line: Line, disguise: Callable[[str], str]) -> Line:
    text = disguise(line.text)

    def moved(finding: Finding) -> Finding:
        start = min(len(disguise(line.text[: finding.start])), len(text))
        end = max(start, min(len(disguise(line.text[: finding.end])), len(text)))
        return replace(
            finding, start=start, end=end, quote=text[start:end], why=tuple(disguise(why) for why in finding.why)
        )

    return replace(
        line,
        text=text,
        reply=disguise(line.reply),
        findings=tuple(map(moved, line.findings)),
        marks=tuple(map(moved, line.marks)),
        notes=tuple(map(disguise, line.notes)),
    )


def _through(value: Any, disguise: Callable[[str], str]) -> Any:
    """*value* with every text in it disguised but our own: names of skills, of states, of the session."""
    if isinstance(value, str):
        return disguise(value)
    if isinstance(value, tuple):
        return tuple(_through(one, disguise) for one in value)
    if is_dataclass(value):
        changed = {
            field.name: _through(getattr(value, field.name), disguise)
            for field in fields(value)
            if field.init and field.name not in _OURS
        }
        return replace(value, **changed)
    return value
