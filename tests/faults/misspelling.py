"""Ways to spoil a scenario file: as authors mistype, editors mangle and strangers try."""

import re
from collections.abc import Callable
from pathlib import Path
from random import Random

from simulator.authoring.shelf import SHIPPED, situations_in

SCENARIOS: tuple[Path, ...] = (*situations_in(SHIPPED), *sorted((SHIPPED / "follow_ups").glob("*.yaml")))
LARGER = 3  # times the clean file: what is larger may take longer, and that shows nothing

_TOKENS = (
    "&a ",
    "*a",
    "!!python/object/apply:os.system ",
    "!x ",
    "<<: ",
    "{",
    "}",
    "[",
    "]",
    ": ",
    "- ",
    "? ",
    "| ",
    "> ",
    "# ",
    "'",
    '"',
    "---\n",
    "...\n",
    "%YAML 1.1\n",
    "\t",
    "\u202e",
    "\x07",
    "\u2028",
    "\ufeff",
    "\x85",
    "~",
    "null",
    "true",
    "no",
    "12:30",
    "1e999",
    "-1",
    "99999999999999999999",
    "0x10",
    "0o17",
    ".inf",
    "NaN",
    "{replace: [",
    "first: ",
    "last: ",
    "$They ",
    "$name",
    "{echo}",
    "${they}",
    "$",
    "os.system",
    "__class__",
    "{0.__class__}",
    "{{ 7 * 7 }}",
    "\\x00",
    "\\ud800",
)
_WORD = re.compile(r"[A-Za-z_]{2,}")
_NUMBER = re.compile(r"\d+")


def spoilt(place: int, chance: Random) -> str:
    """The scenario at *place* with one or two faults."""
    text = SCENARIOS[place].read_text(encoding="utf-8")
    most = LARGER * len(text)
    for _ in range(chance.choice((1, 1, 1, 2))):
        text = chance.choice(_WAYS)(text, chance)[:most]
    return text


def _span(text: str, chance: Random) -> tuple[int, int]:
    first = chance.randrange(len(text) + 1)
    return first, min(len(text), first + chance.choice((1, 2, 5, 20, 100)))


def _letters(text: str, chance: Random) -> str:
    """A slip of the finger: a letter wrong, missing or doubled."""
    at = chance.randrange(len(text) or 1)
    return text[:at] + chance.choice(("", text[at : at + 1] * 2, chance.choice("abcdeist_ .:'"))) + text[at + 1 :]


def _cut(text: str, chance: Random) -> str:
    return text[: chance.randrange(len(text) + 1)]


def _left_out(text: str, chance: Random) -> str:
    first, last = _span(text, chance)
    return text[:first] + text[last:]


def _inserted(text: str, chance: Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(_TOKENS) * chance.choice((1, 1, 1, 1, 30, 2_000)) + text[at:]


def _line(text: str, chance: Random) -> str:
    """A line left out, doubled, moved or put at another indent."""
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    match chance.randrange(4):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[at])
        case 2:
            lines.insert(chance.randrange(len(lines)), lines.pop(at))
        case _:
            lines[at] = (
                chance.choice(("  ", " ", "")) + lines[at].lstrip() if chance.random() < 0.5 else "  " + lines[at]
            )
    return "\n".join(lines)


def _block(text: str, chance: Random) -> str:
    """Some lines of another scenario in the place of these."""
    lines, others = text.split("\n"), chance.choice(SCENARIOS).read_text(encoding="utf-8").split("\n")
    at, there, size = chance.randrange(len(lines)), chance.randrange(len(others)), chance.choice((1, 3, 10))
    return "\n".join([*lines[:at], *others[there : there + size], *lines[at + size :]])


def _exchanged(pattern: re.Pattern, words: tuple[str, ...] = ()) -> Callable[[str, Random], str]:
    """A name or number in the place of another: of the same file, or of *words*."""

    def way(text: str, chance: Random) -> str:
        found = list(pattern.finditer(text))
        if len(found) < 2:
            return text
        here, other = chance.choice(found), chance.choice(found).group()
        return text[: here.start()] + chance.choice((other, *words)) + text[here.end() :]

    return way


def _dialogue(text: str, chance: Random) -> str:
    """Another word in a line of dialogue: what an author does all day."""
    quoted = list(re.finditer(r'"[^"\n]{8,}"', text))
    if not quoted:
        return text
    here = chance.choice(quoted)
    at = chance.randrange(here.start() + 1, here.end())
    return text[:at] + chance.choice(("so ", "$5 ", "{echo} ", "(", ")", "é", "\u2019", "😀", "\\\\", "#")) + text[at:]


_WAYS: tuple[Callable[[str, Random], str], ...] = (
    _letters,
    _letters,
    _cut,
    _left_out,
    _inserted,
    _inserted,
    _line,
    _block,
    _exchanged(_WORD),
    _exchanged(_NUMBER, ("0", "100", "999")),
    _dialogue,
    _dialogue,
    _dialogue,
    _dialogue,
)
