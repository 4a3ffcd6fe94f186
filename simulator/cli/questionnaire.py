"""The five-minute questionnaire, asked on the terminal. What is answered becomes wizard.Answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from simulator.authoring.wizard import (
    LONGEST,
    SURPRISE,
    TEMPERAMENTS,
    Answers,
    about_them_remark,
    capitalised,
    is_surprise,
    misread_labels,
    puts_right,
    remarks,
    says_nobody,
)
from simulator.practice.asker import NOTHING

if TYPE_CHECKING:
    from simulator.practice.interview import Asker

BACK = "/back"
_HOW = f"'{BACK}' goes back: to the beginning of a question, and from there to the one before."
_AGAIN = "   Again, or Enter to keep it: "
_HEARD = (
    "  In the talk this may not be heard as putting it right. Say what you don't mean, and then what you do:",
    "  'I'm not here to tell you that. I do want to hear how it is for you, and find something that works.'",
    "  As it stands it will be taken as a plain no, and the usual answer is shown as the example.",
)
_CHANNELS = {"in person": "in_person", "video": "video", "phone": "phone", "chat": "chat"}
_OWN = "own"
_NEEDED = "  This one is needed. (Ctrl-C leaves.)"
_DETAILS = 2  # sentences about a secret that are asked for


Notes = Callable[[str], list[str]]
"""What there is to think over in something that was typed."""


class _Back(Exception):
    """The user wants to go back. *typed* is what stood before the word in the same line, and is kept."""

    def __init__(self, typed: str = ""):
        super().__init__()
        self.typed = typed


def ask_all(asker: Asker) -> Answers:
    """Every question in turn, and back where that is wanted. Raises Enough where the user has had enough."""
    one = _Questionnaire(asker)
    steps = (
        one.person, one.happened, one.part, one.back, one.misread, one.hidden, one.proposal, one.temperament,
    )  # fmt: skip
    asker.tell(_HOW)
    found: dict[str, Any] = {}
    at = 0
    while at < len(steps):
        one.begin(at)
        try:
            found |= steps[at]()
        except _Back:
            at = max(0, at - one.at_the_beginning)
            asker.tell("", f"Back. Enter keeps what you typed; '{NOTHING}' empties it.")
        else:
            at += 1
    return Answers.model_validate(found)


class _Questionnaire:
    """The questions. What was typed is remembered by question, so that it is offered to whoever comes back."""

    def __init__(self, asker: Asker):
        self._asker = asker
        self._name, self._pronouns = "they", "they"
        self._typed: dict[int, list[str]] = {}
        self._step, self._place = 0, 0

    def begin(self, step: int) -> None:
        """The question of this number is asked from its beginning."""
        self._step, self._place = step, 0
        self._typed.setdefault(step, [])

    @property
    def at_the_beginning(self) -> bool:
        """Whether nothing of the present question has been answered."""
        return self._place == 0

    def person(self) -> dict[str, Any]:
        """Question 1."""
        self._head(1, "Who is it?", "Take another name than the real one: the file is only yours, and names slip out.")
        self._name = capitalised(self._needed("Name: ")[:40])
        role = self._line("What do they do, in a few words? ")
        self._pronouns = self._choice("How do you speak of them?", {"she": "she", "he": "he", "they": "they"})
        channel = self._choice("How will you talk?", _CHANNELS)
        return {"name": self._name, "role": role, "pronouns": self._pronouns, "channel": channel}

    def happened(self) -> dict[str, Any]:
        """Question 2."""
        self._head(
            2, "What happened?", "Two or three lines, each with a day: what you saw, heard or read, and no more."
        )
        return {"what_happened": self._lines(3, remarks)}

    def part(self) -> dict[str, Any]:
        """Question 3."""
        self._head(
            3, "What did you do that may have made it harder?", "One sentence: 'I ...'. Enter if there is nothing."
        )
        return {"your_part": self._thought_over(self._line("> "), _by_whom)}

    def back(self) -> dict[str, Any]:
        """Question 4."""
        about = "Up to three things, in their words: 'You weren't even there.' They may be said to you."
        self._head(4, f"What would {self._name} say back?", about)
        return {"they_would_say": self._lines(3, self._spoken, needed=False)}

    def misread(self) -> dict[str, Any]:
        """Question 5."""
        self._head(5, f"What will {self._name} think you are up to?", "")
        chosen = self._choice("", {label: name for name, label in misread_labels().items()})
        if chosen != _OWN:
            return {"misread": chosen}
        self._asker.tell("As they would say it to you: 'You've come to ...'")
        says = self._thought_over(self._needed("> "), self._spoken)
        self._asker.tell(
            "And what you would answer: 'I don't want to ... . I do want to ... .' Enter if you don't know."
        )
        answer = self._thought_over(self._line("> "), lambda said: [] if puts_right(said, says) else list(_HEARD))
        return {"misread": {"says": says, "answer": answer}}

    def hidden(self) -> dict[str, Any]:
        """Question 6. Whoever wrote the secret can't discover it, so a deck can deal one."""
        about = (
            "Write it as they would say it: 'I ...'. One reason from the work, one from elsewhere; one is enough.\n"
            f"Or type '{SURPRISE}': two reasons are dealt from a deck and not shown to you. You find out by talking.\n"
            "Typed at the second, it deals that one alone."
        )
        self._head(6, "What hurts, or is really going on?", about)
        while True:
            work = self._line("From the work: ")
            if is_surprise(work):
                return {"hidden": SURPRISE}
            found = self._secret("work", work)
            other = self._line("From elsewhere: ")
            if is_surprise(other):
                if not found:
                    return {"hidden": SURPRISE}
                self._asker.tell(
                    "  That one is dealt and not shown to you. The one from the work stays as you typed it."
                )
                return {"hidden": found | {"other": SURPRISE}}
            found |= self._secret("other", other)
            if found:
                return {"hidden": found}
            self._asker.tell(f"  One of the two, or '{SURPRISE}'.")

    def _secret(self, kind: str, said: str) -> dict[str, Any]:
        """What was typed as a secret, thought over, and what comes when somebody asks on."""
        if not said:
            return {}
        said = self._thought_over(said, self._spoken)
        self._asker.tell(f"And if you asked on, what would {self._name} say? Enter if you don't know.")
        return {kind: said, f"more_of_{kind}": self._lines(_DETAILS, partial(self._spoken, before=said), needed=False)}

    def proposal(self) -> dict[str, Any]:
        """Question 7."""
        self._head(7, f"What would {self._name} propose, if you asked?", "In their words. Enter if you have no idea.")
        return {"they_would_propose": self._thought_over(self._line("> "), self._spoken)}

    def temperament(self) -> dict[str, Any]:
        """Question 8."""
        self._head(8, f"When it gets difficult, {self._name} ...", "")
        return {"temperament": self._choice("", {name: name for name in TEMPERAMENTS})}

    # How things are asked ------------------------------------------------------------------------

    def _head(self, number: int, question: str, about: str) -> None:
        self._asker.tell("", f"{number} of 8. {question}", *filter(None, about.split("\n")))

    def _line(self, question: str) -> str:
        """The next line of the present question; what was typed there before is offered."""
        before = self._before
        try:
            said = self._asked(question, before) or before
        except _Back as back:
            if back.typed:
                self._keep(back.typed)
            raise
        said = "" if said == NOTHING else said
        self._keep(said)
        self._place += 1
        return said

    @property
    def _before(self) -> str:
        """What was typed before where the present question stands, or ''."""
        typed = self._typed[self._step]
        return typed[self._place] if self._place < len(typed) else ""

    def _keep(self, said: str, back: int = 0) -> None:
        """*said* is what was typed at the present place, or so many places *back*."""
        self._typed[self._step][self._place - back : self._place - back + 1] = [said]

    def _unsaid(self) -> None:
        """The last line is asked for again, and is not offered."""
        self._place -= 1
        del self._typed[self._step][self._place]

    def _asked(self, question: str, offered: str = "") -> str:
        while True:
            said = " ".join(self._asker.ask(question, offered).split())
            if said.casefold().endswith(BACK):
                raise _Back(said[: -len(BACK)].rstrip()[:LONGEST])
            if len(said) <= LONGEST:
                return said
            self._asker.tell(f"  That has {len(said)} characters; at most {LONGEST}, please. Shorter:")

    def _needed(self, question: str) -> str:
        while True:
            said = self._line(question)
            if said:
                return said
            self._unsaid()
            self._asker.tell(_NEEDED)

    def _lines(self, most: int, notes: Notes, needed: bool = True) -> list[str]:
        found: list[str] = []
        while len(found) < most:
            ask = self._needed if needed and not found else self._line
            said = ask(f"{len(found) + 1}: ")
            if not said:
                break
            found.append(self._thought_over(said, notes))
        return found

    def _spoken(self, said: str, before: str = "") -> list[str]:
        """What to think over in something that the person will say, after what they say *before* it."""
        return list(filter(None, [about_them_remark(said, self._name, self._pronouns, before)]))

    def _thought_over(self, said: str, notes: Notes) -> str:
        """*said* after its remarks were heard, and so is what is typed instead; it stays where nothing is typed."""
        while said and (found := notes(said)):
            self._asker.tell(*(note if note.startswith(" ") else f"  {note}" for note in found))
            try:
                again = self._asked(_AGAIN)
            except _Back as back:
                if back.typed:
                    self._keep(back.typed, 1)
                raise
            if not again:
                break
            said = again
            self._keep(said, 1)
        return said

    def _choice(self, question: str, choices: dict[str, str]) -> str:
        """The value of the choice that is named by its number or its first letters.

        What was chosen before is named and not put into the line: a number typed behind it would be another number.
        """
        labels = list(choices)
        self._asker.tell(*filter(None, [question]), *(f"  {n}  {label}" for n, label in enumerate(labels, 1)))
        before = _chosen(self._before.casefold(), labels) if self._before else None
        kept = str(labels.index(before) + 1) if before else ""
        while True:
            said = self._asked(f"Number (Enter keeps {kept}): " if kept else "Number: ").casefold() or kept
            found = _chosen(said, labels) if said else None
            if found is not None:
                self._keep(said)
                self._place += 1
                return choices[found]
            self._asker.tell(f"  A number from 1 to {len(labels)}, please." if said else _NEEDED)


def _chosen(said: str, labels: Iterable[str]) -> str | None:
    labels = list(labels)
    if said.isdecimal():
        return labels[int(said) - 1] if 1 <= int(said) <= len(labels) else None
    near = [label for label in labels if label.startswith(said)]
    return said if said in labels else near[0] if len(near) == 1 else None


def _by_whom(said: str) -> list[str]:
    return ["Who did? Begin with 'I'."] if says_nobody(said) else []
