"""What the coach says after a turn. What the ear hears is given, so that these tests are about the remark."""

from scoring.findings import Detection, Finding
from simulator.conversation.talk import Talk
from simulator.practice.coaching import remark

HEARS = {
    "Is this still a good moment for you": "permission",
    "You always let everybody down": "blame",
    "You forgot the handover on the 4th": "facts",
    "What was it like": "curiosity",
}


def ear(text: str, heard) -> Detection:
    """Hears what HEARS says, without the mark that closes it."""
    found = [(text.find(words), words, skill) for words, skill in HEARS.items() if words in text]
    return Detection(
        text, tuple(Finding(skill, at, at + len(words), words, f"{skill}/given", 1.0) for at, words, skill in found)
    )


def said(stage, *texts: str):
    """The last of *texts* said, with the person before it."""
    talk = Talk(stage, ear, 8)
    for text in texts[:-1]:
        talk.say(text)
    before = talk.mind
    return talk.say(texts[-1]), before, talk.scenario


def test_a_remark_quotes_what_was_heard_and_says_what_it_did(january_stage):
    heard, did, *_ = remark(*said(january_stage, "Is this still a good moment for you?"))
    assert heard == 'Heard: asking permission ("Is this still a good moment for you?").'
    assert did == "Asking permission made it safer and a little calmer for Priya, because the talk had only begun."


def test_a_costly_move_is_named_with_what_it_did(january_stage):
    heard, did, *_ = remark(*said(january_stage, "Hello.", "You always let everybody down."))
    assert "blame" in heard
    assert "less safe and much more heated for Priya" in did


def test_a_remark_says_why_a_move_counted_for_less(january_stage):
    opening = "Is this still a good moment for you?"
    _, did, *_ = remark(*said(january_stage, opening, f"And again. {opening}"))
    assert "It counted for less: it had been used a moment ago." in did


def test_silence_is_a_move_and_has_a_remark(january_stage):
    heard, *_ = remark(*said(january_stage, ""))
    assert heard == "You said nothing, and waited."


def test_a_misreading_is_told_with_what_the_person_thought(january_stage):
    turn, before, scenario = said(january_stage, "Hello.", "You forgot the handover on the 4th.")
    assert "misread" in dict(turn.reaction.notes)
    assert any("Priya thought: '" in line for line in remark(turn, before, scenario))


def test_a_line_out_of_role_has_no_remark(january_stage):
    assert remark(*said(january_stage, "I want to die.")) == ()


def test_nothing_of_a_remark_is_a_figure(january_stage):
    lines = remark(*said(january_stage, "Hello.", "What was it like for you? You always let everybody down."))
    assert not any(character.isdigit() for line in lines for character in line)
