"""What it takes to have a kept conversation again: its scenario, its person, and how they came into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.cli.beginning import mind_before
from simulator.cli.faults import Refusal
from simulator.cli.opening import open_scenario
from simulator.conversation.branching import talk_at, what_if
from simulator.conversation.talk import Stage

if TYPE_CHECKING:
    from simulator.conversation.branching import WhatIf
    from simulator.conversation.session import Session
    from simulator.conversation.talk import Talk
    from simulator.persona.mind import Mind
    from simulator.persona.scenario import Scenario


class Again:
    """A kept *session*, ready to be had again. Raises Refusal where its scenario is not there any more."""

    def __init__(self, session: Session):
        header = session.header
        self.session = session
        self.scenario: Scenario = open_scenario(header.path or header.scenario)
        if header.level not in [level.name for level in self.scenario.levels]:
            raise Refusal(f"The scenario '{self.scenario.id}' no longer has the level '{header.level}'.")
        self.stage = Stage(self.scenario)
        self.before: Mind | None = mind_before(header)

    @property
    def changed(self) -> bool:
        """Whether the scenario's files are not those of the conversation."""
        return self.scenario.digest != self.session.header.digest

    def talk(self, branch: int, place: int) -> Talk:
        """The conversation as it stood before the turn at *place* along *branch*. Raises Refusal."""
        from scoring import detect

        self._known(branch)
        return talk_at(self.session, self.stage, detect, self.before, branch, place)

    def tried(self, branch: int, number: int, text: str) -> WhatIf:
        """*branch* with *text* said at turn *number*. Raises Refusal, NoSuchTurn."""
        from scoring import detect

        self._known(branch)
        return what_if(self.session, self.stage, detect, branch, number, text, self.before)

    def _known(self, branch: int) -> None:
        """Raises Refusal where the person has been in states that the scenario no longer has."""
        states = {state.name for state in self.scenario.states}
        if any(turn.mind.state not in states and not turn.mind.ended for turn in self.session.turns(branch)):
            id = self.session.header.id
            raise Refusal(
                f"The scenario '{self.scenario.id}' has changed so much that '{id}' cannot be had again; "
                f"`rehearse review {id}` still reads it."
            )
