"""Why: from the words of one turn to the rule that heard them, to the change in the person, to the state, to the reply.

The turn is answered once more by the same person, watched. Nothing is guessed: where the scenario has changed since,
so that the answer would be another today, the trace says so and tells what was kept alone.
"""

from collections.abc import Collection
from dataclasses import dataclass

from scoring.findings import Detection, Finding
from simulator.conversation.turn import Turn
from simulator.persona.mind import TOLD, Mind, Shift
from simulator.persona.scenario import Scenario
from simulator.persona.witness import Seen, Source, Witness
from simulator.report.conditions import remembered, state_clause, why_then
from simulator.report.inside import events, lessened, row_of, why
from simulator.report.sentences import STATE_WORDS
from simulator.report.veiling import veiled
from simulator.report.words import quote


@dataclass(frozen=True, slots=True)
class Carried:
    """One skill that was heard, or that a rule proposed and that did not count, then with *because*.

    *features* are what counted for it, in the ear's own words; *about* says what the rule is for. Points are what the
    skill did by itself; *when* is why it did so just then, and *lessened* why it was less than usual.
    """

    skill: str
    quote: str
    rule: str
    about: str
    strength: float
    features: tuple[str, ...] = ()
    because: str = ""
    moved: bool = False
    safety: int = 0
    heat: int = 0
    patience: int = 0
    when: str = ""
    lessened: str = ""


@dataclass(frozen=True, slots=True)
class Meters:
    """Where the person's meters stand, in points; openness is safety less half the heat."""

    safety: int
    heat: int
    patience: int
    openness: int


@dataclass(frozen=True, slots=True)
class Spoken:
    """A part of the reply and where it comes from, in words."""

    line: str
    source: str


@dataclass(frozen=True, slots=True)
class Trace:
    """The way of one turn, as pure data. *exact* is whether the person, asked again, gave the same answer."""

    turn: int
    person: str
    said: str
    text: str
    reply: str
    carried: tuple[Carried, ...]
    marks: tuple[tuple[str, str], ...]
    topics: tuple[str, ...]
    before: Meters
    after: Meters
    unheard: tuple[int, int]
    held: tuple[str, ...]
    raised: tuple[str, ...]
    dropped: tuple[str, ...]
    events: tuple[str, ...]
    state_before: str
    state_after: str
    way: str
    spoken: tuple[Spoken, ...]
    exact: bool = True


def trace(
    turn: Turn,
    before: Mind,
    said: str,
    scenario: Scenario,
    level: str,
    seed: int,
    about: dict[str, str],
    known: Collection[str] = (),
) -> Trace:
    """The trace of *turn*; *before* is the person as they were and *said* what they had said. *about* tells what the
    rule of a skill is for; *known* is what the person has told since."""
    seen = _watched(turn, before, scenario, level, seed)
    scenario = veiled(scenario, {*known, *turn.mind.told})
    exact = seen is not None and seen.reaction == turn.reaction and seen.mind == turn.mind
    shifts = {shift.skill: shift for shift in turn.reaction.shifts}
    found = turn.detection
    carried = [_carried(f, found, shifts.get(f.skill), turn, before, scenario, about) for f in found.findings]
    silent = [s for skill, s in shifts.items() if skill not in found.skills]
    carried += [_of_shift(shift, turn, before, scenario) for shift in silent]
    carried += [
        Carried(
            one.finding.skill, quote(one.finding, found.text), one.finding.rule, about.get(one.finding.skill, ""),
            one.finding.strength, one.finding.why, one.because,
        )
        for one in found.cancelled
    ]  # fmt: skip
    safety, heat = (sum(getattr(s, meter) for s in turn.reaction.shifts) for meter in ("safety", "heat"))
    arc = seen.arc if exact else None
    return Trace(
        turn=turn.number,
        person=scenario.persona.name,
        said=said,
        text=turn.text,
        reply=turn.reply,
        carried=tuple(carried),
        marks=tuple((mark.skill, quote(mark, found.text)) for mark in found.marks),
        topics=turn.reaction.topics,
        before=_meters(before),
        after=_meters(turn.mind),
        unheard=(turn.reaction.safety - max(-20, min(16, safety)), turn.reaction.heat - heat),
        held=tuple(_held(turn, before, scenario)),
        raised=_remembered(turn.mind.flags - before.flags, scenario),
        dropped=_remembered(before.flags - turn.mind.flags, scenario),
        events=tuple(events(turn, scenario)),
        state_before=turn.reaction.before,
        state_after=turn.reaction.after,
        way=_way(arc, scenario, turn, before) if exact else "",
        spoken=tuple(Spoken(line, _source(one, scenario, turn, before)) for line, one in seen.spoken) if exact else (),
        exact=exact,
    )


def _watched(turn: Turn, before: Mind, scenario: Scenario, level: str, seed: int) -> Seen | None:
    try:
        return Witness(scenario).watch(before, turn.heard, scenario.level(level), seed)
    except (KeyError, StopIteration):  # a state or a fact that the scenario no longer has
        return None


def _carried(
    finding: Finding, found: Detection, shift: Shift | None, turn: Turn, before: Mind, scenario: Scenario, about
) -> Carried:
    words = Carried(
        finding.skill, quote(finding, found.text), finding.rule, about.get(finding.skill, ""), finding.strength,
        finding.why,
    )  # fmt: skip
    return _moved(words, shift, turn, before, scenario) if shift else words


def _of_shift(shift: Shift, turn: Turn, before: Mind, scenario: Scenario) -> Carried:
    """A move without words of its own, such as silence."""
    return _moved(Carried(shift.skill, "", "", "", 1.0), shift, turn, before, scenario)


def _moved(one: Carried, shift: Shift, turn: Turn, before: Mind, scenario: Scenario) -> Carried:
    row = row_of(shift, scenario)
    return Carried(
        one.skill, one.quote, one.rule, one.about, one.strength, one.features, one.because, True,
        shift.safety, shift.heat, shift.patience, why(shift, turn, before, scenario),
        lessened(shift, row, turn, before, scenario) if row else "",
    )  # fmt: skip


def _meters(mind: Mind) -> Meters:
    return Meters(mind.safety, mind.heat, mind.patience, mind.openness)


def _held(turn: Turn, before: Mind, scenario: Scenario):
    """Why the meters moved otherwise than the sums say."""
    reaction, after = turn.reaction, turn.mind
    wanted = before.safety + reaction.safety
    if after.safety < min(wanted, 100):
        step = "more of what was told has been heard" if after.told else "something held back was told and heard"
        yield f"trust cannot rise above {after.safety} before {step}"
    total = sum(shift.safety for shift in reaction.shifts)
    if total > 16 or total < -20:
        yield "trust moves at most 16 points up or 20 down in one turn"
    drift = after.heat - before.heat - reaction.heat
    if drift < 0 and not turn.aside:
        yield f"heat went {-drift} point{'s' * (drift != -1)} back towards rest by itself"


def _way(arc, scenario: Scenario, turn: Turn, before: Mind) -> str:
    """Why the state changed, as a clause."""
    if arc is None:
        told = any(what == TOLD for what, _ in turn.reaction.notes)
        moved = turn.reaction.before != turn.reaction.after
        return f"what {scenario.persona.name} told leads there" if told and moved else ""
    clause = why_then(arc.when, scenario, turn, before)
    return clause or f"that is the way from here: {state_clause(turn.reaction.before, scenario)}"


def _remembered(flags: frozenset[str], scenario: Scenario) -> tuple[str, ...]:
    """What the talk remembers, in words; a misreading that begins is told of already."""
    misreads = {f"mis_{misread.id}" for misread in scenario.misreads}
    return tuple(sorted({remembered(flag, scenario) for flag in flags - misreads} - {""}))


def _source(source: Source, scenario: Scenario, turn: Turn, before: Mind) -> str:
    decided = source.kind != "arc"  # the way was taken before the person had moved, the other lines come after
    when = why_then(source.when, scenario, turn, before, answering=decided)
    facts = {fact.id: fact.title for fact in scenario.facts}
    misreads = {misread.id: misread.thinks for misread in scenario.misreads}
    states = {state.name: STATE_WORDS.get(state.name) for state in scenario.states}
    known = facts.get(source.of) or misreads.get(source.of) or states.get(source.of)
    of = (known or source.of.replace("_", " ")).rstrip(".")
    said = {
        "reply": f"a reply at {of}", "enter": f"a line for arriving at {of}",
        "tell": f"tells what was held back: {of}",
        "more": f"more of what was told: {of}", "cue": f"a hint at what is held back: {of}",
        "misread": f"the misreading: {of}", "repaired": f"the misreading is cleared up: {of}",
        "arc": f"the way out of {of}", "quibble": f"no rule had a line: an answer to its form ({of})",
        "gesture": "a gesture, by chance", "flash": f"a flash ({of})",
        "answer": "an answer to what you offered or announced",
        "asked": f"an answer to what you asked ({of})",
        "bridge": "a word before telling something that you did not ask for",
        "calls_back": "a remark on something said earlier",
        "ending": f"the last line: {of}",
    }.get(source.kind, "a line of the scenario")  # fmt: skip
    return f"{said}, because {when}" if when else said
