"""Slack's own export: a list of messages in JSON, one file a channel and day."""

import html
import re
from collections.abc import Iterator
from typing import Any

from simulator.importers.turns import Piece

_USER = re.compile(r"<@([A-Z0-9]{1,30})(?:\|([^<>|]{1,80}))?>")
_LINK = re.compile(r"<(?:[#!]|(?=https?:|mailto:))([^<>|]{1,2000})(?:\|([^<>]{0,500}))?>")
_SAID = (None, "", "thread_broadcast", "me_message", "bot_message")
"""Kinds of messages that are somebody's words; others tell who came, left or changed something."""


def claims(entries: list) -> bool:
    """Whether *entries* are Slack's messages."""
    return any(isinstance(one, dict) and one.get("type") == "message" and "ts" in one for one in entries[:50])


def pieces(entries: list) -> Iterator[Piece]:
    """What was said in *entries*, the oldest first."""
    messages = [one for one in entries if isinstance(one, dict) and one.get("type", "message") == "message"]
    names = dict(filter(None, map(_named, messages)))
    messages = [one for one in messages if one.get("subtype") in _SAID and isinstance(one.get("text"), str)]
    messages.sort(key=_at)  # a thread stands where it began
    start = _at(messages[0]) if messages else 0.0
    for one in messages:
        who = str(one.get("user") or "")
        speaker = names.get(who) or str(one.get("username") or who)
        yield Piece(speaker, _shown(one["text"], names), round(_at(one) - start, 3))


def _named(message: dict[str, Any]) -> tuple[str, str] | None:
    profile = message.get("user_profile")
    if not isinstance(profile, dict):
        return None
    name = profile.get("real_name") or profile.get("display_name") or profile.get("name")
    return (str(message.get("user")), name) if isinstance(name, str) and name else None


def _at(message: dict[str, Any]) -> float:
    try:
        at = float(str(message.get("ts"))[:40])
    except ValueError:
        return 0.0
    return at if 0 <= at < 1e12 else 0.0


def _shown(text: str, names: dict[str, str]) -> str:
    """*text* as Slack shows it."""
    text = _USER.sub(lambda match: f"@{names.get(match[1]) or match[2] or match[1]}", text)
    text = _LINK.sub(lambda match: match[2] or match[1], text)
    return html.unescape(text)
