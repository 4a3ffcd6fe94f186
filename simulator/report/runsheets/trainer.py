"""The trainer's sheet: twenty minutes planned, everything that is hidden, and what to watch for."""

from collections.abc import Iterator

from scoring.ear import default_ear
from simulator.persona.mind import openness
from simulator.persona.scenario import Event, Fact, Level, Scenario
from simulator.report.document import Block, Heading, Items, Para
from simulator.report.runsheets.wording import (
    BEGINS,
    ENDS,
    OVER,
    SECONDS,
    TURNS,
    either,
    first_turn,
    flat,
    minute,
    named,
    quoted,
    setting,
    state,
    under,
)
from simulator.report.sentences import ENDING_TITLES

_FEW = 8  # words of a topic that are listed
_QUOTES = 2  # lines quoted of several


def sheet(scenario: Scenario, level: str) -> Iterator[Block]:
    """The trainer's blocks, for a run at *level*."""
    yield Heading(f"{flat(scenario.title)}: the trainer's run sheet", 1)
    yield Para("For the trainer. It gives everything away: keep it from the player.", quiet=True)
    if scenario.content_note:
        note = flat(scenario.content_note)
        yield Para(f"Subjects that come up: {note} Tell anybody who asks, and offer another scenario.")
    yield Para(f"{setting(scenario)} Practises {', '.join(map(named, scenario.practises))}.")
    yield from _plan(scenario, level)
    yield from _events(scenario)
    yield from _person(scenario, scenario.level(level))
    yield from _held_back(scenario, scenario.level(level))
    yield from _misreads(scenario, scenario.level(level))
    yield from _flashes(scenario)
    yield from _watch(scenario)
    yield from _endings(scenario)


def _plan(scenario: Scenario, level: str) -> Iterator[Block]:
    what = f"--follow-up SESSION {scenario.id}" if scenario.follows else scenario.id
    at = "" if level == "standard" else f" --level {level}"
    yield Heading("Before")
    yield Items(
        (
            f"Begin the session with  rehearse play {what}{at} --as NAME",
            f"The player gets  rehearse sheet {scenario.id} --for player",
            f"Observers get  rehearse sheet {scenario.id} --for observer",
        )
    )
    yield Heading(f"{OVER} minutes")
    yield Items(tuple(f"{minutes}: {how}" for minutes, how in _MINUTES))


_MINUTES = (
    (f"0-{BEGINS}, brief", "the player reads, and answers the questions on paper. No hints."),
    (f"{BEGINS}-{ENDS}, conversation", f"about {TURNS} turns of {SECONDS} seconds. Slower is fine: stop by the clock."),
    (f"{ENDS}, stop", "the player types /end. Nobody reads the review yet."),
    (f"{ENDS}-{ENDS + 2}, the player", "what worked, and what would they say differently? Their own view comes first."),
    (f"{ENDS + 2}-{OVER - 1}, the words", "observers read out words and what came back. Then the review, scores last."),
    (f"{OVER - 1}-{OVER}, one thing", "one sentence to try again: /rewind N, and say it."),
)


def _events(scenario: Scenario) -> Iterator[Block]:
    if not scenario.events:
        return
    yield Heading("Events, and when")
    yield Para(
        "Order one beforehand, so that it comes as a surprise: --event NAME@TURN. Or have the player type /event NAME. "
        "One or two are enough. At the hard level they come by themselves.",
        quiet=True,
    )
    yield Items(tuple(_event(event, scenario) for event in scenario.events))


def _event(event: Event, scenario: Scenario) -> str:
    turn = first_turn(event.when)
    parts = [f"{event.id}, from turn {turn} (about minute {minute(turn)}): {flat(event.show)}"]
    condition = under(event.when, scenario)
    if condition:
        parts.append(f"Fits {condition}.")
    if event.cue:
        parts.append(f'It hints at "{_title(scenario, event.cue)}".')
    if event.tests:
        parts.append(f"Tests {either(map(named, event.tests))}.")
    if event.note:
        parts.append(f"Watch: {flat(event.note)}" if " " in event.note else f"Watch: {event.note.replace('_', ' ')}.")
    return " ".join(parts)


def _title(scenario: Scenario, id: str) -> str:
    return next((flat(fact.title) for fact in scenario.facts if fact.id == id), id)


def _person(scenario: Scenario, level: Level) -> Iterator[Block]:
    one, start = scenario.persona, level.start
    yield Heading(f"{flat(one.name)}")
    rows = [("Wants", one.wants), ("Fears", one.fears), *(("Voice", voice) for voice in one.voice)]
    yield Items(tuple(f"{what}: {flat(text)}" for what, text in rows if text))
    yield Para(
        f"Begins, for example, with: {quoted(scenario.first_line[:1])} Safety {start.safety}, heat {start.heat}, "
        f"patience {start.patience}; so openness (safety less half the heat) {openness(start.safety, start.heat)}."
    )


def _held_back(scenario: Scenario, level: Level) -> Iterator[Block]:
    yield Heading("Held back, with its price")
    yield Para(
        "Each is told when openness has reached its price and the talk is about it. What is told and not picked up "
        f"makes the rest dearer by {scenario.dropped_cost}.",
        quiet=True,
    )
    for number, fact in enumerate(scenario.facts, 1):
        yield Para(f"{number}. {flat(fact.title)}: {fact.cost + level.cost_shift} of openness")
        yield Items(tuple(_about(fact, scenario)))


def _about(fact: Fact, scenario: Scenario) -> Iterator[str]:
    topics = dict(scenario.topics)
    words = [word for topic in fact.topics for word in topics.get(topic, ())]
    opens = f"Asked about: {', '.join(one.replace('_', ' ') for one in fact.topics)}"
    if words:
        more = ", ..." if len(words) > _FEW else ""
        opens += f" ({', '.join(map(flat, words[:_FEW]))}{more})"
    if fact.topics:
        yield opens
    if fact.invite:
        yield f"Invited by {either(map(named, fact.invite))}"
    for names, what in ((fact.after_all, "all of"), (fact.after_any, "one of")):
        if names:
            yield f"Not before {what}: {quoted(_title(scenario, id) for id in names)}"
    if fact.only_in:
        yield f"Only during {either(map(state, fact.only_in))}"
    if fact.cue:
        yield f"Cue: {quoted(fact.cue[:_QUOTES])}"
    told = [line for reply in fact.tell for line in reply.say]
    if told:
        yield f"Told, for example: {quoted(told[-1:])}"


def _misreads(scenario: Scenario, level: Level) -> Iterator[Block]:
    if not scenario.misreads:
        return
    yield Heading("Misreadings, and what repairs them")
    for one in scenario.misreads:
        rare = level.misreads is not None and one.id not in level.misreads
        yield Para(f'"{flat(one.thinks)}"' + (" (not at this level)" if rare else ""))
        yield Items(
            (
                f"Shows as: {quoted(one.says[:_QUOTES])}",
                f"Repaired by a contrast that denies this fear and says what is meant: {quoted([one.model])}",
                f"Words of the fear: {', '.join(map(flat, one.words[:_FEW]))}",
                *([f"Then: {quoted(one.repaired[:1])}"] if one.repaired else []),
            )
        )


def _flashes(scenario: Scenario) -> Iterator[Block]:
    if not scenario.flashes:
        return
    yield Heading("Flashes: one turn to notice them")
    yield Items(
        tuple(
            f"{flat(one.show[0]) if one.show else one.id} Comes {under(one.when, scenario)}."
            for one in scenario.flashes
        )
    )


def _watch(scenario: Scenario) -> Iterator[Block]:
    rules = default_ear().rules
    yield Heading("What to watch for")
    yield Items(tuple(f"{named(skill)}: {rules[skill].about}" for skill in scenario.practises if skill in rules))
    if scenario.look_for:
        yield Para("What only this scenario can point out, when it happened and when it did not:")
        yield Items(tuple(f"Yes: {flat(one.yes)} No: {flat(one.no)}" for one in scenario.look_for))
    yield Para(f"These cost safety here: {', '.join(map(named, scenario.penalised))}.")
    if scenario.compare:
        yield Para(f"To compare at the end: {flat(scenario.compare)}")


def _endings(scenario: Scenario) -> Iterator[Block]:
    yield Heading("How it can end")
    yield Items(tuple(f"{ENDING_TITLES.get(one.id, one.id)}: {flat(one.note)}" for one in scenario.endings))
    if scenario.follow_up:
        ends = either(ENDING_TITLES.get(one.ending, one.ending) for one in scenario.follow_up)
        yield Para(f"There is a second conversation after: {ends}.")
    yield Para("Afterwards: rehearse review reads it, rehearse mark lets you label it yourself, blind.", quiet=True)
