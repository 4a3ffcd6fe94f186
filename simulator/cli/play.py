"""`rehearse play`: has a conversation, on a screen, as plain lines or as JSON lines, and keeps it."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING

import click

from simulator.cli.beginning import Begun, begin
from simulator.cli.faults import INTERRUPTED, USAGE, Refusal
from simulator.cli.offer import offer, sentence
from simulator.cli.opening import open_scenario
from simulator.cli.taking_along import take_along
from simulator.journal import find_home
from simulator.persona.scenario import Scenario
from simulator.terminal.drafts import Drafts
from simulator.terminal.view import Left, View

if TYPE_CHECKING:
    from simulator.conversation.turn import Finish

Planned = dict[int, tuple[str, ...]]
"""Ids of events by the turn after which they are to happen."""


@click.command()
@click.argument("scenario", required=False)
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), help="The same seed and words give the same conversation.")
@click.option("--level", default="standard", show_default=True, help="easy, standard or hard.")
@click.option("--coach", is_flag=True, help="A hint for every new moment, and a word on what each turn did.")
@click.option("--prepare/--no-prepare", default=None, help="Prepare it in writing first, or don't ask.")
@click.option("--plain", is_flag=True, help="Plain lines, for screen readers and simple terminals.")
@click.option("--json", "as_json", is_flag=True, help="JSON, one object a line.")
@click.option("--as", "label", default="", metavar="LABEL", help="A word or two by which you will know this session.")
@click.option("--no-delay", is_flag=True, help="Answers come at once.")
@click.option("--resume", metavar="SESSION", help="Take up a conversation that you left; 'latest' for the last one.")
@click.option("--follow-up", metavar="SESSION", help="A second conversation after an earlier one.")
@click.option("--event", "events", multiple=True, metavar="ID@TURN", help="Something happens after a turn; repeatable.")
def play(
    scenario: str | None,
    seed: int | None,
    level: str,
    coach: bool,
    prepare: bool | None,
    plain: bool,
    as_json: bool,
    label: str,
    no_delay: bool,
    resume: str | None,
    follow_up: str | None,
    events: tuple[str, ...],
) -> int:
    """Have a conversation. SCENARIO is a name that `rehearse list` shows, or a path that ends in .yaml.

    On a terminal you are asked once for each scenario whether to prepare it first; not with --seed, --plain or --json.
    """
    if resume is not None and follow_up is not None:
        raise click.UsageError("--resume takes up a conversation, --follow-up begins one: give one of them")
    if resume is None and follow_up is None and scenario is None:
        raise click.UsageError("which SCENARIO? `rehearse list` shows them")
    if resume is not None and seed is not None:
        raise click.UsageError("--seed cannot be changed when a conversation is taken up")
    if prepare and (as_json or resume is not None or follow_up is not None or not sys.stdin.isatty()):
        raise click.UsageError("--prepare asks at a keyboard, before a first talk; see `rehearse prepare --help`")
    home, asked = find_home(), prepare is False
    home.prepare()  # a folder in which nothing can be kept is told of before anything is said
    if resume is not None:
        from simulator.cli.resuming import take_up

        begun = take_up(home, resume, scenario)
        planned = _plan(events, begun.scenario)
    elif follow_up is not None:
        from simulator.cli.following import follow

        begun = follow(home, follow_up, scenario, seed, level, label, coach)
        planned = _plan(events, begun.scenario)
    else:
        opened = open_scenario(scenario)
        planned = _plan(events, opened)
        if prepare or (prepare is None and seed is None and not (plain or as_json) and sys.stdin.isatty()):
            from simulator.cli.prepare import prepare_first

            asked = prepare_first(home, scenario, opened, bool(prepare), plain)
        begun = begin(home, opened, scenario, seed, level, label, coach)
    with begun.journal:
        if not begun.play.talk.turns:
            begun = take_along(begun, people=not as_json, reminded=not asked)
        if as_json:
            return _in_json(begun, planned)
        drafts = Drafts(begun.home, begun.journal.id, lambda: len(begun.journal.records) + 1)
        view = _view(begun, plain, not no_delay, drafts)
        return _for_people(begun, view, planned, drafts, plain)


def _for_people(begun: Begun, view: View, planned: Planned, drafts: Drafts, plain: bool) -> int:
    """The conversation, and after it the look back; into a pipe the whole review."""
    header = begun.header
    try:
        _converse(begun, view, planned, drafts.load() if sys.stdin.isatty() else "")
    except (Left, KeyboardInterrupt) as left:
        with contextlib.suppress(OSError):  # the window may be gone
            click.echo(f"Kept. To go on:  rehearse play --resume {header.id}")
        return _code(left)
    from simulator.cli.asking import interactive
    from simulator.cli.note import offer as offer_note

    if interactive() and begun.play.talk.turns:
        from simulator.cli.debrief import look_back

        look_back(begun, plain)
    else:
        from simulator.cli.review import show

        show(begun.play.session, scenario=begun.scenario)
    offer_note(begun)
    level = "" if header.level == "standard" else f" --level {header.level}"
    click.echo(f"\nTo try a turn anew:  rehearse whatif {header.id} --turn N --say TEXT")
    click.echo(f"To read this again:  rehearse review {header.id}")
    again = f"--follow-up {header.follow_up_of}" if header.follow_up_of else header.path or header.scenario
    click.echo(f"To play it again:    rehearse play {again} --seed {header.seed}{level}")
    if not header.follow_up_of:
        click.echo(f"Two weeks later:     rehearse play --follow-up {header.id}")
    return 0


def _in_json(begun: Begun, planned: Planned) -> int:
    """The conversation, and after it the scorecard."""
    from simulator.terminal.jsonlines import JsonLines

    view = JsonLines(begun.header.id, begun.header.seed, sys.stdin.buffer, sys.stdout)
    try:
        finish = _converse(begun, view, planned)
    except (Left, KeyboardInterrupt) as left:
        click.echo(f"Kept. To go on: rehearse play --json --resume {begun.header.id}", err=True)
        return _code(left)
    from simulator.cli.note import keep_day
    from simulator.cli.review import reviewed

    keep_day(begun)
    view.last(finish.ending, reviewed(begun.play.session, begun.scenario).scorecard.as_json())
    return 0


def converse_again(begun: Begun, plain: bool) -> bool:
    """Plays on from where the conversation of *begun* stands now; whether it came to an end. What is left is kept."""
    drafts = Drafts(begun.home, begun.journal.id, lambda: len(begun.journal.records) + 1)
    try:
        _converse(begun, _view(begun, plain, True, drafts), {})
    except (Left, KeyboardInterrupt):
        click.echo(f"Kept. To go on with this run:  rehearse play --resume {begun.header.id}")
        return False
    return True


def _converse(begun: Begun, view: View, planned: Planned, offered: str = "") -> Finish:
    """Shows what there is, and plays from there to the end. Raises Left, JournalError."""
    with view.open():
        _show_so_far(begun, view)
        from simulator.terminal.table import Table

        view.meanwhile(warm_up)
        return Table(begun.play, view, planned, begun.header.coach).run(offered)


def _show_so_far(begun: Begun, view: View) -> None:
    """Shows the brief and what has been said."""
    if not (begun.play.talk.turns or begun.play.talk.happened):
        view.opening(begun.scenario, begun.header.first_line)
    else:
        seen: dict[int, tuple[str, ...]] = {}
        for number, event in begun.play.talk.happened:
            seen[number] = (*seen.get(number, ()), event.show)
        past = [(turn, seen.get(number, ())) for number, turn in enumerate(begun.play.talk.turns, 1)]
        view.again(begun.scenario, begun.header.first_line, seen.get(0, ()), past)
    if begun.remarks:
        view.note("note", begun.remarks)


def _code(left: BaseException) -> int:
    """The exit code of a conversation that was left: 0 by the user's wish, otherwise that of a signal."""
    if isinstance(left, Left):
        return 128 + left.signal if left.signal else 0
    return INTERRUPTED


def _view(begun: Begun, plain: bool, delay: bool, drafts: Drafts) -> View:
    """The view that fits where this runs."""
    person = begun.header.person
    if plain or not has_screen():
        from simulator.terminal.plain import on_standard_streams

        return on_standard_streams(person)
    from simulator.terminal.screen import Screen

    return Screen(person, drafts, delay)


def has_screen() -> bool:
    """Whether there is a terminal that can do more than print lines."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "") not in ("", "dumb", "unknown")


def warm_up() -> None:
    """Loads the ear, which takes a moment, before it is needed."""
    from scoring import detect

    with contextlib.suppress(Exception):  # what is wrong shows when the first line is said, in the right place
        detect("How are you?", ("Fine.",))


def _plan(events: tuple[str, ...], scenario: Scenario) -> Planned:
    """The events by the turn after which they happen."""
    known = [event.id for event in scenario.events]
    planned: Planned = {}
    for event in events:
        id, at, turn = event.partition("@")
        if not at or not turn.isdecimal():
            raise Refusal(f"--event {event}: it is written ID@TURN, such as {(known or ['something'])[0]}@3.", USAGE)
        if id not in known:
            raise Refusal(sentence(f"--event {event}: this scenario has no such event.", offer(id, known)), USAGE)
        planned[int(turn)] = (*planned.get(int(turn), ()), id)
    return planned
