from datetime import date

import pytest

from simulator.practice.channel import FACE, VOICE, WRITING, of_invitation, of_place
from simulator.practice.checks import asked_openly, remarks, stances
from simulator.practice.invitation import taken_apart
from simulator.practice.preparation import Preparation, Turned
from simulator.practice.stance import ARROGANT, HUMBLE, MIDDLE, bar, stance

TODAY = date(2026, 11, 20)
WHOLE = (
    "Hi Priya, may I talk with you about the two handovers this month? I'd like to understand what happened, hear how "
    "it looked from your side and find a way that works better. Could we do that on Thursday at ten?"
)


def said(field: str, **answers) -> list[tuple[str, bool]]:
    return [(one.text, one.fine) for one in remarks(field, Preparation(**answers), TODAY)]


# The invitation


def test_a_request_with_its_five_parts_lacks_nothing():
    request = taken_apart(WHOLE, TODAY)
    assert (request.missing, request.asks) == ((), True)
    assert dict(request.there)["topic"] == "the two handovers this month"


@pytest.mark.parametrize(
    ("without", "part"),
    [
        ("about the two handovers this month", "topic"),
        ("understand what happened, ", "why"),
        ("hear how it looked from your side and ", "view"),
        (" and find a way that works better", "better"),
        ("Could we do that on Thursday at ten?", "time"),
    ],
)
def test_each_part_that_is_left_out_is_missed_and_no_other(without, part):
    text = WHOLE.replace(without, "")
    assert text != WHOLE
    assert taken_apart(text, TODAY).missing == (part,)


def test_something_is_no_topic():
    assert "topic" in taken_apart("Can we talk about something tomorrow?", TODAY).missing


def test_an_order_asks_nothing():
    assert not taken_apart("We need to talk about the handovers tomorrow at nine.", TODAY).asks
    assert taken_apart("can we talk about the handovers tomorrow at nine", TODAY).asks


def test_the_parts_of_a_request_are_quoted_and_the_missing_ones_named():
    found = said("invitation", invitation="Can we talk about the handovers on Thursday?")
    assert ("There: what it is about ('the handovers on Thursday').", True) in found
    assert ("Missing: that you want their view.", False) in found


# By what it is talked over


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("The dining room at three, an hour.", FACE),
        ("By video, because she's in Leicester. Half an hour.", FACE),
        ("We meet on Thursday; I text him the time.", FACE),
        ("I'll ring her at five.", VOICE),
        ("Over Slack, when the queue is short.", WRITING),
        ("I'd rather write to him.", WRITING),
        ("by email so i can think", WRITING),
        ("Thursday at three, an hour; if that is too short, Friday.", ""),
        ("At the harbour, where nobody listens.", ""),
        ("A chat on the bench behind the depot.", FACE),
    ],
)
def test_a_place_says_how_near_it_is_to_a_face(place, kind):
    assert of_place(place).kind == kind


@pytest.mark.parametrize(
    ("invitation", "writing"),
    [
        (WHOLE, False),
        ("Could we talk about the lates over Teams chat on Monday?", True),
        ("Can you send me your view by mail, so that we both get further?", True),
        ("Could you reply to this mail and say whether Thursday suits you?", False),
        ("I'm writing to ask whether we could sit down on Thursday.", False),
        ("Could we have a quick chat about the handovers on Thursday?", False),
    ],
)
def test_an_invitation_may_be_written_and_the_talk_may_not(invitation, writing):
    assert (of_invitation(invitation).kind == WRITING) is writing


def test_writing_is_quoted_with_what_to_do_instead():
    text = "'Over Slack': in writing nobody sees a face. Meet, or by video, or ring; the writing comes afterwards."
    assert said("place", place="Over Slack, tonight.") == [(text, False)]
    assert said("place", place="Somewhere quiet.") == []


# Between humility and arrogance


@pytest.mark.parametrize(
    ("line", "side"),
    [
        ("I'm sorry to bother you, it's just a small thing really, sorry", HUMBLE),
        ("I was wondering if maybe we could talk", HUMBLE),
        ("Obviously this has to stop.", ARROGANT),
        ("I've decided how we do it, and you need to follow.", ARROGANT),
        ("I'm starting to think the note gets lost when it's busy. I may be wrong.", MIDDLE),
        ("I need the handover at five, and I'd like to hear what gets in the way.", MIDDLE),
        ("I'm sorry I asked you in front of the whole channel.", MIDDLE),
    ],
)
def test_a_line_stands_where_its_words_put_it(line, side):
    assert stance(line).side == side


def test_the_words_that_lean_are_quoted_as_they_were_typed():
    text = "OBVIOUSLY you have to be on time."
    assert stance(text).words == ("OBVIOUSLY", "you have to")
    assert stances(Preparation(purpose=text)) == ((text, "far towards arrogance: 'OBVIOUSLY', 'you have to'"),)


def test_the_bar_counts_lines_where_they_stand():
    lines = ["Obviously.", "Hello.", "Good morning."]
    assert bar(map(stance, lines)) == "humility [ ]-[ ]-[2]-[1]-[ ] arrogance"


# The plan


@pytest.mark.parametrize(
    ("question", "fine"),
    [
        ("What got in the way on the two days?", True),
        ("how do you see the late mornings", True),
        ("Tell me how the fourth went for you.", True),
        ("Why are you always late?", False),
        ("Are you still interested in the job?", False),
        ("She does not care.", False),
    ],
)
def test_a_question_is_open_or_it_is_said_why_not(question, fine):
    sentence, is_open = asked_openly(question)
    assert is_open is fine
    assert question.rstrip("?.")[:12] in sentence


def test_every_assumption_asks_for_its_question():
    found = said("assumptions", assumptions=(Turned("She has lost interest", "What is different since January?"),
                                             Turned("She will cry")))  # fmt: skip
    assert found == [("'What is different since January?' is open.", True),
                     ("'She will cry' has no question yet.", False)]  # fmt: skip


def test_a_contrast_needs_both_halves_and_speaks_to_the_fear():
    both = "I don't want you to think this goes to HR. I do want the handover to work for you."
    assert [fine for _, fine in said("contrast", contrast=both, fear="a first step to HR")] == [True]
    assert said("contrast", contrast="I do want it to work.")[0][0].startswith("The first half is missing")
    assert said("contrast", contrast=both, fear="that I prefer Marcus")[1] == (
        "It does not yet speak to the fear you named: 'that I prefer Marcus'.",
        False,
    )


def test_a_fear_of_small_words_can_be_spoken_to():
    found = said("contrast", contrast="I don't want you out. I do want the aisle picked.", fear="that I want him out")
    assert [fine for _, fine in found] == [True]


def test_a_fact_that_can_be_argued_about_is_named_and_one_of_the_brief_is_not():
    facts = ("He is always late", "It was late in the end")
    assert [text for text, _ in said("facts", facts=facts)] == [
        "'always' can be argued about; a day or a number cannot.",
        "'It was late in the end': when was it, and who saw, heard or wrote it?",
    ]
    assert remarks("facts", Preparation(facts=facts), TODAY, facts) == ()


def test_a_story_without_a_doubt_is_told_as_a_fact():
    assert said("story", story="You have lost interest.")[0][0].startswith("It is told as a fact.")
    assert said("story", story="I'm starting to think mornings got harder. I may be wrong.") == [
        ("It is told as yours, with room to be wrong.", True)
    ]


def test_what_is_not_answered_is_not_remarked_on():
    assert [remarks(field, Preparation(), TODAY) for field in ("purpose", "story", "invitation", "derail")] == [()] * 4


def test_a_guess_at_a_motive_is_no_fact():
    found = remarks(
        "facts", Preparation(facts=("Late on the 4th because he doesn't care about us.",)), date(2026, 11, 20)
    )
    assert found[0].text.startswith("'doesn't care about us' is a guess")
