"""Asks the questions of the worksheet, one at a time. Every one can be skipped, and whatever is said is kept."""

import contextlib
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from simulator.cleaning import clean
from simulator.practice.asker import NOTHING, Asker, Enough
from simulator.practice.checks import remarks
from simulator.practice.preparation import Preparation, Turned
from simulator.practice.worksheet import FACTS, LINES, SECTIONS, TEXT, TICKS, TURNED, Field, Section, named

LONGEST = 2_000  # characters of one answer
BACK = "/back"
"""Typed alone it goes back to the question before; what was answered stands."""

MANY = 20  # answers to a question that takes several


def interview(
    preparation: Preparation,
    asker: Asker,
    name: str,
    evidence: Iterable[str],
    today: date,
    keep: Callable[[Preparation], None],
    sections: Iterable[str] = (),
) -> Preparation:
    """*preparation* as it is after the questions about *name*; *keep* is called after every answer.

    *evidence* are the facts of the brief. With *sections* only those are asked.
    """
    wanted = set(sections)
    ask = _Interview(preparation, asker, name, tuple(evidence), today, keep)
    steps = [
        (section, field) for section in SECTIONS if not wanted or section.name in wanted for field in section.fields
    ]
    with contextlib.suppress(Enough), asker.open():
        place = 0
        while place < len(steps):
            place = ask.step(*steps[place], place)
    return ask.preparation


class _Interview:
    """One walk through the worksheet."""

    def __init__(self, preparation, asker, name, evidence, today, keep):
        self.preparation, self._asker, self._name = preparation, asker, name
        self._evidence, self._today, self._keep = evidence, today, keep
        self._enough = self._back = False

    def step(self, section: Section, field: Field, place: int) -> int:
        """Asks one *field*, the one at *place*; the place of the next."""
        if field is section.fields[0]:
            self._asker.tell("", section.title.upper(), section.about)
        self._asker.tell("", *filter(None, [self._worded(field.ask), self._worded(field.help)]))
        self._back = False
        self._field(field)
        return max(0, place - 1) if self._back else place + 1

    def _field(self, field: Field) -> None:
        """Asks once, and once more where a remark gives a reason to."""
        for again in (False, True):
            before = getattr(self.preparation, field.name)
            value = _FORMS[field.form](self, field, before, again)
            changed = value != before
            if changed:
                self.preparation = replace(self.preparation, **{field.name: value}, written=self._today.isoformat())
                self._keep(self.preparation)
            if self._enough:
                raise Enough
            if self._back:
                return
            found = remarks(field.name, self.preparation, self._today, self._evidence) if changed or not again else ()
            if found:
                self._asker.tell(*(f"  {'+' if one.fine else '-'} {one.text}" for one in found))
            if not any(not one.fine for one in found):
                return

    # Forms --------------------------------------------------------------------------------------

    def _text(self, field: Field, before: str, again: bool) -> str:
        return self._one("  Change it? (Enter keeps it) > " if again else "  > ", before)

    def _lines(self, field: Field, before: tuple[str, ...], again: bool) -> tuple[str, ...]:
        if again and not self._yes("  Change them? (y, or Enter to go on) "):
            return before
        return self._several(before, "  > ")

    def _ticks(self, field: Field, before: tuple[str, ...], again: bool) -> tuple[str, ...]:
        for number, (key, about) in enumerate(field.choices, 1):
            self._asker.tell(f"  {number}  [{'x' if key in before else ' '}] {about}")
        names = [key for key, _ in field.choices]
        while True:
            said = self._ask("  Numbers, such as 1 3: ")
            if not said:
                return before
            if said == NOTHING:
                return ()
            chosen = _numbers(said, len(names))
            if chosen is not None:
                return tuple(names[number - 1] for number in sorted(set(chosen)))
            self._asker.tell(f"  Numbers from 1 to {len(names)}, please; Enter goes on.")

    def _facts(self, field: Field, before: tuple[str, ...], again: bool) -> tuple[str, ...]:
        if again and not self._yes("  Change them? (y, or Enter to go on) "):
            return before
        for number, fact in enumerate(self._evidence, 1):
            self._asker.tell(f"  {number}  [{'x' if fact in before else ' '}] {fact}")
        own = [fact for fact in before if fact not in self._evidence]
        self._asker.tell(*(f"     [x] {fact}" for fact in own))
        found: list[str] = []
        while len(found) < MANY:
            said = self._ask("  Numbers, or a fact in your words; Enter ends: ")
            if not said:
                break
            if said == NOTHING:
                return ()
            chosen, words = _numbers_first(said, len(self._evidence))
            found += [self._evidence[number - 1] for number in chosen]
            found += [words] if words else []
        return tuple(dict.fromkeys(found)) or before

    def _turned(self, field: Field, before: tuple[Turned, ...], again: bool) -> tuple[Turned, ...]:
        if again and not self._yes("  Change them? (y, or Enter to go on) "):
            return before
        found: list[Turned] = []
        for old in before:
            assumption = self._one("  I assume: ", old.assumption)
            if assumption:
                found.append(Turned(assumption, self._one("  As a question: ", old.question)))
        while len(found) < MANY:
            said = self._ask("  I assume (Enter ends): ")
            if not said or said == NOTHING:
                break
            found.append(Turned(said, self._ask("  As a question, with 'what' or 'how': ")))
        return tuple(found)

    # Asking -------------------------------------------------------------------------------------

    def _several(self, before: tuple[str, ...], mark: str) -> tuple[str, ...]:
        found = [one for old in before if (one := self._one(mark, old))]
        while len(found) < MANY:
            said = self._ask(mark)
            if not said or said == NOTHING:
                break
            found.append(said)
        return tuple(found)

    def _one(self, question: str, before: str) -> str:
        said = self._ask(question, before)
        return "" if said == NOTHING else said or before

    def _yes(self, question: str) -> bool:
        return self._ask(question).lower() in ("y", "yes")

    def _ask(self, question: str, offered: str = "") -> str:
        """The answer. After enough, or on the way back, nothing more is asked: a list keeps what was said before."""
        if self._enough or self._back:
            return ""
        try:
            said = _instead(clean(self._asker.ask(question, offered)).strip(), offered)[:LONGEST]
            self._back = said == BACK
            return "" if self._back else said
        except Enough:
            self._enough = True
            return ""

    def _worded(self, text: str) -> str:
        return named(text, self._name)


def _instead(said: str, offered: str) -> str:
    """What was typed right behind an *offered* answer, without a space, is meant in its place."""
    more = said.removeprefix(offered) if offered else ""
    ended = more != said and len(more) > 1 and (offered[-1] in ".?!…" or more[0].isupper())
    return more if ended and more[0].isalnum() else said


def _numbers(said: str, most: int) -> list[int] | None:
    """The numbers 1 to *most* in *said*, or None where it is something else."""
    parts = said.replace(",", " ").split()
    if parts and all(part.isdecimal() and 1 <= int(part) <= most for part in parts):
        return [int(part) for part in parts]
    return None


def _numbers_first(said: str, most: int) -> tuple[list[int], str]:
    """The numbers 1 to *most* that stand before the words of *said*, and those words: "1 3 he was late on the 4th"
    chooses two and adds one. A single number before words belongs to them: "3 people saw it"."""
    all_of_it = _numbers(said, most)
    if all_of_it is not None:
        return all_of_it, ""
    match = re.match(r"((?:\d{1,2}(?:\s*,\s*|\s+)){2,})(?=\D)", said)
    chosen = _numbers(match[1], most) if match else None
    return (chosen, said[match.end() :]) if chosen else ([], said)


_FORMS = {
    TEXT: _Interview._text,
    LINES: _Interview._lines,
    TICKS: _Interview._ticks,
    FACTS: _Interview._facts,
    TURNED: _Interview._turned,
}
