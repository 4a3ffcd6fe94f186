"""JSON: the whole Review, one object."""

import json
import re
from typing import TextIO

from simulator.codec import to_json
from simulator.report.review import Review

_STEERING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What could steer a screen that shows the file, or break the file: written as an escape, so that nothing is lost."""


def write(review: Review, stream: TextIO) -> None:
    """Writes *review* as one JSON object; the scorecard in the form of `rehearse score --json`."""
    data = to_json(review)
    data["scorecard"] = review.scorecard.as_json()
    text = json.dumps(data, ensure_ascii=False, indent=1)
    stream.write(_STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n")
