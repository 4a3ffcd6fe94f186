"""What they would say back: said where its matter is touched, and otherwise by itself while it still belongs there.

Whoever wrote down what they are afraid to hear should hear it, however well they speak: so it also answers a courteous
beginning, and in whichever of the first states the talk is.
"""

from collections.abc import Collection, Iterable
from itertools import cycle, groupby

from scoring import Spotter
from simulator.authoring.wizard.deck import stock
from simulator.authoring.wizard.rows import Rows, flow, strings
from simulator.authoring.wizard.words import keywords

_ANSWERING = [
    "facts", "own_story", "curiosity", "solution_question", "blame", "judgement", "leading_question", "closed_question",
]  # fmt: skip
_COURTEOUS = ["permission", "mutual_purpose"]
"""How a careful talk begins. It shuts nobody up who came with something to say."""
_GRANTED = ["apologizing", "acknowledging", "summarizing", "reflecting_feeling", "contrasting", "stepping_out"]
_PLAIN = ["question", "many_questions", "statement", "long"]
_NOT_PLAIN = [*_GRANTED, "next_step", "follow_up", "consequence", "appreciation", "saying_what_you_see", "penalised"]

_AT_ONCE = ("accuser", "lawyer", "deflector")
"""Archetypes that come into their own state with it: they need nobody to touch the matter."""
_LINGERING = ("withdrawn_fine", "over_agreer", "lawyer")
"""Archetypes that stay guarded for longer than in their own state: more is said there."""
_WHERE = {  # where the first, the second and the third is said: by whether it is at once, and whether they linger
    (False, False): ("guarded", "own", "own"),
    (False, True): ("guarded", "own", "guarded"),
    (True, False): ("own", "guarded", "own"),
    (True, True): ("own", "guarded", "guarded"),
}


class SaidBack:
    """What was typed as *said*. *part* are the words of what the user did themself: nobody is reproached with what they
    have owned."""

    def __init__(self, said: list[str], person: tuple[str, str], hidden: Iterable[str], part: list[str], rows: Rows):
        """*person* is the archetype and its own state, *hidden* are the reasons."""
        self._said, self._hidden, self._rows = said, list(hidden), rows
        self._archetype, self._own_state = person
        self._part = Spotter({"part": tuple(part)})

    def asked(self, named: Collection[str], taken: Collection[str]) -> list[str]:
        """Said where its matter is touched. Words that are *named* belong to the talk's matter and are left out, where
        others are left; those that are *taken* always."""
        states = list(dict.fromkeys(("opening", "guarded", self._own_state)))
        rows: list[str] = []
        for number, said in enumerate(self._said, 1):
            words = keywords([said], named) or keywords([said], taken)
            if words:
                when = {"state": states, "no_skill": _GRANTED} | self._unless_owned(said)
                rows += [f"  back_{number}:", "    question: false", f"    words: {strings(words)}", "    answers:"]
                rows += [f"      - if: {flow(when)}", *self._rows.block(8, "say", [said])]
        return rows

    def states(self) -> list[str]:
        """Said by itself: each in one of the states in which most of the beginning is spent, as each is said once."""
        usual = stock().guarded
        at_once = self._archetype in _AT_ONCE
        where = _WHERE[at_once, self._archetype in _LINGERING]
        guarded = [said for place, said in zip(cycle(where), self._said, strict=False) if place == "guarded"]
        own = [said for said in self._said if said not in guarded]
        rows = ["  guarded:", "    replies:", *self._objecting(guarded)]
        for when, said in (("{topic: [issue]}", usual["issue"]), ("{}", usual["rest"])):
            rows += [f"      - if: {when}", *self._rows.stock(8, "say", said)]
        if own:
            came = {"skill": [*_ANSWERING, *_COURTEOUS], "no_skill": _GRANTED}
            rows += [f"  {self._own_state}:", *(["    enter:", *self._each(own, came)] if at_once else [])]
            rows += ["    replies:", *self._objecting(own)]
        return rows

    def _objecting(self, back: list[str]) -> list[str]:
        """As replies: to what wants an answer, to a courteous beginning, and to anything in which no move is known."""
        return [
            *self._each(back, {"skill": _ANSWERING, "no_skill": _GRANTED}),
            *self._each(back[:1], {"skill": _COURTEOUS, "turn": ">=2", "no_skill": _GRANTED}),
            *self._each(back, {"shape": _PLAIN, "turn": ">=2", "no_skill": _NOT_PLAIN}),
        ]

    def _each(self, back: list[str], when: dict) -> list[str]:
        rows: list[str] = []
        for unless, said in groupby(sorted(back, key=self._owned), self._unless_owned):
            rows += [f"      - if: {flow(when | unless)}", *self._rows.block(8, "say", said)]
        return rows

    def _owned(self, said: str) -> bool:
        return bool(self._part.spot(said))

    def _unless_owned(self, said: str) -> dict:
        return {"no_flag": ["owned_part"]} if self._owned(said) else {}
