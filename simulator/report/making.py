"""Makes the Review of a session: the ending, the best moment, one thing to try, what was held back, the counts."""

from dataclasses import replace

from scoring.scorecard import Said, scorecard
from scoring.vocabulary import COSTLY, REWARDED
from simulator.conversation.session import Mark, Session
from simulator.conversation.turn import Turn
from simulator.persona.mind import DROPPED, HEARD, TOLD
from simulator.persona.scenario import Scenario
from simulator.report import sentences
from simulator.report.chair import chair
from simulator.report.chances import chances
from simulator.report.corrections import corrected, in_force, readings, said_differently
from simulator.report.holding import kept
from simulator.report.preparing import against
from simulator.report.reflecting import reflection
from simulator.report.review import Line, Moment, Point, Review
from simulator.report.runs import beside_best, runs
from simulator.report.thanking import point as thanked
from simulator.report.trainers import remarks
from simulator.report.trying import try_this
from simulator.report.veiling import HIDDEN, told_in, veiled, veils
from simulator.report.words import quote

_WEIGHT = {"told": 12, "repaired": 10, "noticed": 6, "heard": 4}
_SHUT = ("fine", "shut_down")  # kinds of state that somebody draws back into
_CLUMSY = ("closed_question", "why_question")  # costs by their form alone; they stay counted where they did no harm
_COSTLIEST = 6  # costs shown with a rewrite; the rest only counted


def review(
    session: Session, scenario: Scenario, branch: int = 0, remedies: dict[str, str] | None = None, dealt: bool = False
) -> Review:
    """The Review of one *branch* of *session*. *remedies* says what to try instead of a costly skill; with *dealt* what
    'surprise me' dealt is named before it was told."""
    scenario = scenario if dealt else veiled(scenario, told_in(session))
    remedies = _remedies() if remedies is None else remedies
    reads = readings(session, branch)
    marks = in_force(reads)
    heard = {turn.number: turn.detection for turn in session.read(branch) if not turn.aside}
    turns = [_corrected(turn, marks.get(turn.number, ())) for turn in session.read(branch)]
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
        best=(best := _best(turns, session, scenario)),
        try_this=try_this(turns, header.first_line, scenario, found, best, remedies),
        costs=_costs(turns, scenario, remedies),
        kept=kept(turns, scenario, header.level),
        chances=tuple(found),
        flashes_shown=_noted(turns, "flash"),
        flashes_noticed=_noted(turns, "noticed"),
        points=(*_points(turns, scenario), *thanked(turns, scenario), *_veil(scenario)),
        compare=scenario.compare,
        hints=hints_on(session, branch),
        scorecard=scorecard([Said(turn.number, turn.detection) for turn in turns], found),
        digest=header.digest,
        rules=session.rescored[branch].rules if branch in session.rescored else header.rules,
        finished=finish is not None,
        corrections=tuple(said_differently(read, heard[read.turn]) for read in reads),
        remarks=remarks(session, branch),
        branch=branch,
        coached=header.coach,
        reflection=reflection(session, turns, branch),
        preparation=against(session.prepared, turns, finish, scenario),
        chair=chair(turns, scenario),
        runs=(ways := runs(session, scenario)),
        parting=beside_best(session, scenario, ways),
    )


def _corrected(turn: Turn, marks: tuple[Mark, ...]) -> Turn:
    """*turn* as people read it: marks are laid over what was found; what the person did stays as it was."""
    detection = corrected(turn.detection, marks)
    if detection is turn.detection or turn.aside:
        return turn
    there = set(detection.skills)
    counted = [skill for skill in turn.reaction.skills if skill in there]
    added = [skill for skill in detection.skills if skill not in turn.detection.skills]
    return replace(turn, detection=detection, reaction=replace(turn.reaction, skills=(*counted, *added)))


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
        if not good or any(f.skill in COSTLY for f in turn.detection.findings) or _closed(turn, scenario):
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
    words = quote(finding, turn.text)
    return Moment(turn.number, words, said, _said_before(turns, best, session), turn.reply, finding.skill)


def _closed(turn: Turn, scenario: Scenario) -> bool:
    """Whether the other drew back in *turn*: whatever it was worth, it is no moment to do again."""
    return turn.reaction.after != turn.reaction.before and scenario.state(turn.reaction.after).kind in _SHUT


def _did_no_harm(turn: Turn) -> bool:
    """Whether *turn* got an answer that was worth it, whatever its form."""
    told = any(what == "told" for what, _ in turn.reaction.notes)
    return told or turn.reaction.safety - turn.reaction.heat > 0


def _costs(turns: list[Turn], scenario: Scenario, remedies: dict[str, str]) -> tuple[Moment, ...]:
    found = []
    for turn in turns:
        for finding in turn.detection.findings:
            if finding.skill in COSTLY and not (finding.skill in _CLUMSY and _did_no_harm(turn)):
                sentence = sentences.cost(finding, turn, scenario, remedies.get(finding.skill, ""))
                fall = turn.reaction.safety - turn.reaction.heat
                words = quote(finding, turn.text)
                found.append((fall, Moment(turn.number, words, sentence, skill=finding.skill, answer=turn.reply)))
    worst = sorted(found, key=lambda one: one[0])[:_COSTLIEST]
    return tuple(moment for _, moment in sorted(worst, key=lambda one: one[1].turn))


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


def _veil(scenario: Scenario) -> tuple[Point, ...]:
    return (Point(False, HIDDEN),) if veils(scenario) else ()


def hints_on(session: Session, branch: int) -> int:
    """How often help was asked for on the way to the end of *branch*."""
    way = {one.number: upto for one, upto in session.course(branch)}
    places = {number: [turn.number for turn in session.turns(number)] for number in way}
    return sum(
        hint.branch in way and hint.after <= max(places[hint.branch][: way[hint.branch]], default=0)
        for hint in session.hints
    )


def _noted(turns: list[Turn], what: str) -> int:
    return sum(one == what for turn in turns for one, _ in turn.reaction.notes)
