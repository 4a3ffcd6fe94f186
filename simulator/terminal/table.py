"""The table at which the two sit: reads what is typed, does it, shows what comes of it. The same for every view."""

from collections.abc import Callable, Mapping
from difflib import get_close_matches

from scoring.text import MAX_CHARACTERS
from simulator.conversation.play import STEPS, Play
from simulator.conversation.turn import Finish, Turn
from simulator.journal import JournalError
from simulator.persona.mind import Mind
from simulator.terminal.commands import COMMANDS, Misordered, Ordered, parse
from simulator.terminal.view import TOO_LONG, EndOfInput, Left, Stand, View

TIME_IS_UP = "The time that was booked is over."


class Table:
    """One conversation between the user at *view* and the person in *play*.

    *events* are ids of events by the turn after which they happen. With a *coach* every turn has a remark on what it
    did, and the first hint of a moment comes by itself.
    """

    def __init__(
        self, play: Play, view: View, events: Mapping[int, tuple[str, ...]] | None = None, coach: bool = False
    ):
        self.play, self.view = play, view
        self._talk, self._scenario = play.talk, play.talk.scenario
        self._events, self._coach = events, coach
        self._over = False
        self._offered = ""

    def run(self, offered: str = "") -> Finish:
        """The conversation to its end. *offered* is half-typed text of the last time. Raises Left, JournalError."""
        self._offered = offered
        for show in self._happen(self._talk.mind.turn):
            self.view.seen(show)
        self._hint_unasked()
        while not (self._over or self._talk.over):
            offered, self._offered = self._offered, ""
            try:
                self._take(self.view.read(self.stand, offered))
            except EndOfInput:
                break
        because = TIME_IS_UP if self._talk.over and not self._talk.mind.ended else ""
        finish = self.play.finish()
        self.view.end(finish, because)
        return finish

    @property
    def stand(self) -> Stand:
        """Where the conversation is."""
        mind, scenario = self._talk.mind, self._scenario
        shown = f"safety {mind.safety} · heat {mind.heat} · patience {mind.patience}" if self._talk.level.meters else ""
        minute = round(scenario.minutes * mind.turn / scenario.max_turns)
        return Stand(min(mind.turn + 1, scenario.max_turns), scenario.max_turns, minute, scenario.minutes, shown)

    def _take(self, text: str) -> None:
        command = parse(text)
        if command is None:
            self._say(text.strip())
        elif isinstance(command, Misordered):
            self.view.note("?", [command.remedy])
        else:
            _DOES[command.name](self, command)

    def _say(self, text: str) -> None:
        if len(text) > MAX_CHARACTERS:
            self._refuse("sorry", TOO_LONG.format(size=len(text), most=MAX_CHARACTERS), text)
            return
        before = self._talk.mind
        try:
            turn = self.play.say(text)
        except JournalError as fault:
            if not self.view.reoffers:
                raise
            self._refuse("sorry", f"{fault} What you typed is below; Enter tries again.", text)
            return
        self.view.turn(turn, tuple(self._after(turn)), self.stand)
        self._remark(turn, before)
        if turn.reaction.before != turn.reaction.after:
            self._hint_unasked()

    def _refuse(self, kind: str, why: str, text: str) -> None:
        self.view.note(kind, [why])
        if self.view.reoffers:
            self._offered = text

    def _after(self, turn: Turn) -> list[str]:
        """What happens in the room after *turn*."""
        if turn.aside or self._talk.over:
            return []
        seen = self._happen(turn.number)
        stirred = self._talk.stir()
        if stirred is not None:
            seen.append(self.play.happen(stirred))
        return seen

    def _happen(self, number: int) -> list[str]:
        """Makes the events happen that were ordered for the end of turn *number*."""
        due = set(self._events.get(number, ()))
        events = [event for event in self._scenario.events if event.id in due]
        return [self.play.happen(event) for event in events if f"event_{event.id}" not in self._talk.mind.flags]

    def _hint_unasked(self) -> None:
        """The first hint of a moment, once: a state that comes again has said what it has to say."""
        given = {hint.state for hint in self.play.session.hints}
        if self._coach and not self._talk.over and self._talk.mind.state not in given:
            self.view.note("coach", [self.play.hint()[1]])

    def _remark(self, turn: Turn, before: Mind) -> None:
        """What the coach says about *turn*, which met the person as they were *before*."""
        if self._coach:
            from simulator.practice.coaching import remark

            lines = remark(turn, before, self._scenario)
            if lines:
                self.view.note("coach", lines)

    # Commands ------------------------------------------------------------------------------------

    def _help(self, command: Ordered) -> None:
        width = max(len(one.shown) for one in COMMANDS)
        self.view.note("help", [f"{one.shown:<{width}}  {one.does}" for one in COMMANDS])

    def _facts(self, command: Ordered) -> None:
        self.view.note("facts", self._scenario.brief.facts)

    def _hint(self, command: Ordered) -> None:
        step, text = self.play.hint()
        further = STEPS[STEPS.index(step) + 1 :]
        self.view.note("hint", [text, f"(/hint again: {_FURTHER[further[0]]})"] if further else [text])

    def _silence(self, command: Ordered) -> None:
        self._say("")

    def _event(self, command: Ordered) -> None:
        events = {event.id: event for event in self._scenario.events}
        typed = command.rest.lower()
        event = events.get(typed) or events.get(typed.replace("-", "_"))
        if event is None:
            self.view.note("event", _choice(command.rest, {id: one.show for id, one in events.items()}))
        elif f"event_{event.id}" in self._talk.mind.flags:
            self.view.note("event", [f"{event.id} has happened already."])
        else:
            self.view.seen(self.play.happen(event))

    def _rewind(self, command: Ordered) -> None:
        turns, talk = self._talk.turns, self._talk
        last = turns[-1].number if turns else 0
        if not turns or (command.rest and not (command.rest.isdecimal() and int(command.rest) <= last)):
            reach = f"a number from 0 to {last}" if turns else "nothing yet: nobody has said anything"
            self.view.note("rewind", [f"/rewind takes {reach}."])
            return
        keep = sum(turn.number <= int(command.rest) for turn in turns) if command.rest else len(turns) - 1
        self.play.rewind(keep)
        where = f"Back at the end of turn {talk.turns[-1].number}" if talk.turns else "Back at the beginning"
        self.view.note("rewind", [f"{where}. {self._scenario.persona.name} has just said:", talk.said[-1]])

    def _end(self, command: Ordered) -> None:
        self._over = True

    def _quit(self, command: Ordered) -> None:
        raise Left


_DOES: dict[str, Callable[[Table, Ordered], None]] = {
    "help": Table._help,
    "facts": Table._facts,
    "hint": Table._hint,
    "silence": Table._silence,
    "event": Table._event,
    "rewind": Table._rewind,
    "end": Table._end,
    "quit": Table._quit,
}
_FURTHER = {"skill": "the skill to use", "example": "an example"}


def _choice(typed: str, events: dict[str, str]) -> list[str]:
    """What can happen, after a word about *typed* where that is none of it."""
    if not events:
        return ["In this scenario nothing can happen beside the conversation."]
    if not typed:
        width = max(map(len, events))
        return [f"{id:<{width}}  {show}" for id, show in events.items()]
    close = get_close_matches(typed.lower(), events, n=1)
    known = f"Did you mean {close[0]}?" if close else f"There are {', '.join(events)}."
    return [f"There is no event '{typed}'. {known}"]
