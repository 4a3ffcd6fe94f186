"""The corpora: every item well formed, and two readers who agree."""

from pathlib import Path

import pytest

from scoring import SKILLS
from scoring.corpus import Item, read_corpus
from simulator.report.agreement import Agreement

CORPORA = Path(__file__).parents[1] / "data" / "corpora"
KAPPA = 0.9  # Cohen's, over all skills together: what a second reader reached


@pytest.fixture(scope="module")
def items() -> list[Item]:
    return read_corpus([*sorted(CORPORA.glob("fitted/*.jsonl")), *sorted(CORPORA.glob("heldout/*.jsonl"))])


def test_every_label_is_known_and_every_item_has_a_name_of_its_own(items):
    assert not {label for item in items for label in item.labels | item.maybe} - set(SKILLS)
    assert len({item.id for item in items}) == len(items)


def test_the_words_of_the_evidence_stand_in_the_text(items):
    marked = sum(len({label for label, _, _ in item.evidence}) for item in items)
    assert marked >= 0.98 * sum(len(item.labels) for item in items)


def test_no_reply_is_fitted_that_is_held_out(items):
    fitted = {(item.heard, item.text) for item in items if not item.writer.startswith("T")}
    assert not [item.id for item in items if item.writer.startswith("T") and (item.heard, item.text) in fitted]


def test_a_second_reader_agrees(items):
    by_id = {item.id: item for item in items}
    pairs = [row.split("\t") for row in (CORPORA / "second_reader.tsv").read_text().splitlines() if row[0] != "#"]
    assert len(pairs) >= 200
    both = first = second = neither = 0
    for id, heard in pairs:
        for skill in SKILLS:
            if skill in by_id[id].maybe:
                continue
            there, here = skill in by_id[id].labels, skill in heard.split(",")
            both, first = both + (there and here), first + (there and not here)
            second, neither = second + (here and not there), neither + (not here and not there)
    assert Agreement("all", both, first, second, neither).kappa >= KAPPA
