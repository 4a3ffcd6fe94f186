"""`rehearse score`: the scorecard of finished conversations, played here or brought from elsewhere."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.faults import DONE, FAULTY, USAGE, Refusal
from simulator.report.formats import FORMATS

if TYPE_CHECKING:
    from simulator.importers import Source, Transcript
    from simulator.report import Review


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--me", metavar="NAME", help="The speaker who is scored; 'manager' or 'me' is found by itself.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a file.")
@click.option("--review", "whole", is_flag=True, help="Not the counts alone: the whole review.")
@click.option("--format", "format_name", type=click.Choice(tuple(FORMATS)), help="How the review is written.")
def score(files: tuple[str, ...], me: str | None, as_json: bool, whole: bool, format_name: str | None) -> int:
    """Score finished conversations, one after the other.

    FILE is a session of yours, or a transcript in whatever form it was exported: captions (VTT, SRT), text with
    "Name: ..." lines, Markdown, Word, CSV, JSON, a chat of WhatsApp, Slack or Teams. What it is shows in its content.
    """
    if as_json and (whole or format_name):
        raise click.UsageError("--json prints counts alone; for a whole review give --format json")
    scoring = _Scoring(me)
    code = DONE
    for name in files:
        try:
            review = scoring.review(name)
        except Exception as fault:
            problem, one = _told(name, fault)
            code = max(code, one)
            if as_json:
                click.echo(json.dumps({"file": name, "error": problem}))
            click.echo(problem, err=True)
            continue
        if as_json:
            read = {"file": name, "form": review.source, "spoken": review.spoken}
            click.echo(json.dumps(read | review.scorecard.as_json()))
        else:
            _write(review, (format_name or "terminal") if whole or format_name else "")
    return code


def _write(review: Review, format_name: str) -> None:
    """Writes *review* to standard output; the counts alone where no format is named."""
    if format_name:
        from simulator.report.formats import write

        write(review, format_name, sys.stdout)
        return
    from simulator.report.document import counts
    from simulator.report.formats.terminal import write_blocks

    write_blocks(counts(review), sys.stdout)


def _told(name: str, fault: Exception) -> tuple[str, int]:
    """What to tell of *fault* on one line, and the exit code. Raises *fault* again where it is none of the known."""
    from simulator.cleaning import one_line
    from simulator.importers import TranscriptError, WhoError
    from simulator.journal.errors import JournalError, reason

    match fault:
        case Refusal():
            line, code = str(fault), fault.code
        case WhoError():
            line, code = str(fault), USAGE
        case TranscriptError() | JournalError():
            line, code = str(fault), FAULTY
        case OSError():
            line, code = f"{name}: {reason(fault)}; check the path.", FAULTY
        case _:
            raise fault
    return one_line(line, 1_000), code


class _Scoring:
    """Reviews file after file, and keeps nothing of them but who the user said to be."""

    def __init__(self, me: str | None):
        self._me = me
        self._answers: list[str] = []

    def review(self, name: str) -> Review:
        """The review of a file, or of a session by its name. Raises Refusal, TranscriptError, WhoError or OSError."""
        path = Path(name)
        if not path.exists() and "." not in path.name and "/" not in name:
            from simulator.cli.kept import load
            from simulator.cli.review import reviewed

            return reviewed(load(name))
        from simulator.importers import open_source, recognised
        from simulator.report.imported import review_transcript

        source = open_source(path)
        played = _played(source)
        if played is not None:
            return played
        transcript = recognised(source)
        return review_transcript(transcript, self._who(transcript))

    def _who(self, transcript: Transcript) -> str:
        """The speaker who is scored; asked for on a terminal."""
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


def _played(source: Source) -> Review | None:
    """The review of *source* with all that is known of the person, where it is a session whose scenario is here."""
    from simulator.importers import sessions

    if not sessions.claims(source):
        return None
    from simulator.cli.review import reviewed

    try:
        return reviewed(sessions.session(source))
    except Refusal:
        return None


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
