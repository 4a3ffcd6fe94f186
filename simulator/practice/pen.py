"""The trainer's pen: a conversation gone through turn by turn and labelled blind, one typed line after the other.

Nothing here reads or prints: lines come in, lines to be shown go out, marks go to whoever keeps them. What the scorer
found is never looked at. A turn's labels are kept when the turn is left; the mark that closes them comes last, so that
a turn cut short is not taken for a judged one.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from scoring.vocabulary import COSTLY, PLAIN, REWARDED, SKILLS
from simulator.conversation.labels import HEARD, TRAINER, Judged, home, voice
from simulator.conversation.session import Mark, Session
from simulator.conversation.turn import Turn
from simulator.practice.naming import NOTHING_HEARD, meant, names_nothing
from simulator.practice.typed import Said, items, nearest, place

HELP = (
    "Type the skills that you hear in the user's words, with commas between. Their beginnings are enough.",
    'Words and a comment may follow a name:  curiosity "what was that like", blame (names a person)',
    f"{NOTHING_HEARD}. Enter alone goes on; a turn without labels then counts as nothing heard.",
    "/skills [PART]   the names, or those with PART in them",
    "/remove SKILL    takes a label away; /remove alone takes all",
    "/comment TEXT    a comment on the turn",
    "/skip            goes on without judging this turn",
    "/back [N]        one turn back, or to turn N",
    "/quit            leaves; what you marked is kept, and you can go on another time",
)
FORM = 'A line is names of skills with commas between, such as:  curiosity "what was that like", blame'


@dataclass(frozen=True, slots=True)
class Shown:
    """A turn as the trainer sees it: what was said and seen *before* it, and its *text* ('' for silence)."""

    number: int
    of: int
    before: str
    seen: tuple[str, ...]
    text: str
    labels: tuple[str, ...]


class Left(Exception):
    """The trainer has gone."""


class Pen:
    """One trainer going through one branch of a session. *keep* keeps a mark; what it raises goes on."""

    def __init__(self, session: Session, branch: int, by: str, keep: Callable[[Mark], None]):
        self._session, self._branch, self._by, self._keep = session, branch, by, keep
        self._everything = session.turns(branch)
        self.turns: tuple[Turn, ...] = tuple(turn for turn in self._everything if not turn.aside)
        self._voice = voice(session, by)
        self._choices: tuple[tuple[str, ...], Said] | None = None
        self.at = next((n for n, turn in enumerate(self.turns) if self.judged(turn) is None), len(self.turns))
        self._labels: dict[str, Mark] = {}
        self._comment = ""
        self._take_up()

    @property
    def done(self) -> bool:
        """Whether the last turn has been passed."""
        return self.at >= len(self.turns)

    @property
    def unjudged(self) -> tuple[int, ...]:
        """Numbers of the turns that have not been judged."""
        return tuple(turn.number for turn in self.turns if self.judged(turn) is None)

    def judged(self, turn: Turn) -> Judged | None:
        """What the trainer kept of *turn*."""
        return self._voice.judged.get(home(self._session, self._branch, turn.number))

    def shown(self) -> Shown:
        """The turn that is to be judged now."""
        turn = self.turns[self.at]
        index = self._everything.index(turn)
        before = self._everything[index - 1].reply if index else self._session.header.first_line
        course = {one.number: upto for one, upto in self._session.course(self._branch)}
        events = [event for event in self._session.happenings if event.after == index <= course.get(event.branch, -1)]
        seen = tuple(event.show for event in events)
        return Shown(turn.number, self.turns[-1].number, before, seen, turn.text, self._said())

    def typed(self, line: str) -> tuple[str, ...]:
        """Does what *line* asks; what is to be shown about it. Raises Left."""
        line = line.strip()
        choices, self._choices = self._choices, None
        if choices and line.isdecimal() and 1 <= int(line) <= len(choices[0]):
            return self._label(choices[0][int(line) - 1], choices[1])
        if line.startswith("/"):
            name, _, rest = line[1:].partition(" ")
            return self._ordered(name.lower(), rest.strip())
        if line == "?":
            return skill_lines("")
        if names_nothing(line) and self._draft().skills:
            return ("There are labels on this turn; /remove takes them away.",)
        if not line or names_nothing(line):
            self._leave_turn()
            self._go(self.at + 1)
            return ()
        said = items(line)
        if said is None:
            return (FORM, "/help shows all that you can type.")
        return tuple(text for one in said for text in self._named(one))

    def leave(self) -> None:
        """Keeps what was marked on the turn where the trainer stops, if anything was."""
        if not self.done and self._draft() != (self.judged(self.turns[self.at]) or Judged()):
            self._leave_turn()

    # ------------------------------------------------------------------------------------------------------------------

    def _ordered(self, name: str, rest: str) -> tuple[str, ...]:
        match name:
            case "help" | "h" | "?" | "":
                return HELP
            case "skills":
                return skill_lines(rest)
            case "skip":
                self._go(self.at + 1)
            case "back":
                return self._back(rest)
            case "remove":
                return self._remove(rest)
            case "comment":
                self._comment = " ".join(rest.split())
                return ("The comment is kept." if rest else "There is no comment now.",)
            case "quit" | "q" | "exit":
                self.leave()
                raise Left
            case _:
                return (f"There is no command /{name}; /help lists them.",)
        return ()

    def _back(self, rest: str) -> tuple[str, ...]:
        numbers = {str(turn.number): index for index, turn in enumerate(self.turns)}
        if rest and rest not in numbers:
            return (f"There is no turn {rest} to judge; the last one is {self.turns[-1].number}.",)
        if not rest and self.at == 0:
            return ("This is the first turn.",)
        self.leave()
        self._go(numbers[rest] if rest else self.at - 1)
        return ()

    def _remove(self, rest: str) -> tuple[str, ...]:
        if not rest:
            self._labels.clear()
            return ("No label is left on this turn.",)
        skill = meant(rest, self._labels)
        if skill is None:
            return (f"'{rest}' is not marked here; marked are: {', '.join(self._labels) or 'none'}.",)
        del self._labels[skill]
        return (f"- {skill}",)

    def _named(self, one: Said) -> tuple[str, ...]:
        skill = meant(one.name)
        if skill:
            return self._label(skill, one)
        near = nearest(one.name)
        if not near:
            return (f"There is no skill '{one.name}'; /skills lists them.",)
        self._choices = (near, one)
        offered = (f"  {n} {name} ({PLAIN[name]})" for n, name in enumerate(near, 1))
        return (f"There is no skill '{one.name}'. Type the number of one of these, or another name:", *offered)

    def _label(self, skill: str, one: Said) -> tuple[str, ...]:
        turn = self.turns[self.at]
        start, end = -1, -1
        if one.words:
            span = place(one.words, turn.text)
            if span is None:
                return (f"Turn {turn.number} does not have the words '{one.words}'; {skill} is not marked.",)
            start, end = span
        branch, _ = home(self._session, self._branch, turn.number)
        self._labels[skill] = Mark(TRAINER, turn.number, skill, HEARD, one.comment, start, end, branch, self._by)
        return (f"+ {self._told(self._labels[skill])}",)

    def _said(self) -> tuple[str, ...]:
        said = tuple(self._told(mark) for mark in self._labels.values())
        return (*said, f"comment: {self._comment}") if self._comment else said

    def _told(self, mark: Mark) -> str:
        words = f' "{self.turns[self.at].text[mark.start : mark.end]}"' if mark.start >= 0 else ""
        comment = f" ({mark.reason})" if mark.reason else ""
        return f"{mark.skill}, {PLAIN[mark.skill]}{words}{comment}"

    def _draft(self) -> Judged:
        return Judged(tuple(self._labels.values()), self._comment)

    def _leave_turn(self) -> None:
        turn = self.turns[self.at]
        at = home(self._session, self._branch, turn.number)
        draft = self._draft()
        if self._voice.judged.get(at) == draft:
            return
        for mark in records(at, draft, self._by, self._voice.half.get(at, {})):
            self._keep(mark)
        self._voice.half.pop(at, None)
        self._voice.judged[at] = draft

    def _go(self, index: int) -> None:
        self.at = index
        self._take_up()

    def _take_up(self) -> None:
        self._choices = None
        kept = (None if self.done else self.judged(self.turns[self.at])) or Judged()
        self._labels, self._comment = {mark.skill: mark for mark in kept.labels}, kept.comment


def records(at: tuple[int, int], judged: Judged, by: str, half: dict[str, Mark]) -> tuple[Mark, ...]:
    """The marks that keep *judged*: the labels and then the one that closes the turn.

    *half* are labels of an earlier attempt that was cut short; those that are not wanted any more are closed off first.
    """
    branch, number = at
    end = Mark(TRAINER, number, "", HEARD, judged.comment, branch=branch, by=by)
    cut = (replace(end, reason=""),) if set(half) - set(judged.skills) else ()
    return (*cut, *judged.labels, end)


def skill_lines(part: str = "") -> tuple[str, ...]:
    """The names of the skills with what people are told instead, or those with *part* in them."""
    part = part.strip().lower().replace(" ", "_")
    lines = []
    for title, names in (("They help:", REWARDED), ("They cost:", COSTLY)):
        found = [name for name in names if part in name or part.replace("_", " ") in PLAIN[name]]
        lines += [title, *(f"  {name:<22} {PLAIN[name]}" for name in found)] if found else []
    return tuple(lines) or (f"No skill has '{part}' in its name; there are {len(SKILLS)}, and /skills lists them.",)
