"""Rows of the file that is written: strings, lists and conditions as YAML, in the style of the shipped files."""

import json
import re
from collections.abc import Iterable

from simulator.authoring.audible import over_all
from simulator.authoring.wording import worded

_BARE = re.compile(r"[a-z_][a-z0-9_]*")
_TAKEN = ("yes", "no", "on", "off", "true", "false", "null")


class Rows:
    """Writes a user's texts. *fields* are those of the format, which in a text of theirs stay as they were typed."""

    def __init__(self, fields: dict[str, str], channel: str):
        self._fields, self._channel = fields, channel

    def said(self, text: str) -> str:
        """A text of the user's as a YAML string."""
        text = text.replace("{echo}", "(echo)")
        return string(text.replace("$", "$$") if worded(text, self._fields) != text else text)

    def block(self, indent: int, word: str, texts: Iterable[str]) -> list[str]:
        """A list of the user's texts, one a line, so that it is easily edited."""
        space = " " * indent
        return [f"{space}{word}:", *(f"{space}  - {self.said(text)}" for text in texts)]

    def stock(self, indent: int, word: str, texts: Iterable[str]) -> list[str]:
        """A list of texts that came with the program, as far as they come over the channel."""
        space = " " * indent
        return [f"{space}{word}:", *(f"{space}  - {string(text)}" for text in over_all(texts, self._channel))]


def string(text: str) -> str:
    """*text* in double quotes: JSON's strings are YAML's as well."""
    return json.dumps(text, ensure_ascii=False)


def strings(texts: Iterable[str]) -> str:
    """*texts* as a list in one row."""
    return "[" + ", ".join(map(string, texts)) + "]"


def flow(value: object) -> str:
    """Names, lists and mappings of them in one row, without quotes where none are needed."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(flow, value)) + "]"
    text = str(value)
    return text if _BARE.fullmatch(text) and text not in _TAKEN else string(text)
