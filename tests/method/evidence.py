"""Whether a row of the method shows where it says: one look for each kind of evidence."""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import date
from functools import partial
from io import StringIO
from tempfile import TemporaryDirectory

from click.testing import CliRunner

from scoring import detect
from simulator.cli.group import rehearse
from simulator.codec import to_json
from simulator.conversation.session import PREPARED, REFLECTION, Session, apply
from simulator.persona.scenario import Reply
from simulator.practice import note
from simulator.practice.checks import remarks
from simulator.practice.drills import SPOTTING, moments
from simulator.practice.habits import HABITS, tempting
from simulator.practice.preparation import Preparation, Turned
from simulator.practice.spotting import FIVE, WINGING, models
from simulator.practice.worksheet import SECTIONS
from simulator.report import Review, review
from simulator.report.formats.terminal import write_blocks
from simulator.report.review import Line
from simulator.report.runsheets import sheet
from simulator.report.shortly import debrief
from tests.method.rows import ROOT, Shown, kind
from tests.method.talks import Played, played, scenario

TODAY = date(2026, 11, 20)
_KEPT_AS = {"assumptions": "questions", "outcome_me": "outcome", "outcome_them": "outcome", "outcome_us": "outcome"}


def missing(shown: Shown) -> list[str]:
    """What *shown* promises and what is not there, in words; nothing where all of it is."""
    return list(_LOOKS[kind(shown)](shown))


def _talk(shown: Shown) -> Iterator[str]:
    one = played(shown["talk"], shown["as"], shown.get("event", ""), shown.get("turn", 0))
    found = one.review
    if "ends" in shown:
        if found.ending not in shown["ends"]:
            yield f"it ends as {found.ending}"
        return
    line = next((line for line in found.lines if line.number == shown["turn"] and not line.aside), None)
    if line is None:
        yield f"the talk has no turn {shown['turn']}; it ended as {found.ending} after {len(found.lines)}"
        return
    yield from _in_line(shown, line, one.scenario.answers)
    for skill in shown.get("costs", ()):
        shown_cost = [cost for cost in found.costs if (cost.turn, cost.skill) == (line.number, skill)]
        if not any("Try:" in cost.sentence for cost in shown_cost):
            yield f"the cost {skill} is not shown with something else to try"
    if "uses" in shown and not any(
        chance.turn == line.number and chance.used in shown["uses"] and chance.credit > 0 for chance in found.chances
    ):
        yield f"no chance is used with {' or '.join(shown['uses'])}"
    if "tells" in shown:
        title = one.scenario.fact(shown["tells"]).title
        if not any("tells:" in note and title.rstrip(".").lower() in note.lower() for note in line.notes):
            yield f"'{title}' is not told; the turn shows {line.notes}"


def _in_line(shown: Shown, line: Line, answers: tuple[Reply, ...]) -> Iterator[str]:
    heard = [finding.skill for finding in line.findings]
    marks = [mark.skill for mark in line.marks]
    said = f"in '{line.text}'"
    for skill in shown.get("hears", ()):
        if skill not in heard:
            yield f"{skill} is not heard {said}; what is heard is {heard}"
    for skill in shown.get("lacks", ()):
        if skill in heard:
            yield f"{skill} is heard {said}"
    for mark in shown.get("marks", ()):
        if mark not in marks:
            yield f"the mark {mark} is not found {said}; what is found is {marks}"
    if "shows" in shown and not any(shown["shows"] in note for note in line.notes):
        yield f"'{shown['shows']}' is not shown; what is shown is {line.notes}"
    if "answered" in shown:
        own = [one for rule in answers if shown["answered"] in rule.when.mark for one in rule.say]
        if not any(one in line.reply for one in own):
            yield f"the person has no answer of their own to {shown['answered']}: '{line.reply}'"
    if shown.get("after", line.after) != line.after:
        yield f"it leads to {line.after}"


def _worksheet(shown: Shown) -> Iterator[str]:
    name = shown["worksheet"]
    if name not in {field.name for section in SECTIONS for field in section.fields}:
        yield f"the worksheet has no field {name}"
        return
    made = _written(name, shown["write"])
    if "against" in shown:
        yield from _against(shown, made)
    elif "says" in shown:
        said = [remark.text for remark in remarks(name, made, TODAY)]
        if not any(shown["says"] in text for text in said):
            yield f"'{shown['says']}' is not said of it; what is said is {said}"
    elif name not in made.answered:
        yield f"{name} is not kept"


def _written(name: str, value) -> Preparation:
    assert name in {field.name for field in fields(Preparation)}
    if isinstance(value, list):
        value = tuple(Turned(**one) if isinstance(one, dict) else one for one in value)
    return replace(Preparation(), **{name: value})


def _against(shown: Shown, made: Preparation) -> Iterator[str]:
    """What was prepared, beside the talk: in the Review of a session that took it along."""
    beside = shown["against"]
    one = played(beside["talk"], beside["as"])
    found = _kept_with(one, (PREPARED, made.as_record())).preparation
    field = _KEPT_AS.get(shown["worksheet"], shown["worksheet"])
    here = [row for row in found if row.field == field]
    if "turn" in beside:
        here = [row for row in here if row.turn == beside["turn"] and row.quote]
    if "says" in shown:
        here = [row for row in here if shown["says"] in row.happened]
    if not here:
        yield f"it is not set beside the talk so; what is there is {found}"


def _kept_with(one: Played, record: tuple[str, dict]) -> Review:
    """The Review of the same talk with one more *record* kept beside it."""
    session = Session(one.session.header, one.session.branches, one.session.happenings)
    apply(session, [record])
    return review(session, one.scenario)


_DRILLED = tuple(partial(scenario, name) for name in ("late-again", "my-old-team-mate", "quiet-since-january"))


def _drill(shown: Shown) -> Iterator[str]:
    name = shown["drill"]
    if name == SPOTTING:
        found = {one for model in models([lambda: scenario(shown["scenario"])], detect, 1) for one in _held(model)}
        yield from (f"no bad model holds {one}" for one in shown["finds"] if one not in found)
    elif name == HABITS:
        here = [scenario(shown["scenario"])]
        for habit in shown["finds"]:
            moment = next(tempting([habit], [lambda: here[0]], detect, 1), None)
            if moment is None or moment.tempts != habit:
                yield f"no moment tempts to {habit}"
    elif next(moments(name, _DRILLED, detect, 1), None) is None:
        yield f"there is no moment to drill {name}"


def _held(model) -> Iterator[str]:
    yield from (one for line in model.lines for one in line.behaviours if one in FIVE)
    if model.winged:
        yield WINGING


def _debrief(shown: Shown) -> Iterator[str]:
    one = played(shown["talk"], shown["as"])
    made = one.review
    if "reflects" in shown:
        made = _kept_with(one, (REFLECTION, to_json({"branch": 0, "plus": shown["reflects"]})))
    parts = list(debrief(made))
    names = [name for name, _ in parts]
    if shown["debrief"] not in names:
        yield f"the debrief has no part '{shown['debrief']}'; it has {names}"
        return
    written = StringIO()
    write_blocks(dict(parts)[shown["debrief"]], written)
    if " ".join(shown["says"].split()) not in " ".join(written.getvalue().split()):
        yield f"'{shown['says']}' does not stand there"
    if shown.get("first") and names[0] != shown["debrief"]:
        yield f"'{names[0]}' comes before it"
    if shown.get("last") and names[-1] != shown["debrief"]:
        yield f"'{names[-1]}' comes after it"


def _note(shown: Shown) -> Iterator[str]:
    one = played(shown["talk"], shown["as"])
    said = note.sentences(note.check(shown["note"], one.session, one.scenario))
    if not any(shown["says"] in sentence for sentence in said):
        yield f"'{shown['says']}' is not said of it; what is said is {said}"


def _command(shown: Shown) -> Iterator[str]:
    with TemporaryDirectory() as home:
        said = CliRunner().invoke(rehearse, shown["command"].split(), input="", env={"REHEARSE_HOME": home}).output
    if shown["says"] not in " ".join(said.split()):
        yield f"'{shown['says']}' is not said; what is said is {said}"


def _page(shown: Shown) -> Iterator[str]:
    if shown["says"] not in (ROOT / shown["page"]).read_text(encoding="utf-8"):
        yield f"'{shown['says']}' does not stand in {shown['page']}"


def _sheet(shown: Shown) -> Iterator[str]:
    written = StringIO()
    write_blocks(sheet(scenario(shown["scenario"]), shown["sheet"]), written)
    if shown["says"] not in " ".join(written.getvalue().split()):
        yield f"'{shown['says']}' does not stand in it"


_LOOKS: dict[str, Callable[[Shown], Iterator[str]]] = {
    "talk": _talk,
    "worksheet": _worksheet,
    "drill": _drill,
    "debrief": _debrief,
    "note": _note,
    "page": _page,
    "sheet": _sheet,
    "command": _command,
}
