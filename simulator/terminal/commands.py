"""What a typed line that begins with a slash may be. Everything else is said."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its name, what stands after it, and what it does in a few words."""

    name: str
    takes: str
    does: str

    @property
    def shown(self) -> str:
        """The command as one types it."""
        return f"/{self.name} {self.takes}".rstrip()


COMMANDS = (
    Command("help", "", "these commands"),
    Command("facts", "", "what has been seen, heard or written"),
    Command("hint", "", "help for this moment: a nudge, then the skill, then an example"),
    Command("silence", "", "say nothing and wait; an empty line does the same"),
    Command("event", "[NAME]", "something happens in the room; without a name, what can happen"),
    Command("rewind", "[N]", "go back to the end of turn N, 0 for the beginning; without N, one turn"),
    Command("end", "", "end the conversation and read how it went"),
    Command("quit", "", "leave; the conversation is kept and can be taken up again"),
)
"""Every command, in the order in which help shows them."""

_ALIASES = {"?": "help", "h": "help", "exit": "quit", "q": "quit"}
_FORM = re.compile(r"/(?P<name>[A-Za-z?-]*)(?:[ \t]+(?P<rest>.*))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Ordered:
    """A command that was typed: its *name*, and the *rest* of the line."""

    name: str
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Misordered:
    """A line that looks like a command and is none; *remedy* is one sentence."""

    remedy: str


def parse(text: str) -> Ordered | Misordered | None:
    """The command in *text*; None where *text* is to be said. A space in front of the slash makes it speech."""
    match = _FORM.fullmatch(text.rstrip()) if text.startswith("/") else None
    if match is None:
        return None
    typed, rest = match["name"].lower(), (match["rest"] or "").strip()
    name = _ALIASES.get(typed, typed) or "help"
    command = next((one for one in COMMANDS if one.name == name), None)
    if command is None:
        return Misordered(f"There is no command /{typed}. {_nearest(typed)} {SPEECH}")
    if rest and not command.takes:
        return Misordered(f"/{name} stands alone on its line. {SPEECH}")
    return Ordered(name, rest)


SPEECH = "To say a line that begins with a slash, put a space in front."


def _nearest(typed: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(typed, [*(one.name for one in COMMANDS), *_ALIASES], n=1, cutoff=0.5)
    if close:
        return f"Did you mean /{_ALIASES.get(close[0], close[0])}?"
    return "/help lists them all."
