"""Safe, exact reading of a hand-written YAML file.

YAML can do more than an author needs and some of it is dangerous or surprising, so the stream of events is checked
before any tree is built: no anchors, aliases or tags, no deep nesting, no bombs, no duplicate keys, and only
true, false, null and plain numbers become anything but text ("no", "on" and 12:30 stay words).
"""

import re
from pathlib import Path

import yaml

from scoring.authored.problem import Place, Problem, Text
from scoring.authored.tree import Mapping, Node, Scalar, Sequence

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 24
MAX_NODES = 60_000
MAX_TEXT = 20_000  # characters in one value

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})")
_FLOAT = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}")
# Controls, bidirectional overrides and lone surrogates would take over a screen or a file later on.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def read_file(path: Path, shown: str | None = None) -> tuple[Node | None, list[Problem]]:
    """The tree of the file at *path*, or None, and every fault found. *shown* is the path as messages name it."""
    shown = shown or str(path)
    try:
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except IsADirectoryError:
        return None, [Problem(Place(Text(shown)), "Y01", "this is a folder, not a file; name a .yaml file")]
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        return None, [Problem(Place(Text(shown)), "Y01", f"the file can't be read: {reason}")]
    if len(data) > MAX_BYTES:
        return None, [
            Problem(Place(Text(shown)), "Y02", f"the file is larger than {MAX_BYTES // 1024} KiB; split it up")
        ]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        line = before.count("\n") + 1
        place = Place(Text(shown), line, len(before) - before.rfind("\n"))
        return None, [Problem(place, "Y03", "the file is not UTF-8 text from here on; save it as UTF-8")]
    return read_text(text, shown)


def read_text(text: str, shown: str) -> tuple[Node | None, list[Problem]]:
    """The tree of *text*, or None, and every fault found. *shown* is the path as messages name it."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = tuple(text.split("\n"))
    source = Text(shown, lines)
    problems = [
        Problem(
            Place(source, number, match.start() + 1),
            "Y04",
            f"the character U+{ord(match.group()):04X} can't be seen and is not allowed here; delete it",
        )
        for number, line in enumerate(lines, 1)
        for match in _UNSAFE.finditer(line)
    ]
    if problems:
        return None, problems[:50]
    builder = _Builder(source)
    try:
        root = builder.build(text)
    except _Refused:
        return None, builder.problems
    except yaml.YAMLError as error:
        builder.problems.append(_syntax(error, source))
        return None, builder.problems
    if root is None and not builder.problems:
        builder.problems.append(Problem(Place(source), "Y05", "the file is empty"))
    return (None if builder.problems else root), sorted(builder.problems)


class _Refused(Exception):
    """Reading stops here: to go on would cost too much."""


class _Builder:
    """Builds the tree from parser events with a stack of its own, so that nesting can't exhaust the interpreter's."""

    def __init__(self, source: Text):
        self.source, self.problems = source, []

    def place(self, event: yaml.Event) -> Place:
        start, end = event.start_mark, event.end_mark
        lines = self.source.lines
        line = lines[start.line] if start.line < len(lines) else ""
        width = end.column - start.column if end.line == start.line else len(line.rstrip()) - start.column
        return Place(self.source, start.line + 1, start.column + 1, max(1, width))

    def fault(self, place: Place, code: str, message: str) -> None:
        self.problems.append(Problem(place, code, message))

    def build(self, text: str) -> Node | None:
        root: Node | None = None
        stack: list[tuple[type, Place, list]] = []
        nodes = documents = 0
        for event in yaml.parse(text, Loader=_LOADER):
            if isinstance(event, yaml.NodeEvent):
                nodes += 1
                if nodes > MAX_NODES:
                    self.fault(self.place(event), "Y02", f"more than {MAX_NODES} values in one file; split it up")
                    raise _Refused
                self._refuse_tricks(event)
            if isinstance(event, yaml.ScalarEvent):
                node = self._scalar(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                if len(stack) >= MAX_DEPTH:
                    self.fault(self.place(event), "Y06", f"nested more than {MAX_DEPTH} levels deep; flatten it")
                    raise _Refused
                kind = Mapping if isinstance(event, yaml.MappingStartEvent) else Sequence
                stack.append((kind, self.place(event), []))
                continue
            elif isinstance(event, yaml.CollectionEndEvent):
                kind, place, held = stack.pop()
                node = self._mapping(place, held) if kind is Mapping else Sequence(tuple(held), place)
            elif isinstance(event, yaml.AliasEvent):
                node = Scalar(None, self.place(event))  # refused already; the place is kept for what follows
            else:
                documents += isinstance(event, yaml.DocumentStartEvent)
                if documents > 1:
                    self.fault(self.place(event), "Y05", "a second document starts here ('---'); keep one a file")
                    raise _Refused
                continue
            if stack:
                stack[-1][2].append(node)
            else:
                root = node
        return root

    def _refuse_tricks(self, event: yaml.NodeEvent) -> None:
        tag = getattr(event, "tag", None)
        if not event.anchor and not tag:  # nearly every value
            return
        place = self.place(event)
        if isinstance(event, yaml.AliasEvent):
            self.fault(place, "Y07", f"'*{event.anchor}' repeats another part; write the text out instead")
        elif event.anchor:
            self.fault(place, "Y07", f"'&{event.anchor}' is an anchor; anchors are not used here, delete it")
        if tag and tag != "!":
            self.fault(place, "Y08", f"'{tag}' is a tag; tags are not used here, delete it")

    def _mapping(self, place: Place, held: list[Node]) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(held[::2], held[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.fault(key.place, "Y09", "a list or mapping can't be a key; quote it if it is meant as text")
                continue
            name = _as_written(key.value)
            if name in entries:
                first = entries[name][0].place.line
                self.fault(key.place, "Y10", f"'{name}' stands here already, in line {first}; keep one of them")
                continue
            if name == "<<":
                self.fault(key.place, "Y07", "'<<' merges another part; write the text out instead")
                continue
            entries[name] = (Scalar(name, key.place), value)
        return Mapping(tuple(entries.values()), place)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        place, text = self.place(event), event.value
        if len(text) > MAX_TEXT:
            self.fault(place, "Y02", f"this text has more than {MAX_TEXT} characters; split it up")
        if event.style or event.anchor:
            return Scalar(text, place)
        if text in _WORDS:
            return Scalar(_WORDS[text], place)
        if _INTEGER.fullmatch(text):
            return Scalar(int(text), place)
        if _FLOAT.fullmatch(text):
            return Scalar(float(text), place)
        return Scalar(text, place)


def _as_written(value: object) -> str:
    """A key as the author wrote it: keys are words here, also where YAML reads a number or a truth value."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return str(value)


def _syntax(error: yaml.YAMLError, source: Text) -> Problem:
    """What PyYAML says of a text it can't parse, with its place and in the words of an author."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    number, column = (mark.line, mark.column) if mark else (0, 0)
    number = min(number, len(source.lines) - 1)
    said = getattr(error, "problem", None) or str(error).split("\n")[0]
    hint = next((remedy for sign, remedy in _REMEDIES.items() if sign in said), "check the lines just above as well")
    if source.lines[number][: column + 1].lstrip(" ").startswith("\t"):
        hint = _REMEDIES["tab"]
    return Problem(Place(source, number + 1, column + 1), "Y11", f"this is not YAML: {said}; {hint}")


_REMEDIES = {
    "mapping values are not allowed": "a text with ': ' in it needs quotes",
    "tab": "indent with spaces, not tabs",
    "cannot start any token": "quote a text that starts with @, ` or %",
    "did not find expected key": "look for a missing quote or a wrong indent",
    "did not find expected '-' indicator": "the items of a list start with '- ' at one indent",
    "did not find expected ',' or": "a bracket is not closed, or a comma is missing",
    "could not find expected ':'": "a key needs ': ' after it",
    "found unexpected end of stream": "a quote or bracket opened here is not closed",
    "unknown escape": "use single quotes around a text with backslashes",
}
