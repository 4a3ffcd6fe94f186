"""Marks in a spreadsheet or a YAML file: one row a turn and skill. Every fault of a file is a Problem with its place.

    turn,skill,mark,words,comment
    3,curiosity,x,what was that like,
    4,(nothing),x,,                       turn 4 was read, and nothing was heard in it
    (whole),,x,,A patient opening.        closes the blind phase

A turn counts as judged when one of its rows has a mark; a turn of which every row is empty has not been judged.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scoring.authored import Place, Problem, nearest
from scoring.vocabulary import SKILLS
from simulator.cleaning import one_line
from simulator.conversation.labels import HEARD, MISSING, STANDS, TRAINER, WRONG, At, Judged, home, voice
from simulator.conversation.session import Mark, Session
from simulator.conversation.turn import Turn
from simulator.practice.naming import meant
from simulator.practice.typed import place

COLUMNS = ("turn", "skill", "mark", "words", "comment")
ALSO = ("plainly", "before", "said", "session")
"""Columns that are there to be read."""

NOTHING, WHOLE = "(nothing)", "(whole)"
YES = ("x", "yes", "y", "1", "true", "heard", "✓", "✔", "☑")
NO = ("", "no", "n", "0", "-", "–", "false", "☐")
COMMENT = 400
"""Characters of a comment that are kept; of the judgement of the whole ten times as many."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One value as text, and where it stands."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Row:
    """One row, by the names of its columns; *place* is its beginning."""

    cells: dict[str, Cell]
    place: Place

    def text(self, column: str) -> str:
        """What stands in *column*, '' for nothing."""
        return self.cells[column].text.strip() if column in self.cells else ""

    def at(self, column: str) -> Place:
        """Where *column* stands, or the row without it."""
        return self.cells[column].place if column in self.cells else self.place


@dataclass(slots=True)
class Marked:
    """What a file marks: turns *judged*, what was *decided* after the blind phase, and the judgement of the *whole*."""

    judged: dict[At, Judged] = field(default_factory=dict)
    decided: list[Mark] = field(default_factory=list)
    whole: str | None = None


def read_rows(path: Path) -> tuple[list[Row], list[Problem]]:
    """The rows of the file at *path*, a table or YAML by the end of its name, and its faults."""
    if path.suffix.lower() in (".yaml", ".yml"):
        from simulator.practice.markyaml import read
    else:
        from simulator.practice.marktable import read
    return read(path)


def marked(rows: Iterable[Row], session: Session, branch: int, by: str) -> tuple[Marked, list[Problem]]:
    """What *rows* mark in *branch* of *session* as marks of *by*, and every fault."""
    return _Reader(session, branch, by).read(rows)


class _Reader:
    def __init__(self, session: Session, branch: int, by: str):
        self._session, self._branch, self._by = session, branch, by
        self._turns = {str(turn.number): turn for turn in session.read(branch) if not turn.aside}
        self._problems: list[Problem] = []
        self._labels: dict[At, dict[str, Mark]] = {}
        self._comments: dict[At, tuple[str, Row]] = {}
        self._nothing: dict[At, Row] = {}
        self._rows: dict[At, Row] = {}
        self._voice = voice(session, by)
        self._closed = self._voice.closed(branch)
        self._seen: dict[tuple[str, str], Row] = {}
        self._found = Marked()

    def read(self, rows: Iterable[Row]) -> tuple[Marked, list[Problem]]:
        for row in rows:
            self._row(row)
        for at, labels in self._labels.items():
            comment = self._comments.pop(at, ("", None))[0]
            self._judge(at, Judged(tuple(labels.values()), comment))
            if labels and at in self._nothing:
                self._fault(
                    self._nothing[at].at("mark"), "M06", f"turn {at[1]} has labels, and {NOTHING} too; keep one of them"
                )
        for _, row in self._comments.values():
            self._fault(row.at("comment"), "M04", f"a comment on a turn that is not marked; mark {NOTHING} or a skill")
        return self._found, sorted(self._problems)

    def _judge(self, at: At, judged: Judged) -> None:
        before = self._voice.judged.get(at)
        if before is not None and (set(before.labels), before.comment) == (set(judged.labels), judged.comment):
            return
        if self._closed:
            known = f"{WRONG}, {MISSING} or {STANDS}"
            said = f"the blind phase is closed, and turn {at[1]} was marked otherwise then; now write {known}"
            self._fault(self._rows[at].at("mark"), "M09", said)
        self._found.judged[at] = judged

    def _fault(self, where: Place, code: str, message: str) -> None:
        self._problems.append(Problem(where, code, message))

    def _row(self, row: Row) -> None:
        number, name = row.text("turn").removesuffix(".0"), row.text("skill")
        if not any(row.text(column) for column in ("mark", "words", "comment")):
            return
        if row.text("session") and row.text("session") != self._session.header.id:
            self._fault(
                row.at("session"), "M01", f"this row is of another session; these marks go to {self._session.header.id}"
            )
            return
        if WHOLE in (number, name):
            self._whole(row)
            return
        turn = self._turn(row, number)
        skill = self._skill(row, name)
        if turn is None or skill is None:
            return
        before = self._seen.setdefault((number, skill), row)
        if before is not row:
            self._fault(
                row.place, "M06", f"turn {number} and '{skill or NOTHING}' stand in line {before.place.line} already"
            )
            return
        self._marked(row, turn, skill)

    def _whole(self, row: Row) -> None:
        mark = row.text("mark").lower()
        if mark not in (*YES, *NO):
            self._fault(row.at("mark"), "M04", f"'{row.text('mark')}' is no mark for the whole; write x, or nothing")
        elif mark in YES and mark:
            self._found.whole = None if self._closed else one_line(row.text("comment"), 10 * COMMENT)

    def _turn(self, row: Row, number: str) -> Turn | None:
        turn = self._turns.get(number)
        if turn is None:
            said = f"there is no turn '{number}'" if number else "the number of the turn is missing"
            self._fault(row.at("turn"), "M02", f"{said}; turns are 1 to {len(self._turns)}")
        return turn

    def _skill(self, row: Row, name: str) -> str | None:
        if name in (NOTHING, NOTHING.strip("()")):
            return ""
        skill = meant(name) if name else None
        if skill is None:
            said = f"'{name}' is no skill{nearest(name, SKILLS)}" if name else "the skill is missing"
            self._fault(row.at("skill"), "M03", f"{said}; write {NOTHING} for a turn in which you heard none")
        return skill

    def _marked(self, row: Row, turn: Turn, skill: str) -> None:
        said, at = row.text("mark").lower(), home(self._session, self._branch, turn.number)
        comment, span = one_line(row.text("comment"), COMMENT), self._words(row, turn)
        self._rows.setdefault(at, row)
        if span is None:
            return
        if said in YES or (not said and skill and row.text("words")):
            labels = self._labels.setdefault(at, {})
            if skill:
                labels[skill] = Mark(TRAINER, turn.number, skill, HEARD, comment, *span, at[0], self._by)
            else:
                self._nothing[at] = row
                self._remember(at, comment, row)
        elif said in (WRONG, MISSING, STANDS) and skill:
            self._decide(row, turn, skill, Mark(TRAINER, turn.number, skill, said, comment, *span, at[0], self._by))
        elif said in NO and said:
            self._labels.setdefault(at, {})
        elif not said:
            if skill:
                self._fault(row.at("comment"), "M04", "a comment without a mark; write x beside it, or delete it")
            else:
                self._remember(at, comment, row)
        else:
            known = ", ".join((WRONG, MISSING, STANDS))
            self._fault(row.at("mark"), "M04", f"'{row.text('mark')}' is no mark; write x, or afterwards {known}")

    def _remember(self, at: At, comment: str, row: Row) -> None:
        if comment:
            self._comments[at] = (comment, row)

    def _decide(self, row: Row, turn: Turn, skill: str, mark: Mark) -> None:
        found = skill in turn.detection.skills
        if not self._closed:
            self._fault(row.at("mark"), "M09", f"'{mark.verdict}' is for afterwards; first close the blind phase")
        elif mark.verdict == WRONG and not found:
            self._fault(row.at("mark"), "M07", f"the scorer did not find '{skill}' in turn {turn.number}")
        elif mark.verdict == MISSING and found:
            self._fault(row.at("mark"), "M07", f"the scorer found '{skill}' in turn {turn.number}")
        else:
            self._found.decided.append(mark)

    def _words(self, row: Row, turn: Turn) -> tuple[int, int] | None:
        words = row.text("words")
        if not words:
            return -1, -1
        span = place(words, turn.text)
        if span is None:
            self._fault(row.at("words"), "M05", f"turn {turn.number} does not have these words; copy them from it")
        return span


def template(session: Session, branch: int, judged: dict[At, Judged], whole: str | None) -> list[tuple[str, ...]]:
    """A row for every turn and skill of *branch*, with what is marked already; the head first."""
    from scoring.vocabulary import PLAIN

    rows: list[tuple[str, ...]] = [(*COLUMNS, *ALSO)]
    turns, id = session.turns(branch), session.header.id
    for index, turn in enumerate(turns):
        if turn.aside:
            continue
        before = turns[index - 1].reply if index else session.header.first_line
        mine = judged.get(home(session, branch, turn.number))
        read = (before, turn.text or "(silence)", id)
        done = "x" if mine is not None and not mine.labels else ""
        comment = mine.comment if mine else ""
        rows.append((str(turn.number), NOTHING, done, "", comment, "read, and nothing heard", *read))
        labels = {mark.skill: mark for mark in mine.labels} if mine else {}
        for skill in SKILLS:
            rows.append((str(turn.number), skill, *_cells(labels.get(skill), turn), PLAIN[skill], *read))
    rows.append((WHOLE, "", "x" if whole is not None else "", "", whole or "", CLOSES, "", "", id))
    return rows


CLOSES = "x here closes the blind phase; your judgement goes into the comment"


def _cells(mark: Mark | None, turn: Turn) -> Sequence[str]:
    if mark is None:
        return ("", "", "")
    return ("x", turn.text[mark.start : mark.end] if mark.start >= 0 else "", mark.reason)
