"""A conversation that is kept: each finished turn is on disk before one character of the answer is given out."""

from typing import Protocol

from scoring.findings import Detection
from simulator.codec import to_json
from simulator.conversation import session as kept
from simulator.conversation.session import Happening, HintGiven, Mark, Session, seen_by_turn
from simulator.conversation.talk import Talk
from simulator.conversation.turn import Finish, Turn
from simulator.persona.scenario import Event, State

STEPS = ("nudge", "skill", "example")
"""The hint ladder, gentlest first."""


class Log(Protocol):
    """Where records go; simulator.journal.Journal is one."""

    def append(self, kind: str, data: dict) -> object: ...


class Play:
    """A talk, the session it makes and the log in which that is kept."""

    def __init__(self, talk: Talk, session: Session, log: Log):
        self.talk, self.session, self._log = talk, session, log

    @classmethod
    def begin(cls, talk: Talk, header: kept.Header, log: Log) -> "Play":
        """A new session; its beginning is kept at once."""
        log.append(kept.SESSION, to_json(header))
        return cls(talk, Session(header, [kept.Branch(0)]), log)

    @classmethod
    def resume(cls, talk: Talk, session: Session, log: Log) -> "Play":
        """A session taken up where it was left, with what happened in the room on the way."""
        talk.resume(session.turns(session.current.number), seen_by_turn(session))
        return cls(talk, session, log)

    @property
    def branch(self) -> int:
        """The number of the branch that is being played."""
        return self.session.current.number

    @property
    def state(self) -> State:
        """Where the conversation is."""
        return self.talk.scenario.state(self.talk.mind.state)

    def say(self, text: str) -> Turn:
        """The turn that *text* makes, kept. Where keeping fails the talk is as it was, and the error goes on."""
        before = len(self.talk.turns)
        turn = self.talk.say(text)
        try:
            self._log.append(kept.TURN, kept.turn_record(self.branch, turn))
        except Exception:
            self.talk.rewind(before)
            raise
        self.session.current.turns.append(turn)
        return turn

    def hint(self) -> tuple[str, str]:
        """The next step of the hint ladder for this moment and its text; the last step again where all were given."""
        state, mind = self.state, self.talk.mind
        given = [h.step for h in self.session.hints if (h.branch, h.after) == (self.branch, mind.turn)]
        step = STEPS[min(len(given), len(STEPS) - 1)]
        text = getattr(state.hint, step)
        if step == "example" and state.model_from_misread and mind.misread:
            text = self.talk.scenario.misread(mind.misread).model
        record = HintGiven(self.branch, mind.turn, state.name, step)
        self._log.append(kept.HINT, to_json(record))
        self.session.hints.append(record)
        return step, text

    def happen(self, event: Event) -> str:
        """Makes *event* happen; what is seen of it."""
        record = Happening(self.branch, len(self.talk.turns), event.id, event.show)
        self._log.append(kept.EVENT, to_json(record))
        self.session.happenings.append(record)
        return self.talk.happen(event)

    def rewind(self, number: int) -> None:
        """Begins a new branch after turn *number*. Raises ValueError where there is no such turn."""
        branch = self.branch
        if not 0 <= number <= len(self.talk.turns):
            raise ValueError(f"there is no turn {number}; the last one was {len(self.talk.turns)}")
        self._log.append(kept.REWIND, kept.rewind_record(branch, number))
        self.talk.rewind(number)
        self.session.branches.append(kept.Branch(len(self.session.branches), branch, number))

    def leave(self, branch: int, number: int) -> None:
        """Begins a new branch after the first *number* turns along *branch*, whichever was played last."""
        turns = self.session.turns(branch)
        if not 0 <= number <= len(turns):
            raise ValueError(f"there is no turn {number}; the last one was {len(turns)}")
        self._log.append(kept.REWIND, kept.rewind_record(branch, number))
        self.session.branches.append(kept.Branch(len(self.session.branches), branch, number))
        self.talk.resume(turns[:number], seen_by_turn(self.session))

    def finish(self) -> Finish:
        """Ends the branch here; how it ended is kept."""
        done = self.session.current.finish
        if done is not None:
            return done
        finish = self.talk.finish()
        self._log.append(kept.FINISH, kept.finish_record(self.branch, finish))
        self.session.current.finish = finish
        return finish

    def mark(self, mark: Mark) -> None:
        """Keeps a human judgement of a turn."""
        self._log.append(kept.MARK, to_json(mark))
        self.session.marks.append(mark)

    def keep(self, kind: str, data: dict) -> None:
        """Keeps what stands beside the turns: a name, a preparation, a reflection, a note."""
        self._log.append(kind, data)
        session = kept.fold([(kept.SESSION, to_json(self.session.header)), (kind, data)])
        if kind == kept.NAME:
            self.session.name = session.name
        for field in (kept.PREPARED, kept.REFLECTION, kept.NOTE):
            getattr(self.session, field).update(getattr(session, field))


__all__ = ["STEPS", "Detection", "Log", "Play"]
