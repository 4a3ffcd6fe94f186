"""What went on in the person during a turn, in words: what moved, why, and how much, without a figure."""

from simulator.conversation.turn import Turn
from simulator.persona.heard import SILENCE
from simulator.persona.mind import Mind, Shift
from simulator.persona.parts import Effect
from simulator.persona.scenario import Scenario
from simulator.report.conditions import why_then
from simulator.report.words import listed, lower, skill_words

MUCH, SOME = 8, 3  # points from which a move is told of as much, and as some


def row_of(shift: Shift, scenario: Scenario) -> Effect | None:
    """The row of the effects that *shift* came from, where the scenario still has it."""
    skill, _, number = shift.why.rpartition(" ")
    rows = dict(scenario.effects).get(skill, ())
    return rows[int(number) - 1] if number.isdecimal() and 0 < int(number) <= len(rows) else None


def lessened(shift: Shift, row: Effect, turn: Turn, before: Mind, scenario: Scenario) -> str:
    """Why *shift* was less than its *row* says; '' where it was not."""
    if (shift.safety, shift.heat) == (row.safety, row.heat):
        return ""
    why = []
    if shift.skill in turn.heard.unfounded:
        why.append(_unfounded(shift.skill, scenario))
    if turn.heard.repeated:
        why.append("the same words had been said before")
    if any(shift.skill in skills for skills in before.recent):
        why.append("it had been used a moment ago")
    if costly := [skill for skill in turn.skills if skill in scenario.penalised]:
        why.append(f"{listed([skill_words(skill) for skill in costly])} stood beside it")
    return listed(why)


def _unfounded(skill: str, scenario: Scenario) -> str:
    name = scenario.persona.name
    return {
        "summarizing": f"it had too little of what {name} said",
        "contrasting": f"it did not speak to what {name} feared",
        "saying_what_you_see": "there was nothing of the kind to be seen",
        "reflecting_feeling": "it only said the same feeling again",
    }.get(skill, "the words did not hold")


def felt(safety: int, heat: int, name: str) -> str:
    """What a move of so many points did: the end of a sentence such as "An apology made it ..."; '' for no points."""
    parts = []
    if safety:
        size = _size(safety, "much ", "", "a little ")
        parts.append(f"{size}safer" if safety > 0 else f"{size}less safe")
    if heat:
        size = _size(heat, "much ", "", "a little ")
        parts.append(f"{size}{'more heated' if heat > 0 else 'calmer'}")
    return f"{listed(parts)} for {name}" if parts else ""


def _size(points: int, much: str, some: str, little: str) -> str:
    if abs(points) >= MUCH:
        return much
    return some if abs(points) >= SOME else little


def why(shift: Shift, turn: Turn, before: Mind, scenario: Scenario) -> str:
    """Why a skill did in *turn* what it did just then, as a clause; '' where it does so always."""
    row = row_of(shift, scenario)
    return why_then(row.when, scenario, turn, before) if row else ""


def events(turn: Turn, scenario: Scenario) -> list[str]:
    """What happened in the person during *turn*, a clause each."""
    found = []
    for what, which in turn.reaction.notes:
        clause = _event(what, which, scenario)
        if clause:
            found.append(clause)
    return found


def _event(what: str, which: str, scenario: Scenario) -> str:
    name = scenario.persona.name
    if what in ("told", "cued", "dropped", "heard"):
        known = {fact.id: lower(fact.title, scenario) for fact in scenario.facts}
        title = known.get(which, which)
        return {
            "told": f"{name} dared to say it: {title}",
            "cued": f"{name} let slip a hint of something: {title}",
            "dropped": f"what {name} had just told was walked past: {title}. Saying more will take more",
            "heard": f"{name} saw that it had been heard: {title}",
        }[what]
    if what in ("misread", "repaired"):
        known = {misread.id: misread.thinks.rstrip(".") for misread in scenario.misreads}
        thinks = known.get(which, which)
        if what == "misread":
            return f"{name} thought: '{thinks}'"
        return f"{name} could let go of the thought: '{thinks}'"
    return {
        "flash": f"something showed in {name} for a moment",
        "noticed": f"{name} saw that the flash had been seen",
        "stuffed": "it was too much at once: only the first two things were taken in",
        "ended": f"that was enough for {name}",
    }.get(what, "")


def main_shift(turn: Turn) -> Shift | None:
    """The shift of *turn* that weighed most, or None."""
    moved = [shift for shift in turn.reaction.shifts if shift.safety or shift.heat or shift.patience]
    return max(moved, key=lambda shift: abs(shift.safety) + abs(shift.heat), default=None)


def said_as(turn: Turn) -> str:
    """What the user said in *turn*, by its skills: "an apology and an open question"."""
    skills = [skill for skill in turn.skills if skill != SILENCE]
    if not skills:
        return "silence" if turn.heard.silent else ""
    return listed([skill_words(skill) for skill in skills])
