"""Makes the Review of a session: the ending, the best moment, one thing to try, what was held back, the counts."""

from dataclasses import replace

from scoring.scorecard import Said, scorecard
from scoring.vocabulary import COSTLY, PLAIN, REWARDED
from simulator.conversation.session import Mark, Session
from simulator.conversation.turn import Turn
from simulator.persona.mind import DROPPED, HEARD, TOLD
from simulator.persona.scenario import Scenario
from simulator.report import sentences
from simulator.report.chances import chances
from simulator.report.corrections import OVERRULING, corrected
from simulator.report.review import Kept, Line, Moment, Point, Review

_WEIGHT = {"told": 12, "repaired": 10, "noticed": 6, "heard": 4}
_COSTLIEST = 6  # costs shown with a rewrite; the rest only counted


def review(session: Session, scenario: Scenario, branch: int = 0, remedies: dict[str, str] | None = None) -> Review:
    """The Review of one *branch* of *session*. *remedies* says what to try instead of a costly skill."""
    remedies = _remedies() if remedies is None else remedies
    turns = [_corrected(turn, session, branch) for turn in session.turns(branch)]
    everything, turns = turns, [turn for turn in turns if not turn.aside]
    found = chances(turns, scenario)
    finish = session.finish(branch)
    header = session.header
    return Review(
        session=header.id,
        title=header.title,
        scenario=header.scenario,
        person=header.person,
        level=header.level,
        seed=header.seed,
        started=header.started,
        label=header.label or session.name,
        opening=header.first_line,
        lines=tuple(_line(turn, scenario) for turn in everything),
        ending=finish.ending if finish else "",
        ending_title=sentences.ENDING_TITLES.get(finish.ending, finish.ending) if finish else "Not finished yet",
        last_line=finish.line if finish else "",
        note=finish.note if finish else "",
        tonight=finish.tonight if finish else "",
        best=_best(turns, session, scenario),
        try_this=_try_this(turns, session, scenario, found),
        costs=_costs(turns, scenario, remedies),
        kept=_kept(turns, scenario),
        chances=tuple(found),
        flashes_shown=_noted(turns, "flash"),
        flashes_noticed=_noted(turns, "noticed"),
        points=_points(turns, scenario),
        compare=scenario.compare,
        hints=sum(hint.branch == branch for hint in session.hints),
        scorecard=scorecard([Said(turn.number, turn.detection) for turn in turns], found),
        digest=header.digest,
        rules=header.rules,
        finished=finish is not None,
        corrections=tuple(_said_differently(mark) for mark in session.marks if mark.who in OVERRULING),
    )


def _corrected(turn: Turn, session: Session, branch: int) -> Turn:
    """*turn* as people read it: marks are laid over what was found; what the person did stays as it was."""
    marks = [mark for mark in session.marks if mark.branch == branch and mark.turn == turn.number]
    if not any(mark.who in OVERRULING for mark in marks):
        return turn
    detection = corrected(turn.detection, marks)
    return replace(turn, detection=detection, reaction=replace(turn.reaction, skills=detection.skills))


def _said_differently(mark: Mark) -> str:
    what = {"wrong": "is not there", "missing": "was missed"}.get(mark.verdict, mark.verdict)
    reason = f": {mark.reason}" if mark.reason else ""
    return f"Turn {mark.turn}, {PLAIN.get(mark.skill, mark.skill)} {what}, says the {mark.who}{reason}"


def _remedies() -> dict[str, str]:
    from scoring.ear import default_ear

    return {name: rule.remedy for name, rule in default_ear().rules.items()}


def _line(turn: Turn, scenario: Scenario) -> Line:
    return Line(
        turn.number,
        turn.text,
        turn.reply,
        turn.detection.findings,
        turn.detection.marks,
        turn.reaction.before,
        turn.reaction.after,
        turn.mind.safety,
        turn.mind.heat,
        turn.mind.patience,
        sentences.notes(turn, scenario),
        bool(turn.aside),
    )


def _said_before(turns: list[Turn], place: int, session: Session) -> str:
    return turns[place - 1].reply if place else session.header.first_line


def _best(turns: list[Turn], session: Session, scenario: Scenario) -> Moment | None:
    """The turn in which the user's words opened most."""
    best, most = None, 0
    for place, turn in enumerate(turns):
        good = [f for f in turn.detection.findings if f.skill in REWARDED and f.skill not in turn.heard.unfounded]
        if not good or any(f.skill in COSTLY for f in turn.detection.findings):
            continue
        worth = turn.reaction.safety - turn.reaction.heat // 2
        worth += sum(_WEIGHT.get(what, 0) for what, _ in turn.reaction.notes)
        if turn.reaction.before == "fine" and turn.reaction.after == "opening_up":
            worth += 8
        if worth > most:
            best, most = place, worth
    if best is None:
        return None
    turn = turns[best]
    shifts = {shift.skill: shift.safety for shift in turn.reaction.shifts}
    good = [f for f in turn.detection.findings if f.skill in REWARDED]
    finding = max(good, key=lambda f: (shifts.get(f.skill, 0), f.strength))
    said = f"{sentences.did(finding.skill)}. Next, {sentences.effect(turn, scenario)}."
    return Moment(turn.number, finding.quote, said, _said_before(turns, best, session), turn.reply, finding.skill)


def _try_this(turns: list[Turn], session: Session, scenario: Scenario, found) -> Moment | None:
    """The one missed chance that mattered most, with an answer that would have helped."""
    by_number = {turn.number: place for place, turn in enumerate(turns)}
    missed = [chance for chance in found if not chance.used]
    if not missed:
        missed = [chance for chance in found if chance.credit < 1]
    if not missed:
        return None
    weight = {"flash": 5, "roadbump": 4, "fine": 3, "shut_down": 2}
    chance = max(missed, key=lambda c: (weight.get(scenario.state(c.moment).kind, 1), -c.turn))
    place = by_number[chance.turn]
    turn, state = turns[place], scenario.state(chance.moment)
    misread = turns[place - 1].mind.misread if place else ""
    model = scenario.misread(misread).model if state.model_from_misread and misread else (state.model or ("",))[0]
    wanted = PLAIN[chance.skills[0]] if chance.skills[0] in PLAIN else chance.skills[0]
    words = f"You said: '{_short(turn.text)}'" if turn.text.strip() else "You said nothing"
    sentence = f"That was a chance for {wanted}. {words}. Next, {sentences.effect(turn, scenario)}."
    said = _said_before(turns, place, session)
    return Moment(turn.number, _short(turn.text), sentence, said, turn.reply, chance.skills[0], model)


def _costs(turns: list[Turn], scenario: Scenario, remedies: dict[str, str]) -> tuple[Moment, ...]:
    found = []
    for turn in turns:
        for finding in turn.detection.findings:
            if finding.skill in COSTLY:
                sentence = sentences.cost(finding, turn, scenario, remedies.get(finding.skill, ""))
                fall = turn.reaction.safety - turn.reaction.heat
                found.append(
                    (fall, Moment(turn.number, finding.quote, sentence, skill=finding.skill, answer=turn.reply))
                )
    worst = sorted(found, key=lambda one: one[0])[:_COSTLIEST]
    return tuple(moment for _, moment in sorted(worst, key=lambda one: one[1].turn))


def _kept(turns: list[Turn], scenario: Scenario) -> tuple[Kept, ...]:
    mind = turns[-1].mind if turns else None
    return tuple(
        Kept(fact.title, mind.fate(fact) if mind else "hidden", mind.best_openness if mind else 0, fact.cost)
        for fact in scenario.facts
    )


def _points(turns: list[Turn], scenario: Scenario) -> tuple[Point, ...]:
    mind = turns[-1].mind if turns else None
    points = []
    for look in scenario.look_for:
        if look.flag:
            happened = bool(mind) and look.flag in mind.flags
        else:
            happened = bool(mind) and mind.fate(scenario.fact(look.told)) in (TOLD, HEARD, DROPPED)
        points.append(Point(happened, look.yes if happened else look.no))
    return tuple(points)


def _noted(turns: list[Turn], what: str) -> int:
    return sum(one == what for turn in turns for one, _ in turn.reaction.notes)


def _short(text: str, size: int = 160) -> str:
    text = " ".join(text.split())
    return text if len(text) <= size else text[: size - 1].rsplit(" ", 1)[0] + "…"
