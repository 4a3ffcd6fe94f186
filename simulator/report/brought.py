"""A talk that was brought from elsewhere and is kept: its records, and its Review as people have marked it since."""

from dataclasses import replace

from scoring.edition import edition
from scoring.findings import Detection
from simulator.codec import from_json, to_json
from simulator.conversation.session import Session
from simulator.conversation.turn import Turn
from simulator.importers import Transcript
from simulator.persona.heard import Heard
from simulator.persona.mind import Mind, Reaction
from simulator.report.corrections import corrected, in_force, readings, said_differently
from simulator.report.imported import heard_in, review_transcript, turns_of
from simulator.report.review import Review
from simulator.report.trainers import remarks


def record(transcript: Transcript, me: str) -> dict:
    """The data of the record that keeps *transcript* with the words of *me* scored by today's rules.

    Nobody knows what went on in the other: their mind stays empty, and nothing that is read from it is ever shown.
    """
    heard = heard_in(transcript, me)
    turns = [
        Turn(number, text, found, Heard(found.skills), Reaction(reply, "", "", skills=found.skills), Mind(0, 0, 0, ""))
        for number, ((text, reply), found) in enumerate(zip(turns_of(transcript, me), heard, strict=True), 1)
    ]
    return {"transcript": to_json(transcript), "me": me, "turns": to_json(turns)}


def transcript_of(session: Session) -> tuple[Transcript, str]:
    """The transcript that was brought, and who the user is in it."""
    return from_json(Transcript, session.imported["transcript"]), str(session.imported["me"])


def review_brought(session: Session, heard: list[Detection] | None = None) -> Review:
    """The Review of a talk from elsewhere, as people read it; as it was *heard* where that is given."""
    transcript, me = transcript_of(session)
    reads = readings(session) if heard is None else ()
    marks = in_force(reads)
    turns = session.read()
    as_marked = [corrected(turn.detection, marks.get(turn.number, ())) for turn in turns]
    header = session.header
    was = {turn.number: turn.detection for turn in turns}
    return replace(
        review_transcript(transcript, me, heard=as_marked if heard is None else heard),
        session=header.id,
        started=header.started,
        label=session.name,
        digest=header.digest,
        rules=session.rescored[0].rules if 0 in session.rescored else header.rules,
        corrections=tuple(said_differently(read, was[read.turn]) for read in reads),
        remarks=remarks(session),
    )


def heard_today(session: Session) -> tuple[str, list[Detection]]:
    """The edition of today's rules, and what they hear in a talk from elsewhere."""
    return edition(), heard_in(*transcript_of(session))
