"""The scorecard ranks whole talks as a reader does, and is not to be had by length, stuffing or serial kindness."""

import json
from functools import lru_cache
from pathlib import Path

import pytest

from scoring import detect
from scoring.ear import default_ear
from scoring.moments import Moments
from scoring.scorecard import Said, scorecard

DIALOGUES = Path(__file__).parents[1] / "data" / "corpora" / "dialogues.jsonl"
PERSON = ["You wanted to see me?", "It's fine.", "I don't know what you want me to say.", "Whatever you think."]

GAMED = {
    "the same magic words again and again": ["I hear you. I understand. Thank you for sharing. I appreciate you."] * 10,
    "one question after another": [
        "What happened?",
        "And what did you think?",
        "How did that feel?",
        "What else?",
        "How so?",
        "What would you say?",
        "And what was that like?",
        "What do you mean?",
        "How come?",
        "What now?",
    ],
    "one apology after another": [
        "I'm so sorry.",
        "I'm really sorry, I feel terrible.",
        "Sorry, sorry. I'm the worst.",
        "I'm sorry again, please forgive me.",
        "I can't say how sorry I am.",
        "I'm sorry for even asking.",
        "Sorry for everything.",
        "I'm sorry, I shouldn't have come.",
        "I do apologise.",
        "I'm so, so sorry.",
    ],
    "kindness that never names the issue": [
        "You seem a bit down. That sounds hard.",
        "I can hear how tired you are.",
        "It sounds as if it's been a lot.",
        "You look worn out.",
        "That must be heavy.",
        "I can see this hurts.",
        "You sound sad about it.",
        "It seems you feel alone with it.",
        "I hear how much it weighs on you.",
        "Take all the time you need.",
    ],
    "a list of skills in one breath": [
        "I don't want to blame you, I want to understand; what, how, sorry, thank you, so you"
    ]
    * 6,
}


@lru_cache(maxsize=1)
def moments() -> Moments:
    return Moments(default_ear())


def overall(talk: list[tuple[str, str]]) -> float:
    """The number of a talk of (what the other said before, what was said)."""
    found = [detect(mine, [other]) for other, mine in talk]
    chances = moments().chances([(other, one) for (other, _), one in zip(talk, found, strict=True)])
    return scorecard([Said(n, one) for n, one in enumerate(found, 1)], chances).overall


def exchanges(turns: list[dict]) -> list[tuple[str, str]]:
    talk, before = [], ""
    for turn in turns:
        if turn["speaker"] == "manager":
            talk.append((before, turn["text"]))
        else:
            before = turn["text"]
    return talk


@pytest.fixture(scope="module")
def by_quality() -> dict[str, list[float]]:
    found: dict[str, list[float]] = {}
    for line in DIALOGUES.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        found.setdefault(one["quality"], []).append(overall(exchanges(one["turns"])))
    print(found)
    return found


def test_skilled_talks_rank_over_mixed_ones_and_these_over_unskilled(by_quality):
    pairs = [
        (better, worse)
        for high, low in (("skilled", "mixed"), ("mixed", "unskilled"), ("skilled", "unskilled"))
        for better in by_quality[high]
        for worse in by_quality[low]
    ]
    assert sum(better > worse for better, worse in pairs) / len(pairs) >= 0.95


@pytest.mark.parametrize("trick", GAMED)
def test_a_trick_stays_below_every_mixed_talk(trick, by_quality):
    talk = [(PERSON[at % len(PERSON)], line) for at, line in enumerate(GAMED[trick])]
    assert overall(talk) < min(by_quality["mixed"])


def test_a_talk_is_not_better_for_being_said_twice(by_quality):
    line = DIALOGUES.read_text(encoding="utf-8").splitlines()[4]
    talk = exchanges(json.loads(line)["turns"])
    assert overall(talk + talk) <= overall(talk) + 10


def test_no_percentage_stands_below_three_chances():
    card = scorecard([Said(1, detect("What happened?", ["Nothing."]))])
    assert all(one.percent is None for one in card.skills)
