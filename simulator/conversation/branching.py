"""What if, at one turn, other words had been said: the conversation once more, with the rest of the words as they were.

Nothing is drawn anew: the same words get the same answers, so the two part where the words part and nowhere before.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.codec import to_json
from simulator.conversation import session as kept
from simulator.conversation.session import Happening, Session, seen_by_turn
from simulator.conversation.talk import Ear, Stage, Talk
from simulator.conversation.turn import Finish, Turn
from simulator.persona.mind import Mind
from simulator.persona.scenario import Event


class NoSuchTurn(LookupError):
    """There is no turn with this number on the branch; the message says which there are."""


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A conversation and the same with one turn changed. Turns from *place* (from 0) on are not the same.

    *unsaid* counts words of the first that were not reached in the second.
    """

    branch: int
    place: int
    was: tuple[Turn, ...]
    now: tuple[Turn, ...]
    was_finish: Finish
    now_finish: Finish
    happened: tuple[tuple[int, Event], ...] = ()

    @property
    def unsaid(self) -> int:
        """Turns that were not said because the second conversation was over."""
        return len(self.was) - len(self.now)


def place_of(session: Session, branch: int, number: int) -> int:
    """The place (from 0) of turn *number* along *branch*. Raises NoSuchTurn."""
    turns = session.turns(branch)
    for place, turn in enumerate(turns):
        if turn.number == number and not turn.aside:
            return place
    last = max((turn.number for turn in turns if not turn.aside), default=0)
    said = f"the last one is {last}" if last else "nothing was said"
    raise NoSuchTurn(f"There is no turn {number}; {said}.")


def talk_at(session: Session, stage: Stage, ear: Ear, before: Mind | None, branch: int, place: int) -> Talk:
    """The conversation as it stood when the turn at *place* along *branch* was about to be said."""
    header = session.header
    talk = Talk(stage, ear, header.seed, header.level, before)
    happened = {after: ids for after, ids in seen_by_turn(session, branch).items() if after <= place}
    talk.resume(session.turns(branch)[:place], happened)
    return talk


def what_if(
    session: Session, stage: Stage, ear: Ear, branch: int, number: int, text: str, before: Mind | None = None
) -> WhatIf:
    """*branch* with *text* said at turn *number*, and then what was said. *before* is how the person came out of a
    first conversation, where this is a second. Raises NoSuchTurn."""
    place = place_of(session, branch, number)
    was, seen = session.turns(branch), seen_by_turn(session, branch)
    talk = talk_at(session, stage, ear, before, branch, place)
    events = {event.id: event for event in stage.scenario.events}
    for said in (text, *(turn.text for turn in was[place + 1 :])):
        if talk.over:
            break
        talk.say(said)
        for id in seen.get(len(talk.turns), ()) if not talk.over else ():
            if id in events:
                talk.happen(events[id])
    then = session.finish(branch) or _finished(session, stage, ear, branch, before)
    happened = tuple((after, event) for after, event in talk.happened if after > place)
    return WhatIf(branch, place, tuple(was), tuple(talk.turns), then, talk.finish(), happened)


def _finished(session: Session, stage: Stage, ear: Ear, branch: int, before: Mind | None) -> Finish:
    """How a branch that is still open would end now."""
    return talk_at(session, stage, ear, before, branch, len(session.turns(branch))).finish()


def records(tried: WhatIf, number: int) -> Iterator[tuple[str, dict]]:
    """What is kept of *tried* as the branch *number*."""
    yield kept.REWIND, kept.rewind_record(tried.branch, tried.place, what_if=True)
    for place, turn in enumerate(tried.now[tried.place :], tried.place + 1):
        yield kept.TURN, kept.turn_record(number, turn)
        for after, event in tried.happened:
            if after == place:
                yield kept.EVENT, to_json(Happening(number, after, event.id, event.show))
    yield kept.FINISH, kept.finish_record(number, tried.now_finish)
