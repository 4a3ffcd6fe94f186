"""Markdown: "**Name:** text", "- Name: text", a heading with a name and text below it."""

import re
from collections.abc import Iterator

from simulator.importers import labels, times
from simulator.importers.names import labelled, like_a_name, words_of_language
from simulator.importers.source import Source
from simulator.importers.transcript import Transcript

NAME = "Markdown"

_PREFIX = re.compile(r"[ \t]{0,8}(?:>[ \t]?){0,4}[ \t]*(?:[-*+][ \t]+|[0-9]{1,3}[.)][ \t]+)?")
_HEADING = re.compile(r"(#{1,6})[ \t]+(.{1,120}?)[ \t]*#*$")
_AT = rf"[\[(]?(?:{times.CLOCK}){times.HALF}?[\])]?"
_STRONG = re.compile(
    rf"(?P<mark>\*\*|__|\*|_)(?P<before>{_AT}[ \t]*[-–—]?[ \t]*)?(?P<name>[^*_\n]{{1,80}}?)[ \t]*(?P<inside>[:：])?"
    rf"[ \t]*(?P=mark)[ \t]*(?P<after>{_AT})?[ \t]*(?P<outside>[:：])?[ \t]*(?P<text>.*)$"
)
_RULE = re.compile(r"[ \t]*(?:(?:[-*_][ \t]*){3,}|`{3}.{0,40}|~{3}.{0,40})$")
_OURS = "## Counts, for those who want them"
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]<>#|!~&$+.()\-])")


def claims(source: Source) -> bool:
    """Whether more lines name a speaker in Markdown than in plain text, and at least two."""
    marked = sum(1 for line in source.lines if line.strip() and _marked(line))
    plain = sum(1 for line in source.lines if labelled(line.strip()))
    return marked >= 2 and marked > plain / 2


def read(source: Source) -> Transcript:
    """The transcript in Markdown. Raises TranscriptError."""
    if _OURS in source.lines:
        line = source.lines.index(_OURS) + 1
        raise source.fault("I07", "this is a review, not a talk; give the session or the file that it is about", line)
    return labels.read_lines(source, list(_plain(source.lines)), NAME)


def _plain(lines: tuple[str, ...]) -> Iterator[str]:
    """The lines as plain "Name: text", as many as there were."""
    for line in lines:
        if _RULE.match(line):
            yield ""
            continue
        marked = _marked(line)
        if not marked and _HEADING.match(line):
            yield labels.BREAK
        else:
            yield _ESCAPED.sub(r"\1", marked or line[_quote(line) :])


def _quote(line: str) -> int:
    """Where a line begins after the marks of a quotation."""
    return re.match(r"[ \t]*(?:>[ \t]?){0,4}", line).end() if line.lstrip().startswith(">") else 0


def _marked(line: str) -> str:
    """*line* as "time Name: text" where Markdown marks a name, else ''."""
    prefix = _PREFIX.match(line)
    rest = line[prefix.end() :]
    if heading := _HEADING.match(rest):
        name = heading[2].strip("*_ ").removesuffix(":")
        return f"{name}:" if heading[1] != "#" and like_a_name(name) and not words_of_language(name) else ""
    if strong := _STRONG.match(rest):
        name, text = strong["name"].strip(), strong["text"]
        if (strong["inside"] or strong["outside"] or not text) and labelled(f"{name}: x"):
            at = (strong["before"] or strong["after"] or "").strip(" \t-–—")
            return f"{at} {name}: {text}".strip()
        return ""
    return rest if prefix[0].strip() and labelled(rest) else ""
