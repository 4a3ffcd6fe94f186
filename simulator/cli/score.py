"""`rehearse score`: the scorecard of finished conversations, played here or brought from elsewhere."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli import passing_on
from simulator.cli.bringing import Bringing
from simulator.cli.faults import DONE, FAULTY, USAGE, Refusal
from simulator.report.formats import FORMATS, named_by

if TYPE_CHECKING:
    from simulator.importers import Source
    from simulator.report import Review


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--me", metavar="NAME", help="The speaker who is scored; 'manager' or 'me' is found by itself.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a file.")
@click.option("--review", "whole", is_flag=True, help="Not the counts alone: the whole review.")
@click.option("--format", "format_name", type=click.Choice(tuple(FORMATS)), help="How the review is written.")
@click.option("-o", "--output", metavar="PATH", help="Write the review of one FILE there; its end says the format.")
@passing_on.options
@click.option("--keep", is_flag=True, help="Keep a talk from elsewhere among your sessions, to mark it.")
def score(
    files: tuple[str, ...],
    me: str | None,
    as_json: bool,
    whole: bool,
    format_name: str | None,
    output: str | None,
    redact: str | None,
    names: tuple[str, ...],
    keep: bool,
) -> int:
    """Score finished conversations, one after the other.

    FILE is a session of yours, or a transcript in whatever form it was exported: captions (VTT, SRT), text with
    "Name: ..." lines, Markdown, Word, CSV, JSON, a chat of WhatsApp, Slack or Teams. What it is shows in its content.
    Nothing of it is kept without --keep.
    """
    if as_json and (whole or format_name or output):
        raise click.UsageError("--json prints counts alone; for a whole review give --format json")
    if as_json and redact:
        raise click.UsageError("--json prints counts and no words; --redact goes with a review, such as --format json")
    if output and len(files) > 1:
        raise click.UsageError("-o takes the review of one FILE")
    passing_on.check(redact, names)
    if whole or format_name or output:
        format_name = format_name or named_by(output or "")
    scoring = _Scoring(me)
    code = DONE
    for name in files:
        try:
            review = scoring.review(name, keep)
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
            _write(passing_on.redacted(review, redact, names), format_name, output)
        if keep and review.source and review.session:
            click.echo(f"Kept as {review.session}. To mark it:  rehearse mark {review.session}", err=True)
    return code


def _write(review: Review, format_name: str | None, output: str | None) -> None:
    """Writes *review* to the file *output*, or shows it; the counts alone where no format is named."""
    from simulator.cli.page import put

    if format_name:
        from simulator.report.formats import write

        put(lambda stream: write(review, format_name, stream), output)
        return
    from simulator.report.document import counts
    from simulator.report.formats.terminal import write_blocks

    put(lambda stream: write_blocks(counts(review), stream), output)


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
    """Reviews file after file; nothing of them is kept but what it is told to keep."""

    def __init__(self, me: str | None):
        self._bringing = Bringing(me)

    def review(self, name: str, keep: bool) -> Review:
        """The review of a file, or of a session by its name. Raises Refusal, TranscriptError, WhoError, JournalError or
        OSError."""
        from simulator.cli.kept import load
        from simulator.cli.review import reviewed

        path = Path(name)
        if not path.exists() and "." not in path.name and "/" not in name:
            return reviewed(load(name))
        from simulator.importers import open_source, recognised
        from simulator.report.imported import review_transcript

        source = open_source(path)
        played = _played(source)
        if played is not None:
            return played
        if keep:
            return reviewed(load(self._bringing.keep(path)))
        transcript = recognised(source)
        return review_transcript(transcript, self._bringing.who(transcript))


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
