"""`rehearse mark`: a trainer's pen. Labels made blind, the agreement with the scorer, and what overrules it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.faults import FAULTY, USAGE, Refusal

if TYPE_CHECKING:
    from scoring.authored import Problem

NAME = 60  # characters of a trainer's name


@click.command()
@click.argument("sessions", nargs=-1, metavar="[SESSION|FILE]")
@click.option("--by", default="", metavar="NAME", help="Whose marks these are, where several mark.")
@click.option("--from", "source", metavar="FILE", help="Take the marks from marks.csv or marks.yaml.")
@click.option("--to", "target", metavar="FILE", help="Write a table to be filled in: a row for every turn and skill.")
@click.option("--close", "judgement", metavar="JUDGEMENT", help="Close the blind phase, with your view of the whole.")
@click.option("--me", metavar="NAME", help="With a FILE: whose words are marked.")
@click.option("--agree", is_flag=True, help="How far you and the scorer agree, and what overrules it.")
def mark(
    sessions: tuple[str, ...],
    by: str,
    source: str | None,
    target: str | None,
    judgement: str | None,
    me: str | None,
    agree: bool,
) -> int:
    """Mark what you hear in a conversation, blind to what the scorer found.

    SESSION is a name that `rehearse sessions` shows, or SESSION@RUN; without one, the latest. When you close the blind
    phase, your marks overrule the scorer in the review. --agree takes several sessions and counts them together.

    FILE is a transcript from elsewhere, in a form that `rehearse score` reads: it is kept among your sessions and
    marked like one; the same file is found again.
    """
    from simulator.cleaning import one_line

    if sum((source is not None, target is not None, judgement is not None, agree)) > 1:
        raise click.UsageError("--from, --to, --close and --agree are four different things: give one of them")
    if len(sessions) > 1 and not agree:
        raise click.UsageError("one SESSION is marked at a time; --agree takes several")
    names, trainer = _brought(sessions or ("latest",), me), one_line(by, NAME)
    name = names[0]
    if agree:
        from simulator.cli.agreeing import show

        show(names, trainer if by else None)
        return 0
    if target is not None:
        _write_table(name, trainer, Path(target))
        return 0
    if source is not None:
        return _take_from(name, trainer, Path(source))
    from simulator.cli.marking import close, label

    if judgement is not None:
        close(name, trainer, one_line(judgement, 4_000))
        return 0
    return label(name, trainer)


def _brought(names: tuple[str, ...], me: str | None) -> tuple[str, ...]:
    """*names* with the ids of kept sessions in place of files. Raises Refusal, JournalError, OSError."""
    files = [name for name in names if ("." in name or "/" in name) and Path(name).is_file()]
    if me and not files:
        raise click.UsageError("--me goes with a FILE: in a session it is known whose words are marked")
    if not files:
        return names
    from simulator.cli.bringing import Bringing
    from simulator.importers import TranscriptError, WhoError

    bringing = Bringing(me)
    try:
        return tuple(bringing.keep(Path(name)) if name in files else name for name in names)
    except WhoError as fault:
        raise Refusal(str(fault), USAGE) from fault
    except TranscriptError as fault:
        raise Refusal(str(fault)) from fault


def _write_table(name: str, by: str, target: Path) -> None:
    from simulator.cli.kept import load_run
    from simulator.cli.writing import write_file
    from simulator.conversation.labels import voice
    from simulator.practice.markrows import template
    from simulator.practice.marktable import written

    if target.suffix.lower() != ".csv":
        raise Refusal(f"'{target}': the table is written as CSV; give it a name that ends in .csv.", USAGE)
    session, branch = load_run(name)
    one = voice(session, by)
    write_file(target, written(template(session, branch, one.judged, one.whole.get(branch))))
    run = session.header.id if branch == session.scored.number else f"{session.header.id}@{branch}"
    again = f"rehearse mark {run}{f' --by {by!r}' if by else ''} --from {target}"
    click.echo(f"Written to {target}. Put x into the column 'mark', then:  {again}")


def _take_from(name: str, by: str, source: Path) -> int:
    """The exit code: 1 where the file has faults, and nothing of it is kept then."""
    from simulator.cli.keeping import Keeping
    from simulator.practice.markrows import marked, read_rows

    rows, problems = read_rows(source)
    if problems:
        return _faults(problems)
    with Keeping(name, by) as keeping:
        found, problems = marked(rows, keeping.session, keeping.branch, by)
        if problems:
            return _faults(problems)
        for line in keeping.take(found):
            click.echo(line)
    return 0


def _faults(problems: list[Problem]) -> int:
    from scoring.authored import render
    from simulator.cleaning import clean

    for problem in sorted(problems):
        click.echo(clean(render(problem)))
    click.echo(f"{len(problems)} fault{'s' * (len(problems) != 1)}; nothing of it was kept.", err=True)
    return FAULTY
