"""The states of a scenario and the ways between them, run by `transitions` (its only importer).

One machine serves a whole scenario. It holds no person: a walker is set to the state of the moment, takes one step
and is read again, so that a step that fails leaves nothing behind. Only Python callables are passed in; a string
with a dot in it would be imported and called.
"""

from transitions import Machine

from simulator.persona.conditions import Check, check
from simulator.persona.moment import Moment
from simulator.persona.scenario import AFTER_MISREAD, Arc, Scenario

ENDED = "ended"
_HEAR, _THEN = "rehearse_hear", "rehearse_then_"
_NOT_A_REFUGE = ("opening", "flash", "fine")  # kinds of state nobody returns to after a misreading


class _Walker:
    """What the machine moves: a state and the moment that conditions are asked of."""

    __slots__ = ("__dict__", "moment", "state")


class Ways:
    """The compiled state machine of a scenario."""

    def __init__(self, scenario: Scenario):
        self._kinds = {state.name: state.kind for state in scenario.states}
        self._guarded = next(state.name for state in scenario.states if state.kind == "guarded")
        self._machine = Machine(
            model=None,
            states=[*self._kinds, ENDED],
            initial=scenario.start_state,
            auto_transitions=False,
            send_event=True,
            ignore_invalid_triggers=True,
        )
        for state in scenario.states:
            for arc in state.go:
                self._add(state.name, arc)
        for name in self._kinds:
            self._machine.add_transition(_THEN + name, "*", name)
        self._walker = _Walker()
        self._machine.add_model(self._walker)

    def step(self, moment: Moment) -> Arc | None:
        """The arc that *moment* takes from its state, or None. The destination is set in the moment."""
        self._place(moment)
        self._walker.trigger(_HEAR)
        return self._arrive(moment)

    def move(self, moment: Moment, state: str) -> None:
        """Sets *moment* into *state*, where a disclosure leads."""
        if state != moment.state:
            self._place(moment)
            self._walker.trigger(_THEN + state)
            self._arrive(moment)

    def refuge(self, moment: Moment) -> str:
        """Where the person goes when a misreading is repaired."""
        came_from = moment.came_from
        if moment.misreads == 1 or not came_from or self._kinds[came_from] in _NOT_A_REFUGE:
            return self._guarded
        return came_from

    def _place(self, moment: Moment) -> None:
        moment.arc = None
        self._walker.moment = moment
        self._machine.set_state(moment.state, self._walker)

    def _arrive(self, moment: Moment) -> Arc | None:
        if self._walker.state != ENDED:
            moment.state = self._walker.state
        return moment.arc

    def _add(self, source: str, arc: Arc) -> None:
        fits = self._where_it_can_begin(arc, check(arc.when))
        if arc.to == AFTER_MISREAD:
            for name in self._kinds:
                self._arc(source, name, arc, self._leads(fits, name))
        else:
            self._arc(source, ENDED if arc.end else arc.to, arc, fits)

    @staticmethod
    def _where_it_can_begin(arc: Arc, fits: Check) -> Check:
        """An easier level leaves some misreadings out; their arcs are then closed. And what is misread about a matter
        is what was said of it just now, not two turns ago. Who says in the same breath what is meant and what is not,
        and does nothing that hurts, is not misread: "no case is being built; on the 4th there was no note"."""
        if not arc.misread:
            return fits
        named = bool(arc.when.topic)
        return lambda m: (
            fits(m)
            and (m.level.misreads is None or arc.misread in m.level.misreads)
            and (not named or bool(m.heard.topics))
            and ("contrasting" not in m.skills or bool(m.penalised))
        )

    def _leads(self, fits: Check, name: str) -> Check:
        return lambda moment: fits(moment) and self.refuge(moment) == name

    def _arc(self, source: str, target: str, arc: Arc, fits: Check) -> None:
        def taken(event) -> None:
            event.model.moment.arc = arc

        # Without a condition list of its own, transitions would still build and walk an empty one: the same cost.
        self._machine.add_transition(
            _HEAR, source, target, conditions=[lambda event: fits(event.model.moment)], before=[taken]
        )
