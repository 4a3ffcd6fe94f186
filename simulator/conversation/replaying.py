"""Plays a session again from what came from outside alone: typed words, events, commands. It gives the same bytes."""

from collections.abc import Iterable

from simulator.codec import from_json
from simulator.conversation import session as kept
from simulator.conversation.branching import WhatIf, records, what_if
from simulator.conversation.play import Play
from simulator.conversation.session import Header, Session
from simulator.conversation.talk import Ear, Stage, Talk
from simulator.persona.mind import Mind


class _Made(list):
    """A log in memory."""

    def append(self, record: object, data: dict | None = None) -> None:
        super().append((record, data))


def replayed(
    given: Iterable[tuple[str, dict]], stage: Stage, ear: Ear, before: Mind | None = None
) -> list[tuple[str, dict]]:
    """The records (kind, data) that come of playing *given* again. Raises ValueError where they begin with no session.

    They are the same as *given* when scenario, rules and program are those with which it was played.
    """
    given = list(given)
    if not given or given[0][0] != kept.SESSION:
        raise ValueError("the first record is not the beginning of a session")
    made = _Made()
    header = from_json(Header, given[0][1])
    talk = Talk(stage, ear, header.seed, header.level, before)
    play = Play.begin(talk, header, made)
    events = {event.id: event for event in stage.scenario.events}
    place = 1
    while place < len(given):
        kind, data = given[place]
        if kind == kept.REWIND and data.get("what_if"):
            place += _try_again(play, given[place:], stage, ear, before, made)
            continue
        place += 1
        if kind == kept.TURN:
            play.say(data["turn"]["text"])
        elif kind == kept.EVENT:
            play.happen(events[data["event"]])
        elif kind == kept.HINT:
            play.hint()
        elif kind == kept.REWIND:
            play.rewind(data["to"]) if data["branch"] == play.branch else play.leave(data["branch"], data["to"])
        elif kind == kept.FINISH:
            play.finish()
        else:
            made.append(kind, data)
    return list(made)


def _try_again(play: Play, given: list, stage: Stage, ear: Ear, before: Mind | None, made: _Made) -> int:
    """Tries a kept what-if again; how many of the *given* records were its."""
    branch, place = given[0][1]["branch"], given[0][1]["to"]
    session: Session = play.session
    if len(given) < 2 or given[1][0] != kept.TURN:  # the program was killed while it kept it
        made.append(*given[0])
        kept.apply(session, given[:1])
        return 1
    number, text = session.turns(branch)[place].number, given[1][1]["turn"]["text"]
    tried: WhatIf = what_if(session, stage, ear, branch, number, text, before)
    made_here = list(records(tried, len(session.branches)))
    for kind, data in made_here:
        made.append(kind, data)
    kept.apply(session, made_here)
    return len(made_here)
