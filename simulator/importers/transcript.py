"""A transcript: who said what, in order. The one result of every importer, and the one fault they may raise."""

from dataclasses import dataclass

from scoring.authored import Problem


@dataclass(frozen=True, slots=True)
class Utterance:
    """What one speaker said.

    *at* is where it began, in seconds from the beginning of the recording, or of the day where clock times are given;
    None where the file does not tell.
    """

    speaker: str
    text: str
    at: float | None = None


@dataclass(frozen=True, slots=True)
class Transcript:
    """A conversation from elsewhere: the *name* of its file, and in *form* what kind of file it was.

    *spoken* transcripts were written down by speech recognition: their words are less sure. Nobody has two utterances
    in a row, unless they would be longer than a turn may be.
    """

    name: str
    utterances: tuple[Utterance, ...]
    form: str = ""
    spoken: bool = False

    @property
    def speakers(self) -> tuple[str, ...]:
        """Everybody who speaks, in the order of their first word."""
        return tuple(dict.fromkeys(one.speaker for one in self.utterances))


class TranscriptError(ValueError):
    """A file that cannot be read as a transcript. *problem* says what is wrong, where, and what to do."""

    def __init__(self, problem: Problem):
        place = problem.place
        super().__init__(f"{place.path}:{place.line}:{place.column}: {problem.code} {problem.message}")
        self.problem = problem
