"""The rows of tests/data/method.yaml, and the page that is written from them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent.parent
SOURCE = ROOT / "tests" / "data" / "method.yaml"
PAGE = ROOT / "scoring" / "METHOD.md"
BEGIN, END = "<!-- written from tests/data/method.yaml by python -m tests.method -->", "<!-- end -->"

Shown = dict[str, Any]
"""One thing that shows a row; the comment at the top of the file says what may stand in it."""

KEYS = {
    "talk": set("as about turn event hears marks lacks uses tells shows after answered costs ends".split()),
    "worksheet": {"write", "says", "against"},
    "drill": {"scenario", "finds"},
    "debrief": {"talk", "as", "says", "reflects", "first", "last"},
    "note": {"talk", "as", "says"},
    "page": {"says"},
    "sheet": {"scenario", "says"},
    "command": {"says"},
}
"""What each kind may say. A note and a part of the debrief name a talk as well, so they are looked for first."""

_KINDS = ("worksheet", "drill", "debrief", "note", "page", "sheet", "command", "talk")


@dataclass(frozen=True, slots=True)
class Row:
    """One element of the method: where it is practised, what shows it, and what is not *yet* there."""

    step: str
    element: str
    practised: str
    shows: tuple[Shown, ...]
    yet: str = ""


def kind(shown: Shown) -> str:
    """What kind of thing *shown* is."""
    return next(name for name in _KINDS if name in shown)


def rows() -> tuple[Row, ...]:
    """All rows, in order."""
    steps = yaml.safe_load(SOURCE.read_text(encoding="utf-8"))
    return tuple(
        Row(step["step"], row["element"], row["practised"], tuple(row["shows"]), row.get("yet", ""))
        for step in steps
        for row in step["rows"]
    )


def tables() -> str:
    """The tables of the page, one a step."""
    made, step = [], ""
    for row in rows():
        if row.step != step:
            step = row.step
            made += ["", f"## {step}", "", "| element | practised | where it shows |", "|---|---|---|"]
        practised = f"{row.practised}<br>Not yet: {row.yet}." if row.yet else row.practised
        made.append(f"| {row.element} | {practised} | {_all(row.shows)} |")
    return "\n".join(made[1:])


def page(text: str) -> str:
    """*text* with its tables written anew between BEGIN and END. Raises ValueError where one of them is not there."""
    before, rest = text[: text.index(BEGIN) + len(BEGIN)], text[text.index(END) :]
    return f"{before}\n\n{tables()}\n\n{rest}"


def _all(shows: tuple[Shown, ...]) -> str:
    # What a talk is called stands once: "`x`, skilled: turn 2 facts; turn 3 contrasting".
    found: dict[str, list[str]] = {}
    for shown in shows:
        head, what = _said(shown)
        found.setdefault(head, []).append(what)
    return "<br>".join(f"{head} {'; '.join(dict.fromkeys(filter(None, what)))}".strip() for head, what in found.items())


def _said(shown: Shown) -> tuple[str, str]:
    """Where *shown* is found, and what is found there."""
    match kind(shown):
        case "talk":
            return f"`{shown['talk']}`, {shown['as']}:", _turn(shown)
        case "worksheet":
            beside = shown.get("against")
            return "`prepare`:", f"{shown['worksheet']}{', beside the talk' if beside else ''}"
        case "drill":
            finds = f" ({', '.join(shown['finds'])})" if "finds" in shown else ""
            return "`drill`:", f"{shown['drill']}{finds}"
        case "debrief":
            return "`debrief`:", shown["debrief"]
        case "note":
            return "`note`:", f'"{shown["says"]}"'
        case "command":
            return f"`{shown['command']}`:", f'"{shown["says"]}"'
        case "sheet":
            return "`sheet`:", f"the {shown['sheet']}'s"
        case _:
            return f"{shown['page']}:", f'"{shown["says"]}"'


def _turn(shown: Shown) -> str:
    if "ends" in shown:
        return f"ends as {' or '.join(shown['ends'])}"
    said = [*shown.get("hears", ())]
    said += [f"mark {mark}" for mark in shown.get("marks", ())]
    said += [f"no {skill}" for skill in shown.get("lacks", ())]
    said += [f"told: {shown['tells']}"] if "tells" in shown else []
    said += [shown["shows"]] if "shows" in shown else []
    said += ["answered in words of their own"] if "answered" in shown else []
    said += [f"then {shown['after']}"] if "after" in shown else []
    said += ["a chance used"] if "uses" in shown else []
    said += ["with a rewrite"] if "costs" in shown else []
    said += [f"({shown['about']})"] if "about" in shown else []
    event = f"after /event {shown['event']}, " if "event" in shown else ""
    return f"turn {shown['turn']} {event}{', '.join(said)}"
