"""`rehearse prepare`: six questions and a plan, kept for the next conversation or beside one that was had."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cleaning import clean
from simulator.cli.faults import USAGE, Refusal
from simulator.cli.page import FORMATS, give
from simulator.conversation.session import PREPARED
from simulator.practice.worksheet import SECTIONS

if TYPE_CHECKING:
    from simulator.journal import Home
    from simulator.persona.scenario import Scenario
    from simulator.practice.preparation import Preparation

_ANOTHER_METHOD = (
    "If all you want is to say what you have held back, with nothing to settle, the withholds process may serve you "
    "better: one says what was left unsaid, the other only hears it. It's another method, not practised or scored here."
)


@click.command()
@click.argument("scenario", required=False)
@click.option("--session", metavar="SESSION", help="The worksheet beside a conversation that was had.")
@click.option("--from", "source", metavar="FILE", help="Take the answers from a YAML file; '-' for standard input.")
@click.option("--only", multiple=True, type=click.Choice([one.name for one in SECTIONS]), help="Ask only this part.")
@click.option("--print", "printed", is_flag=True, help="Show what is written, and ask nothing.")
@click.option("--format", "format_name", type=click.Choice(FORMATS), help="How it is printed.")
@click.option("-o", "--output", metavar="FILE", help="Print it into a file.")
@click.option("--forget", is_flag=True, help="Erase what waits for the next conversation.")
@click.option("--plain", is_flag=True, help="Plain lines, for screen readers and simple terminals.")
def prepare(
    scenario: str | None,
    session: str | None,
    source: str | None,
    only: tuple[str, ...],
    printed: bool,
    format_name: str | None,
    output: str | None,
    forget: bool,
    plain: bool,
) -> int:
    """Prepare a conversation in writing. All of it can be skipped; the next `rehearse play SCENARIO` takes it along."""
    if scenario is None and session is None:
        raise click.UsageError("which SCENARIO? `rehearse list` shows them")
    if source and (printed or forget or only):
        raise click.UsageError("--from takes all answers from a file and goes with none of --print, --only, --forget")
    place = _Place(scenario, session)
    if forget:
        return _forgotten(place)
    found = place.load()
    if source:
        found = _read(source, place.scenario)
        place.save(found)
    elif not (printed or output or format_name):
        found = _asked(found, place, only, plain)
    if printed or output or format_name or source:
        from simulator.practice.sheet import sheet

        page = sheet(found, place.scenario, date.today(), checked=bool(source))
        give(page, format_name, output)
    if not (printed or output or format_name):
        place.say_where(found)
    return 0


class _Place:
    """Where a preparation is kept: waiting for the next session of a scenario, or beside a session."""

    def __init__(self, scenario: str | None, session: str | None):
        from simulator.cli.kept import load
        from simulator.cli.opening import open_scenario
        from simulator.journal import find_home

        self.home: Home = find_home()
        self.session = load(session) if session else None
        header = self.session.header if self.session else None
        if header and scenario not in (None, header.scenario, header.path):
            raise Refusal(f"The session '{header.id}' is of '{header.scenario}'; leave out '{scenario}'.", USAGE)
        self.name = (header.path or header.scenario) if header else scenario or ""
        self.scenario: Scenario = open_scenario(self.name)

    def load(self) -> Preparation:
        """What is written there."""
        from simulator.practice import waiting
        from simulator.practice.preparation import Preparation, from_record

        if self.session is not None:
            return from_record(self.session.prepared)
        return waiting.load(self.home, self.scenario.id) or Preparation()

    def save(self, preparation: Preparation) -> None:
        """Keeps it. Raises JournalError."""
        from simulator.journal import Journal
        from simulator.practice import waiting

        if self.session is None:
            waiting.save(self.home, self.scenario.id, preparation)
            return
        with Journal.open(self.home, self.session.header.id) as journal:
            journal.append(PREPARED, preparation.as_record())

    def say_where(self, preparation: Preparation) -> None:
        """Says where it is kept."""
        if not preparation.answered:
            click.echo("\nNothing is written, and nothing is kept.")
        elif self.session is not None:
            click.echo(f"\nKept beside {self.session.header.id}.")
        else:
            click.echo(f"\nKept for the next conversation:  rehearse play {self.name}")
            click.echo(f"To read or print it:             rehearse prepare {self.name} --print")
        if preparation.behaviours:
            click.echo("To practise what you ticked:     rehearse drill")


def _forgotten(place: _Place) -> int:
    from simulator.practice import waiting

    if place.session is not None:
        raise click.UsageError("--forget is for what waits; `rehearse erase SESSION` erases a session with everything")
    gone = waiting.clear(place.home, place.scenario.id)
    click.echo("Erased." if gone else "There was nothing to erase.")
    return 0


def _read(source: str, scenario: Scenario) -> Preparation:
    """The answers in a file. Raises Refusal after every fault was told."""
    from dataclasses import replace

    from scoring.authored import render
    from simulator.practice import answers

    evidence = scenario.brief.facts
    if source == "-":
        import sys

        text = sys.stdin.buffer.read(1 << 20).decode("utf-8")
        found, problems = answers.loads(text, "<stdin>", evidence)
    else:
        found, problems = answers.load(Path(source), evidence)
    for problem in problems:
        click.echo(render(problem), err=True)
    if found is None:
        raise Refusal(f"{len(problems)} fault{'s' * (len(problems) != 1)} in {source}; nothing was kept.")
    return replace(found, written=date.today().isoformat())


def _asked(found: Preparation, place: _Place, only: tuple[str, ...], plain: bool) -> Preparation:
    """*found* after the questions; kept answer by answer."""
    import threading

    from simulator.cli.asking import asker
    from simulator.cli.play import warm_up
    from simulator.practice.interview import interview
    from simulator.practice.sheet import standing
    from simulator.report.formats.terminal import write_blocks

    person = place.scenario.persona.name
    ask = asker(plain)
    threading.Thread(target=warm_up).start()  # the ear is ready when the first answer is read
    ask.tell(
        f"Preparing: {place.scenario.title}, with {person}.",
        "Enter skips a question, /back goes to the one before. Ctrl-D ends; what you wrote is kept and can be changed.",
    )
    if not found.answered:
        ask.tell("", place.scenario.brief.they_are, place.scenario.brief.what_happened)
        ask.tell("", _ANOTHER_METHOD)
    done = interview(found, ask, person, place.scenario.brief.facts, date.today(), place.save, only)
    import sys

    click.echo()
    write_blocks(standing(done), sys.stdout)
    return done


def prepare_first(home: Home, name: str, scenario: Scenario, wanted: bool, plain: bool) -> bool:
    """Has *scenario*, which the user calls *name*, prepared where that is *wanted*, or where somebody at a terminal who
    has neither prepared nor played it agrees; whether there is nothing more to say about it. Raises JournalError."""
    from simulator.cli.asking import agrees, interactive
    from simulator.practice import waiting

    if not wanted:
        if not interactive():
            return False
        found = waiting.load(home, scenario.id)
        if (found is not None and found.answered) or _played(home, scenario):
            return True
        title, person = clean(scenario.title), clean(scenario.persona.name)
        click.echo(f"{title}." if person in title else f"{title}, with {person}.")
        if not agrees("Prepare it in writing first? (y, or Enter to begin) "):
            click.echo()
            return True
    click.echo()
    place = _Place(name, None)
    _asked(place.load(), place, (), plain)
    click.echo()
    return True


def _played(home: Home, scenario: Scenario) -> bool:
    """Whether there is a session of *scenario*: who has begun it once has been asked."""
    from simulator.journal import sessions

    return any(one.first is not None and one.first.data.get("scenario") == scenario.id for one in sessions(home))
