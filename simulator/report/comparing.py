"""Several conversations side by side: what changed, and the first against the best. Pure data, without a look."""

from collections.abc import Iterator
from dataclasses import dataclass

from scoring.vocabulary import PLAIN
from simulator.report.lookback import Run
from simulator.report.parting import Parting, Stand
from simulator.report.review import Review
from simulator.report.runs import worth
from simulator.report.sentences import STEP_WORDS
from simulator.report.words import listed, quote, short

QUOTED = 100  # characters of the words behind a skill


@dataclass(frozen=True, slots=True)
class Column:
    """One conversation: what it is called here, where it comes from and what is counted of it.

    *stands* is each of its turns with how the person stood then; *words* are, for each skill, the turn in which it was
    first heard and the words that carried it.
    """

    name: str
    session: str
    branch: int
    scenario: str
    title: str
    started: str
    level: str
    label: str
    run: Run
    skills: tuple[tuple[str, int], ...]
    costs: tuple[tuple[str, int], ...]
    steps: tuple[str, ...]
    reflections_to_questions: float | None
    open_share: float | None
    hints: int
    rules: str = ""
    digest: str = ""
    person: str = ""
    stands: tuple[Stand, ...] = ()
    words: tuple[tuple[str, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is not the same in the first and in the best. *better* is None where neither is."""

    what: str
    first: str
    best: str
    better: bool | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Conversations in the order in which they were named, with the first and the best of them by their place.

    *parting* is where the first and the best part, where both are of one session.
    """

    columns: tuple[Column, ...]
    first: int
    best: int
    changes: tuple[Change, ...]
    parting: Parting | None = None
    remarks: tuple[str, ...] = ()


def column(review: Review, run: Run, name: str) -> Column:
    """What *review* and *run* say of one conversation."""
    card = review.scorecard
    return Column(
        name=name,
        session=review.session,
        branch=review.branch,
        scenario=review.scenario,
        title=review.title,
        started=review.started,
        level=review.level,
        label=review.label,
        run=run,
        skills=tuple((one.skill, one.used) for one in card.skills if one.used),
        costs=tuple((one.skill, one.used) for one in card.costs if one.used),
        steps=tuple(step for step, turns in card.steps if turns),
        reflections_to_questions=card.reflections_to_questions,
        open_share=card.open_share,
        hints=review.hints,
        rules=review.rules,
        digest=review.digest,
        person=review.person,
        stands=tuple(
            Stand(line.text, line.reply, line.after, line.safety, line.heat, (), line.notes)
            for line in review.lines
            if not line.aside and line.safety >= 0
        ),
        words=tuple(_words(review)),
    )


def _words(review: Review) -> Iterator[tuple[str, int, str]]:
    """For each skill the first words that carried it, in the order of the talk."""
    seen = set()
    for line in review.lines:
        for finding in line.findings:
            if finding.skill not in seen:
                seen.add(finding.skill)
                yield finding.skill, line.number, short(quote(finding, line.text), QUOTED)


def comparison(columns: tuple[Column, ...], parting: Parting | None = None) -> Comparison:
    """What *columns* have in common and what not. They are two or more."""
    best = max(range(len(columns)), key=lambda place: (worth(columns[place].run)[:-1], -place))
    changes = tuple(_changes(columns[0], columns[best])) if best else ()
    return Comparison(columns, 0, best, changes, parting, tuple(_remarks(columns)))


def _changes(first: Column, best: Column):
    was, now = first.run, best.run
    if was.ending != now.ending and first.scenario and best.scenario:
        yield Change("ending", was.ending_title, now.ending_title, True)
    counted = (
        ("told", was.told, now.told, 1), ("told and heard", was.heard, now.heard, 1),
        ("safety at the end", was.safety, now.safety, 1), ("costly moves", was.costs, now.costs, -1),
        ("hints", first.hints, best.hints, 0),  # to ask for one is no fault
    )  # fmt: skip
    for what, one, other, sign in counted:
        if one != other and min(one, other) >= 0:
            yield Change(what, str(one), str(other), (other - one) * sign > 0 if sign else None)
    shares = [f"{run.chances_used} of {run.chances}" for run in (was, now)]
    if shares[0] != shares[1]:
        rates = [run.chances_used / run.chances if run.chances else 0.0 for run in (was, now)]
        yield Change("chances used", *shares, None if rates[0] == rates[1] else rates[1] > rates[0])
    yield from _named("new here", first.skills, best.skills, True)
    yield from _named("costs", first.costs, best.costs, False)
    if first.steps != best.steps:
        steps = [listed([STEP_WORDS.get(step, step) for step in one.steps]) or "none" for one in (first, best)]
        yield Change("steps covered", *steps, len(best.steps) > len(first.steps))


def _named(what: str, first: tuple[tuple[str, int], ...], best: tuple[tuple[str, int], ...], good: bool):
    """Skills that are in one of two conversations only."""
    one, other = ({skill for skill, _ in counted} for counted in (first, best))
    if one != other:
        words = [listed([PLAIN.get(skill, skill) for skill, _ in counted if skill in only]) or "–"
                 for counted, only in ((first, one - other), (best, other - one))]  # fmt: skip
        better = len(other) > len(one) if good else len(other) < len(one)
        yield Change("skills only here" if good else "costs only here", *words, better if one ^ other else None)


def _remarks(columns: tuple[Column, ...]):
    if any(not one.scenario for one in columns):
        yield "Of what was brought from a file the words are known, and not how the other felt or what was held back."
    elif len({one.scenario for one in columns}) > 1:
        yield "These are different situations: what is held back and how much trust it takes is not the same in them."
    elif len({one.level for one in columns}) > 1:
        yield f"They were played at different levels: {listed([f'{one.name} {one.level}' for one in columns])}."
    if len({one.rules for one in columns}) > 1:
        yield "They were heard by different editions of the rules; `rehearse rescore` reads them anew."
