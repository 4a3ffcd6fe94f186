"""The Review of a conversation that was not played here: the same counts and words, without a person's inner state."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from scoring.ear import Ear, default_ear
from scoring.edition import edition
from scoring.findings import Detection
from scoring.moments import Moments
from scoring.scorecard import Chance, Said, scorecard
from scoring.text import MAX_CHARACTERS
from scoring.vocabulary import COSTLY, PLAIN
from simulator.importers import Transcript
from simulator.report import sentences
from simulator.report.review import Line, Moment, Review
from simulator.report.words import quote

_SPOKEN = (
    "These words were written down by speech recognition, so what is read from them is less sure: "
    "where they were misheard, so are they here. Compare a quote with the recording before you rely on it."
)
_CUT = "What you said in one go was longer than {most:,} characters, and is counted as more than one turn."


def heard_in(transcript: Transcript, me: str, ear: Ear | None = None) -> list[Detection]:
    """What is heard in each turn of the speaker *me*."""
    ear = ear or default_ear()
    heard: list[Detection] = []
    before: list[str] = []
    for others, mine in _exchanges(transcript, me):
        before += others
        before = before[-2:]
        heard.append(ear.detect(mine, before))
    return heard


def review_transcript(
    transcript: Transcript, me: str, ear: Ear | None = None, heard: list[Detection] | None = None
) -> Review:
    """The Review of *transcript* with the words of the speaker *me* scored: as they were *heard*, or are heard now."""
    ear = ear or default_ear()
    exchanges = list(_exchanges(transcript, me))
    heard = heard_in(transcript, me, ear) if heard is None else heard
    chances = _moments(ear).chances(
        [(others[-1] if others else "", d) for (others, _), d in zip(exchanges, heard, strict=True)]
    )
    replies = _replies(transcript, me, exchanges)
    lines = tuple(
        Line(number, mine, reply, found.findings, found.marks)
        for number, ((_, mine), reply, found) in enumerate(zip(exchanges, replies, heard, strict=True), 1)
    )
    return Review(
        session="",
        title=transcript.name,
        scenario="",
        person=other_of(transcript, me),
        level="",
        seed=0,
        started="",
        label="",
        opening=" ".join(exchanges[0][0]) if exchanges else "",
        lines=lines,
        ending="",
        ending_title="",
        last_line="",
        note=_note(transcript, me),
        tonight="",
        best=_best(lines, exchanges, chances),
        try_this=_try_this(lines, exchanges, chances),
        costs=_costs(lines, ear),
        kept=(),
        chances=tuple(chances),
        flashes_shown=0,
        flashes_noticed=0,
        points=(),
        compare="",
        hints=0,
        scorecard=scorecard([Said(n, d) for n, d in enumerate(heard, 1)], chances),
        finished=True,
        rules=edition(),
        source=transcript.form,
        spoken=transcript.spoken,
    )


def other_of(transcript: Transcript, me: str) -> str:
    """Who it was that *me* spoke with."""
    others = [name for name in transcript.speakers if name != me]
    return others[0] if len(others) == 1 else "The others"


def opening_of(transcript: Transcript, me: str) -> str:
    """What was said before the first words of *me*."""
    return " ".join(next((others for others, _ in _exchanges(transcript, me)), []))


def turns_of(transcript: Transcript, me: str) -> list[tuple[str, str]]:
    """What *me* said, and what was answered, turn by turn."""
    exchanges = list(_exchanges(transcript, me))
    return list(zip((mine for _, mine in exchanges), _replies(transcript, me, exchanges), strict=True))


def _replies(transcript: Transcript, me: str, exchanges: list[tuple[list[str], str]]) -> list[str]:
    return [" ".join(others) for others, _ in exchanges[1:]] + [_last_words(transcript, me)] if exchanges else []


@lru_cache(maxsize=1)
def _moments(ear: Ear) -> Moments:
    """What the other's words may call for: read once for all transcripts."""
    return Moments(ear)


def _note(transcript: Transcript, me: str) -> str:
    """What to know of the words before reading on."""
    speakers = [one.speaker for one in transcript.utterances]
    cut = any(first == second == me for first, second in pairwise(speakers))
    notes = (_SPOKEN if transcript.spoken else "", _CUT.format(most=MAX_CHARACTERS) if cut else "")
    return " ".join(filter(None, notes))


def _exchanges(transcript: Transcript, me: str) -> Iterator[tuple[list[str], str]]:
    """What the others said, and then the user. Each of the user's utterances is a turn, to its last character."""
    others: list[str] = []
    named = len(transcript.speakers) > 2
    for one in transcript.utterances:
        if one.speaker == me:
            yield others, one.text
            others = []
        else:
            others.append(f"{one.speaker}: {one.text}" if named else one.text)


def _last_words(transcript: Transcript, me: str) -> str:
    """What the others said after the user's last word."""
    after: list[str] = []
    for one in reversed(transcript.utterances):
        if one.speaker == me:
            break
        after.append(one.text)
    return " ".join(reversed(after))


def _best(lines: tuple[Line, ...], exchanges, chances: list[Chance]) -> Moment | None:
    """The strongest move that took a chance at once, in a turn without a costly one."""
    best = None
    for chance in chances:
        line = lines[chance.turn - 1]
        if chance.credit < 1 or any(f.skill in COSTLY for f in line.findings):
            continue
        for finding in line.findings:
            if finding.skill == chance.used and (best is None or finding.strength > best[0]):
                others = exchanges[chance.turn - 1][0]
                said = f"{sentences.did(finding.skill)}."
                words = quote(finding, line.text)
                moment = Moment(chance.turn, words, said, others[-1] if others else "", line.reply, finding.skill)
                best = (finding.strength, moment)
    return best[1] if best else None


def _try_this(lines: tuple[Line, ...], exchanges, chances: list[Chance]) -> Moment | None:
    """The first chance that was missed."""
    missed = next((chance for chance in chances if not chance.used), None)
    if missed is None:
        return None
    line, others = lines[missed.turn - 1], exchanges[missed.turn - 1][0]
    skill = missed.skills[0]
    sentence = f"That was a chance for {PLAIN.get(skill, skill)}."
    return Moment(missed.turn, _short(line.text), sentence, others[-1] if others else "", line.reply, skill)


def _short(text: str, size: int = 160) -> str:
    return text if len(text) <= size else text[: size - 1].rsplit(" ", 1)[0] + "…"


def _costs(lines: tuple[Line, ...], ear: Ear) -> tuple[Moment, ...]:
    found = []
    for line in lines:
        for finding in line.findings:
            if finding.skill in COSTLY:
                rule = ear.rules.get(finding.skill)
                sentence = sentences.cost_alone(finding, rule.remedy if rule else "", line.text)
                words = quote(finding, line.text)
                found.append(Moment(line.number, words, sentence, skill=finding.skill, answer=line.reply))
    return tuple(found)
