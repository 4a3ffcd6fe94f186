"""A session as it is kept: a header, turns on branches, and what was noted beside them. Folded from records.

A record is a kind and a dict. This room knows what they mean; simulator.journal knows how they are kept on disk.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from simulator.codec import from_json, to_json
from simulator.conversation.turn import Finish, Turn

FORMAT = 1
SESSION, TURN, EVENT, HINT, REWIND, FINISH = "session", "turn", "event", "hint", "rewind", "finish"
NAME, PREPARED, REFLECTION, MARK, NOTE = "name", "prepared", "reflection", "mark", "note"


@dataclass(frozen=True, slots=True)
class Header:
    """What a session was begun with. *digest* is that of the scenario's files, *rules* that of the ear's data."""

    id: str
    scenario: str
    title: str
    person: str
    seed: int
    level: str
    first_line: str
    started: str
    digest: str = ""
    rules: str = ""
    program: str = ""
    label: str = ""
    coach: bool = False
    follow_up_of: str = ""
    path: str = ""
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened in the room after turn *after* of a branch."""

    branch: int
    after: int
    event: str
    show: str


@dataclass(frozen=True, slots=True)
class HintGiven:
    """Help that was asked for: after which turn, in which state, and which *step* of the ladder."""

    branch: int
    after: int
    state: str
    step: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One human judgement of a turn, whoever makes it.

    *who* is user, self (before any score) or trainer; *verdict* is wrong (the finding should not be there), missing
    (it should) or heard (a label made blind). *start* and *end* are characters of the turn's text; -1 for the whole.
    """

    who: str
    turn: int
    skill: str
    verdict: str
    reason: str = ""
    start: int = -1
    end: int = -1
    branch: int = 0
    by: str = ""


@dataclass(slots=True)
class Branch:
    """A line of turns. All but the first leave another one after its turn *since*."""

    number: int
    parent: int = 0
    since: int = 0
    turns: list[Turn] = field(default_factory=list)
    finish: Finish | None = None


@dataclass(slots=True)
class Session:
    """Everything kept of one conversation."""

    header: Header
    branches: list[Branch]
    happenings: list[Happening] = field(default_factory=list)
    hints: list[HintGiven] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    name: str = ""
    prepared: dict[str, Any] = field(default_factory=dict)
    reflection: dict[str, Any] = field(default_factory=dict)
    note: dict[str, Any] = field(default_factory=dict)

    @property
    def current(self) -> Branch:
        """The branch that is being played."""
        return self.branches[-1]

    def turns(self, branch: int = 0) -> list[Turn]:
        """The turns from the beginning along *branch*."""
        one = self.branches[branch]
        if branch == 0:
            return list(one.turns)
        return [*self.turns(one.parent)[: one.since], *one.turns]

    def finish(self, branch: int = 0) -> Finish | None:
        """How *branch* ended, or None while it has not."""
        return self.branches[branch].finish


def seen_by_turn(session: Session) -> dict[int, list[str]]:
    """Ids of the events on the way to where *session* stands, by the turn after which they happened."""
    found: dict[int, list[str]] = {}
    number, before = session.current.number, None
    while True:
        for one in session.happenings:
            if one.branch == number and (before is None or one.after < before):
                found.setdefault(one.after, []).append(one.event)
        if number == 0:
            return found
        branch = session.branches[number]
        before = branch.since if before is None else min(before, branch.since)
        number = branch.parent


class Unreadable(ValueError):
    """Records that make no session; the message says why."""


def fold(records: Iterable[tuple[str, dict]]) -> Session:
    """The session that *records* (kind, data) tell of, oldest first. Raises Unreadable."""
    session: Session | None = None
    for kind, data in records:
        try:
            if session is None:
                if kind != SESSION:
                    raise Unreadable("its first record is not the beginning of a session")
                session = Session(from_json(Header, data), [Branch(0)])
            else:
                _FOLD.get(kind, _pass)(session, data)
        except (KeyError, TypeError, IndexError) as fault:
            raise Unreadable(f"a '{kind}' record has a form that this version doesn't know ({fault})") from fault
    if session is None:
        raise Unreadable("there is nothing in it")
    return session


def _turn(session: Session, data: dict) -> None:
    session.branches[data["branch"]].turns.append(from_json(Turn, data["turn"]))


def _rewind(session: Session, data: dict) -> None:
    session.branches.append(Branch(len(session.branches), data["branch"], data["to"]))


def _finish(session: Session, data: dict) -> None:
    session.branches[data["branch"]].finish = from_json(Finish, data["finish"])


def _pass(session: Session, data: dict) -> None:
    """A kind that a later version may have added is left alone."""


_FOLD = {
    TURN: _turn,
    REWIND: _rewind,
    FINISH: _finish,
    EVENT: lambda session, data: session.happenings.append(from_json(Happening, data)),
    HINT: lambda session, data: session.hints.append(from_json(HintGiven, data)),
    MARK: lambda session, data: session.marks.append(from_json(Mark, data)),
    NAME: lambda session, data: setattr(session, "name", str(data["name"])),
    PREPARED: lambda session, data: session.prepared.update(data),
    REFLECTION: lambda session, data: session.reflection.update(data),
    NOTE: lambda session, data: session.note.update(data),
}


def turn_record(branch: int, turn: Turn) -> dict:
    """The data of a turn's record."""
    return {"branch": branch, "turn": to_json(turn)}


def finish_record(branch: int, finish: Finish) -> dict:
    """The data of the record that ends a branch."""
    return {"branch": branch, "finish": to_json(finish)}
