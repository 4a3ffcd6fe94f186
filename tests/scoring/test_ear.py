"""The ear as others use it: the same words are heard the same however they are spelt, and quotes are the user's own."""

import os
import random
import subprocess
import sys
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import SKILLS, detect
from scoring.ear import SURE
from scoring.explain import explain
from scoring.text import MAX_CHARACTERS

LINES = (
    ("I don't want you to think I'm blaming you. I do want to understand what happened.", ["So it's my fault."]),
    ("So you asked twice, and nobody answered. What would have helped?", ["I asked. Twice. Nobody answered."]),
    ("You're always late, and I'm sick of it.", ["Sorry."]),
    ("Great, glad that's all fine then. Let's move on to the rota.", ["It's fine."]),
    ("I'm sorry that I said it in the channel. That was wrong of me.", ["In front of everybody."]),
)


def found(text, heard=()):
    return [(one.skill, one.quote) for one in detect(text, heard).findings]


def heard_skills(text, heard=()):
    return detect(text, heard).skills


def test_the_moves_a_newcomer_tries_first_are_heard():
    assert "contrasting" in heard_skills(*LINES[0])
    assert {"summarizing", "curiosity"} & set(heard_skills(*LINES[1]))
    assert {"blame", "judgement", "triggered"} & set(heard_skills(*LINES[2]))
    assert "fine_accepted" in heard_skills(*LINES[3])
    assert "apologizing" in heard_skills(*LINES[4])


def test_a_quote_is_exactly_what_was_typed_at_its_place():
    for text, heard in LINES:
        for one in detect(text, heard).findings:
            assert one.quote == text[one.start : one.end]
            assert one.quote.strip() == one.quote != ""


def test_nothing_is_found_in_nothing():
    for text in ("", "   ", "...", "?!", "*sighs*"):
        assert detect(text, ["I'm fine."]).findings == ()


def test_a_text_that_is_too_long_is_refused_in_words():
    with pytest.raises(ValueError, match="at most 20,000"):
        detect("a" * (MAX_CHARACTERS + 1))


def spelt(text: str, chance: random.Random) -> str:
    """*text* with the same words in another spelling of quotes, accents, spaces and invisible characters."""
    text = text.replace("'", chance.choice(["'", "’", "ʼ", "＇"]))
    text = text.replace('"', chance.choice(['"', "“", "”"]))
    text = unicodedata.normalize(chance.choice(["NFC", "NFD"]), text)
    words = text.split(" ")
    gap = ["  ", " ", "\u00a0", "\u2009", " \u200b"]
    return "".join(word + (chance.choice(gap) if at < len(words) - 1 else "") for at, word in enumerate(words))


def test_two_thousand_spellings_of_the_same_words_are_heard_the_same():
    chance = random.Random(7)
    accented = [(text.replace("blaming", "blâming"), heard) for text, heard in LINES]
    for text, heard in (*LINES, *accented):
        same = heard_skills(text, heard)
        for _ in range(200):
            assert heard_skills(spelt(text, chance), heard) == same


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.lists(st.text(max_size=80), max_size=2))
def test_any_text_is_heard_without_a_fault_and_twice_the_same(text, heard):
    first = detect(text, heard)
    assert first == detect(text, heard)
    for one in first.findings:
        assert one.skill in SKILLS
        assert 0 <= one.start < one.end <= len(text)
        assert 0 < one.strength <= 1


@pytest.mark.parametrize(
    "piece", ["&#: 7; ", "i am sorry but what do you think we should do about it then ", "fine ? "]
)
def test_the_time_grows_with_the_length_and_no_faster(piece):
    def seconds(characters: int) -> float:
        text = piece * (characters // len(piece))
        begun = time.process_time()
        detect(text, ["I'm fine."])
        return time.process_time() - begun

    seconds(2_500)
    short = max(0.004, min(seconds(2_500) for _ in range(3)))
    assert min(seconds(20_000) for _ in range(2)) < 24 * short  # eight times the text


def test_an_explanation_adds_up_to_the_score_it_explains():
    for text, heard in LINES:
        detection = detect(text, heard)
        sums = explain(text, heard)
        assert {one.skill for one in sums if one.finding} == set(detection.skills)
        for one in sums:
            shares = sum(share for _, share in (*one.for_it, *one.against))
            assert shares + one.rest + one.others + one.turn - one.bar == pytest.approx(one.value)
            assert (one.finding is None) == bool(one.because)
            assert one.finding is None or one.value > 0 or one.finding.strength >= min(SURE.values())


def test_what_asks_nothing_is_no_question():
    text, heard = "ok fine, whatever you want", ["I've had no help with it since March. It's fine."]
    assert not {"curiosity", "closed_question", "leading_question"} & set(heard_skills(text, heard))


@pytest.mark.parametrize(
    ("text", "heard"),
    [("Hello", "It's fine."), ("Good morning!", "Okay."), ("wow", "I saw it on a slide."), ("I see.", "They laughed.")],
)
def test_a_greeting_or_a_sound_is_no_move(text, heard):
    detection = detect(text, [heard])
    assert detection.skills == ()
    assert all(one.because for one in detection.cancelled)


def test_plain_words_count_whatever_the_weights_say():
    assert "triggered" in heard_skills("How dare you!", ["You don't care."])
    assert "stepping_out" in heard_skills("It's okay if you don't want to tell me.", ["Okay."])


def test_one_sorry_is_not_too_many():
    assert heard_skills("I'm so sorry, Zanele.", ["You let me hear it from him."]) == ("apologizing",)


@pytest.mark.parametrize(
    ("text", "judges"),
    [
        ("That is really unfair.", False),
        ("wow. that's just awful", False),
        ("It's not fair, what they did to you people.", False),
        ("That was unfair of you.", True),
        ("That is unprofessional.", True),
    ],
)
def test_taking_their_side_is_no_verdict_on_them(text, judges):
    assert ("judgement" in heard_skills(text, ["I found out with everybody else."])) is judges


@pytest.mark.parametrize(
    ("text", "contrasts"),
    [
        ("there's no list. honestly i don't buy it. you don't miss a handover because of a car park", False),
        ("I don't doubt you. I do want to see the log.", True),
    ],
)
def test_saying_that_they_are_not_believed_is_no_contrast(text, contrasts):
    assert ("contrasting" in heard_skills(text, ["It's fine. What's next on the list?"])) is contrasts


def test_what_is_heard_hangs_on_no_order_of_a_set():
    """Sums of floats depend on their order; it is the same in every process."""
    code = (
        "from scoring.ear import default_ear\n"
        "from tests.scoring.test_ear import LINES\n"
        "asked = 'May I answer that at the end, and do you think we could start with what it was that I did?'\n"
        "for text, heard in (*LINES, (asked, ())):\n"
        "    print([list(one.items()) for one in default_ear().hear(text, heard).segment_features()])\n"
    )
    read = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            cwd=Path(__file__).parents[2],
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(read) == 1
