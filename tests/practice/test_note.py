from dataclasses import replace
from datetime import date

import pytest

from simulator.practice.agreed import agreed, due, due_in, ended_in_agreement
from simulator.practice.judging import judging
from simulator.practice.note import check, sentences
from tests.practice.talks import talk, turn

STEP = "From tomorrow you open the living page at two on Tuesdays, and I message you directly"
AGAIN = "Shall we look at it again on Monday in two weeks"
EARLY = "Could Marcus cover for you from Friday"
SESSION = talk(
    turn(1, f"{EARLY}?", {"next_step": EARLY}, "guarded"),
    turn(2, f"{STEP}. {AGAIN}?", {"next_step": STEP, "follow_up": AGAIN}, reply="Vancouver won't mind the 23:47 note."),
)
GOOD = "Hi Priya,\nfrom tomorrow you open the living page at two on Tuesdays and I message you directly.\n" + (
    "We look at it again on Monday 30 November.\nBest, Jan"
)


def test_what_was_agreed_is_what_was_said_once_they_looked_for_a_way():
    assert [promise.words for promise in agreed(SESSION)] == [f"{STEP}.", f"{AGAIN}?"]


def test_an_early_proposal_stands_where_the_talk_never_came_so_far():
    early = talk(SESSION.turns()[0])
    assert [promise.words for promise in agreed(early)] == ["Could Marcus cover for you from Friday?"]


@pytest.mark.parametrize(
    "noted", ["I'll send you a short note tonight", "I'll write it up tonight", "I type it all into the chat"]
)
def test_a_push_is_no_agreement_and_the_note_itself_is_none_either(noted):
    pushed = "So why don't I ask Marcus"
    session = talk(
        turn(1, f"{pushed}?", {"next_step": pushed, "why_question": pushed}), turn(2, noted, {"next_step": noted})
    )
    assert agreed(session) == ()


def test_a_note_that_has_everything_is_told_so():
    checked = check(GOOD, SESSION)
    assert checked.clear
    assert sentences(checked) == (
        "To be looked at again on Monday 30 November 2026 ('Monday 30 November').",
        "What you agreed is in it, and nothing else.",
    )


def test_an_agreed_thing_that_is_missing_is_quoted_with_its_turn():
    checked = check("Dear Priya, thank you. We look again on Monday 30 November.", SESSION)
    assert sentences(checked)[0] == f'Agreed and not in it: "{STEP}." (turn 2).'
    assert [promise.skill for promise in checked.missing] == ["next_step"]


@pytest.mark.parametrize(
    ("sentence", "invented"),
    [
        ("The first check is on 4 March.", ("4 March",)),
        ("The deadline is 16:30 for you.", ("16:30",)),
        ("It takes seven days a month.", ("seven",)),
        ("This goes to Sandra as well.", ("Sandra",)),
        ("Sandra will check the page.", ("Sandra",)),
        ("The page is open at 14:00, before the 23:47 note, and Vancouver reads it.", ()),
        ("1. The page\n2. The message", ()),
    ],
)
def test_what_nobody_mentioned_is_found(sentence, invented):
    assert check(GOOD.replace("Best,", f"{sentence}\nBest,"), SESSION).invented == invented


def test_the_brief_is_known_too(january):
    text = GOOD.replace("Best,", "Colm had it before.\nThis helps Colm.\nBest,")
    assert check(text, SESSION).invented == ("Colm",)
    assert check(text, SESSION, january).invented == ()


def test_another_day_than_the_one_they_agreed_on_is_found():
    assert check(GOOD.replace("Monday 30 November", "Monday"), SESSION).invented == ("on Monday",)


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("You were careless about it.", "careless"),
        ("You always forget the page.", "You always"),
        ("The others manage it.", "The others manage it"),
        ("You lied to three people about the truck.", "You lied"),
    ],
)
def test_judging_words_are_quoted(sentence, word):
    quoted = [words for words, _ in check(GOOD.replace("Best,", f"{sentence}\nBest,"), SESSION).judging]
    assert len(quoted) == 1
    assert word in quoted[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "You take two buses because of your license.",
        "Because of your mother's treatment, the page is open on Tuesdays.",
        "Priya starts later because of her train.",
    ],
)
def test_a_reason_for_what_was_agreed_blames_nobody(sentence):
    assert list(judging(sentence)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "We lost three hours because of your note.",
        "You take two buses because of your mistake.",
        "Because of your carelessness, the page is open on Tuesdays.",
        "The notes were late because of you.",
    ],
)
def test_a_reason_with_harm_or_a_failing_in_it_does(sentence):
    assert [what for _, what in judging(sentence)] == ["puts it on them"]


def test_a_never_about_a_thing_is_no_judgement():
    assert check(GOOD.replace("directly.", "directly, never in the channel."), SESSION).judging == ()


def test_a_note_without_a_day_is_told_so():
    checked = check(GOOD.replace("on Monday 30 November", "soon"), SESSION)
    assert checked.day is None
    assert "There is no day in it on which you will look at it again." in sentences(checked)


def test_the_day_to_look_again_is_the_one_beside_the_words_for_it():
    text = "From 1 December you open the page. Shall we look at it again on 4 December? The audit is on 20 December."
    assert due_in(text, date(2026, 11, 20)).day == date(2026, 12, 4)


def test_the_day_that_was_said_is_reckoned_from_the_day_of_the_talk():
    assert (due(SESSION).day, due(SESSION).quote) == (date(2026, 11, 30), "Monday in two weeks")
    assert due(talk(turn(1, "Let's talk again.", {"follow_up": "Let's talk again"}))) is None


@pytest.mark.parametrize(
    ("ending", "is_one"), [("partial_plan", True), ("hollow_yes", True), ("breakdown", False), ("", False)]
)
def test_there_is_something_to_write_down_after_an_agreement(ending, is_one):
    assert ended_in_agreement(talk(turn(1, "Hello."), ending=ending)) is is_one


def test_a_note_of_the_greatest_length_is_checked_in_time():
    check("You will always send the 17 pages to Anna on 4 March. " * 370, SESSION)


def test_after_a_talk_without_agreement_the_next_thing_is_a_talk():
    parted = talk(SESSION.turns()[0], ending="breakdown")
    assert sentences(check(GOOD, parted))[0].startswith("You two parted without an agreement. Meet, or by video")
    assert not check(GOOD, SESSION).parted
    assert not check(GOOD, talk(SESSION.turns()[0], ending="escalation")).parted


def test_a_day_of_the_week_that_the_calendar_does_not_have_is_told():
    said = sentences(check(GOOD.replace("Monday 30 November", "Wednesday the 5th"), SESSION))
    assert "To be looked at again on 5 December 2026 ('Wednesday the 5th'; by the calendar it is a Saturday)." in said


def test_a_day_of_the_talks_own_calendar_is_left_as_it_is():
    """The talk plays in November, and it may be any day here: the delivery's date is not the day to look again."""
    again = "Shall we look at it again on Friday the 6th"
    session = talk(turn(1, f"{STEP}. {again}?", {"next_step": STEP, "follow_up": again}))
    note = f"Hi Priya,\n{STEP.lower()}, by the 31st. We look at it again on Friday 6 November.\nBest, Jan"
    checked = check(note, session)
    assert (checked.day, checked.gone) == (None, "Friday 6 November")
    assert "Friday 6 November" not in checked.invented
    assert any("past" in sentence for sentence in sentences(checked))


@pytest.mark.parametrize(("promised", "quoted"), [("Nobody hears about your mother from me.", 1), ("Thank you.", 0)])
def test_what_silence_was_promised_about_is_asked_about(promised, quoted, january):
    secret = "My mum's on dialysis. Tuesdays and Thursdays I sit in the renal unit."
    session = talk(
        turn(1, "What happens on Tuesdays?", reply=secret, notes=[("told", "dialysis")]),
        turn(2, f"{promised} {STEP}.", {"next_step": STEP}),
    )
    note = "You open the living page at two.\nYou sit in the renal unit on Thursdays, with your mum on dialysis."
    found = check(note, session, january).confided
    assert len(found) == quoted
    assert all("dialysis" in sentence for sentence in found)


def test_a_promise_inside_a_longer_one_is_that_one():
    longer = "See you tomorrow at six, and bring the sheet"
    session = talk(
        turn(1, f"{longer}.", {"next_step": longer}),
        turn(2, "See you tomorrow at six", {"follow_up": "See you tomorrow at six"}),
    )
    assert [promise.turn for promise in agreed(session)] == [1]


def test_a_day_by_the_calendar_of_the_story_is_not_invented(january):
    """In the week after Wednesday 22 October, 'in two weeks' on a Wednesday is 5 November."""
    session = talk(turn(1, "Same place, Wednesday in two weeks?", {"follow_up": "Wednesday in two weeks"}))
    note = "We look again on Wednesday 5 November."
    story = replace(january, brief=replace(january.brief, what_happened="Today is Wednesday the 22nd of October."))
    assert check(note, session, january).invented == ("Wednesday 5 November",)
    assert check(note, session, story).invented == ()
    assert check("We look again on Thursday 11 December.", session, story).invented == ("Thursday 11 December",)
