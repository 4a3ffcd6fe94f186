"""What they may think the user is up to: when it begins, how it is denied, and how it is let go of."""

import re

from scoring import detect
from simulator.authoring.speech import sentence
from simulator.authoring.wizard.answers import Misreading
from simulator.authoring.wizard.deck import StockMisread, stock
from simulator.authoring.wizard.rows import Rows, flow, strings
from simulator.authoring.wizard.words import keywords

FEAR, DENIAL = "fear", "denial"
"""Topics: the fear itself, as a contrast would deny it before it is there, and the words of a plain denial."""
_REPAIR = "contrasting"
_CLAUSE = re.compile(r"[,.;:!?]+")
_LONG_ENOUGH = 3  # words of a clause that can be nothing else


def puts_right(answer: str, says: str) -> bool:
    """Whether *answer* is heard as the way out of the misreading that *says*: what is not meant, and what is."""
    return any(_REPAIR in detect(sentence(answer), before).skills for before in ((), (sentence(says),)))


class Fear:
    """The misreading that was chosen: one of the stock, or one in words of the user's."""

    def __init__(self, chosen: str | Misreading, own_state: str, rows: Rows):
        self._own = chosen if isinstance(chosen, Misreading) else None
        self._name = "own" if isinstance(chosen, Misreading) else chosen
        self._usual: StockMisread = stock().misreads[self._name]
        self._own_state, self._rows = own_state, rows

    def topics(self) -> list[str]:
        """The topics by which the fear and a denial of it are known."""
        fear, denial = list(self._usual.fear), list(stock().denial)
        if self._own is not None:
            fear = [*keywords([self._own.says]), *fear]
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
        words = [*(keywords([own.says, own.answer], general=()) if own is not None else ()), *usual.words]
        return [
            "misreads:                       # what they may think you are up to; contrasting is the way out",
            f"  {self._name}:",
            f"    thinks: {rows.said(says[0] if own is not None else usual.thinks)}",
            "    begins:",
            *(f"      - {flow(self._begin(one))}" for one in usual.begins),
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

    def _begin(self, one) -> dict:
        """What sets it off, as it is written."""
        states = [self._own_state if state == "own" else state for state in one.in_]
        when = one.if_.model_dump(by_alias=True, exclude_defaults=True)
        return {"in": list(dict.fromkeys(states)), "if": when}
