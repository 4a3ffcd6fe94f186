"""Times as transcripts write them. Every pattern is of bounded length, so that no text can make it slow."""

import re

CLOCK = r"[0-9]{1,3}:[0-9]{1,2}(?::[0-9]{1,2})?(?:[.,][0-9]{1,6})?"
"""0:03, 00:01:02, 0:0:5.100, 9:41:05."""

HALF = r"(?:[  \u202f]?[AaPp]\.?[Mm]\b\.?)"
"""AM and PM, with the narrow space that telephones write before them."""

_CLOCK = re.compile(rf"({CLOCK})(?:({HALF}))?")
_SECONDS = re.compile(r"[0-9]{1,7}(?:\.[0-9]{1,9})?")


def seconds(text: str) -> float | None:
    """The time *text* in seconds; None where it is none. A plain number is seconds already."""
    text = text.strip()
    if _SECONDS.fullmatch(text):
        return float(text)
    match = _CLOCK.fullmatch(text)
    if match is None:
        return None
    parts = [float(part) for part in match[1].replace(",", ".").split(":")]
    if match[2]:  # a clock: hours and minutes come first
        hours = parts[0] % 12 + (12 if "p" in match[2].lower() else 0)
        return hours * 3600 + parts[1] * 60 + (parts[2] if len(parts) > 2 else 0)
    total = 0.0
    for part in parts:
        total = total * 60 + part
    return total


def elapsed(text: str) -> bool:
    """Whether the time *text* looks like a place in a recording and not like a time of day."""
    return re.fullmatch(CLOCK, text.strip()) is not None
