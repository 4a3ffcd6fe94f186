"""One conversation, turn by turn: the only place where the ear meets the person."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from scoring.findings import Detection
from simulator.conversation.turn import Finish, Turn
from simulator.persona import dice
from simulator.persona.heard import Heard
from simulator.persona.mind import Mind, Reaction, wake
from simulator.persona.scenario import Event, Scenario

if TYPE_CHECKING:
    from simulator.conversation.hearing import Hearing
    from simulator.persona.person import Person

Ear = Callable[[str, tuple[str, ...]], Detection]
"""What finds skills in a text, given the other's last lines, oldest first."""

HEARD_BEFORE = 2  # lines of the person's that the ear is told
EVENT_CHANCE = 25  # per cent a turn that something happens by itself, at levels that have it


class Stage:
    """A scenario made ready to be played, any number of times.

    The person is compiled when the first turn asks for them, not before: by then the first line has long been shown.
    """

    def __init__(self, scenario: Scenario):
        self.scenario = scenario

    @cached_property
    def person(self) -> "Person":
        """The compiled person."""
        from simulator.persona.person import Person

        return Person(self.scenario)

    @cached_property
    def hearing(self) -> "Hearing":
        """What the person makes of words."""
        from simulator.conversation.hearing import Hearing

        return Hearing(self.scenario)


def detected(ear: Ear, stage: Stage, text: str, said: list[str]) -> Detection:
    """What *ear* finds in *text* after what the person *said*, less what the scenario of *stage* knows to be wrong."""
    if not text.strip():
        return Detection(text)
    return stage.hearing.on_the_matter(ear(text, tuple(said[-HEARD_BEFORE:])), said[-1] if said else "")


class Talk:
    """A conversation with a scripted person. A turn that fails leaves it as it was."""

    def __init__(self, stage: Stage, ear: Ear, seed: int = 1, level: str = "standard", before: Mind | None = None):
        self.scenario, self.seed = stage.scenario, seed
        self.level = self.scenario.level(level)
        self._ear = ear
        self._stage = stage
        self._start = self._mind = wake(self.scenario, self.level, before)
        self.first_line = dice.pick(self.scenario.first_line, seed, 0, "", "first line")
        self.turns: list[Turn] = []
        self.happened: list[tuple[int, Event]] = []

    @property
    def mind(self) -> Mind:
        """The person as they are now."""
        return self._mind

    @property
    def over(self) -> bool:
        """Whether the person has left or the time is up."""
        return bool(self.mind.ended) or self.mind.turn >= self.scenario.max_turns

    @property
    def said(self) -> list[str]:
        """The person's lines so far, what happened in the room among them, oldest first."""
        lines = [self.first_line]
        for turn in self.turns:
            lines.extend(event.show for number, event in self.happened if number == turn.number - 1)
            if not turn.aside:
                lines.append(turn.reply)
        last = len(self.turns)
        return lines + [event.show for number, event in self.happened if number >= last]

    def say(self, text: str) -> Turn:
        """The turn that *text* makes; a blank one is silence."""
        if self._stage.hearing.crisis(text):
            return self._aside(text)
        said = self.said
        detection = detected(self._ear, self._stage, text, said)
        heard = self._stage.hearing.hear(detection, self.mind, said, [turn.text for turn in self.turns])
        return self.take(heard, text, detection)

    def take(self, heard: Heard, text: str = "", detection: Detection | None = None) -> Turn:
        """The turn that *heard* makes, where skills and topics are known: bots and marked transcripts speak so."""
        mind, reaction = self._stage.person.hear(self.mind, heard, self.level, self.seed)
        turn = Turn(mind.turn, text, detection or Detection(text), heard, reaction, mind)
        self.turns.append(turn)
        self._mind = mind
        return turn

    def _aside(self, text: str) -> Turn:
        mind = self.mind
        reaction = Reaction("", mind.state, mind.state)
        turn = Turn(mind.turn, text, Detection(text), Heard(), reaction, mind, aside=self.scenario.out_of_role)
        self.turns.append(turn)
        self._mind = mind
        return turn

    def happen(self, event: Event) -> str:
        """Makes *event* happen; what is seen of it."""
        self._mind, show = self._stage.person.happen(self.mind, event)
        self.happened.append((len(self.turns), event))
        return show

    def stir(self) -> Event | None:
        """An event that comes by itself now, where the level has events; it has not happened yet."""
        if not self.level.events or self.over:
            return None
        possible = self._stage.person.may_happen(self.mind)
        chance = dice.roll(self.seed, self.mind.turn, self.mind.state, "event") % 100
        if not possible or chance >= EVENT_CHANCE:
            return None
        return possible[dice.roll(self.seed, self.mind.turn, self.mind.state, "which event") % len(possible)]

    def rewind(self, number: int) -> None:
        """Goes back to where turn *number* had been answered, 0 for the beginning, and the next was not yet said.

        What happened in the room in between has happened still: so the same words get the same answer. Raises
        ValueError where there is no such turn.
        """
        if not 0 <= number <= len(self.turns):
            raise ValueError(f"there is no turn {number}; the last one was {len(self.turns)}")
        since = [event for turn, event in self.happened if turn == number]
        del self.turns[number:]
        self.happened = [(turn, event) for turn, event in self.happened if turn < number]
        self._mind = self.turns[-1].mind if self.turns else self._start
        for event in since:
            self.happen(event)

    def resume(self, turns: list[Turn], happened: dict[int, list[str]]) -> None:
        """Takes up a conversation where its *turns* left it; *happened* are ids of events by the turn they came after.

        Events before the last turn are in its mind already; later ones have their effect now. An event that the
        scenario no longer has is passed over.
        """
        events = {event.id: event for event in self.scenario.events}
        self.turns, self.happened = list(turns), []
        self._mind = turns[-1].mind if turns else self._start
        for number, ids in sorted(happened.items()):
            for event in (events[id] for id in ids if id in events):
                if number < len(turns):
                    self.happened.append((number, event))
                elif number == len(turns):
                    self.happen(event)

    def finish(self) -> Finish:
        """How it ends when it ends now."""
        ending = self._stage.person.ending(self.mind)
        line = self._stage.person.last_line(self.mind, ending, self.seed)
        return Finish(ending.id, line, ending.note, ending.tonight)
