"""What the person makes of the manner of a message."""

import pytest

from scoring import REWARDED, detect
from simulator.conversation.hearing import Hearing
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
