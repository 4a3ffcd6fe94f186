"""Marks as a table: CSV with commas, semicolons or tabs, read with the place of every cell, and written safely."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from scoring.authored import Place, Problem, Text, nearest
from simulator.cleaning import clean
from simulator.practice.markrows import ALSO, COLUMNS, Cell, Row
from simulator.report.formats.csv_rows import cell

MOST_BYTES = 8 * 1024 * 1024
_DELIMITERS = ",;\t"
_NEEDED = ("turn", "skill", "mark")


def written(rows: Iterable[Sequence[str]]) -> str:
    """*rows* as the text of a CSV file that no spreadsheet runs; it begins with the mark by which they know UTF-8."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([cell(value) for value in row] for row in rows)
    return "\ufeff" + out.getvalue()


def read(path: Path) -> tuple[list[Row], list[Problem]]:
    """The rows of the table at *path*, and its faults."""
    shown = str(path)
    try:
        with open(path, "rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as fault:
        return [], [Problem(Place(Text(shown)), "M08", f"the file can't be read: {(fault.strerror or '').lower()}")]
    if len(data) > MOST_BYTES:
        return [], [Problem(Place(Text(shown)), "M08", "the file is larger than 8 MiB; it is no table of marks")]
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as fault:
        before = data[: fault.start].decode("utf-8", "replace")
        where = Place(Text(shown), before.count("\n") + 1, len(before) - before.rfind("\n"))
        return [], [Problem(where, "M08", "the file is not UTF-8 from here on; save it as 'CSV UTF-8'")]
    return parsed(text, shown)


def parsed(text: str, shown: str) -> tuple[list[Row], list[Problem]]:
    """The rows of the table *text*, and its faults; *shown* is its name in messages."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    source = Text(shown, tuple(lines))
    mark = _delimiter(lines[0])
    records, problems = _records(lines, mark, source)
    if not records:
        return [], problems or [Problem(Place(source), "M08", f"the first line names the columns: {','.join(COLUMNS)}")]
    heads, places = records[0]
    names = [head.strip().lower() for head in heads]
    for name, where in zip(names, places, strict=True):
        if name and name not in (*COLUMNS, *ALSO):
            problems.append(Problem(where, "M08", f"'{name}' is no column of this table{nearest(name, COLUMNS)}"))
        elif name and names.count(name) > 1 and names.index(name) != places.index(where):
            problems.append(Problem(where, "M08", f"there are two columns '{name}'; keep one of them"))
    problems += [
        Problem(places[0], "M08", f"the column '{name}' is missing; the first line names the columns")
        for name in _NEEDED
        if name not in names
    ]
    if problems:
        return [], sorted(problems)
    return [_row(names, *record) for record in records[1:] if any(value.strip() for value in record[0])], []


def _row(names: list[str], values: list[str], places: list[Place]) -> Row:
    cells = {
        name: Cell(_plain(value), where) for name, value, where in zip(names, values, places, strict=False) if name
    }
    return Row(cells, places[0])


def _plain(value: str) -> str:
    """*value* without the apostrophe that keeps a spreadsheet from running it."""
    value = clean(value)
    return value[1:] if value.startswith("'") and cell(value[1:].strip()) == value.strip() else value


def _delimiter(head: str) -> str:
    def known(mark: str) -> int:
        names = [name.strip().strip('"').lower() for name in head.split(mark)]
        return sum(name in (*COLUMNS, *ALSO) for name in names)

    return max(_DELIMITERS, key=known)


Record = tuple[list[str], list[Place]]


def _records(lines: list[str], mark: str, source: Text) -> tuple[list[Record], list[Problem]]:
    """The records of a table, each with the places of its cells, and what is wrong with its form."""
    reader = csv.reader((line + "\n" for line in lines), delimiter=mark, strict=True)
    records: list[Record] = []
    first = 0
    try:
        for values in reader:
            if values:
                records.append((values, _places(lines[first : reader.line_num], first, mark, source, len(values))))
            first = reader.line_num
    except csv.Error as fault:
        unclosed = "end of data" in str(fault)
        said = "the quotation mark that opens here is not closed" if unclosed else f"this is no row: {fault}"
        return records, [Problem(Place(source, first + 1), "M08", f"{said}; double the quotation marks within a text")]
    return records, []


def _places(lines: list[str], first: int, mark: str, source: Text, cells: int) -> list[Place]:
    """Where the *cells* of the record in *lines* begin."""
    starts, begins, opened, quoted = [(0, 0)], True, False, False
    for number, line in enumerate(lines):
        for column, character in enumerate(line):
            if character == mark and not quoted:
                starts.append((number, column + 1))
                begins, opened = True, False
                continue
            if character == '"' and (begins or opened):  # within a cell that was not opened by one it is a character
                opened, quoted = True, not quoted
            begins = False
    ends = [*starts[1:], (len(lines) - 1, len(lines[-1]) + 1)]
    places = [
        Place(source, first + line + 1, column + 1, max(1, end - column - 1) if last == line else 1)
        for (line, column), (last, end) in zip(starts, ends, strict=True)
    ]
    return [*places, *places[:1] * cells][:cells]
