"""`rehearse score`: the scorecard of a finished conversation, played here or brought from elsewhere."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.faults import FAULTY, Refusal

if TYPE_CHECKING:
    from simulator.report import Review


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--me", metavar="NAME", help="The speaker who is scored; 'manager' or 'me' is found by itself.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a file.")
def score(files: tuple[str, ...], me: str | None, as_json: bool) -> int:
    """Score finished conversations. FILE is a transcript, a session file, or the name of a session."""
    code = 0
    for name in files:
        try:
            review = _review(name, me)
        except (Refusal, ValueError, OSError) as fault:
            code = FAULTY
            if as_json:
                click.echo(json.dumps({"file": name, "error": _why(name, fault)}))
            click.echo(_why(name, fault), err=True)
            continue
        if as_json:
            click.echo(json.dumps({"file": name} | review.scorecard.as_json()))
        else:
            from simulator.report.formats import write

            write(review, "terminal", sys.stdout)
    return code


def _why(name: str, fault: Exception) -> str:
    if isinstance(fault, OSError):
        return f"{name}: {(fault.strerror or str(fault)).lower()}; check the path."
    return str(fault)


def _review(name: str, me: str | None) -> Review:
    """The review of a file, or of a session by its name. Raises Refusal, ValueError or OSError."""
    path = Path(name)
    if path.suffix == ".jsonl" or not path.exists():
        from simulator.cli.kept import folded, load
        from simulator.cli.review import reviewed

        if not path.exists():
            return reviewed(load(name))
        from simulator.journal import parse

        return reviewed(folded(path.stem, parse(path.read_bytes(), path.stem).records))
    from simulator.importers import read_transcript
    from simulator.report.imported import review_transcript, who_is_me

    transcript = read_transcript(path)
    return review_transcript(transcript, who_is_me(transcript, me))
