"""The trainer's pen: what may be typed about a turn, what is kept of it, and that nothing of the scorer's is seen."""

import pytest

from simulator.conversation.labels import home, voice
from simulator.practice.closing import differences, end_of_blindness
from simulator.practice.naming import NOTHING_HEARD, meant
from simulator.practice.pen import HELP, Left, Pen, skill_lines
from simulator.practice.typed import Said, items, nearest, place
from tests.report.hearing import conversation, judge

TEXTS = ("Hello, a blame here. It’s  late.", "a curiosity here", "goodbye")


@pytest.fixture
def session(january_stage):
    return conversation(january_stage, *TEXTS).session


@pytest.fixture
def pen(session):
    return Pen(session, 0, "Ana", session.marks.append)


def kept(session, by="Ana"):
    return {number: one.skills for (_, number), one in voice(session, by).judged.items()}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("curiosity", (Said("curiosity"),)),
        ("curiosity, blame", (Said("curiosity"), Said("blame"))),
        ('curiosity "a, b"  , blame (why, because)', (Said("curiosity", "a, b"), Said("blame", "", "why, because"))),
        ("closed question “is it”", (Said("closed question", "is it"),)),
        ("curiosity,", (Said("curiosity"),)),
        ('"what"', None),
        ("curiosity (unclosed", None),
        ('curiosity "unclosed', None),
    ],
)  # fmt: skip
def test_a_line_is_names_with_words_and_comments(line, found):
    assert items(line) == found


@pytest.mark.parametrize(
    ("typed", "skill"),
    [
        ("curiosity", "curiosity"), ("CURI", "curiosity"), ("closed question", "closed_question"),
        ("closed-question", "closed_question"), ("an open question", "curiosity"), ("a 'why'", "why_question"),
        ("a", None), ("", None), ("f", None), ("over", "over_apologizing"),
    ],
)  # fmt: skip
def test_a_name_may_be_short_or_plain(typed, skill):
    assert meant(typed) == skill


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("curousity", "curiosity"),
        ("question", "solution_question"),
        ("sumarising", "summarizing"),
        ("apologetic", "apologizing"),
    ],
)
def test_the_nearest_names_are_offered(typed, near):
    assert meant(typed) is None
    assert near in nearest(typed)


def test_words_are_found_whatever_their_capitals_spaces_and_apostrophes():
    assert place("it's late", "Hello. It’s  late.") == (7, 17)
    assert place("nowhere", "Hello.") is None
    assert place("a.c", "abc") is None


def test_an_empty_line_goes_on_and_counts_as_nothing_heard(pen, session):
    pen.typed("")
    assert (pen.at, kept(session)) == (1, {1: ()})


def test_nothing_is_named_here_as_wherever_it_is_named(pen, session):
    assert any(line.startswith(NOTHING_HEARD) for line in HELP)
    assert pen.typed("?") == skill_lines("")
    pen.typed("0")
    assert (pen.at, kept(session)) == (1, {1: ()})
    pen.typed("curiosity")
    assert "/remove" in pen.typed("0")[0]
    assert pen.at == 1


def test_labels_are_kept_with_their_words_and_comments_when_the_turn_is_left(pen, session):
    assert pen.typed('bla "A  BLAME here" (a verdict)') == ('+ blame, blame "a blame here" (a verdict)',)
    assert session.marks == []
    pen.typed("/comment a hard opening")
    pen.typed("")
    (judged,) = voice(session, "Ana").judged.values()
    (label,) = judged.labels
    assert TEXTS[0][label.start : label.end] == "a blame here"
    assert (label.who, label.verdict, label.reason, label.by) == ("trainer", "heard", "a verdict", "Ana")
    assert judged.comment == "a hard opening"


def test_a_name_that_is_not_known_is_picked_by_its_number(pen):
    said = pen.typed("curousity")
    assert "1 curiosity (an open question)" in said[1]
    assert pen.typed("1") == ("+ curiosity, an open question",)
    assert "There is no skill '1'" in pen.typed("1")[0]  # the choice is over


def test_words_that_are_not_there_mark_nothing(pen, session):
    assert "does not have the words 'nowhere'" in pen.typed('blame "nowhere"')[0]
    pen.typed("")
    assert kept(session) == {1: ()}


def test_a_line_of_another_form_is_refused_with_the_right_one(pen):
    assert "such as:" in pen.typed("blame (unclosed")[0]
    assert "no command /frob" in pen.typed("/frob")[0]


def test_skipping_leaves_a_turn_unjudged(pen, session):
    pen.typed("blame")
    pen.typed("/skip")
    assert (pen.at, kept(session), pen.unjudged) == (1, {}, (1, 2, 3))


def test_going_back_shows_and_changes_what_was_marked(pen, session):
    pen.typed("blame, facts")
    pen.typed("")
    pen.typed("/back")
    assert pen.shown().labels == ("blame, blame", "facts, facts")
    pen.typed("/remove facts")
    pen.typed("")
    assert kept(session) == {1: ("blame",)}


def test_a_turn_that_is_left_as_it_was_is_not_kept_again(pen, session):
    pen.typed("blame")
    pen.typed("")
    count = len(session.marks)
    pen.typed("/back 1")
    pen.typed("")
    assert len(session.marks) == count


def test_going_back_has_its_limits(pen):
    assert pen.typed("/back") == ("This is the first turn.",)
    assert pen.typed("/back 9") == ("There is no turn 9 to judge; the last one is 3.",)


def test_quitting_keeps_what_was_typed_and_resuming_goes_on_there(pen, session):
    pen.typed("")
    pen.typed("curiosity")
    with pytest.raises(Left):
        pen.typed("/quit")
    assert kept(session) == {1: (), 2: ("curiosity",)}
    assert Pen(session, 0, "ana", session.marks.append).at == 2  # however the name is written


def test_quitting_on_an_untouched_turn_leaves_it_unjudged(pen, session):
    with pytest.raises(Left):
        pen.typed("/quit")
    assert kept(session) == {}


def test_two_trainers_do_not_see_one_another(session):
    judge(session, 1, "blame", by="Ben")
    assert Pen(session, 0, "Ana", session.marks.append).shown().labels == ()


def test_labels_that_a_crash_left_behind_do_not_come_back(session):
    failing = iter([True, False])

    def keep(mark):
        if not next(failing, True):
            raise OSError("the disk is full")
        session.marks.append(mark)

    pen = Pen(session, 0, "Ana", keep)
    pen.typed("blame")
    with pytest.raises(OSError, match="full"):
        pen.typed("")  # the label was kept, the mark that closes the turn was not
    assert kept(session) == {}
    again = Pen(session, 0, "Ana", session.marks.append)
    again.typed("facts")
    again.typed("")
    assert kept(session) == {1: ("facts",)}


def test_the_turn_is_shown_with_what_was_said_and_seen_before_it(january_stage):
    play = conversation(january_stage, "hello")
    event = play.talk.scenario.events[0]
    play.happen(event)
    play.say("a curiosity here")
    pen = Pen(play.session, 0, "", play.session.marks.append)
    pen.typed("")
    shown = pen.shown()
    assert (shown.number, shown.of, shown.text) == (2, 2, "a curiosity here")
    assert (shown.before, shown.seen) == (play.talk.turns[0].reply, (event.show,))


def test_a_line_out_of_role_is_not_to_be_judged(january_stage):
    play = conversation(january_stage, "hello", f"I want to {january_stage.scenario.crisis_words[0]}", "goodbye")
    assert [bool(turn.aside) for turn in play.session.turns()] == [False, True, False]
    pen = Pen(play.session, 0, "Ana", play.session.marks.append)
    assert [turn.text for turn in pen.turns] == ["hello", "goodbye"]
    pen.typed("blame")
    pen.typed("")
    pen.typed("facts")
    pen.typed("")
    assert (pen.done, kept(play.session)) == (True, {1: ("blame",), 2: ("facts",)})


def test_marks_find_their_turn_beside_lines_out_of_role_and_after_going_back(january_stage):
    play = conversation(january_stage, f"I want to {january_stage.scenario.crisis_words[0]}", "a blame here", "hello")
    play.rewind(2)  # two lines were typed, the first of them out of role
    play.say("a facts here")
    session = play.session
    assert [home(session, 1, number) for number in (1, 2)] == [(0, 1), (1, 2)]
    judge(session, 1, "curiosity", branch=1)
    assert Pen(session, 1, "Ana", session.marks.append).shown().text == "a facts here"


def test_closing_overrules_the_scorer_wherever_the_two_differ(session):
    judge(session, 1, "facts", comment="a date")
    judge(session, 2, "curiosity")
    marks = end_of_blindness(session, 0, voice(session, "Ana"), "Well done.")
    assert [(m.turn, m.skill, m.verdict, m.reason) for m in marks] == [
        (1, "blame", "wrong", "a date"), (1, "facts", "missing", "a date"), (0, "", "heard", "Well done."),
    ]  # fmt: skip
    assert [(one.skill, one.words) for one in differences(session, 0, voice(session, "Ana"))] == [
        ("blame", "blame"), ("facts", ""),
    ]  # fmt: skip
