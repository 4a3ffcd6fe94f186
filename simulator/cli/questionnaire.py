"""The five-minute questionnaire, asked on the terminal. What is answered becomes wizard.Answers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from simulator.authoring.wizard import LONGEST, TEMPERAMENTS, Answers, misread_labels, remarks

if TYPE_CHECKING:
    from simulator.practice.interview import Asker

SURPRISE = "surprise me"
_CHANNELS = {"in person": "in_person", "video": "video", "phone": "phone", "chat": "chat"}
_OWN = "own"


def ask_all(asker: Asker) -> Answers:
    """Every question in turn. Raises Enough where the user has had enough."""
    one = _Questionnaire(asker)
    return Answers.model_validate(
        one.person() | one.happened() | one.back() | one.misread() | one.hidden() | one.proposal() | one.temperament()
    )


class _Questionnaire:
    def __init__(self, asker: Asker):
        self._asker = asker
        self._name = "they"

    def person(self) -> dict[str, Any]:
        """Question 1."""
        self._head(1, "Who is it?", "Take another name than the real one: the file is only yours, and names slip out.")
        self._name = self._needed("Name: ")[:40]
        role = self._line("What do they do, in a few words? ")
        pronouns = self._choice("How do you speak of them?", {"she": "she", "he": "he", "they": "they"})
        channel = self._choice("How will you talk?", _CHANNELS)
        return {"name": self._name, "role": role, "pronouns": pronouns, "channel": channel}

    def happened(self) -> dict[str, Any]:
        """Questions 2 and 3."""
        self._head(
            2, "What happened?", "Two or three lines, each with a day: what you saw, heard or read, and no more."
        )
        facts = self._lines(3, checked=True)
        self._head(
            3, "What did you do that may have made it harder?", "One sentence: 'I ...'. Enter if there is nothing."
        )
        return {"what_happened": facts, "your_part": self._line("> ")}

    def back(self) -> dict[str, Any]:
        """Question 4."""
        about = "Up to three things, in their words: 'You weren't even there.' They may be said to you."
        self._head(4, f"What would {self._name} say back?", about)
        return {"they_would_say": self._lines(3, needed=False)}

    def misread(self) -> dict[str, Any]:
        """Question 5."""
        self._head(5, f"What will {self._name} think you are up to?", "")
        chosen = self._choice("", {label: name for name, label in misread_labels().items()})
        if chosen != _OWN:
            return {"misread": chosen}
        says = self._needed("As they would say it to you: ")
        answer = self._line("And what you would answer: I don't want to ..., I do want to ...: ")
        return {"misread": {"says": says, "answer": answer}}

    def hidden(self) -> dict[str, Any]:
        """Question 6. Whoever wrote the secret can't discover it, so a deck can deal one."""
        about = (
            "Write it as they would say it: 'I ...'. One reason from the work, one from elsewhere; one is enough.\n"
            f"Or type '{SURPRISE}': two reasons are dealt from a deck and not shown to you. You find out by talking."
        )
        self._head(6, "What hurts, or is really going on?", about)
        while True:
            work = self._line("From the work: ")
            if _surprise(work):
                return {"hidden": SURPRISE}
            other = self._line("From elsewhere: ")
            if _surprise(other):
                return {"hidden": SURPRISE}
            if work or other:
                return {"hidden": {"work": work, "other": other}}
            self._asker.tell(f"  One of the two, or '{SURPRISE}'.")

    def proposal(self) -> dict[str, Any]:
        """Question 7."""
        self._head(7, f"What would {self._name} propose, if you asked?", "In their words. Enter if you have no idea.")
        return {"they_would_propose": self._line("> ")}

    def temperament(self) -> dict[str, Any]:
        """Question 8."""
        self._head(8, f"When it gets difficult, {self._name} ...", "")
        return {"temperament": self._choice("", {name: name for name in TEMPERAMENTS})}

    # How things are asked ------------------------------------------------------------------------

    def _head(self, number: int, question: str, about: str) -> None:
        self._asker.tell("", f"{number} of 8. {question}", *filter(None, about.split("\n")))

    def _line(self, question: str) -> str:
        while True:
            said = " ".join(self._asker.ask(question).split())
            if len(said) <= LONGEST:
                return said
            self._asker.tell(f"  That has {len(said)} characters; at most {LONGEST}, please. Shorter:")

    def _needed(self, question: str) -> str:
        while True:
            said = self._line(question)
            if said:
                return said
            self._asker.tell("  This one is needed. (Ctrl-C leaves, and nothing is kept.)")

    def _lines(self, most: int, checked: bool = False, needed: bool = True) -> list[str]:
        found: list[str] = []
        while len(found) < most:
            ask = self._needed if needed and not found else self._line
            said = ask(f"{len(found) + 1}: ")
            if not said:
                break
            found.append(self._thought_over(said) if checked else said)
        return found

    def _thought_over(self, fact: str) -> str:
        """*fact* after its remarks were heard; it stays as it is where nothing is typed."""
        notes = remarks(fact)
        if not notes:
            return fact
        self._asker.tell(*(f"  {note}" for note in notes))
        return self._line("   Again, or Enter to keep it: ") or fact

    def _choice(self, question: str, choices: dict[str, str]) -> str:
        """The value of the choice that is named by its number or its first letters."""
        labels = list(choices)
        self._asker.tell(*filter(None, [question]), *(f"  {n}  {label}" for n, label in enumerate(labels, 1)))
        while True:
            said = self._needed("Number: ").casefold()
            found = _chosen(said, labels)
            if found is not None:
                return choices[found]
            self._asker.tell(f"  A number from 1 to {len(labels)}, please.")


def _chosen(said: str, labels: Iterable[str]) -> str | None:
    labels = list(labels)
    if said.isdecimal():
        return labels[int(said) - 1] if 1 <= int(said) <= len(labels) else None
    near = [label for label in labels if label.startswith(said)]
    return said if said in labels else near[0] if len(near) == 1 else None


def _surprise(said: str) -> bool:
    return said.casefold().strip("'\"., ") in (SURPRISE, "surprise")
