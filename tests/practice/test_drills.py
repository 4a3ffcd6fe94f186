"""One moment, as often as wanted."""

from itertools import islice

import pytest

from scoring import detect
from simulator.practice.asker import Enough
from simulator.practice.drilling import Drilling
from simulator.practice.drills import attempt, moments
from simulator.practice.naming import NOTHING_HEARD, named
from simulator.practice.spotted import HOW, Spotting, told
from simulator.practice.spotting import Line, Model, judge, models

CONTRAST = "I'm not starting any kind of process, and I don't want you to worry about HR. I do want to understand."


class Scripted:
    """Answers from a list; at its end it has had enough."""

    def __init__(self, *lines: str):
        self.lines, self.told = list(lines), []

    def tell(self, *lines: str) -> None:
        self.told += lines

    def ask(self, question: str, offered: str = "") -> str:
        if not self.lines:
            raise Enough
        return self.lines.pop(0)

    @property
    def text(self) -> str:
        return "\n".join(self.told)


def of(january, name: str, count: int = 9):
    return list(islice(moments(name, [lambda: january], detect, 1), count))


def test_a_moment_of_a_skill_is_one_where_the_state_wants_it(january):
    found = of(january, "contrasting")
    assert found
    assert all("contrasting" in january.state(moment.state).chance for moment in found)


@pytest.mark.parametrize(("name", "kind"), [("misread", "flash"), ("fine", "fine"), ("tears", "roadbump")])
def test_a_moment_may_be_asked_for_by_its_name(january, name, kind):
    found = of(january, name)
    assert {january.state(moment.state).kind for moment in found} <= {kind}
    assert found or name == "tears"


def test_every_try_meets_the_same_person(january):
    moment = of(january, "contrasting")[0]
    first = attempt(moment, CONTRAST)
    attempt(moment, "You always do this.")
    assert attempt(moment, CONTRAST) == first


def test_a_try_that_helps_is_told_from_one_that_does_not(january):
    moment = of(january, "contrasting")[0]
    assert attempt(moment, CONTRAST).helped
    assert not attempt(moment, "What happened?").helped


def test_a_costly_move_is_drilled_by_saying_it_without(january):
    moment = of(january, "why_question")[0]
    assert not attempt(moment, moment.said).helped
    assert attempt(moment, "What was that afternoon like for you?").helped
    assert not attempt(moment, "").helped


def test_the_model_answers_are_words_that_are_heard(january):
    moment = of(january, "contrasting")[0]
    assert attempt(moment, moment.models[0]).helped


def test_a_drill_tells_what_was_heard_and_shows_words_on_request(january):
    asker = Scripted("/hint", "/model", "What happened?", CONTRAST, "/quit")
    assert Drilling(asker, "contrasting", iter(of(january, "contrasting")), "How.").run()
    hint = january.state("misread").hint.nudge
    assert f"  {hint}" in asker.told
    assert "For example: " in asker.text
    assert "Not yet contrasting." in asker.text
    assert "That is it: contrasting." in asker.text
    assert asker.told[-1] == "2 tries, 1 of them did what this is about."


def test_a_model_is_not_shown_unasked(january):
    asker = Scripted("What happened?")
    Drilling(asker, "contrasting", iter(of(january, "contrasting")), "How.").run()
    assert "For example" not in asker.text


def test_next_brings_another_moment(january):
    asker = Scripted("/next")
    found = of(january, "curiosity", 2)
    Drilling(asker, "curiosity", iter(found), "How.").run()
    assert f"1. {january.title}" in asker.told
    assert f"2. {january.title}" in asker.told


def test_a_drill_without_a_moment_says_so(january):
    assert not Drilling(Scripted(), "contrasting", iter(()), "How.").run()


def line_with(*skills: str, text: str = "You forgot it, as always.") -> Line:
    """A line of January in which *skills* are heard, whatever the ear hears today."""
    from tests.practice.talks import turn

    made = turn(1, text, dict.fromkeys(skills, text), before="guarded")
    return Line("Quiet since January", "Priya", "It's fine.", made, ())


def test_what_the_user_names_is_held_against_what_is_heard():
    judged = judge(line_with("blame", "judgement"), ("blame", "sarcasm"))
    assert (judged.right, judged.missed, judged.only_user) == (("blame",), ("judgement",), ("sarcasm",))
    assert not judged.all_right


def test_a_line_with_nothing_in_it_is_right_when_nothing_is_named():
    line = line_with(text="Hello.")
    assert judge(line, ()).all_right
    assert told(line, judge(line, ())) == ["Right: nothing in it derails anything."]


def test_spotting_shows_the_words_of_what_was_passed_over():
    model = Model("Quiet since January", (line_with("blame"), line_with("blame")), winged=True)
    asker = Scripted("blame", "", "y")
    Spotting(asker, iter((model,))).run()
    assert '  blame: "You forgot it, as always." put it on the person.' in asker.told
    assert any(line.startswith("  You passed over: blame") for line in asker.told)
    assert asker.told[-1] == "2 of 3 lines as they are heard here."


def test_spotting_takes_only_names_that_it_knows():
    model = Model("Quiet since January", (line_with("blame"),), winged=False)
    asker = Scripted("gibberish", "?", "3", "n")
    Spotting(asker, iter((model,))).run()
    assert "  'gibberish' is none of the names; ? lists them." in asker.told
    assert asker.told[-1] == "2 of 2 lines as they are heard here."


def test_the_shipped_bad_models_have_lines_to_spot(january):
    (model,) = models([lambda: january], detect, 1)
    assert any(line.behaviours for line in model.lines)


def test_an_author_may_say_what_a_line_is_where_the_ear_is_silent():
    line = Line("T", "P", "said", line_with(text="Whatever.").turn, ("minimizing", "curiosity"))
    assert line.behaviours == ("minimizing",)
    assert told(line, judge(line, ("minimizing",))) == ["making it small, as the author of the line means it."]


@pytest.mark.parametrize(
    ("typed", "skills"),
    [
        ("open question, blame", ("curiosity", "blame")),
        ("a 'why' and an apology", ("why_question", "apologizing")),
        ("summing up; naming a feeling", ("summarizing", "reflecting_feeling")),
        ("why_question", ("why_question",)),
        ("1 2", ("contrasting", "curiosity")),
        ("minimising", ("minimizing",)),
        ("sorry, empathy; thanks", ("apologizing", "reflecting_feeling", "appreciation")),
        ("nothing", ()),
        ("", ()),
    ],
)
def test_skills_are_named_as_people_name_them(typed, skills):
    assert named(typed) == (skills, ())


def test_what_is_no_name_is_said_back():
    assert named("blame, the weather") == (("blame",), ("the weather",))


def test_whoever_listens_is_told_of_nothing_in_the_words_of_the_debrief():
    assert HOW[-1].startswith(NOTHING_HEARD)
