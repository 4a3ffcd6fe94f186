"""Brings transcripts from elsewhere: finds out who the user is, and keeps the talk where that is asked for."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from simulator.importers import Source, Transcript


class Bringing:
    """Reads file after file, and remembers of them who the user said to be."""

    def __init__(self, me: str | None):
        self._me = me
        self._answers: list[str] = []

    def who(self, transcript: Transcript) -> str:
        """The speaker who is scored; asked for on a terminal. Raises WhoError."""
        from simulator.importers import WhoError, whose

        if self._me is None:
            known = [one for one in self._answers if one in transcript.speakers]
            if known:
                return known[-1]
        try:
            return whose(transcript, self._me)
        except WhoError as fault:
            if not (sys.stdin.isatty() and sys.stderr.isatty()):
                raise
            self._answers.append(_ask(transcript, fault if self._me else None))
            return self._answers[-1]

    def keep(self, path: Path) -> str:
        """The id of the session that keeps the transcript at *path*: a new one, or that of the same words and the same
        user. Raises Refusal, TranscriptError, WhoError, JournalError, OSError."""
        from simulator.cli.faults import Refusal
        from simulator.importers import open_source, recognised, sessions

        source = open_source(path)
        if sessions.claims(source):
            raise Refusal(f"{path} is a session of ours and not a talk from elsewhere; it is called by its name.")
        transcript = recognised(source)
        return kept(source, transcript, self.who(transcript))


def kept(source: Source, transcript: Transcript, me: str) -> str:
    """The id of the session that keeps *transcript* with the words of *me*. Raises JournalError."""
    from datetime import datetime
    from hashlib import sha256

    from scoring.edition import edition
    from simulator.cleaning import one_line
    from simulator.cli.beginning import LABEL, VERSION
    from simulator.codec import to_json
    from simulator.conversation.session import IMPORTED, SESSION, Header
    from simulator.journal import Journal, find_home, new_id
    from simulator.journal import sessions as listed
    from simulator.report.brought import record
    from simulator.report.imported import opening_of, other_of

    home, digest = find_home(), sha256(f"{me}\n{source.text}".encode()).hexdigest()[:16]
    for one in listed(home):
        if one.first and one.first.data.get("scenario") == "" and one.first.data.get("digest") == digest:
            return one.id
    header = Header(
        id=new_id(datetime.now, f"from-{transcript.form}"),
        scenario="",
        title=one_line(transcript.name, LABEL),
        person=other_of(transcript, me),
        seed=0,
        level="",
        first_line=opening_of(transcript, me),
        started=datetime.now().astimezone().isoformat(timespec="seconds"),
        digest=digest,
        rules=edition(),
        program=VERSION,
    )
    found = record(transcript, me)  # all of it is worked out before anything is kept
    with Journal.create(home, header.id, SESSION, to_json(header)) as journal:
        journal.append(IMPORTED, found)
    return header.id


def _ask(transcript: Transcript, missed: Exception | None) -> str:
    """Asks who the user is, until it is clear. Everything goes to standard error: the answer may be piped on."""
    from collections import Counter

    from simulator.importers import WhoError, whose

    if missed:
        click.echo(str(missed), err=True)
    names = transcript.speakers
    times = Counter(one.speaker for one in transcript.utterances)
    click.echo(f"Who are you in {transcript.name}?", err=True)
    for number, name in enumerate(names, 1):
        click.echo(f"{number:>4}  {name} ({times[name]} turn{'s' if times[name] != 1 else ''})", err=True)
    while True:
        said = click.prompt("A number or a name", err=True).strip()
        if said.isascii() and said.isdigit() and 0 < int(said[:6]) <= len(names):
            return names[int(said) - 1]
        try:
            return whose(transcript, said)
        except WhoError as fault:
            click.echo(str(fault), err=True)
