"""What the person makes of the manner of a message."""

import pytest

from scoring import REWARDED, Detection, Finding, Spotter, detect
from simulator.conversation.hearing import COMES_TO_IT, Hearing
from simulator.conversation.talk import detected
from simulator.persona.mind import wake


@pytest.fixture(scope="module")
def hear(january):
    """What the person hears of a text typed first."""
    hearing, mind = Hearing(january), wake(january, january.level("standard"))
    return lambda text: hearing.hear(detect(text, ["Okay."]), mind, ["Okay."], [])


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("asdkjh", "unreadable"),
        ("lkjsdf sdfkj", "unreadable"),
        ("?????", "unreadable"),
        ("!", "unreadable"),
        ("hmmm", "short"),
        ("...", "short"),
        ("👍", "short"),
        ("16:30", "short"),
        ("whatever", "dismissive"),
        ("Oh well, whatever.", "dismissive"),
        ("You're fired.", "dismissive"),
        ("whats wrong with you", "dismissive"),
        ("so what?", "dismissive"),
        ("shut up", "abusive"),
        ("Terrible weather today, isn't it.", "off_topic"),
        ("What happened? Who was there? When?", "many_questions"),
        ("", "silence"),
    ],
)
def test_the_manner_of_a_message_is_told_by_its_shape(hear, text, shape):
    assert hear(text).shape == shape


@pytest.mark.parametrize("text", ["So what do we do now?", "Whatever you need, tell me."])
def test_words_of_a_brush_off_in_a_kind_message_brush_nobody_off(hear, text):
    assert hear(text).shape in ("question", "statement")


@pytest.mark.parametrize("text", ["you're fired", "What's wrong with you?", "I hear you, now shut up", "?????"])
def test_no_kind_move_is_heard_in_an_insult_a_brush_off_or_noise(hear, text):
    assert not set(hear(text).skills) & set(REWARDED)


def asked(january, text):
    hearing = Hearing(january)
    return hearing.hear(detect(text, ["Okay."]), wake(january, january.level("standard")), ["Okay."], []).asked


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Is the release on track? And how is your mum?", "mum_now"),
        ("How is your mum? And is the release on track?", "release"),
        ("How is your mum? I saw the release on track.", "mum_now"),
        ("I saw the release on track. how is your mum", "mum_now"),
        ("Nobody told you before? how is your mum now", "mum_now"),
    ],
)
def test_the_last_question_is_answered_first(january, text, first):
    assert asked(january, text)[0] == first


@pytest.mark.parametrize(
    "text", ["Your mum, the release on track. What else?", "The release on track. Did I get that?"]
)
def test_what_stands_before_no_question_mark_is_not_asked_where_others_are_typed(january, text):
    assert "release" not in asked(january, text)


def test_of_two_in_one_sentence_the_one_with_more_words_is_answered_first(january):
    spotter = Spotter(
        {"short": ("the boiler",), "long": ("your wife know",), "both": ("the boiler", "about the boiler")}
    )
    assert spotter.longest("Does your wife know about the boiler?") == {"short": 2, "long": 3, "both": 3}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Most days what?", True),
        ("sorry, most days what", True),
        ("leave what up?", True),
        ("Tell me what happened.", False),
        ("What days?", False),
        ("So what do most people up there say to that?", False),
    ],
)
def test_words_said_back_with_a_what_ask_what_was_meant(january, text, meant):
    said = ["Most days I leave it up."]
    hearing, mind = Hearing(january), wake(january, january.level("standard"))
    assert ("what_was_meant" in hearing.hear(detect(text, said), mind, said, []).asked) is meant


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Anyway, how was your weekend?", True),
        ("anyway so about the handover", False),
        ("Let's not talk about the handover today, how was your weekend?", True),
    ],
)
def test_who_comes_to_the_matter_has_not_left_it(january_stage, text, left):
    found = detected(detect, january_stage, text, ["Well. It rained.", "So it goes."])
    assert ("avoidance" in found.skills) is left
    assert any(one.because == COMES_TO_IT for one in found.cancelled) is not left


@pytest.mark.parametrize(
    ("line", "left"),
    [("I wasn't at my desk. I'd rather leave it at that, for now.", False), ("I was in a corridor.", True)],
)
def test_who_leaves_it_because_they_asked_has_not_dropped_it(january_stage, line, left):
    text = "We'll leave it there."

    def ear(text, heard):
        return Detection(text, (Finding("avoidance", 0, 20, text[:20], "by/hand", 0.9),))

    assert ("avoidance" in detected(ear, january_stage, text, [line]).skills) is left


def test_the_last_question_is_answered_before_a_statement_that_stands_before_it(january):
    said = ["There was never a good week to tell anybody."]
    hearing, mind = Hearing(january), wake(january, january.level("standard"))
    told = "You always say fine. What was it like for you, that week in January?"
    found = detect(told, said)
    assert "curiosity" in found.skills
    assert "said_fine" not in hearing.hear(found, mind, said, []).asked
    alone = "You always say fine."
    assert hearing.hear(detect(alone, said), mind, said, []).asked == ("said_fine",)


@pytest.mark.parametrize(
    ("text", "takes_up"),
    [
        ("a machine?? with your own money?", True),
        ("You bought the machine with your savings, then.", True),
        ("Well, a machine is a machine.", False),
        ("What about Friday?", False),
    ],
)
def test_who_asks_in_their_words_takes_up_what_they_said(january, text, takes_up):
    said = ["I bought the machine myself. With money I'd put by, our savings."]
    hearing, mind = Hearing(january), wake(january, january.level("standard"))
    assert hearing.hear(detect(text, said), mind, said, []).takes_up is takes_up
