"""`rehearse debrief`: the look back, in the order in which people learn from it. Own eyes first, scores last."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from simulator.cli.asking import asker, interactive
from simulator.cli.review import whole_of

if TYPE_CHECKING:
    from simulator.cli.beginning import Begun
    from simulator.conversation.play import Play
    from simulator.persona.scenario import Scenario
    from simulator.practice.asker import Asker
    from simulator.report import Review

Again = Callable[[int, int], None]
"""Goes back to before the turn at a place (from 0) of a run, and has the rest of the conversation anew."""


@click.command()
@click.argument("session", default="latest")
@click.option("--plain", is_flag=True, help="Plain lines, for screen readers and simple terminals.")
@click.option("--ask/--no-ask", default=True, help="Whether you are asked for your own view first.")
def debrief(session: str, plain: bool, ask: bool) -> None:
    """Look back at a conversation: your own view first, then how it ended, the best moment, one thing to try, what was
    held back, the other's chair; the counts come last. SESSION is a name that `rehearse sessions` shows.

    Answers may come from a pipe, one a line; at its end the rest is shown.
    """
    from simulator.cli.kept import load_run
    from simulator.cli.resuming import reopened
    from simulator.journal import find_home

    kept, run = load_run(session)
    begun = reopened(find_home(), kept.header.id)
    with begun.journal:
        if not begun.play.session.turns(run):
            click.echo("Nothing was said in this conversation yet.")
            return
        again = _replay(begun, plain) if interactive() else None
        _LookBack(begun.play, begun.scenario, run, asker(plain), again).run(ask)


def look_back(begun: Begun, plain: bool) -> None:
    """The debrief right after a conversation, on a terminal."""
    run = begun.play.session.scored.number
    _LookBack(begun.play, begun.scenario, run, asker(plain), _replay(begun, plain)).run(True)


class _LookBack:
    """One debrief. With *again* there is somebody to go on reading, and to try a turn anew."""

    def __init__(self, play: Play, scenario: Scenario, run: int, ask: Asker, again: Again | None):
        self._play, self._scenario, self._run = play, scenario, run
        self._asker, self._again = ask, again

    def run(self, ask: bool) -> None:
        """All of it, or as much as is wanted."""
        from simulator.practice.asker import Enough
        from simulator.report.formats.terminal import write_blocks
        from simulator.report.shortly import debrief as parts
        from simulator.report.shortly import pointer

        session = self._play.session
        if ask and session.reflection.get("branch") != self._run:
            self._reflect()
        review = self._review()
        whole = whole_of(session, self._run)
        done = ""
        for name, blocks in parts(review, whole):
            if self._again is not None and done not in ("", "yourself"):
                try:
                    if not self._goes_on(name):
                        continue
                except Enough:
                    break
            write_blocks(blocks, sys.stdout)
            sys.stdout.flush()
            done = name
            if name == "try" and self._again is not None:
                self._offer(review)
        click.echo(pointer(whole))
        if self._again is None:
            click.echo(f"To write the note: rehearse note {session.header.id}")

    def _review(self) -> Review:
        from simulator.cli.review import reviewed

        return reviewed(self._play.session, self._scenario, self._run)

    def _reflect(self) -> None:
        from simulator.conversation.session import REFLECTION
        from simulator.practice.reflecting import Reflecting

        def keep(data: dict) -> None:
            self._play.keep(REFLECTION, data)

        if Reflecting(self._review(), self._asker, keep, self._play.mark).run():
            self._asker.tell("", "Kept. Your marks stand beside the counts at the end.")
        self._asker.tell("")

    def _goes_on(self, name: str) -> bool:
        """Whether the next part is wanted; the scores stay folded unless they are. Raises Enough."""
        from simulator.practice.asker import Enough

        folded = name == "scores"
        question = f"{_NEXT.get(name, 'Enter goes on')}; s is enough: "
        said = self._asker.ask(_FOLDED if folded else question).strip().lower()
        if said in ("s", "q"):
            raise Enough
        return said in ("y", "yes") if folded else True

    def _offer(self, review: Review) -> None:
        """Offers to try the turn again, from there."""
        from simulator.conversation.branching import place_of
        from simulator.practice.asker import Enough

        number = review.try_this.turn
        try:
            said = self._asker.ask(f"Go back to turn {number} and say it otherwise? (y, or Enter to read on) ")
        except Enough:
            return
        if said.strip().lower() in ("y", "yes"):
            self._again(self._run, place_of(self._play.session, self._run, number))


_FOLDED = "Open the counts? (y, or Enter to leave them folded) "
_NEXT = {
    "best": "Enter for the best moment",
    "try": "Enter for one thing to try",
    "held back": "Enter for what was held back",
    "chances": "Enter for the chances",
    "prepared": "Enter for your preparation",
    "chair": "Enter for the other's chair",
    "runs": "Enter for the ways it went",
}


def _replay(begun: Begun, plain: bool) -> Again:
    def again(run: int, place: int) -> None:
        """A new run from there, and the two side by side."""
        from dataclasses import replace

        from simulator.cli.play import converse_again
        from simulator.report.blocks import Heading
        from simulator.report.formats.terminal import write_blocks
        from simulator.report.parting import parting, side_by_side

        play = begun.play
        play.leave(run, place)
        number = len(play.talk.turns) + 1
        back = (f"Turn {number}, otherwise. Go on as far as you like; /end comes back to where you were reading.",)
        if not converse_again(replace(begun, remarks=back), plain):
            return
        session = play.session
        now = session.current.number
        finishes = (session.finish(run), session.finish(now))
        names = ("the first time", "this time")
        found = parting(session.turns(run), session.turns(now), finishes, begun.scenario, names)
        write_blocks((Heading("The first time and this time"), *side_by_side(found)), sys.stdout)

    return again
