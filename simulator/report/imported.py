"""The Review of a conversation that was not played here: the same counts and words, without a person's inner state."""

from collections.abc import Iterator

from scoring.ear import Ear, default_ear
from scoring.findings import Detection
from scoring.moments import Moments
from scoring.scorecard import Chance, Said, scorecard
from scoring.text import MAX_CHARACTERS
from scoring.vocabulary import COSTLY
from simulator.importers import Transcript
from simulator.report import sentences
from simulator.report.review import Line, Moment, Review

ME = ("manager", "me", "i", "you", "coach", "leader", "boss", "user")
"""Speakers who are taken for the user when nobody says who is."""


def who_is_me(transcript: Transcript, me: str | None) -> str:
    """The speaker who is scored: *me*, found whatever its capitals, or one of ME. ValueError where it is not clear."""
    by_name = {name.casefold(): name for name in transcript.speakers}
    if me is not None:
        if me.casefold() in by_name:
            return by_name[me.casefold()]
        raise ValueError(f"nobody in {transcript.name} is called '{me}'; there {_spoken_by(transcript)}")
    found = [by_name[name] for name in ME if name in by_name]
    if len(found) == 1:
        return found[0]
    raise ValueError(f"who are you in {transcript.name}? Give --me NAME; there {_spoken_by(transcript)}")


def _spoken_by(transcript: Transcript) -> str:
    names = transcript.speakers
    return "is nobody" if not names else f"speak {', '.join(names[:12])}" if len(names) > 1 else f"speaks {names[0]}"


def review_transcript(transcript: Transcript, me: str, ear: Ear | None = None) -> Review:
    """The Review of *transcript* with the words of the speaker *me* scored."""
    ear = ear or default_ear()
    exchanges = list(_exchanges(transcript, me))
    heard: list[Detection] = []
    before: list[str] = []
    for others, mine in exchanges:
        before += others
        heard.append(ear.detect(mine[:MAX_CHARACTERS], before[-2:]))
    chances = Moments(ear).chances(
        [(others[-1] if others else "", d) for (others, _), d in zip(exchanges, heard, strict=True)]
    )
    replies = [" ".join(others) for others, _ in exchanges[1:]] + [_last_words(transcript, me)]
    lines = tuple(
        Line(number, mine, reply, found.findings, found.marks)
        for number, ((_, mine), reply, found) in enumerate(zip(exchanges, replies, heard, strict=True), 1)
    )
    others = [name for name in transcript.speakers if name != me]
    return Review(
        session="",
        title=transcript.name,
        scenario="",
        person=others[0] if len(others) == 1 else "The others",
        level="",
        seed=0,
        started="",
        label="",
        opening=" ".join(exchanges[0][0]) if exchanges else "",
        lines=lines,
        ending="",
        ending_title="",
        last_line="",
        note="The words come from a recording; where they were misheard, so are they here."
        if transcript.spoken
        else "",
        tonight="",
        best=_best(lines, exchanges, chances),
        try_this=None,
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
    )


def _exchanges(transcript: Transcript, me: str) -> Iterator[tuple[list[str], str]]:
    """What the others said, and then the user: what one says in a row is one turn."""
    others: list[str] = []
    mine: list[str] = []
    named = len(transcript.speakers) > 2
    for one in transcript.utterances:
        if one.speaker == me:
            mine.append(one.text)
            continue
        if mine:
            yield others, "\n".join(mine)
            others, mine = [], []
        others.append(f"{one.speaker}: {one.text}" if named else one.text)
    if mine:
        yield others, "\n".join(mine)


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
                moment = Moment(
                    chance.turn, finding.quote, said, others[-1] if others else "", line.reply, finding.skill
                )
                best = (finding.strength, moment)
    return best[1] if best else None


def _costs(lines: tuple[Line, ...], ear: Ear) -> tuple[Moment, ...]:
    found = []
    for line in lines:
        for finding in line.findings:
            if finding.skill in COSTLY:
                rule = ear.rules.get(finding.skill)
                sentence = sentences.cost_alone(finding, rule.remedy if rule else "")
                found.append(Moment(line.number, finding.quote, sentence, skill=finding.skill, answer=line.reply))
    return tuple(found)
