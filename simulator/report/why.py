"""A Trace as blocks: these words, this rule, this change in the person, this state, this reply."""

import re
from collections.abc import Iterator

from scoring.plainly import plainly
from simulator.cleaning import clean
from simulator.report.blocks import Block, Heading, Items, Para, Said
from simulator.report.sentences import STATE_WORDS
from simulator.report.tracing import Carried, Trace
from simulator.report.words import listed, skill_words

FEATURES = 6  # of a rule that are named

_KIND = re.compile(r"'<([a-z ]+)>'")
_PART = re.compile(r"^a form of|(?:begins|ends) with '<|<(?![a-z ]+>')")  # says twice what is said, or half a name


def why(trace: Trace) -> Iterator[Block]:
    """The blocks of *trace*, in the order of cause and effect."""
    name = clean(trace.person)
    yield Heading(f"Why {name} answered so: turn {trace.turn}", 1)
    yield Said(name, clean(trace.said))
    yield Said("You", clean(trace.text) or "(silence)", mine=True)
    yield Heading("1. Your words, and the rules that heard them")
    yield Items(tuple(map(_heard, trace.carried)) or ("Nothing was heard in them.",))
    marks = [f'{skill.replace("_", " ")} ("{clean(quote)}")' for skill, quote in trace.marks]
    if marks:
        yield Para(f"Heard as well, and not scored: {listed(marks)}.")
    if trace.topics:
        yield Para(f"On the table: {listed([topic.replace('_', ' ') for topic in trace.topics])}.")
    yield Heading(f"2. What it did in {name}")
    yield Items(tuple(_did(trace)))
    yield Heading("3. Where it led")
    states = (trace.state_before, trace.state_after)
    before, after = (STATE_WORDS.get(state, state.replace("_", " ")) for state in states)
    moved = f"From {clean(before)} to {clean(after)}" if before != after else f"It stayed at {clean(before)}"
    yield Para(f"{moved}, because {clean(trace.way)}." if trace.way else f"{moved}.")
    yield Heading("4. The reply, and where it comes from")
    for spoken in trace.spoken:
        yield Said(name, clean(spoken.line))
        yield Para(f"From: {clean(_once(spoken.source, trace.way))}.", quiet=True)
    if not trace.spoken:
        yield Said(name, clean(trace.reply))
    if not trace.exact:
        yield Para(
            "The scenario or the program has changed since: today the answer would be another, so where this one came "
            "from cannot be told any more. `rehearse rescore` shows what has changed."
        )


def _once(source: str, told: str) -> str:
    """*source* without the reason that was *told* a moment ago."""
    because = f", because {told}"
    return f"{source.removesuffix(because)}, for the same reason" if told and source.endswith(because) else source


def _heard(one: Carried) -> str:
    words = f'"{clean(one.quote)}"' if one.quote else "An empty turn"
    what = skill_words(one.skill)
    parts = [f"{words}: {what}" + ("" if not one.because else f" was thought of and does not count ({_because(one)})")]
    if one.rule:
        parts.append(f"rule {one.rule}, strength {one.strength:.2f}")
    if one.features:
        parts.append(f"what counted: {listed(_features(one.features))}")
    return ". ".join(parts) + "."


def _because(one: Carried) -> str:
    """Why a skill that was thought of does not count."""
    return clean(one.because)


def _features(names: tuple[str, ...]) -> list[str]:
    """The ear's features in words; marks of punctuation and lengths say nothing to a person."""
    told = [clean(plainly(name)) for name in names if not name.startswith(("#mark", "#0", "#1", "#2", "#3", "#4"))]
    told = [_KIND.sub(r"a word for '\1'", one) for one in told if not _PART.search(one)]
    return list(dict.fromkeys(told))[:FEATURES]


def _did(trace: Trace) -> Iterator[str]:
    for one in trace.carried:
        if one.moved:
            why_so = f", because {clean(one.when)}" if one.when else ""
            less = f"; less than usual, because {clean(one.lessened)}" if one.lessened else ""
            yield f"{skill_words(one.skill)}: {_points(one.safety, one.heat, one.patience)}{why_so}{less}"
        elif not one.because:
            yield f"{skill_words(one.skill)}: beside what counted in this turn; nothing"
    if trace.unheard != (0, 0):
        yield f"what had just been told was walked past: {_points(*trace.unheard, 0)}"
    yield from (clean(held) for held in trace.held)
    before, after = trace.before, trace.after
    yield (
        f"together: safety {before.safety} to {after.safety}, heat {before.heat} to {after.heat}, "
        f"patience {before.patience} to {after.patience}, so openness {before.openness} to {after.openness}"
    )
    yield from (clean(event) for event in trace.events)
    for verb, flags in (("remembered from now on", trace.raised), ("no longer so", trace.dropped)):
        if flags:
            yield f"{verb}: {listed([clean(flag) for flag in flags])}"


def _points(safety: int, heat: int, patience: int) -> str:
    moved = [f"{meter} {points:+d}" for meter, points in zip(_METERS, (safety, heat, patience), strict=True) if points]
    return ", ".join(moved) or "nothing moved"


_METERS = ("safety", "heat", "patience")
