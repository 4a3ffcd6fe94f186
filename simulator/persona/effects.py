"""What the skills of a turn do to the meters.

The whole-turn rules come from play-testing the method's sample: a costly skill halves the good ones, at most three
good ones count, one used within the last four turns counts half, and trust moves at most +16 or -20 points a turn.
"""

from simulator.persona.conditions import check
from simulator.persona.heard import SILENCE
from simulator.persona.mind import Shift
from simulator.persona.moment import Moment
from simulator.persona.scenario import Scenario

MAX_RISE, MAX_FALL = 16, 20  # points of safety a turn
GOOD_THAT_COUNT = 3
WORDS_PER_SKILL = 8  # one skill is credited for about this many words
FAMILIAR = 4  # turns within which a repeated skill counts half
UNFOUNDED_HEAT = 1  # a move beside the point sounds rehearsed

LISTENING = frozenset(
    (
        "acknowledging",
        "apologizing",
        "appreciation",
        "reflecting_feeling",
        "saying_what_you_see",
        "stepping_out",
        "summarizing",
    )
)
"""Skills that show something was heard."""
ASKING = frozenset(("curiosity", "closed_question", "why_question", "solution_question"))


class Effects:
    """The effect rows of a scenario, compiled."""

    def __init__(self, scenario: Scenario):
        self._rows = {
            skill: tuple((check(row.when), row, f"{skill} {number}") for number, row in enumerate(rows, 1))
            for skill, rows in scenario.effects
        }

    def shifts(self, moment: Moment, skills: tuple[str, ...]) -> list[Shift]:
        """What each of *skills* does in this moment; those that do not count are left out."""
        self._remember_manner(moment)
        recent = {skill for turn in moment.recent for skill in turn}
        helped, rest = [], []
        for skill in skills:
            shift = self._shift(moment, skill, recent)
            if shift is not None:
                (helped if shift.safety > 0 and skill not in moment.penalised else rest).append(shift)
        room = GOOD_THAT_COUNT
        if moment.heard.words:
            room = min(room, moment.heard.words // WORDS_PER_SKILL + 1)
        helped.sort(key=lambda shift: -shift.safety)
        return helped[:room] + rest

    def _shift(self, moment: Moment, skill: str, recent: set[str]) -> Shift | None:
        found = next(((row, why) for fits, row, why in self._rows.get(skill, ()) if fits(moment)), None)
        if found is None:
            return None
        row, why = found
        safety, heat = row.safety, row.heat
        if skill not in moment.penalised and safety > 0:
            if skill in moment.heard.unfounded:
                # A contrast beside the point still shows good will; any other unfounded move is a phrase.
                repairing = skill == "contrasting" and moment.misread
                safety, heat = (safety // 2, heat // 2) if repairing else (0, UNFOUNDED_HEAT)
            if moment.heard.repeated:
                safety, heat = 0, max(heat, 0)
            if skill in recent:
                safety //= 2
            if moment.penalised:
                safety //= 2
        return Shift(skill, safety, heat, row.patience, why)

    def _remember_manner(self, moment: Moment) -> None:
        """Raises or drops the flags about the user's manner that every scenario knows."""
        turns = [*map(frozenset, moment.recent[-2:]), moment.skills]
        asking = len(turns) == 3 and all(turn & ASKING and not turn & LISTENING for turn in turns)
        asking = asking and not moment.heard.takes_up  # who asks on about what was just said has listened
        _set(moment.flags, "interrogating", asking)
        _set(moment.flags, "hushed", moment.heard.silent and SILENCE in moment.recent[-1] if moment.recent else False)
        _set(moment.flags, "watched", any("saying_what_you_see" in turn for turn in moment.recent[-3:]))


def _set(flags: set[str], flag: str, on: bool) -> None:
    if on:
        flags.add(flag)
    else:
        flags.discard(flag)
