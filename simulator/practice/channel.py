"""By what a heavy matter is to be talked over: a room before a screen, a screen before a telephone, writing last.

Only what the words plainly say is read; a place that no list knows is nobody's fault.
"""

import re
from dataclasses import dataclass

FACE, VOICE, WRITING = "face", "voice", "writing"

_FACE = re.compile(
    r"\b(?:in person|face[ -]to[ -]face|eye to eye|sit down|sitting down|meet(?:ing)?|\w*room|office|canteen|kitchen|"
    r"caf[eé]|garden|bench|video(?: ?call)?|zoom|camera|on screen|teams (?:call|meeting)|facetime|a walk|"
    r"over (?:a )?(?:coffee|lunch|tea)|come by|drop in|at (?:my|your|her|his|their) (?:desk|place))\b",
    re.IGNORECASE,
)
_VOICE = re.compile(
    r"\b(?:(?:tele)?phone|call|ring|rings|voice (?:call|note)|on the line)\b",
    re.IGNORECASE,
)
_BY_LETTER = (
    r"\b(?:by|via|over|on|in|through|per)\s+(?:an?\s+|the\s+|my\s+|our\s+)?"
    r"(?:e-?mails?|mails?|chat|text(?: message)?s?|messages?|messaging|slack|whatsapp|signal|sms|dms?|writing|"
    r"teams chat|letters?|post-its?)\b"
)
_IN_WRITING = re.compile(
    rf"{_BY_LETTER}|"
    r"\b(?:text|write to|write|mail|e-?mail|message|dm)\s+(?:her|him|them|you)\b",
    re.IGNORECASE,
)
_TALKED_IN_WRITING = re.compile(
    r"\b(?:talk|speak|chat|discuss|go (?:over|through)|sort|settle|clear|resolve|do|have|handle|conversation)\b"
    rf"[^.?!\n]{{0,60}}?{_BY_LETTER}|"
    r"\b(?:send|write|text|mail|e-?mail|message)\s+me\s+(?:back\s+)?(?:with\s+)?(?:your|what you|how you)\b"
    r"[^.?!\n]{0,40}|"
    r"\b(?:write|type|answer|reply)\s+(?:back\s+)?(?:here|below)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Channel:
    """By what it is to be talked over, FACE, VOICE, WRITING or '', and the *words* that say so."""

    kind: str = ""
    words: str = ""


def of_place(text: str) -> Channel:
    """The channel that is planned in *text*, the answer to where it will be. The nearest to a face counts."""
    return _first(text, (FACE, _FACE), (VOICE, _VOICE), (WRITING, _IN_WRITING))


def of_invitation(text: str) -> Channel:
    """The channel for which the invitation *text* asks. That it is itself written says nothing."""
    return _first(text, (FACE, _FACE), (WRITING, _TALKED_IN_WRITING), (VOICE, _VOICE))


def _first(text: str, *kinds: tuple[str, re.Pattern]) -> Channel:
    for kind, pattern in kinds:
        found = pattern.search(text)
        if found:
            return Channel(kind, found[0].strip())
    return Channel()
