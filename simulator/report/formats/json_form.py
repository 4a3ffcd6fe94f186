"""JSON: the whole Review, one object."""

import json
from typing import TextIO

from simulator.codec import to_json
from simulator.report.review import Review


def write(review: Review, stream: TextIO) -> None:
    """Writes *review* as one JSON object; the scorecard in the form of `rehearse score --json`."""
    data = to_json(review)
    data["scorecard"] = review.scorecard.as_json()
    stream.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")
