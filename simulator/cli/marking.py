"""The trainer at the keyboard, or lines from a pipe: turn by turn, then the end of the blind phase, then the rest."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import click

from simulator.cleaning import clean, one_line
from simulator.cli.asking import asker
from simulator.cli.faults import INTERRUPTED, USAGE, Refusal
from simulator.cli.keeping import Keeping, closed_lines
from simulator.conversation.labels import WRONG
from simulator.practice.asker import Enough
from simulator.practice.closing import Difference, differences, mine_holds, scorer_stands
from simulator.practice.pen import Left, Pen, Shown

REASON = 400  # characters of a reason that are kept
LONGEST = 4_000  # characters of the judgement of the whole


class Lines:
    """What is typed, a line at a time, on a terminal or from a pipe."""

    def __init__(self) -> None:
        self._asker = asker()

    def ask(self, prompt: str) -> str | None:
        """The next line, clean; None where there are no more."""
        sys.stdout.flush()
        try:
            return self._asker.ask(prompt)
        except Enough:
            return None

    def say(self, *texts: str) -> None:
        """Shows *texts*, wrapped where that fits."""
        sys.stdout.flush()
        self._asker.tell(*texts)


def label(name: str, by: str) -> int:
    """Goes through the turns that are left, and on to the end of the blind phase; the exit code."""
    with Keeping(name, by) as keeping:
        try:
            lines = Lines()
            if not keeping.closed:
                pen = _begin(keeping, lines)
                _label(pen, keeping, lines)
                while not _close(pen, keeping, lines):
                    _label(pen, keeping, lines)
            _settle(keeping, lines)
        except (Left, KeyboardInterrupt) as left:
            click.echo(f"Kept. To go on:  rehearse mark {keeping.called}")
            return 0 if isinstance(left, Left) else INTERRUPTED
    return 0


def close(name: str, by: str, judgement: str) -> None:
    """Closes the blind phase with *judgement*."""
    with Keeping(name, by) as keeping:
        if keeping.closed:
            raise Refusal("The blind phase is closed already.", USAGE)
        for line in closed_lines(keeping, keeping.close(judgement)):
            click.echo(line)


def _begin(keeping: Keeping, lines: Lines) -> Pen:
    """Says what is to be done. Raises Refusal where that is nothing."""
    pen = Pen(keeping.session, keeping.branch, keeping.by, keeping.keep)
    if not pen.turns:
        raise Refusal(f"Nothing has been said in '{keeping.session.header.id}' yet, so there is nothing to mark.")
    done = len(pen.turns) - len(pen.unjudged)
    lines.say(f"{one_line(keeping.session.header.title)}: {len(pen.turns)} turns to mark, {done} marked.")
    if keeping.session.imported.get("transcript", {}).get("spoken"):
        lines.say("The words were written down by speech recognition: where they were misheard, so do they stand here.")
    lines.say("What the scorer found is not shown until you close the blind phase.")
    lines.say("Type the skills that you hear; Enter goes on. /help and /skills tell more.")
    return pen


def _label(pen: Pen, keeping: Keeping, lines: Lines) -> None:
    """Goes on to the last turn. Raises Left."""
    at = -1
    try:
        while not pen.done:
            if pen.at != at:
                at = pen.at
                _show(pen.shown(), keeping.session.header.person)
            typed = lines.ask("> ")
            if typed is None:
                raise Left
            lines.say(*pen.typed(typed))
    except (Left, KeyboardInterrupt):
        pen.leave()
        raise
    last = keeping.session.finish(keeping.branch)
    if last is not None and last.line:
        lines.say("", f"{keeping.session.header.person}: {last.line}")


def _show(shown: Shown, person: str) -> None:
    from simulator.report.document import Heading, Items, Para, Said
    from simulator.report.formats.terminal import write_blocks

    blocks = [Heading(f"Turn {shown.number} of {shown.of}")]
    blocks += [Said(clean(person), clean(shown.before))] * bool(shown.before)  # a talk may begin with the user
    blocks += [Para(clean(seen), quiet=True) for seen in shown.seen]
    blocks.append(Said("The user", clean(shown.text) or "(silence)", mine=True))
    if shown.labels:
        blocks.append(Items(tuple(map(clean, shown.labels))))
    click.echo()
    write_blocks(blocks, sys.stdout)


def _close(pen: Pen, keeping: Keeping, lines: Lines) -> bool:
    """Asks for the judgement of the whole, and closes the blind phase with it; False to go back. Raises Left."""
    lines.say("")
    if pen.unjudged:
        lines.say(f"Not judged: turn {', '.join(map(str, pen.unjudged))}. They stay out of the agreement.")
    lines.say(
        "That was the last turn. Closing ends the blind phase: your labels can't be changed then, you see what the "
        "scorer found, and your marks overrule it in the review. /back [N] goes back to a turn."
    )
    while True:
        typed = lines.ask("Close it now? (yes, or no to go on another time) ")
        answer = (typed or "no").strip().lower()
        if answer in ("no", "n", "/quit"):
            raise Left
        if answer in ("yes", "y"):
            break
        if answer.split(" ")[0] == "/back":
            lines.say(*pen.typed(answer))
            if not pen.done:
                return False
            continue
        lines.say("Please type yes or no, or /back.")
    lines.say("How do you judge the whole, in your own words? An empty line ends it.")
    said: list[str] = []
    while (typed := lines.ask("... ")) is not None and typed.strip():
        said.append(typed.strip())
    if typed is None and (not said or sys.stdin.isatty()):  # left, and not finished
        raise Left
    overruled = keeping.close(one_line(" ".join(said), LONGEST))
    lines.say("")
    for line in closed_lines(keeping, overruled):  # two of them are to be copied, and are not wrapped
        click.echo(line)
    return True


def _settle(keeping: Keeping, lines: Lines) -> None:
    """Goes through what the scorer read differently; the trainer may give reasons, or give way. Raises Left."""
    rows = differences(keeping.session, keeping.branch, keeping.voice)
    lines.say("")
    if not rows:
        lines.say("On every turn that you judged, the scorer heard what you heard.")
        return
    times = "once" if len(rows) == 1 else f"{len(rows)} times"
    lines.say(f"You and the scorer differ {times}. Your reading counts where you say nothing.")
    lines.say("Enter leaves it so; type a reason to add one; /stands [REASON] lets the scorer's stand; /quit leaves.")
    for number, row in enumerate(rows, 1):
        lines.say("", *_told(row, number, len(rows)))
        typed = lines.ask("> ")
        if typed is None:
            return
        text = one_line(typed, REASON)
        order, _, rest = text.partition(" ")
        if order == "/quit":
            raise Left
        if order == "/stands":
            keeping.keep(scorer_stands(row, keeping.by, rest.strip()))
            lines.say("The scorer's reading stands.")
        elif text.startswith("/"):
            lines.say(f"There is no command {order} here; it stays as it is.")
        elif text:
            keeping.keep(mine_holds(row, keeping.by, text))
            lines.say("Yours counts, with the reason.")


def _told(row: Difference, number: int, of: int) -> Iterable[str]:
    words = f' in "{row.words}"' if row.words else ""
    yield f"{number} of {of}, turn {row.turn.number}: {row.turn.text or '(silence)'}"
    if row.verdict == WRONG:
        yield f"  The scorer heard {row.skill}{words}; you did not."
    else:
        yield f"  You heard {row.skill}{words}; the scorer did not."
    decided = row.decided
    if decided is not None:
        stands = "the scorer's reading stands" if decided.verdict == "stands" else "yours counts"
        yield f"  So far {stands}{f': {decided.reason}' if decided.reason else ', without a reason'}."
