"""Puts the person on the other chair: the talk that goes with a session, as far as it has come."""

from simulator.cli.beginning import Begun
from simulator.conversation.play import Play
from simulator.conversation.session import Happening, Session
from simulator.conversation.talk import Stage, Talk


def sit_down(begun: Begun) -> Play:
    """The conversation of *begun*, where it stands."""
    from scoring import detect

    session = begun.session
    talk = Talk(Stage(begun.scenario), detect, session.header.seed, session.header.level)
    play = Play.resume(talk, session, begun.journal)
    events = {event.id: event for event in begun.scenario.events}
    for number, happenings in sorted(seen_by_turn(session).items()):
        for happening in happenings:
            if happening.event not in events:  # the scenario has changed
                continue
            if number < len(talk.turns):  # what it did is in the turns that came after
                talk.happened.append((number, events[happening.event]))
            else:
                talk.happen(events[happening.event])
    return play


def seen_by_turn(session: Session) -> dict[int, list[Happening]]:
    """What has happened in the room on the way to where *session* stands, by the turn after which it did."""
    found: dict[int, list[Happening]] = {}
    number, before = session.current.number, None
    while True:
        for one in session.happenings:
            if one.branch == number and (before is None or one.after < before):
                found.setdefault(one.after, []).append(one)
        if number == 0:
            return found
        branch = session.branches[number]
        before = branch.since if before is None else min(before, branch.since)
        number = branch.parent
