"""The speed goals hold, each as a ratio in one run."""

import pytest

from tests.benchmarks import ratios


def test_hearing_takes_at_most_a_quarter_of_brute_force():
    first = ratios.detection(sample=150)[0]
    assert first.ratio <= first.goal


@pytest.mark.parametrize("measure", [ratios.more_rules, ratios.turn])
def test_a_goal_is_reached(measure):
    found = measure()
    print(found)
    assert found.ratio <= found.goal * 1.25  # two noisy cores
