"""Labelled corpora: JSON lines {id, prev, text, labels, maybe, evidence, writer}, and what is scored neither way."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

OVERLAPS = {
    "curiosity": frozenset(("solution_question",)),
    "next_step": frozenset(("follow_up",)),
    "facts": frozenset(("saying_what_you_see",)),
    "acknowledging": frozenset(("apologizing",)),
    "apologizing": frozenset(("over_apologizing",)),
    "avoidance": frozenset(("fine_accepted",)),
}
"""Neighbours: a label is scored neither way where its neighbour is given and it is not."""


@dataclass(frozen=True, slots=True)
class Item:
    """One labelled reply. *evidence* gives the characters that carry a label, as (label, start, end)."""

    id: str
    writer: str
    heard: tuple[str, ...]
    text: str
    labels: frozenset[str]
    maybe: frozenset[str]
    evidence: tuple[tuple[str, int, int], ...] = ()

    def counts(self, label: str) -> bool:
        """Whether *label* is scored on this item."""
        if label in self.labels:
            return True
        return label not in self.maybe and not OVERLAPS.get(label, frozenset()) & self.labels

    @property
    def clean(self) -> bool:
        """Whether nothing is to be found, for certain."""
        return not self.labels and not self.maybe


def read_corpus(paths: Iterable[Path]) -> list[Item]:
    """The items of the files at *paths*. Raises OSError, ValueError or KeyError where a line is not an item."""
    items = []
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            items += [_item(json.loads(line), path.stem) for line in lines if line.strip()]
    return items


def _item(row: dict, source: str) -> Item:
    text = row["text"]
    evidence = []
    for label, quote in row.get("evidence", {}).items():
        start = text.find(quote)
        if start >= 0:
            evidence.append((label, start, start + len(quote)))
    heard = row.get("prev") or []
    return Item(
        str(row["id"]),
        str(row.get("writer") or source),
        tuple([heard] if isinstance(heard, str) else heard),
        text,
        frozenset(row.get("labels", ())),
        frozenset(row.get("maybe", ())),
        tuple(evidence),
    )
