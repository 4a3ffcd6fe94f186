"""What the user sees before any score: what went well, what they would do otherwise, and three turns marked."""

from collections.abc import Callable

from scoring.vocabulary import SKILLS
from simulator.cleaning import clean
from simulator.conversation.session import Mark
from simulator.practice.asker import Asker, Enough
from simulator.practice.naming import NOTHING_HEARD, kept, named, numbered
from simulator.report.reflecting import BRANCH, DELTA, HEARD, MARKED, PLUS, SELF
from simulator.report.review import Line, Review
from simulator.report.words import short

TURNS = 3
"""How many turns are marked."""
LONGEST = 2_000  # characters of an answer
SKIP = "s"
"""Typed alone it skips what is left."""


class Reflecting:
    """Asks, and keeps what is said. *keep* takes the data of a reflection, *mark* a Mark."""

    def __init__(self, review: Review, asker: Asker, keep: Callable[[dict], None], mark: Callable[[Mark], None]):
        self._review, self._asker, self._keep, self._mark = review, asker, keep, mark
        self._data: dict = {BRANCH: review.branch}

    def run(self) -> bool:
        """Asks everything; whether anything was said. It ends early where the user has had enough."""
        self._asker.tell(
            "",
            "First your own eyes: two questions and three turns, before you read anything.",
            f"Enter skips a question, {SKIP} the rest.",
            "",
        )
        try:
            self._question(PLUS, "What went well? ")
            self._question(DELTA, "What would you do differently? ")
            self._turns()
        except Enough:
            pass
        said = len(self._data) > 1
        if said:
            self._keep(self._data)
        return said

    def _question(self, field: str, question: str) -> None:
        said = self._ask(question)
        if said:
            self._data[field] = said[:LONGEST]

    def _turns(self) -> None:
        chosen = turns_to_mark(self._review)
        if not chosen:
            return
        self._asker.tell(
            "", "Now three turns of yours. What is in your words? Name what you hear, such as 'open question, blame';",
            f"{NOTHING_HEARD}, Enter skips.",
        )  # fmt: skip
        lines = {line.number: line for line in self._review.lines if not line.aside}
        for number in chosen:
            skills = self._marked(lines, number)
            if skills is None:
                continue
            self._data.setdefault(MARKED, []).append(number)
            for skill in skills:
                self._mark(Mark(SELF, number, skill, HEARD, branch=self._review.branch))

    def _marked(self, lines: dict[int, Line], number: int) -> tuple[str, ...] | None:
        """The skills that the user names in a turn; None where it is skipped."""
        line, before = lines[number], lines.get(number - 1)
        said = before.reply if before else self._review.opening
        self._asker.tell("", f"{self._review.person}: {short(said, 300)}", f"You ({number}): {line.text}")
        while True:
            answer = self._ask("  I hear: ")
            if not answer:
                return None
            if answer == "?":
                self._asker.tell(*numbered())
                continue
            skills, unknown = named(answer, SKILLS)
            self._asker.tell(*kept(skills, unknown))
            if skills or not unknown:
                return skills

    def _ask(self, question: str) -> str:
        said = clean(self._asker.ask(question)).strip()
        if said.casefold() == SKIP:
            raise Enough
        return said


def turns_to_mark(review: Review) -> tuple[int, ...]:
    """Three turns that are worth a second look, in their order and without a word on why: the best, the one to try
    again, the costliest; then those spread over the talk."""
    spoken = [line.number for line in review.lines if line.text.strip() and not line.aside]
    wanted = [moment.turn for moment in (review.best, review.try_this, *review.costs[:1]) if moment]
    spread = [spoken[len(spoken) * part // 4] for part in (1, 2, 3)] if spoken else []
    found: list[int] = []
    for number in (*wanted, *spread, *spoken):
        if number in spoken and number not in found and len(found) < TURNS:
            found.append(number)
    return tuple(sorted(found))
