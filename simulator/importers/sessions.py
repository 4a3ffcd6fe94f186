"""Our own session files: what was typed here, and what was answered, without what went on in the person."""

from collections.abc import Iterator

from simulator.conversation.session import Session, Unreadable, fold
from simulator.importers.source import Source
from simulator.importers.transcript import Transcript
from simulator.importers.turns import Piece, transcript
from simulator.journal import parse

NAME = "session"
ME = "You"

_BEGINS = '{"n": 1, "kind": "session"'
_TORN = "was not written to its end"


def claims(source: Source) -> bool:
    """Whether *source* begins as our sessions do."""
    return source.opening.startswith(_BEGINS)


def session(source: Source) -> Session:
    """The session in *source*, whatever its file is called now. Raises TranscriptError."""
    text = source.text.lstrip("\n")
    reading = parse(text.encode(), _id(text))
    damage = reading.damage
    if damage and not (damage.what == _TORN and reading.records):
        raise source.fault(
            "I12",
            f"this line {damage.what}; nothing from here on can be trusted. Use a sound copy of the file",
            damage.line,
        )
    try:
        return fold((record.kind, record.data) for record in reading.records)
    except Unreadable as fault:
        raise source.fault("I12", f"this session cannot be read: {fault}") from fault


def read(source: Source) -> Transcript:
    """The transcript in a session. Raises TranscriptError."""
    return transcript(source, _pieces(session(source)), NAME, spoken=False)


def _id(text: str) -> str:
    """The id that the first record says the session has."""
    _, _, after = text[:2_000].partition('"id": "')
    return after.partition('"')[0]


def _pieces(kept: Session) -> Iterator[Piece]:
    person = kept.header.person
    yield Piece(person, kept.header.first_line)
    for number, turn in enumerate(kept.turns(kept.scored.number), 2):
        if not turn.aside:
            yield Piece(ME, turn.text, line=number)
            yield Piece(person, turn.reply, line=number)
    finish = kept.finish(kept.scored.number)
    if finish and finish.line:
        yield Piece(person, finish.line)
