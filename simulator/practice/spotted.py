"""Runs the drill in spotting what derails a conversation."""

from collections.abc import Iterator

from simulator.cleaning import clean
from simulator.practice.asker import Asker, Enough
from simulator.practice.naming import NOTHING_HEARD, kept, named, numbered
from simulator.practice.spotting import NAMES, Judged, Line, Model, judge
from simulator.report.sentences import costs
from simulator.report.words import listed, quote, skill_words

HOW = (
    "Lines of somebody who did not prepare. What is in them? Name it in your words, several with commas;",
    f"{NOTHING_HEARD} and so is Enter, /next another conversation, /quit ends.",
)


class Spotting:
    """The drill over *models*, with somebody to ask."""

    def __init__(self, asker: Asker, models: Iterator[Model]):
        self._asker, self._models = asker, models
        self._lines = self._right = 0

    def run(self) -> None:
        """The drill, until there are no more conversations or the user has had enough."""
        self._asker.tell(*HOW)
        try:
            for model in self._models:
                self._asker.tell("", clean(model.title).upper())
                if self._through(model):
                    self._winged(model)
        except Enough:
            pass
        if self._lines:
            self._asker.tell("", f"{self._right} of {self._lines} lines as they are heard here.")

    def _through(self, model: Model) -> bool:
        """All lines of *model*; whether it was gone through to its end. Raises Enough."""
        for line in model.lines:
            said = self._named(line)
            if said is None:
                return False
            judged = judge(line, said)
            self._lines += 1
            self._right += judged.all_right
            self._asker.tell(*(f"  {text}" for text in told(line, judged)))
        return True

    def _named(self, line: Line) -> tuple[str, ...] | None:
        self._asker.tell("", f"{clean(line.person)}: {clean(line.said)}", f"Manager: {clean(line.turn.text)}")
        while True:
            answer = self._asker.ask("  I hear: ").strip()
            order = answer.lower()
            if order in ("/quit", "/q", "/exit", "/end"):
                raise Enough
            if order == "/next":
                return None
            if order == "?":
                self._asker.tell(*numbered(NAMES))
                continue
            skills, unknown = named(answer, NAMES)
            self._asker.tell(*kept(skills, unknown))
            if skills or not unknown:
                return skills

    def _winged(self, model: Model) -> None:
        """The fifth behaviour shows in no line: going in without a plan. Raises Enough."""
        said = self._asker.ask("\n  And the whole of it: was it winged, without a plan? (y or n) ").strip().lower()
        if said not in ("y", "yes", "n", "no"):
            return
        self._lines += 1
        self._right += (said in ("y", "yes")) == model.winged
        early = "no asking first, no shared purpose, no fact" if model.winged else "a purpose, a fact or asking first"
        self._asker.tell(f"  {'It was' if model.winged else 'It was not quite'}: {early} in the first turns.")


def told(line: Line, judged: Judged) -> list[str]:
    """What there is to say of a line that was judged."""
    if judged.all_right:
        text = [_evidence(line, skill) for skill in judged.right]
        return text or ["Right: nothing in it derails anything."]
    found = [_evidence(line, skill) for skill in judged.right]
    found += [f"You passed over: {_evidence(line, skill)}" for skill in judged.missed]
    if judged.only_user:
        names = listed([skill_words(skill) for skill in judged.only_user])
        found.append(f"Not heard here: {names}. You may be right; the ear stays silent where it isn't sure.")
    return found


def _evidence(line: Line, skill: str) -> str:
    finding = line.evidence(skill)
    if finding is None:
        return f"{skill_words(skill)}, as the author of the line means it."
    return f'{skill_words(skill)}: "{clean(quote(finding, line.turn.text))}" {costs(skill)}.'
