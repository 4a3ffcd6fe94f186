"""What they may think the user is up to: when it begins, how it is denied, and how it is let go of."""

import re
from collections.abc import Collection, Iterable

from scoring import detect
from simulator.authoring.speech import sentence
from simulator.authoring.wizard.answers import Misreading
from simulator.authoring.wizard.deck import StockMisread, stock
from simulator.authoring.wizard.general import EVERYDAY
from simulator.authoring.wizard.rows import Rows, flow, strings
from simulator.authoring.wizard.words import keywords

FEAR, DENIAL = "fear", "denial"
"""Topics: the fear itself, as a contrast would deny it before it is there, and the words of a plain denial."""
_REPAIR = "contrasting"
_CLAUSE = re.compile(r"[,.;:!?]+")
_DENIES = re.compile(r"n['’]t\b|\b(?:not|never|nobody|no|nothing)\b", re.IGNORECASE)
_ASKING = [
    "curiosity", "facts", "closed_question", "solution_question", "permission", "mutual_purpose", "own_story",
]  # fmt: skip
_NOT_NOW = [
    "penalised", "next_step", "apologizing", "acknowledging", "reflecting_feeling", "contrasting", "stepping_out",
]  # fmt: skip
"""Moves that nobody takes for an attack."""
_LONG_ENOUGH = 3  # words of a clause that can be nothing else


def puts_right(answer: str, says: str) -> bool:
    """Whether *answer* is heard as the way out of the misreading that *says*: what is not meant, and what is."""
    return any(_REPAIR in detect(sentence(answer), before).skills for before in ((), (sentence(says),)))


class Fear:
    """The misreading that was chosen: one of the stock, or one in words of the user's."""

    def __init__(
        self, chosen: str | Misreading, own_state: str, rows: Rows, names: Collection[str], hidden: Iterable[str]
    ):
        """*names* are words that name nothing to be afraid of: the person's own. *hidden* are the reasons."""
        self._own = chosen if isinstance(chosen, Misreading) else None
        self._name = "own" if isinstance(chosen, Misreading) else chosen
        self._usual: StockMisread = stock().misreads[self._name]
        self._own_state, self._rows = own_state, rows
        self._names, self._hidden = names, list(hidden)

    def topics(self) -> list[str]:
        """The topics by which the fear and a denial of it are known."""
        fear, denial = list(self._usual.fear), list(stock().denial)
        if self._own is not None:
            fear = [*self._feared(self._own), *fear]
            clauses = (" ".join(clause.split()) for clause in _CLAUSE.split(self._own.answer))
            denial += [clause for clause in clauses if len(clause.split()) >= _LONG_ENOUGH]
        return [f"  {FEAR}: {strings(fear)}", f"  {DENIAL}: {strings(denial)}"]

    def flag(self) -> str:
        """What raises the flag that keeps it from beginning: this very fear was denied."""
        return f"  denied_fear: {flow({'skill': [_REPAIR], 'topic': [FEAR], 'no_skill': ['penalised']})}"

    def part(self) -> list[str]:
        """The misreading itself."""
        own, usual, rows = self._own, self._usual, self._rows
        says = [sentence(own.says)] if own is not None else usual.says
        model = self._model()
        named = keywords([own.says, own.answer], self._names, general=()) if own is not None else []
        words = [*named, *usual.words]
        return [
            "misreads:                       # what they may think you are up to; contrasting is the way out",
            f"  {self._name}:",
            f"    thinks: {rows.said(says[0] if own is not None else usual.thinks)}",
            "    begins:",
            *(f"      - {flow(self._begin(one))}" for one in usual.begins),
            f"      - {flow(self._late())}",
            f"    words: {strings(words)}",
            *(rows.block(4, "says", says) if own is not None else rows.stock(4, "says", says)),
            *rows.stock(4, "repaired", usual.repaired),
            f"    model: {rows.said(model)}",
        ]

    def let_go(self) -> list[str]:
        """A plain denial is the first half of a contrast, and is taken for the whole."""
        when = {"topic": [DENIAL], "no_skill": ["penalised"]}
        way = {"if": when, "to": "after_misread", "say": "repaired"}
        return ["  misread:", "    go:", f"      - {flow(way)}"]

    def _model(self) -> str:
        """The user's own answer where it puts the misreading right, and otherwise the usual one."""
        if self._own is not None and self._own.answer and puts_right(self._own.answer, self._own.says):
            return sentence(self._own.answer)
        return self._usual.model

    def _feared(self, own: Misreading) -> list[str]:
        """What names the fear: general words too ("nights"), as they are its matter, but none that every contrast has.

        Of the answer only what is denied speaks of the fear, not what is wanted.
        """
        denied = [clause for clause in _CLAUSE.split(own.answer) if _DENIES.search(clause)]
        found = keywords([own.says, *denied], {*self._names, *EVERYDAY}, general=())
        return [phrase for phrase in found if EVERYDAY.isdisjoint(phrase.split())]

    def _late(self) -> dict:
        """By itself at the latest: nobody practises the way out of what never began.

        Not in their own state, where what is asked is asked about what they have just said, and not after a telling:
        nobody who has confided in somebody takes fright at a question.
        """
        when = {
            "skill": _ASKING,
            "turn": ">=3",
            "hidden": self._hidden,
            "no_skill": _NOT_NOW,
            "no_flag": [f"mis_{self._name}", "denied_fear"],
        }
        return {"in": ["guarded", "opening_up"], "if": when}

    def _begin(self, one) -> dict:
        """What sets it off, as it is written."""
        states = [self._own_state if state == "own" else state for state in one.in_]
        when = one.if_.model_dump(by_alias=True, exclude_defaults=True)
        return {"in": list(dict.fromkeys(states)), "if": when}
