"""The measures, on a worked example; the floors of the ear, on writers whom neither rules nor weights have seen."""

from pathlib import Path

import pytest

from scoring import evaluate
from scoring.corpus import Item, read_corpus
from scoring.findings import Finding
from scoring.measure import any_of, interval, measure
from scoring.vary import lower, typos

CORPORA = Path(__file__).parents[1] / "data" / "corpora"
FLOORS = {
    "T9": {"macro": 0.87, "costly": 0.98, "clean": 0.95, "evidence": 0.86, "lower": 0.04, "typos": 0.03},
    "T10": {"macro": 0.87, "costly": 0.94, "clean": 0.92, "evidence": 0.86, "lower": 0.03, "typos": 0.03},
}
"""What is reached, to be raised; the last two are ceilings of what macro F1 loses. Wanted for both is 0.03."""
LISTENERS = "T8"
"""Conversations of people whose trade is listening, as they are spoken; few of the skills come up in them."""


def item(id, text, labels, maybe=(), evidence=()):
    return Item(id, "a", (), text, frozenset(labels), frozenset(maybe), tuple(evidence))


def finding(skill, start, end, text):
    return Finding(skill, start, end, text[start:end], f"{skill}/x", 0.9)


def test_the_figures_of_a_worked_example():
    text = "What happened? You never listen."
    items = [
        item("1", text, {"curiosity", "blame"}, evidence=[("curiosity", 0, 14), ("blame", 15, 32)]),
        item("2", text, {"curiosity"}, maybe={"blame"}),
        item("3", "Hello.", set()),
        item("4", "Good morning.", set()),
    ]
    found = [
        [finding("curiosity", 0, 13, text)],  # right; blame is missed
        [finding("blame", 15, 31, text), finding("curiosity", 0, 13, text)],  # blame is in doubt: neither way
        [],
        [finding("sarcasm", 0, 4, "Good morning.")],  # wrong, on a clean item
    ]
    measured = measure(items, found)
    assert (measured.counts["curiosity"].right, measured.counts["curiosity"].wrong) == (2, 0)
    assert measured.counts["blame"].f1 == 0
    assert measured.macro == pytest.approx((1 + 0) / 2)  # curiosity 1, blame 0; nothing else is in the corpus
    assert measured.micro == pytest.approx(2 * 2 / (2 * 2 + 1 + 1))  # 2 right, 1 wrong, 1 missed
    assert measured.costly_precision == 0
    assert measured.clean_share == pytest.approx(1 / 2)
    assert measured.evidence == pytest.approx(13 / 14)
    assert measured.confused[("nothing", "sarcasm")] == 1


def test_skills_that_are_one_thing_to_experts_are_counted_once():
    text = "You're tired. It's the evenings."
    both = {"summarizing", "reflecting_feeling"}
    items = [
        item("1", text, both),  # one of the two is enough
        item("2", text, {"summarizing"}),
        item("3", text, {"blame"}),
        item("4", text, {"blame"}, maybe={"summarizing"}),  # in doubt: neither way
        item("5", text, {"summarizing"}),
    ]
    found = [[finding("summarizing", 0, 13, text)]] * 4 + [[]]
    count = any_of(items, found, sorted(both))
    assert (count.right, count.wrong, count.missed) == (2, 1, 1)


def test_an_interval_holds_its_figure():
    items = [item(str(n), "x", {"blame"}) for n in range(40)]
    found = [[finding("blame", 0, 1, "x")] if n % 2 else [] for n in range(40)]
    low, high = interval(items, found, lambda one: one.counts["blame"].recall, draws=200)
    assert low < 0.5 < high
    assert high - low < 0.4


def test_a_varied_item_keeps_its_labels_and_loses_its_marks():
    one = item("7", "I Don't know. Really?", {"curiosity"}, evidence=[("curiosity", 0, 3)])
    assert lower(one).text == "i don't know really"
    assert lower(one).labels == one.labels
    assert lower(one).evidence == ()
    assert typos(one) == typos(one)


@pytest.fixture(scope="module", params=FLOORS)
def unseen(request):
    items = read_corpus([CORPORA / "heldout" / f"{request.param}.jsonl"])
    return items, evaluate.hear(items), FLOORS[request.param]


def test_the_ear_keeps_its_floors_on_unseen_writers(unseen):
    items, findings, floors = unseen
    measured = measure(items, findings)
    print("\n".join(evaluate.figures(items, findings, draws=0)))
    assert measured.macro >= floors["macro"]
    assert measured.costly_precision >= floors["costly"]
    assert measured.clean_share >= floors["clean"]
    assert measured.evidence >= floors["evidence"]


def test_those_whose_trade_is_listening_are_heard():
    items = read_corpus([CORPORA / "heldout" / f"{LISTENERS}.jsonl"])
    findings = evaluate.hear(items)
    wanted = {"open questions": 0.94, "reflections": 0.70}
    for name, skills in evaluate.TOGETHER.items():
        assert any_of(items, findings, skills).f1 >= wanted[name]


@pytest.mark.parametrize("vary", [lower, typos])
def test_hurried_typing_costs_little(unseen, vary):
    items, findings, floors = unseen
    varied = [vary(one) for one in items]
    lost = measure(items, findings).macro - measure(varied, evaluate.hear(varied)).macro
    assert lost <= floors[vary.__name__]


def test_the_command_prints_what_it_measured(capsys):
    assert evaluate.main([str(CORPORA / "heldout" / "T9.jsonl"), "--draws", "0"]) == 0
    out = capsys.readouterr().out
    assert "macro F1" in out
    assert "taken for" in out


def test_a_corpus_that_is_none_is_refused(tmp_path, capsys):
    (tmp_path / "a.jsonl").write_text("{not json", encoding="utf-8")
    assert evaluate.main([str(tmp_path / "a.jsonl")]) == 1
    assert "can't be read" in capsys.readouterr().err
