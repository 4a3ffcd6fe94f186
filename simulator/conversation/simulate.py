"""Plays a scenario with bots many times and counts what happens: endings, dead ends, repeats, unreached lines."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from random import Random

from scoring.findings import Detection
from simulator.conversation.bots import BOTS, STOPS_WHEN_AGREED, Policy, past
from simulator.conversation.talk import Stage, Talk
from simulator.persona.mind import SECOND_TALK, Mind
from simulator.persona.person import STILL_HERE
from simulator.persona.scenario import Reply, Scenario

_LATEST = 16  # turn at which a first talk that goes well may turn
_TURNED = 2  # such talks of a kind
_PAST = 8  # talks past each fact


@dataclass(slots=True)
class Tally:
    """What came of many runs of one bot at one level."""

    bot: str
    level: str
    runs: int = 0
    turns: int = 0
    endings: Counter = field(default_factory=Counter)
    repeats: int = 0
    quibbles: int = 0
    empty: int = 0

    @property
    def mean_turns(self) -> float:
        """Turns a run, on average."""
        return self.turns / max(1, self.runs)

    @property
    def quibble_share(self) -> float:
        """Turns to which only an answer to their shape was left, 0-1."""
        return self.quibbles / max(1, self.turns)


@dataclass(slots=True)
class Simulation:
    """All runs of a scenario: its *lines*, those *said* by level, and those that a search *found* a way to besides."""

    tallies: list[Tally] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    said: dict[str, set[str]] = field(default_factory=dict)
    found: set[str] = field(default_factory=set)

    @property
    def unreached(self) -> list[str]:
        """The lines that nobody reached at any level."""
        said = self.found.union(*self.said.values())
        return [line for line in self.lines if line not in said]

    def reached(self, level: str) -> int:
        """How many of the lines were said at *level*."""
        return sum(line in self.said[level] for line in self.lines)


def no_ear(text: str, heard: tuple[str, ...]) -> Detection:
    """The ear of bots, which pass what is to be heard."""
    return Detection(text)


def simulate(
    scenario: Scenario,
    runs: int,
    seed: int = 1,
    bots: tuple[str, ...] = tuple(BOTS),
    levels: tuple[str, ...] = (),
    progress: Callable[[], None] = lambda: None,
    befores: tuple[Mind | None, ...] = (None,),
) -> Simulation:
    """Plays *scenario* *runs* times with every bot at every level; *progress* is called after each run.

    *befores* are people as they came out of a first talk, where this is the second; they take turns.
    """
    stage = Stage(scenario)
    whole = Simulation(lines=list(spoken(scenario)))
    for level in levels or tuple(level.name for level in scenario.levels):
        said = whole.said.setdefault(level, set())
        for bot in bots:
            tally = Tally(bot, level)
            for run in range(runs):
                _run(stage, bot, level, seed + run, tally, said, befores[run % len(befores)])
                progress()
            whole.tallies.append(tally)
    return whole


def minds_after(first: Scenario, endings: tuple[str, ...], runs: int = 40) -> tuple[Mind | None, ...]:
    """People as they came out of the talk *first* where it ended in one of *endings*, as bots left them: bots of one
    kind, such as went well until some turn and were of another kind from there, so that much was told in a talk that
    ended badly, and such as spoke of all but one thing, so that something was left in a talk that ended well."""
    stage = Stage(first)
    talks = [_played(stage, BOTS[bot], seed, stops=bot in STOPS_WHEN_AGREED) for bot in BOTS for seed in _seeds(runs)]
    talks += [_played(stage, past(fact), seed, stops=True) for fact in first.facts for seed in _seeds(_PAST)]
    for turn, well, then in product(range(1, _LATEST + 1), ("skilled", "decent"), BOTS):
        for seed in _seeds(_TURNED):
            talks.append(_played(stage, _until(turn, BOTS[well], BOTS[then]), seed, stops=then in STOPS_WHEN_AGREED))
    found = [talk.mind for talk in talks if talk.finish().ending in endings]
    different = {(mind.facts, mind.flags): mind for mind in found}
    return tuple(different.values()) or (None,)


def _seeds(count: int) -> range:
    return range(1, count + 1)


def _until(turn: int, first: Policy, then: Policy) -> Policy:
    """*first* before *turn* turns are over, *then* from there."""
    return lambda mind, scenario, draw: (then if mind.turn >= turn else first)(mind, scenario, draw)


def _played(
    stage: Stage, policy: Policy, seed: int, level: str = "standard", before: Mind | None = None, *, stops: bool
) -> Talk:
    """A talk from the first word to the last; *stops* where it is ended when there is a plan."""
    scenario, talk, draw = stage.scenario, Talk(stage, no_ear, seed, level, before), Random(seed)
    while not talk.over:
        talk.take(policy(talk.mind, scenario, draw))
        agreed = not talk.mind.ended and scenario.state(talk.mind.state).kind == "agreed"
        if stops and agreed and talk.mind.turns_here >= 1:
            break
    return talk


def _run(stage: Stage, bot: str, level: str, seed: int, tally: Tally, said: set[str], before: Mind | None) -> None:
    talk = _played(stage, BOTS[bot], seed, level, before, stops=bot in STOPS_WHEN_AGREED)
    replies = [turn.reply for turn in talk.turns]
    bare = [turn for turn in talk.turns if any(what == "quibble" for what, _ in turn.reaction.notes)]
    finish = talk.finish()
    tally.runs += 1
    tally.turns += len(replies)
    tally.quibbles += len(bare)
    tally.endings[finish.ending] += 1
    tally.repeats += len(replies) - len(set(replies))
    tally.empty += sum(STILL_HERE in reply for reply in replies)
    said |= talk.mind.used | {talk.first_line, finish.line}


def spoken(scenario: Scenario, reserves: bool = False) -> Iterator[str]:
    """Every line that the person may say, once, in the order of the file.

    Lines of an archetype behind a situation's own for the same moment are left out: they are a reserve, given only with
    *reserves*. So are, in a first talk, those that it keeps for a second.
    """
    lines: list[str] = [*scenario.first_line, *_said(scenario, scenario.answers)]
    for asked in scenario.asked:
        lines += _said(scenario, asked.answers)
    lines += scenario.bridges
    for fact in scenario.facts:
        lines += [*fact.cue, *_said(scenario, fact.tell), *fact.more]
    for misread in scenario.misreads:
        lines += [*misread.says, *misread.repaired]
    for state in scenario.states:
        for arc in state.go:
            lines += arc.say
        for rules in (state.enter, state.replies, state.calls_back):
            lines += _said(scenario, [rule for rule in rules if reserves or not _in_reserve(rule, rules)])
    for _, pool in (*scenario.quibbles, *scenario.gestures):
        lines += pool
    for flash in scenario.flashes:
        lines += flash.show
    for ending in scenario.endings:
        lines += ending.line
    yield from dict.fromkeys(lines)


def _said(scenario: Scenario, rules: Sequence[Reply]) -> Iterator[str]:
    """The lines of *rules*, but for those that a first talk keeps for a second."""
    for rule in rules:
        later = rule.when.flag == (SECOND_TALK,) or SECOND_TALK in rule.when.flags_all
        if scenario.follows or not later:
            yield from rule.say


def _in_reserve(rule: Reply, rules: tuple[Reply, ...]) -> bool:
    return not rule.local and any(other.local and other.when == rule.when for other in rules)
