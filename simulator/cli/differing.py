"""\"I read that differently\": the user's own marks on a review, kept in the session with a reason."""

from scoring.vocabulary import SKILLS
from simulator.cleaning import one_line
from simulator.cli.faults import USAGE, Refusal
from simulator.cli.kept import folded, named
from simulator.cli.offer import offer, sentence
from simulator.codec import to_json
from simulator.conversation.session import MARK, Mark, Session
from simulator.conversation.turn import Turn
from simulator.journal import Journal, find_home

REASON = 400  # characters of a reason that are kept


def differ(name: str, wrong: tuple[str, ...], missing: tuple[str, ...], because: str) -> None:
    """Keeps the marks; all of them are understood before the first is kept. Raises Refusal, JournalError."""
    home = find_home()
    with Journal.open(home, named(home, name)) as journal:
        session = folded(journal.id, journal.records)
        reason = one_line(because, REASON)
        marks = [_mark(session, said, "wrong", reason) for said in wrong]
        marks += [_mark(session, said, "missing", reason) for said in missing]
        for mark in marks:
            journal.append(MARK, to_json(mark))


def _mark(session: Session, said: str, verdict: str, reason: str) -> Mark:
    number, _, rest = said.partition(":")
    skill, _, words = rest.partition(":")
    branch = session.scored.number
    turns = {str(turn.number): turn for turn in session.turns(branch) if not turn.aside}
    if not rest:
        raise Refusal(f"'{said}': say which turn and which skill, such as 4:contrasting.", USAGE)
    if number not in turns:
        raise Refusal(f"'{said}': there is no turn '{number}'; the last one is {len(turns)}.", USAGE)
    if skill not in SKILLS:
        raise Refusal(sentence(f"'{said}': there is no skill '{skill}'.", offer(skill, SKILLS)), USAGE)
    turn = turns[number]
    if verdict == "wrong" and skill not in turn.detection.skills:
        found = ", ".join(turn.detection.skills) or "nothing"
        raise Refusal(f"'{said}': {skill} was not found in turn {number}; found there: {found}.", USAGE)
    start, end = _place(turn, words, said)
    return Mark("user", turn.number, skill, verdict, reason, start, end, branch)


def _place(turn: Turn, words: str, said: str) -> tuple[int, int]:
    """Where *words* stand in the turn; (-1, -1) for the whole of it."""
    if not words:
        return -1, -1
    start = turn.text.casefold().find(words.casefold())
    if start < 0:
        raise Refusal(f"'{said}': turn {turn.number} does not have the words '{words}'.", USAGE)
    return start, start + len(words)
