"""A session as it is kept: a header, turns on branches, and what was noted beside them. Folded from records.

A record is a kind and a dict. This room knows what they mean; simulator.journal knows how they are kept on disk.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from scoring.findings import Detection
from simulator.codec import from_json, to_json
from simulator.conversation.turn import Finish, Turn
from simulator.persona.heard import Heard

FORMAT = 1
SESSION, TURN, EVENT, HINT, REWIND, FINISH = "session", "turn", "event", "hint", "rewind", "finish"
NAME, PREPARED, REFLECTION, MARK, NOTE = "name", "prepared", "reflection", "mark", "note"
RESCORED = "rescored"
IMPORTED = "imported"

OPEN_ENDED = "no_plan"
"""The ending of a talk that was left before anything was agreed or broken."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a session was begun with. *digest* is that of the scenario's files, *rules* that of the ear's data.

    A second conversation names the first in *follow_up_of* and the branch of it that it goes on from; -1 is whichever
    was played last.
    """

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
    follow_up_branch: int = -1


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
    (it should), heard (a label made blind) or stands (takes back what was wrong or missing). *start* and *end* are
    characters of the turn's text; -1 for the whole. What a trainer's mark without a skill means:
    simulator.conversation.labels.
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
    """A line of turns. All but the first leave another one after its first *since* turns.

    A *what_if* was tried out beside the conversation and never goes on.
    """

    number: int
    parent: int = 0
    since: int = 0
    turns: list[Turn] = field(default_factory=list)
    finish: Finish | None = None
    what_if: bool = False


@dataclass(frozen=True, slots=True)
class Rescored:
    """What a later edition of the rules found in the turns of *branch* that are its own, oldest first.

    *detections* and *heards* go with the turns one by one; what the person did is as it was.
    """

    rules: str
    branch: int
    detections: tuple[Detection, ...]
    heards: tuple[Heard, ...]


@dataclass(slots=True)
class Session:
    """Everything kept of one conversation. *imported* is what was brought from elsewhere: the transcript and who the
    user is in it; such a session has one branch and no scenario."""

    header: Header
    branches: list[Branch]
    happenings: list[Happening] = field(default_factory=list)
    hints: list[HintGiven] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    name: str = ""
    prepared: dict[str, Any] = field(default_factory=dict)
    reflection: dict[str, Any] = field(default_factory=dict)
    note: dict[str, Any] = field(default_factory=dict)

    rescored: dict[int, Rescored] = field(default_factory=dict)
    imported: dict[str, Any] = field(default_factory=dict)

    @property
    def current(self) -> Branch:
        """The branch that is being played."""
        return next(branch for branch in reversed(self.branches) if not branch.what_if)

    @property
    def scored(self) -> Branch:
        """The first run that was played to its end, which is the one that counts; the current one while none was."""
        ended = (branch for branch in self.branches if branch.finish and not branch.what_if)
        return next(ended, self.current)

    @property
    def settled(self) -> Branch:
        """The branch to go on from another day: the current one where it has ended, else the scored one. A turn that
        was only tried again, and left without a plan, unsettles nothing."""
        finish = self.current.finish
        return self.current if finish and finish.ending != OPEN_ENDED else self.scored

    def course(self, branch: int) -> list[tuple[Branch, int]]:
        """The branches on the way to the end of *branch*, oldest first, and how many turns each has taken by then."""
        one = self.branches[branch]
        upto = self._length(one)
        found = [(one, upto)]
        while one.number:
            upto, one = min(upto, one.since), self.branches[one.parent]
            found.append((one, upto))
        return found[::-1]

    def turns(self, branch: int = 0) -> list[Turn]:
        """The turns from the beginning along *branch*, as they were played."""
        return [turn for one, upto in self.course(branch) for turn in one.turns[: max(0, upto - one.since)]]

    def read(self, branch: int = 0) -> list[Turn]:
        """The turns along *branch* as they are to be scored: as played, or as a kept rescoring has read them."""
        found = []
        for one, upto in self.course(branch):
            turns = one.turns[: max(0, upto - one.since)]
            again = self.rescored.get(one.number)
            if again is not None:
                turns = [*map(_read_again, turns, again.detections, again.heards), *turns[len(again.detections) :]]
            found += turns
        return found

    def finish(self, branch: int = 0) -> Finish | None:
        """How *branch* ended, or None while it has not."""
        return self.branches[branch].finish

    @staticmethod
    def _length(branch: Branch) -> int:
        return branch.since + len(branch.turns)


def _read_again(turn: Turn, detection: Detection, heard: Heard) -> Turn:
    return replace(turn, detection=detection, heard=heard, reaction=replace(turn.reaction, skills=heard.skills))


def seen_by_turn(session: Session, branch: int | None = None) -> dict[int, list[str]]:
    """Ids of the events on the way to the end of *branch* (the current one without any), by the turn after which they
    happened. What happened after the turn at which a branch leaves has happened on it as well."""
    found: dict[int, list[str]] = {}
    for one, upto in session.course(session.current.number if branch is None else branch):
        for event in session.happenings:
            if event.branch == one.number and event.after <= upto:
                found.setdefault(event.after, []).append(event.event)
    return found


class Unreadable(ValueError):
    """Records that make no session; the message says why."""


def fold(records: Iterable[tuple[str, dict]]) -> Session:
    """The session that *records* (kind, data) tell of, oldest first. Raises Unreadable."""
    records = iter(records)
    kind, data = next(records, ("", {}))
    if not kind:
        raise Unreadable("there is nothing in it")
    if kind != SESSION:
        raise Unreadable("its first record is not the beginning of a session")
    try:
        session = Session(from_json(Header, data), [Branch(0)])
    except (KeyError, TypeError) as fault:
        raise Unreadable(f"a '{kind}' record has a form that this version doesn't know ({fault})") from fault
    apply(session, records)
    return session


def apply(session: Session, records: Iterable[tuple[str, dict]]) -> None:
    """Adds to *session* what further *records* tell of. Raises Unreadable."""
    for kind, data in records:
        try:
            _FOLD.get(kind, _pass)(session, data)
        except (KeyError, TypeError, IndexError) as fault:
            raise Unreadable(f"a '{kind}' record has a form that this version doesn't know ({fault})") from fault


def _turn(session: Session, data: dict) -> None:
    session.branches[data["branch"]].turns.append(from_json(Turn, data["turn"]))


def _rewind(session: Session, data: dict) -> None:
    what_if = bool(data.get("what_if", False))
    session.branches.append(Branch(len(session.branches), data["branch"], data["to"], what_if=what_if))


def _finish(session: Session, data: dict) -> None:
    session.branches[data["branch"]].finish = from_json(Finish, data["finish"])


def _rescored(session: Session, data: dict) -> None:
    found = from_json(Rescored, data)
    session.rescored[found.branch] = found


def _imported(session: Session, data: dict) -> None:
    """All of a talk from elsewhere stands in one record: it is there whole, or not at all."""
    session.branches[0].turns.extend(from_json(Turn, turn) for turn in data["turns"])
    session.imported = {name: value for name, value in data.items() if name != "turns"}


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
    RESCORED: _rescored,
    IMPORTED: _imported,
}


def rewind_record(branch: int, to: int, what_if: bool = False) -> dict:
    """The data of the record that begins a new branch after the first *to* turns along *branch*."""
    return {"branch": branch, "to": to, **({"what_if": True} if what_if else {})}


def turn_record(branch: int, turn: Turn) -> dict:
    """The data of a turn's record."""
    return {"branch": branch, "turn": to_json(turn)}


def finish_record(branch: int, finish: Finish) -> dict:
    """The data of the record that ends a branch."""
    return {"branch": branch, "finish": to_json(finish)}
