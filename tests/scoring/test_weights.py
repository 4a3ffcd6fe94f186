"""The fitted weights: small, readable, whole, and applied as they are written."""

from math import exp, log

import pytest

from scoring import SKILLS
from scoring.lexicon import Lexicon
from scoring.lexicon import load as load_words
from scoring.weights import load, model
from scoring.weights.model import FOLDER, SEGMENT, TURN, Weights

MOST_BYTES = 2 * 1024 * 1024


def test_every_skill_has_its_table_and_all_are_small():
    files = sorted(FOLDER.glob("*.tsv"))
    assert {file.stem for file in files} >= set(SKILLS)
    assert sum(file.stat().st_size for file in files) <= MOST_BYTES


def test_a_table_that_is_written_is_read_the_same(tmp_path):
    settings = {model.BIAS[SEGMENT]: -2.5, model.BIAS[TURN]: 0.25, model.THRESHOLD[model.STOPPED]: 0.1}
    model.write(tmp_path / "blame.tsv", "for a test", settings, {"you never": 1.24, "sorry": -0.6}, {"late~": 0.2})
    read = load(SKILLS, tmp_path)
    index = SKILLS.index("blame")
    assert read.tables[SEGMENT] == {"you never": [(index, 1.2)], "sorry": [(index, -0.6)]}
    assert read.tables[TURN] == {"late~": [(index, 0.2)]}
    assert (read.bias[SEGMENT][index], read.bias[TURN][index], read.threshold[model.STOPPED][index]) == (
        -2.5,
        0.25,
        0.1,
    )


def test_a_score_is_the_sum_it_is_said_to_be():
    weights = Weights(("blame",))
    weights.tables[SEGMENT] = {"a": [(0, 2.0)], "b": [(0, -1.0)]}
    weights.bias[SEGMENT][0], weights.threshold[model.STOPPED][0] = -0.5, 0.3
    first, second = weights.scores(SEGMENT, {"a": 3.0, "b": 4.0}), weights.scores(SEGMENT, {"a": 1.0})
    assert first == [pytest.approx((2 * 3 - 4) / 5 - 0.5)]
    assert weights.whole([first, second], [0.2]) == [pytest.approx(log(exp(first[0]) + exp(second[0])) + 0.2 - 0.3)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("undrestand", "understand"),
        ("happned", "happened"),
        ("apologse", "apologise"),
        ("understand", "understand"),
        ("now", "now"),
        ("nto", "nto"),
    ],
)
def test_a_mistyped_word_is_read_as_what_it_stands_for(typed, meant):
    assert load_words().correct(typed) == meant


def test_a_right_word_is_never_corrected():
    assert Lexicon({"planned"}, {"planner"}).correct("planner") == "planner"
