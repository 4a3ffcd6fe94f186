"""Begins a session: a scenario, a conversation that has not started, and the journal that keeps it."""

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from scoring import detect
from scoring.edition import edition
from simulator.cleaning import one_line
from simulator.cli.faults import USAGE, Refusal
from simulator.cli.offer import offer, sentence
from simulator.codec import to_json
from simulator.conversation.play import Play
from simulator.conversation.session import SESSION, Branch, Header, Session
from simulator.conversation.talk import Stage, Talk
from simulator.journal import Home, Journal, new_id
from simulator.persona.mind import Mind
from simulator.persona.scenario import Scenario

VERSION = "0.1.0"
SEEDS = 9_999  # seeds that are drawn are 1 to this, short enough to be typed again
LABEL = 80  # characters of a label


@dataclass(frozen=True, slots=True)
class Begun:
    """A conversation whose journal is open. *remarks* are what the user should know before going on."""

    home: Home
    play: Play
    journal: Journal
    remarks: tuple[str, ...] = ()

    @property
    def header(self) -> Header:
        """What the session was begun with."""
        return self.play.session.header

    @property
    def scenario(self) -> Scenario:
        """What is played."""
        return self.play.talk.scenario


def begin(
    home: Home,
    scenario: Scenario,
    name: str,
    seed: int | None,
    level: str,
    label: str,
    coach: bool,
    first: Session | None = None,
) -> Begun:
    """A new session of *scenario*, which the user calls *name*; *first* is the conversation that it follows, if it
    follows one. Raises Refusal, JournalError."""
    check_level(scenario, level)
    seed = draw_seed() if seed is None else seed
    talk = Talk(Stage(scenario), detect, seed, level, mind_after(first) if first else None)
    header = Header(
        id=new_id(datetime.now, scenario.id),
        scenario=scenario.id,
        title=scenario.title,
        person=scenario.persona.name,
        seed=seed,
        level=level,
        first_line=talk.first_line,
        started=datetime.now().astimezone().isoformat(timespec="seconds"),
        digest=scenario.digest,
        rules=edition(),
        program=VERSION,
        label=one_line(label, LABEL),
        coach=coach,
        follow_up_of=first.header.id if first else "",
        follow_up_branch=first.settled.number if first else -1,
        path=str(Path(name).resolve()) if name.endswith((".yaml", ".yml")) else "",
    )
    journal = Journal.create(home, header.id, SESSION, to_json(header))
    return Begun(home, Play(talk, Session(header, [Branch(0)]), journal), journal)


def mind_after(session: Session, branch: int = -1) -> Mind | None:
    """How the person came out of a *branch* of *session*, where it was begun; a second conversation starts from there.
    Without a branch, out of the one that is settled."""
    turns = session.turns(session.settled.number if branch < 0 else branch)
    return turns[-1].mind if turns else None


def mind_before(header: Header) -> Mind | None:
    """How the person came out of the first conversation, where this is the second and the first is still there."""
    from simulator.cli.kept import load
    from simulator.journal import JournalError

    if not header.follow_up_of:
        return None
    try:
        return mind_after(load(header.follow_up_of), header.follow_up_branch)
    except (Refusal, JournalError, IndexError):
        return None  # erased since: what was said in this one carries its own mind


def draw_seed() -> int:
    """A seed by chance."""
    return 1 + int.from_bytes(os.urandom(4), "big") % SEEDS


def check_level(scenario: Scenario, level: str) -> None:
    """Raises Refusal where *scenario* has no such *level*."""
    names = [one.name for one in scenario.levels]
    if level not in names:
        raise Refusal(sentence(f"There is no level '{level}'.", offer(level, names)), USAGE)
