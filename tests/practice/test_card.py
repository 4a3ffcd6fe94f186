import io

import pytest

from simulator.practice.card import BRIEF, MODEL, PREPARED, SAID, Words, blocks, card
from simulator.practice.preparation import Preparation, Turned
from simulator.report.formats import markdown, terminal
from tests.practice.talks import talk, turn

CONTRAST = "I don't want you to think this is a process. I do want to understand."
ASKED = "What was that afternoon like for you?"
FINE = "You say it's fine, and it came quickly."


def test_the_users_own_best_line_comes_first_and_needs_no_mark(january):
    session = talk(
        turn(1, CONTRAST, {"contrasting": CONTRAST}, "misread", notes=[("repaired", "hr")], safety=14),
        turn(2, ASKED, {"curiosity": ASKED[:-1]}, "guarded", safety=5, notes=[("told", "channel")]),
        turn(3, FINE, {"saying_what_you_see": FINE[:-1]}, "fine", safety=9),
    )
    found = card(session, january)
    assert found.contrast == Words(CONTRAST, SAID)
    assert found.questions[0] == Words(ASKED, SAID)
    assert found.if_fine == Words(FINE, SAID)


def test_what_was_not_said_is_taken_from_the_preparation_and_then_marked_as_an_example(january):
    session = talk(turn(1, "Hello.", before="opening"), ending="")
    session.prepared = Preparation(
        purpose="A handover that works for both of us.",
        facts=("The log of Tuesday the 4th.",),
        questions=("What got in the way?",),
        contrast=CONTRAST,
        assumptions=(Turned("She will cry", "How do you want to go on?"),),
        derail="Tears.",
    ).as_record()
    found = card(session, january)
    assert found.opening == (Words("A handover that works for both of us.", PREPARED),)
    assert found.facts == (Words("The log of Tuesday the 4th.", PREPARED),)
    assert found.contrast == Words(CONTRAST, PREPARED)
    assert [one.source for one in found.questions] == [PREPARED, PREPARED, MODEL]
    assert found.derail == "Tears."
    assert {one.source for one in (found.if_fine, found.if_cry, found.if_attack)} == {MODEL}


def test_a_line_that_cost_something_too_is_no_best_line(january):
    text = f"{ASKED} The others manage."
    session = talk(turn(1, text, {"curiosity": ASKED[:-1], "comparison": "The others manage"}, "guarded", safety=5))
    found = card(session, january)
    assert SAID not in [one.source for one in found.questions]
    assert found.avoid == ("a comparison with others: 'The others manage'",)


def test_a_prepared_why_and_a_prepared_verdict_are_not_taken_along(january):
    session = talk(turn(1, "Hello."))
    session.prepared = Preparation(
        facts=("He never answers anybody.", "The log of Tuesday the 4th."),
        questions=("Why did you leave early?", "What got in the way?", "How was the handover for you?"),
    ).as_record()
    found = card(session, january)
    assert found.facts == (Words("The log of Tuesday the 4th.", PREPARED),)
    assert [one.text for one in found.questions][:2] == ["What got in the way?", "How was the handover for you?"]
    assert not any(one.text.startswith("Why") for one in found.questions)


def test_a_fear_that_never_came_up_is_not_given_away(january):
    assert card(talk(turn(1, "Hello.")), january).contrast is None
    met = card(talk(turn(1, "Hello.", misread=january.misreads[0].id)), january)
    assert met.contrast == Words(january.misreads[0].model, MODEL)


def test_without_anything_the_facts_are_the_briefs(january):
    found = card(talk(turn(1, "Hello.")), january)
    assert [one.text for one in found.facts] == list(january.brief.facts)
    assert {one.source for one in found.facts} == {BRIEF}


@pytest.mark.parametrize("form", [terminal, markdown])
def test_the_card_is_one_page_and_says_what_is_not_the_users_own(skilled, january, form):
    out = io.StringIO()
    form.write_blocks(blocks(card(skilled, january)), out)
    assert len(out.getvalue().splitlines()) <= 66  # lines of a printed page
    assert "an example" in out.getvalue()


def test_every_branch_gives_its_lines(january):
    session = talk(turn(1, "Hello."))
    session.branches.append(type(session.branches[0])(1, 0, 0, [turn(1, ASKED, {"curiosity": ASKED[:-1]}, "guarded")]))
    assert card(session, january).questions[0] == Words(ASKED, SAID)
