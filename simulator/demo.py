"""The demonstration: a shipped conversation, typed to the real person through the real ear, and its review."""

import sys
from typing import TextIO

from scoring import detect
from simulator.authoring.shelf import SHIPPED
from simulator.conversation import session as kept
from simulator.conversation.play import Play
from simulator.conversation.talk import Stage, Talk
from simulator.persona.scenario import Scenario
from simulator.report import review
from simulator.report.formats.terminal import write_shortly

SCENARIO, WALKTHROUGH = "quiet-since-january.yaml", "skilled"


class Unkept:
    """A log that keeps nothing: the demonstration leaves no trace on the machine."""

    def append(self, kind: str, data: dict) -> None:
        """Takes a record and forgets it."""


def run(stream: TextIO | None = None) -> int:
    """Plays and reviews the demonstration; 0, or 1 where the shipped scenario can't be loaded."""
    from scoring.authored import render
    from simulator.authoring.load import load

    stream = stream or sys.stdout
    scenario, problems = load(SHIPPED / SCENARIO)
    if scenario is None:
        stream.write("".join(render(problem) + "\n" for problem in problems))
        return 1
    play = perform(scenario, WALKTHROUGH)
    _show(play, stream)
    write_shortly(review(play.session, scenario), stream)
    return 0


def perform(scenario: Scenario, name: str) -> Play:
    """The walkthrough called *name*, played to its end. KeyError where there is none."""
    walk = {one.name: one for one in scenario.walkthroughs}[name]
    talk = Talk(Stage(scenario), detect, walk.seed, walk.level)
    header = kept.Header(
        "demo", scenario.id, scenario.title, scenario.persona.name, walk.seed, walk.level, talk.first_line, ""
    )
    play = Play.begin(talk, header, Unkept())
    for step in walk.steps:
        if talk.over:
            break
        play.say(step.say)
    play.finish()
    return play


def _show(play: Play, stream: TextIO) -> None:
    name = play.session.header.person
    stream.write(f'A conversation from the shelf, played now: "{play.session.header.title}".\n\n')
    stream.write(f"{name}: {play.talk.first_line}\n\n")
    for turn in play.session.turns():
        stream.write(f"You: {turn.text or '(silence)'}\n\n{name}: {turn.reply}\n\n")
    finish = play.finish()
    if finish.line:
        stream.write(f"{name}: {finish.line}\n\n")
    stream.write("\n")
