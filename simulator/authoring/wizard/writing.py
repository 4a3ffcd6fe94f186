"""Writes the scenario that answers make: an ordinary file in the format of all scenarios, with a word on each part.

No grammar is transformed. A user's sentence stands where it was meant to be said, with its typing mended, and the
archetype does the rest.
"""

from functools import cached_property

from simulator.authoring.speech import sentence
from simulator.authoring.wizard.answers import KINDS, TEMPERAMENTS, Answers
from simulator.authoring.wizard.asking import asked_rows, farewell_rows, idea_rows, topic_rows
from simulator.authoring.wizard.deck import Reason, stock
from simulator.authoring.wizard.fears import Fear
from simulator.authoring.wizard.joining import own_part, title, who
from simulator.authoring.wizard.mending import tidied
from simulator.authoring.wizard.rows import Rows, flow, string, strings
from simulator.authoring.wizard.saidback import SaidBack
from simulator.authoring.wizard.secrets import fact_rows, proposal_rows, written
from simulator.authoring.wizard.words import keywords, name_words, words_of
from simulator.authoring.wording import fields

_YOUR_SIDE = "What you saw of it is below. {}'s side of it you haven't heard yet."
_TASK = "Understand what is going on, and leave with something that works for both of you."
_OWNED = "{skill: [apologizing, acknowledging, own_story], topic: [own_part], no_skill: [penalised]}"
_NOT_TALKING = ("opening", "flash", "problem_solving", "agreed", "shut_down")
"""Kinds of state in which nothing is being told."""

_OWN_STATE = {
    "withdrawn_fine": "fine", "crier": "bright", "over_agreer": "nodding", "joker": "banter", "accuser": "anger",
    "silent_reflector": "nodding", "indirect": "hedging", "lawyer": "dispute", "deflector": "elsewhere",
}  # fmt: skip
"""The state that every talk with an archetype goes through."""


def scenario_text(answers: Answers, id: str, dealt: dict[str, Reason]) -> str:
    """The file. *dealt* are the cards of a surprise, which are used where the answers ask for one."""
    return _Writer(answers, id, dealt).text()


class _Writer:
    def __init__(self, answers: Answers, id: str, dealt: dict[str, Reason]):
        answers = tidied(answers)
        self.answers, self.id, self.name = answers, id, answers.name
        self.archetype = TEMPERAMENTS[answers.temperament]
        self.own_state = _OWN_STATE[self.archetype]
        self.rows = Rows(fields(answers.pronouns, self.name), answers.channel)
        self.surprise = bool(answers.dealt)
        self.named = name_words(self.name)
        self.issue = keywords(answers.what_happened, self._taken) or ["what happened"]
        self.part = keywords([answers.your_part], self._taken) or ["my part", "what i did"]
        barred = self._taken | words_of(self.issue)
        reasons = written(answers.secrets, barred, self.named) | {kind: dealt[kind] for kind in answers.dealt}
        self.reasons = {kind: reasons[kind] for kind in KINDS if kind in reasons}
        self.fear = Fear(answers.misread, self.own_state, self.rows, self.named, self.reasons)
        said = [sentence(one) for one in answers.they_would_say]
        self.back = SaidBack(said, (self.archetype, self.own_state), self.reasons, self.part, self.rows)

    def text(self) -> str:
        """The whole file."""
        parts = (self._head, self._brief, self._person, self._topics, self._facts, self._asked, self.fear.part)
        return "\n".join("\n".join(part()) + "\n" for part in (*parts, self._lines, self._round))

    @cached_property
    def _layers(self) -> list[dict]:
        """Core and the archetype, as they are written."""
        from scoring.authored import plain, read_file
        from simulator.authoring.load import archetype_path
        from simulator.authoring.shelf import SHIPPED

        paths = (SHIPPED / "core.yaml", archetype_path(self.archetype))
        trees = [read_file(path)[0] for path in paths if path is not None]
        return [plain(tree) for tree in trees if tree is not None]

    @cached_property
    def _taken(self) -> frozenset[str]:
        """Words of everybody's topics, and of the person's name: they name those, and never what this talk is about."""
        topics = [layer.get("topics", {}) for layer in self._layers]
        everybodys = [phrase for one in topics for name, listed in one.items() for phrase in (name, *listed)]
        return self.named | words_of(everybodys)

    def _head(self) -> list[str]:
        warning = "# What was dealt stands under 'facts'. Don't read that far if you want to find it out."
        return [
            "# Your own situation, made by `rehearse new`. It stays on this machine; delete the file and it is gone.",
            "# Change what you like: `rehearse lint --watch FILE` tells, while you write, what it can't read.",
            *([warning] if self.surprise else []),
            "format: 1",
            f"id: {self.id}",
            f"title: {self.rows.said(title(self.name, self.answers.role))}",
            f"archetype: {self.archetype}",
            f"channel: {self.answers.channel}",
            "practises: [contrasting, curiosity, summarizing, apologizing, solution_question]",
        ]

    def _brief(self) -> list[str]:
        answers = self.answers
        facts = [sentence(fact) for fact in answers.what_happened]
        questions = (
            "What is difficult about this conversation for you?",
            f"What might the problem be for {self.name}?",
            "How might you have contributed?",
            "What do you want for yourself, for the other person, and for how you work together?",
        )
        return [
            "brief:",
            '  you_are: "Yourself. This is your own situation."',
            f"  they_are: {self.rows.said(who(self.name, answers.role))}",
            f"  what_happened: {self.rows.said(_YOUR_SIDE.format(self.name))}",
            "  # Seen, heard or written, with a day. What you did yourself is the last.",
            *self.rows.block(2, "facts", [*facts, *([own_part(answers.your_part)] if answers.your_part else [])]),
            f"  your_task: {self.rows.said(sentence(answers.goal) or _TASK)}",
            *self.rows.block(2, "before_you_start", questions),
        ]

    def _person(self) -> list[str]:
        return [
            "persona:                        # where the meters begin, and the voice, come from the archetype",
            f"  name: {string(self.name)}",
            f"  pronouns: {self.answers.pronouns}",
        ]

    def _topics(self) -> list[str]:
        return [
            "topics:                         # words by which a topic is known; add those that you would use",
            f"  issue: {strings(self.issue)}",
            f"  my_part: {strings(self.part)}",
            *topic_rows(self.reasons),
            *self.fear.topics(),
            '  workload: ["workload", "too much work", "on your plate", "capacity", "overtime", "pressure"]',
            "roles:",
            "  topics: {own_part: [my_part], issue: [issue]}",
            f"  facts: {{heavy: [{', '.join(self.reasons)}], deepest: [{self._deepest}]}}",
            "flags:                          # that you owned your part, or denied what they fear",
            f"  owned_part: {_OWNED}",
            self.fear.flag(),
        ]

    @property
    def _deepest(self) -> str:
        return list(self.reasons)[-1]

    def _facts(self) -> list[str]:
        return [
            "facts:                          # what is held back; `cost` is how open the person must be to tell it",
            *fact_rows(self.reasons, self.archetype, self.rows),
            *proposal_rows(self.answers.they_would_propose, self.reasons, self.rows),
        ]

    def _asked(self) -> list[str]:
        """What is said to the obvious questions, and what they would say back where their matter is touched."""
        return [
            "asked:                          # what is said when a question, or a remark, has these words in it",
            *asked_rows(self.reasons, self.archetype, self._talking, self.rows),
            *idea_rows(bool(self.answers.they_would_propose), self.rows),
            *farewell_rows(self.rows),
            *self.back.asked(self._taken | words_of(self.issue), self._taken),
        ]

    @property
    def _talking(self) -> list[str]:
        """The states in which something is being told."""
        kinds: dict[str, str] = {}
        for layer in self._layers:
            kinds |= {name: state["kind"] for name, state in layer["states"].items() if "kind" in state}
        return [name for name, kind in kinds.items() if kind not in _NOT_TALKING]

    def _lines(self) -> list[str]:
        first = stock().channels[self.answers.channel].first_line
        return [
            *self.rows.block(0, "first_line", first),
            "states:                         # their own lines go before those of the archetype",
            *self.back.states(),
            *self.fear.let_go(),
        ]

    def _round(self) -> list[str]:
        filled = stock()
        event = filled.channels[self.answers.channel].event
        looks = [("told", self._deepest, filled.look_for["told"])]
        if self.answers.your_part:
            looks.insert(0, ("flag", "owned_part", filled.look_for["own_part"]))
        rows = [
            *self._endings(),
            "events:                         # a trainer may fire one; at hard one may come by itself",
            f"  - id: {event.id}",
            '    when: {turn: ">=6"}',
            f"    show: {string(event.show)}",
            f"    heat: {event.heat}",
            "    tests: [permission]",
            "  - id: five_minutes",
            '    when: {turn: ">=18"}',
            f"    show: {string(filled.five_minutes)}",
            "    tests: [next_step, summarizing]",
            "debrief:",
            "  look_for:",
        ]
        for word, name, look in looks:
            rows += [f"    - {word}: {name}", f"      yes: {string(look.yes)}", f"      no: {string(look.no)}"]
        return rows

    def _endings(self) -> list[str]:
        """The last lines that the archetype doesn't have, and what is said of an ending where something was told."""
        has = self._layers[-1].get("endings", {})
        rows = ["endings:"]
        for id, ending in stock().endings.items():
            line = ending.line if not has.get(id, {}).get("line") else []
            if line or ending.variants:
                rows += [f"  {id}:", *(self.rows.stock(4, "line", line) if line else [])]
                rows += ["    variants:"] if ending.variants else []
            for variant in ending.variants:
                when = variant.if_.model_dump(by_alias=True, exclude_defaults=True)
                rows += [f"      - if: {flow(when)}"]
                rows += [f"        {word}: {string(text)}" for word, text in _texts(variant) if text]
        return rows


def _texts(variant) -> tuple[tuple[str, str], ...]:
    return (("note", variant.note), ("tonight", variant.tonight))
