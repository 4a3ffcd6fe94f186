"""A session held open for a trainer's marks: each one is on disk before the next is asked for."""

from typing import Self

from simulator.cli.kept import folded, load_run, named
from simulator.codec import to_json
from simulator.conversation.labels import Voice, voice
from simulator.conversation.session import MARK, Mark
from simulator.journal import Journal, find_home
from simulator.practice.closing import end_of_blindness
from simulator.practice.markrows import Marked
from simulator.practice.pen import records


class Keeping:
    """One run of a session, SESSION or SESSION@RUN, and the marks of one trainer. Raises Refusal, JournalError."""

    def __init__(self, name: str, by: str):
        home = find_home()
        self.branch = load_run(name)[1]
        self.by = by
        self._journal = Journal.open(home, named(home, name.partition("@")[0]))
        try:
            self.session = folded(self._journal.id, self._journal.records)
        except BaseException:
            self._journal.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._journal.close()

    @property
    def called(self) -> str:
        """What is typed for this run and this trainer after `rehearse mark`."""
        return f"{self.run}{f' --by {self.by!r}' if self.by else ''}"

    @property
    def run(self) -> str:
        """What is typed for this run."""
        scored = self.branch == self.session.scored.number
        return self.session.header.id if scored else f"{self.session.header.id}@{self.branch}"

    @property
    def voice(self) -> Voice:
        """What this trainer has marked so far."""
        return voice(self.session, self.by)

    @property
    def closed(self) -> bool:
        """Whether the blind phase is over."""
        return self.voice.closed(self.branch)

    def keep(self, mark: Mark) -> None:
        """Keeps *mark*."""
        self._journal.append(MARK, to_json(mark))
        self.session.marks.append(mark)

    def close(self, judgement: str) -> int:
        """Closes the blind phase; how many readings of the scorer are overruled by it."""
        marks = end_of_blindness(self.session, self.branch, self.voice, judgement)
        for mark in marks:
            self.keep(mark)
        return len(marks) - 1

    def take(self, found: Marked) -> list[str]:
        """Keeps all that a file marks; lines on what was kept."""
        half = self.voice.half
        for at, judged in found.judged.items():
            for mark in records(at, judged, self.by, half.get(at, {})):
                self.keep(mark)
        for mark in found.decided:
            self.keep(mark)
        turns, labels = len(found.judged), sum(len(one.labels) for one in found.judged.values())
        lines = [f"Kept: {_many(labels, 'label')} on {_many(turns, 'turn')}."] if turns else []
        if found.decided:
            lines.append(f"Kept: {_many(len(found.decided), 'decision')} on what the scorer found.")
        if found.whole is not None:
            lines += closed_lines(self, self.close(found.whole))
        return lines or ["There was nothing new in it."]


def closed_lines(keeping: Keeping, overruled: int) -> list[str]:
    """What to say when the blind phase has been closed."""
    return [
        f"The blind phase is closed; {_many(overruled, 'reading')} of the scorer's overruled in the review.",
        f"How far you agree:        rehearse mark {keeping.called} --agree",
        f"The review as you marked: rehearse review {keeping.run}",
    ]


def _many(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"
