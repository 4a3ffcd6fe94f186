"""Shipped walkthroughs, played once through the real ear to the real person, and what the Review says of them."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scoring import detect
from simulator.authoring.load import load
from simulator.authoring.shelf import SHIPPED
from simulator.conversation.play import Play
from simulator.conversation.session import Header, Session
from simulator.conversation.talk import Stage, Talk
from simulator.demo import Unkept
from simulator.persona.mind import Mind
from simulator.persona.scenario import Scenario
from simulator.report import Review, review

SAID_ON = "2026-11-20T10:00:00+00:00"


@dataclass(frozen=True, slots=True)
class Played:
    """A walkthrough that was played: what it is kept as, and its Review."""

    scenario: Scenario
    session: Session
    review: Review


def path(name: str) -> Path:
    """The file of the situation or second talk called *name*."""
    first = SHIPPED / f"{name}.yaml"
    return first if first.is_file() else SHIPPED / "follow_ups" / f"{name}.yaml"


@cache
def scenario(name: str) -> Scenario:
    """The situation or second talk called *name*."""
    made, problems = load(path(name))
    assert made is not None, problems
    return made


@cache
def played(name: str, walkthrough: str, event: str = "", before_turn: int = 0) -> Played:
    """The *walkthrough* of the talk called *name*; *event* happens just before turn *before_turn*."""
    made = scenario(name)
    walk = {one.name: one for one in made.walkthroughs}[walkthrough]
    talk = Talk(Stage(made), detect, walk.seed, walk.level, _first(made))
    play = Play.begin(talk, _header(made, walk.seed, walk.level, talk.first_line), Unkept())
    for number, step in enumerate(walk.steps, 1):
        if talk.over:
            break
        if event and number == before_turn:
            play.happen({one.id: one for one in made.events}[event])
        play.say(step.say)
    play.finish()
    return Played(made, play.session, review(play.session, made))


def _header(made: Scenario, seed: int, level: str, first_line: str) -> Header:
    return Header(f"{made.id}-1", made.id, made.title, made.persona.name, seed, level, first_line, SAID_ON)


def _first(made: Scenario) -> Mind | None:
    """How the person came out of the first talk, where *made* is a second one."""
    if not made.follows:
        return None
    for walk in scenario(made.follows).walkthroughs:
        first = played(made.follows, walk.name)
        if first.review.ending in made.after:
            return first.session.turns()[-1].mind
    raise AssertionError(f"no walkthrough of {made.follows} ends as one of {', '.join(made.after)}")
