"""What was typed in a hurry is said as it should be written, and what was written about somebody is told apart."""

import pytest

from simulator.authoring.wizard import about_them_remark, remarks
from simulator.authoring.wizard.mending import mended, names_in

NAMES = names_in("Bastien", ["I talked to Rob's friend about Yusuf on Friday."])


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("It was six weeks ago. nobody told me, i found out", "It was six weeks ago. Nobody told me, I found out"),
        ("Since September. she won't", "Since September. She won't"),
        ("last friday yusuf and rob's boss stood there", "last Friday Yusuf and Rob's boss stood there"),
        ("it was in march. the march one, in fact", "it was in March. The March one, in fact"),
        ("thats on me, im sorry, it hasnt stopped", "that's on me, I'm sorry, it hasn't stopped"),
        ("we march on sat. and you may go", "we march on sat. And you may go"),
        ("wait... no. dr. who came at 3. then left, i.e. late", "wait... no. Dr. who came at 3. Then left, i.e. late"),
        ("its the same, and its door is open", "it's the same, and its door is open"),
        ("I'd say its well, and they were ill", "I'd say its well, and they were ill"),
    ],
)
def test_typing_is_mended_and_no_word_is_changed(typed, written):
    assert mended(typed, NAMES) == written


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("since when do you care about the porters", "since when do you care about the porters?"),
        ("the work gets done doesnt it", "the work gets done doesn't it?"),
        ("You weren't there", "You weren't there"),
        ("when I came nobody was there", "when I came nobody was there"),
        ("Have you ever?", "Have you ever?"),
    ],
)
def test_a_clear_question_gets_its_mark(typed, written):
    assert mended(typed, (), spoken=True) == written


def test_a_role_that_begins_with_a_verb_asks_nothing(loaded):
    scenario = loaded(role="does our books, she's my sister", they_would_say=["have you even opened the folder"])
    assert scenario.brief.they_are == "Ines does our books, she's my sister."
    said = [line for state in scenario.states for rule in state.replies for line in rule.say]
    assert "Have you even opened the folder?" in said


@pytest.mark.parametrize("fact", ["hasnt said one word since the 8th", "didnt come on Monday"])
def test_a_missing_apostrophe_hides_nobody(fact):
    assert any("doesn't say who" in one for one in remarks(fact))


def test_she_may_be_somebody_who_was_named_before():
    detail = "Since September. she won't let him do it"
    assert about_them_remark(detail, "Ilse", "she")
    assert not about_them_remark(detail, "Ilse", "she", "my mother has to be put to bed at half seven")
    assert about_them_remark("Ilse feels she can't", "Ilse", "she", "my mother has to be put to bed at half seven")


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        ("On Monday she is always late.", ["'always'"]),
        ("He never called on the 4th.", ["'never'"]),
        ("On Tuesday she was careless with the sheet.", ["'careless'"]),
        ("She left the sheet unsigned.", ["No day or time"]),
        ("On Monday the 3rd the sheet was not signed.", []),
        ('On Monday she said "you never listen, you are lazy".', []),
        ("On Monday she said 'always' and hung up.", []),
        ("On Monday he obviously ignored me at the gate.", ["'obviously'"]),
        ("On Monday she just ignored me.", ["'just ignored me'"]),
        ("He deliberately left at two on Friday.", ["'deliberately'"]),
        ("On Monday she clearly said no.", []),
        ("For three weeks now he turns his back.", []),
        ("Since May the sheet has been empty.", []),
        ("He came late for the first time.", ["No day or time"]),
        ("For me it was a night out.", ["No day or time"]),
    ],
)
def test_a_fact_is_looked_through_for_absolutes_verdicts_and_its_time(fact, said):
    found = remarks(fact)
    assert len(found) == len(said)
    assert all(one.startswith(begins) for one, begins in zip(found, said, strict=True))
