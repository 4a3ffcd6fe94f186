"""Run sheets: the player's gives nothing away in any scenario, and the trainer's has all that is needed."""

import io
import re
from dataclasses import fields, is_dataclass
from functools import cache

import pytest

from scoring.ear import default_ear
from scoring.vocabulary import PLAIN
from simulator.authoring.load import load
from simulator.authoring.shelf import SHIPPED, follow_ups, situations_in
from simulator.persona.scenario import Asked, Condition
from simulator.report.formats import markdown, terminal
from simulator.report.runsheets import READERS, sheet
from simulator.report.runsheets.wording import ENDS, TURNS, first_turn, minute, under

FILES = [path for one in situations_in(SHIPPED) for path in (one, *follow_ups(one))]
KNOWN_TO_ALL = {"id", "title", "archetype", "follows", "after", "language", "channel", "practises", "brief", "digest"}
LONG = 5  # words in a row that are no accident


@cache
def loaded(path):
    scenario, problems = load(path)
    assert problems == []
    return scenario


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def scenario(request):
    return loaded(request.param)


def texts(value):
    """Every text in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list | frozenset):
        for one in value:
            yield from texts(one)
    elif isinstance(value, Asked):  # its words are the user's
        yield from texts(value.answers)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


def words(text):
    return re.findall(r"[a-z0-9']+", text.lower().replace("’", "'"))


def rows(text, sizes=(3, 4, LONG)):
    """Every row of so many words in *text*."""
    row = words(text)
    return {tuple(row[at : at + size]) for size in sizes for at in range(len(row) - size + 1)}


def runs(text):
    """Every row of LONG words; the whole of a shorter text of three words and more."""
    size = len(words(text))
    return rows(text, [size]) if 3 <= size < LONG else rows(text, [LONG])


OPEN = ("player", "observer")


def ours():
    """What stands on a sheet of any scenario: the names of skills, what they are, and how it goes."""
    blank = [rows(" ".join(texts(tuple(sheet(loaded(path), reader))))) for path in FILES[::6] for reader in OPEN]
    skills = [*PLAIN.values(), *(rule.about for rule in default_ear().rules.values())]
    everywhere = set.intersection(*blank[::2]) | set.intersection(*blank[1::2])
    return everywhere.union(*map(rows, skills))


OURS = ours()


@cache
def secrets(scenario):
    """Rows of words that stand in what is hidden, and in nothing that the player may know."""
    hidden = [getattr(scenario, field.name) for field in fields(scenario) if field.name not in KNOWN_TO_ALL]
    open_ = (scenario.persona.name, scenario.persona.pronouns)
    hidden.append([one for one in texts(scenario.persona) if one not in open_])
    known = {row for text in texts([scenario.brief, scenario.title]) for row in rows(text)}
    return {run for text in texts(hidden) for run in runs(text)} - known - OURS


def leaks(text, scenario):
    """The secrets that stand in *text*."""
    return secrets(scenario) & rows(text)


def written(scenario, reader, format_name="terminal", level="standard"):
    stream = io.StringIO()
    write = {"terminal": terminal, "markdown": markdown}[format_name].write_blocks
    write(sheet(scenario, reader, level), stream)
    return stream.getvalue()


@pytest.mark.parametrize("format_name", ["terminal", "markdown"])
@pytest.mark.parametrize("reader", ["player", "observer"])
def test_no_spoiler_reaches_the_sheet_of_player_or_observer(scenario, reader, format_name):
    text = written(scenario, reader, format_name)
    assert leaks(text, scenario) == set()
    brief, shown = (" ".join(words(one)) for one in (" ".join(texts(scenario.brief)), text))
    hidden = [scenario.content_note, *(fact.title for fact in scenario.facts)]
    hidden += [one.thinks for one in scenario.misreads]
    hidden = [" ".join(words(one)) for one in hidden]
    assert not [one for one in hidden if one and one in shown and one not in brief]


def test_the_search_for_spoilers_finds_each_kind_of_them(january):
    clean = written(january, "player")
    kinds = [
        january.content_note, january.facts[2].title, january.facts[0].cue[0], january.misreads[0].thinks,
        january.events[1].show, january.persona.fears, january.endings[0].note, january.look_for[0].no,
        january.compare, january.states[1].hint.nudge, january.flashes[0].show[0],
    ]  # fmt: skip
    assert [one for one in kinds if not leaks(f"{clean}\n{one}", january)] == []


def test_the_player_gets_the_whole_brief_and_room_to_write(january):
    text = " ".join(written(january, "player").split())
    brief = january.brief
    for part in (brief.you_are, brief.they_are, brief.what_happened, *brief.facts, brief.your_task):
        assert " ".join(part.split()) in text
    for question in brief.before_you_start:
        assert f"{question} ...." in text


def test_the_trainer_gets_everything_that_is_hidden(scenario):
    text = " ".join(" ".join(texts(tuple(sheet(scenario, "trainer")))).split())
    parts = [scenario.content_note, scenario.persona.wants, scenario.persona.fears]
    parts += [part for fact in scenario.facts for part in (fact.title, *fact.cue[:2])]
    parts += [part for one in scenario.misreads for part in (one.thinks, one.model)]
    parts += [part for one in scenario.events for part in (one.id, one.show)]
    parts += [part for one in scenario.look_for for part in (one.yes, one.no)]
    parts += [flash.show[0] for flash in scenario.flashes]
    assert not [part for part in parts if " ".join(part.split()) not in text]


@pytest.mark.parametrize(("level", "price"), [("easy", 30), ("standard", 36), ("hard", 41)])
def test_prices_and_the_beginning_are_those_of_the_level(january, level, price):
    text = " ".join(written(january, "trainer", level=level).split())
    assert f"1. Being asked in front of fourteen people: {price} of openness" in text
    start = january.level(level).start
    assert f"openness (safety less half the heat) {start.safety - start.heat // 2}." in text


def test_events_have_the_turn_from_which_they_fit_and_about_the_minute(january):
    text = " ".join(written(january, "trainer").split())
    # 40 seconds a turn from minute 3 on: turn 6 is over at minute 3 + 4, turn 18 would be at 15, when all stop
    assert "vancouver_ping, from turn 6 (about minute 7)" in text
    assert "five_minutes, from turn 18 (about minute 14)" in text
    assert (minute(0), minute(TURNS), minute(99)) == (3, ENDS - 1, ENDS - 1)


def test_a_condition_is_told_as_a_plan_tells_it(january):
    when = Condition(skill=("blame", "judgement", "why_question"), state=("fine",), hidden=("dialysis",))
    assert under(when, january) == (
        "on blame, a verdict on the person or a 'why', during the 'fine', "
        'while this is untold: "Her mother has dialysis until five on Tuesdays and Thursdays"'
    )
    assert under(Condition(), january) == ""
    assert first_turn(Condition()) == 1


def test_the_observer_has_a_box_and_room_for_words_for_each_practised_skill(january):
    text = written(january, "observer")
    for name in ("Contrasting", "Saying what you see", "Summing up", "An apology", "Asking for their solution"):
        after = text[text.index(f"☐ {name}") :]
        assert "Words ...." in after[:400]


def test_markdown_that_prints_has_nothing_active_in_it(january):
    for reader in READERS:
        text = written(january, reader, "markdown")
        assert text.startswith("# Quiet since January")
        assert not re.search(r"(?<!\\)[<|]", text)


def test_nobody_else_gets_a_sheet(january):
    with pytest.raises(KeyError):
        sheet(january, "manager")
    with pytest.raises(KeyError):
        sheet(january, "trainer", "impossible")
