"""Runs a drill: shows a moment, takes tries, tells what was heard in each and what it did."""

from collections.abc import Iterator

from scoring.text import MAX_CHARACTERS
from simulator.cleaning import clean, one_line
from simulator.practice.asker import Asker, Enough
from simulator.practice.coaching import remark
from simulator.practice.drills import CONTEXT, Moment, Try, attempt
from simulator.report.sentences import STATE_WORDS
from simulator.report.words import listed, quote, skill_words

HINTS = ("nudge", "skill", "example")
_TEMPTS = {
    "avoidance": "The matter is not on the table yet, and anything else would be easier. What do you say?",
    "minimizing": "Here is {where}, and it would be easy to make it small. What do you say?",
    "blame": "Here is {where}, and it would be easy to say whose fault it is. What do you say?",
    "triggered": "Here is {where}, and it stings. What do you say?",
    "winging_it": "You have just sat down. What are your first words?",
}
"""What is asked at a moment that tempts to a habit. The habit itself is not named: out there nobody names it either."""


class Drilling:
    """One drill of *name* over *moments*, with somebody to ask."""

    def __init__(self, asker: Asker, name: str, moments: Iterator[Moment], how: str):
        self._asker, self._name, self._moments, self._how = asker, name, moments, how
        self._tries = self._helped = 0

    def run(self) -> bool:
        """The drill, until there are no more moments or the user has had enough; whether there was one at all."""
        there = False
        try:
            for number, moment in enumerate(self._moments, 1):
                there = True
                self._show(moment, number)
                self._try(moment)
            if there:
                self._asker.tell("", "That was the last moment of this kind.")
        except Enough:
            pass
        if there:
            times = f"{self._tries} tr{'y' if self._tries == 1 else 'ies'}"
            self._asker.tell("", f"{times}, {self._helped} of them did what this is about.")
        return there

    def _show(self, moment: Moment, number: int) -> None:
        scenario, tell = moment.scenario, self._asker.tell
        if number == 1:
            tell(self._how)
        name = scenario.persona.name
        tell("", f"{number}. {clean(scenario.title)}", f"You are {clean(scenario.brief.you_are)}")
        if len(moment.before) < CONTEXT:  # so early nothing on the screen says what it is about
            tell(clean(scenario.brief.what_happened), *(f"  - {clean(fact)}" for fact in scenario.brief.facts))
        if not moment.before:
            tell(f"{name}: {clean(moment.talk.first_line)}")
        for text, reply in moment.before:
            tell(f"You: {clean(text) or '(silence)'}", f"{name}: {clean(reply)}")
        tell("", self._task(moment))

    def _task(self, moment: Moment) -> str:
        where = STATE_WORDS.get(moment.state, moment.state.replace("_", " "))
        if moment.tempts:
            return _TEMPTS[moment.tempts].format(where=where)
        if moment.without:
            bad = listed([skill_words(skill) for skill in moment.without])
            return f'Somebody said here: "{one_line(moment.said, 400)}" Say what has to be said, without {bad}.'
        if self._name in moment.wanted:
            return f"Here is {where}, a moment for {skill_words(self._name)}. What do you say?"
        return f"The moment: {where}. What do you say?"

    def _try(self, moment: Moment) -> None:
        """Takes tries at *moment* until the user wants another. Raises Enough."""
        hints = models = 0
        while True:
            text = self._asker.ask("You: ")
            order = text.strip().lower()
            if order in ("/quit", "/q", "/exit", "/end"):
                raise Enough
            if order == "/next":
                return
            if order == "/hint":
                hint = moment.scenario.state(moment.state).hint
                self._asker.tell(f"  {getattr(hint, HINTS[min(hints, len(HINTS) - 1)])}")
                hints += 1
            elif order == "/model":
                models = self._model(moment, models)
            elif order.startswith("/"):
                self._asker.tell(f"  {self._how}")
            elif len(text) > MAX_CHARACTERS:
                self._asker.tell(f"  A turn has at most {MAX_CHARACTERS:,} characters; please shorten it.")
            else:
                self._told(attempt(moment, clean(text).strip()), moment)

    def _model(self, moment: Moment, shown: int) -> int:
        if not moment.models:
            self._asker.tell("  There are no words to show for this moment.")
            return shown
        self._asker.tell(f'  For example: "{clean(moment.models[shown % len(moment.models)])}"')
        return shown + 1

    def _told(self, tried: Try, moment: Moment) -> None:
        turn, tell = tried.turn, self._asker.tell
        if turn.aside:
            tell(f"  {clean(turn.aside)}")
            return
        self._tries += 1
        self._helped += tried.helped
        tell(f"{moment.scenario.persona.name}: {clean(turn.reply)}")
        tell(*(f"  {clean(line)}" for line in remark(turn, tried.before, moment.scenario)))
        tell(f"  {self._verdict(tried, moment)}")

    def _verdict(self, tried: Try, moment: Moment) -> str:
        if moment.tempts:
            return self._resisted(tried, moment)
        if moment.without:
            if tried.left:
                return f"{_upper(skill_words(tried.left[0]))} is still in it."
            if tried.costly:
                return f"Without that, yes. Something else costs: {self._words(tried, tried.costly[0])}."
            return "Without it. That is what this is about." if tried.helped else "Nothing was said."
        if tried.used and tried.costly:
            return f"It is there, and so is something that costs: {self._words(tried, tried.costly[0])}."
        if tried.used:
            return f"That is it: {listed([skill_words(skill) for skill in tried.used])}."
        unfounded = [skill for skill in tried.turn.heard.unfounded if skill in moment.wanted]
        if unfounded:
            return f"The form of {skill_words(unfounded[0])} is there; what it says does not fit this moment yet."
        wanted = listed([skill_words(skill) for skill in moment.wanted], "or")
        return f"Not yet {wanted}. /hint helps, /model shows words."

    def _resisted(self, tried: Try, moment: Moment) -> str:
        """Where a habit tempts, leaving it is one half and what helps is the other."""
        habit = skill_words(moment.tempts)
        if tried.left:
            return f"{_upper(self._words(tried, tried.left[0]))}: that is what tempts here."
        if tried.costly:
            return f"No {habit}. Something else costs: {self._words(tried, tried.costly[0])}."
        if tried.helped:
            did = [skill_words(skill) for skill in tried.used] or ["the matter, named"]
            return f"That is it: {listed(did)}, and no {habit}."
        wanted = listed([skill_words(skill) for skill in moment.wanted], "or")
        if moment.tempts in ("avoidance", "winging_it"):
            missing = "What it is about is not named" if moment.tempts == "avoidance" else "There is no plan in it"
            return f"{missing} yet: {wanted}. /hint helps, /model shows words."
        return f"No {habit}; and nothing yet of what helps: {wanted}. /hint helps, /model shows words."

    @staticmethod
    def _words(tried: Try, skill: str) -> str:
        finding = next(one for one in tried.turn.detection.findings if one.skill == skill)
        return f'{skill_words(skill)} ("{clean(quote(finding, tried.turn.text))}")'


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
