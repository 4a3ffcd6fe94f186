"""Marks from a spreadsheet or a YAML file: what is understood, and every fault with its place."""

import csv
import io

import pytest

from scoring.vocabulary import SKILLS
from simulator.conversation.labels import voice
from simulator.practice.markrows import marked, read_rows, template
from simulator.practice.marktable import parsed, written
from tests.report.hearing import close, conversation, judge

HEAD = "turn,skill,mark,words,comment\n"
FORMULA = '=HYPERLINK("//evil.example")'


@pytest.fixture
def session(january_stage):
    return conversation(january_stage, "Hello, a blame here.", "a curiosity here", f"{FORMULA} facts").session


def taken(text, session, by="Ana"):
    rows, problems = parsed(text, "marks.csv")
    assert problems == []
    return marked(rows, session, 0, by)


def faults(problems):
    return [(p.code, p.place.line, p.place.column) for p in problems]


def skills(found):
    return {number: judged.skills for (_, number), judged in found.judged.items()}


def test_a_row_is_a_turn_a_skill_and_an_x(session):
    found, problems = taken(HEAD + '1,blame,x,a BLAME,"a verdict, not a fact"\n2,curiosity,x,,\n2,facts,,,\n', session)
    assert problems == []
    assert skills(found) == {1: ("blame",), 2: ("curiosity",)}
    (label,) = found.judged[0, 1].labels
    assert (label.start, label.end, label.reason, label.by) == (7, 14, "a verdict, not a fact", "Ana")


@pytest.mark.parametrize("yes", ["x", "X", "yes", "1", "TRUE", "✓", " x "])
def test_there_are_many_ways_to_say_yes(session, yes):
    assert skills(taken(f"{HEAD}1,blame,{yes},,\n", session)[0]) == {1: ("blame",)}


def test_a_turn_without_any_mark_has_not_been_judged(session):
    found, _ = taken(HEAD + "1,(nothing),x,,\n2,blame,no,,\n3,facts,,,\n", session)
    assert skills(found) == {1: (), 2: ()}


def test_the_row_of_the_whole_closes_the_blind_phase(session):
    assert taken(HEAD + "(whole),,x,,A patient opening.\n", session)[0].whole == "A patient opening."
    assert taken(HEAD + "(whole),,,,A patient opening.\n", session)[0].whole is None


def test_the_template_has_a_row_for_every_turn_and_skill_and_nothing_of_the_scorers(session):
    text = written(template(session, 0, {}, None))
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert len(rows) == 3 * (len(SKILLS) + 1) + 1
    assert {row["mark"] for row in rows} == {""}
    found, problems = taken(text, session)
    assert (found.judged, found.whole, problems) == ({}, None, [])


def test_a_filled_table_comes_back_as_it_was(session):
    judge(session, 1, "blame", "facts", comment="two moves at once", reason="'always'")
    judge(session, 2)
    before = voice(session, "Ana").judged
    text = written(template(session, 0, before, None))
    session.marks.clear()
    found, problems = taken(text, session)
    assert problems == []
    assert {at: (set(one.labels), one.comment) for at, one in found.judged.items()} == {
        at: (set(one.labels), one.comment) for at, one in before.items()
    }


def test_no_cell_of_the_table_runs_in_a_spreadsheet(session):
    judge(session, 3, "facts", comment="@SUM(A1)", reason="=1+1")
    text = written(template(session, 0, voice(session, "Ana").judged, "-2+3"))
    cells = [cell for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"))) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert f"'{FORMULA} facts" in cells
    session.marks.clear()
    found, problems = taken(text, session)
    judged = found.judged[0, 3]
    assert (problems, judged.comment, judged.labels[0].reason, found.whole) == ([], "@SUM(A1)", "=1+1", "-2+3")


@pytest.mark.parametrize("mark", [";", "\t"])
def test_spreadsheets_write_semicolons_and_tabs_too(session, mark):
    text = (HEAD + '1,blame,x,"a blame",a verdict\n').replace(",", mark)
    assert skills(taken(text, session)[0]) == {1: ("blame",)}


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_spreadsheets_write_in_their_own_encodings(session, tmp_path, codec):
    file = tmp_path / "marks.csv"
    file.write_bytes((HEAD + "1,blame,x,,très dur\r\n").encode(codec))
    rows, problems = read_rows(file)
    assert problems == []
    assert marked(rows, session, 0, "")[0].judged[0, 1].labels[0].reason == "très dur"


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ("9,blame,x,,\n", ("M02", 2, 1)),
        (",blame,x,,\n", ("M02", 2, 1)),
        ("1,blamme,x,,\n", ("M03", 2, 3)),
        ("1,,x,,\n", ("M03", 2, 3)),
        ("1,blame,perhaps,,\n", ("M04", 2, 9)),
        ("1,blame,,,why\n", ("M04", 2, 11)),
        ("1,(nothing),,,why\n", ("M04", 2, 15)),
        ("(whole),,perhaps,,\n", ("M04", 2, 10)),
        ('1,blame,x,"no, not there",\n', ("M05", 2, 11)),
        ("1,blame,x,,\n2,facts,x,,\n1,blame,x,,\n", ("M06", 4, 1)),
        ("1,blame,x,,\n1,(nothing),x,,\n", ("M06", 3, 13)),
        ("1,blame,wrong,,\n", ("M09", 2, 9)),
        ('1,blame,x,"a\nblame",\n2,facts,perhaps,,\n', ("M04", 4, 9)),
    ],
)
def test_every_fault_has_its_line_and_column(session, rows, fault):
    assert faults(taken(HEAD + rows, session)[1]) == [fault]


def test_all_faults_are_told_at_once_and_near_names_offered(session):
    _, problems = taken(HEAD + "9,blame,x,,\n1,blamme,x,,\n", session)
    assert [p.code for p in problems] == ["M02", "M03"]
    assert "did you mean 'blame'?" in problems[1].message


def test_rows_of_another_session_are_refused(session):
    _, problems = taken("session,turn,skill,mark\nother,1,blame,x\n", session)
    assert faults(problems) == [("M01", 2, 1)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", (1, 1)),
        ("turn,skil,mark\n", (1, 6)),
        ("turn,mark\n1,x\n", (1, 1)),
        ("turn,skill,mark,mark\n", (1, 17)),
        ('turn,skill,mark\n1,"blame,x\n', (2, 1)),
        ('turn,skill,mark\n1,"bla"me,x\n', (2, 1)),
    ],
)
def test_a_table_of_another_form_is_refused_with_a_place(text, place):
    rows, problems = parsed(text, "marks.csv")
    assert rows == []
    assert {(p.code, p.place.line, p.place.column) for p in problems} >= {("M08", *place)}


def test_a_quotation_mark_within_a_cell_moves_no_column(session):
    assert faults(taken(HEAD + '1,5" blame,x,,\n', session)[1]) == [("M03", 2, 3)]


def test_afterwards_a_table_overrules_and_gives_way_but_changes_no_label(session):
    judge(session, 1)
    close(session)
    found, problems = taken(HEAD + "1,blame,stands,,fair enough\n2,facts,missing,a curiosity,a date\n", session)
    assert problems == []
    assert [(m.turn, m.skill, m.verdict, m.reason) for m in found.decided] == [
        (1, "blame", "stands", "fair enough"), (2, "facts", "missing", "a date"),
    ]  # fmt: skip
    assert faults(taken(HEAD + "1,blame,x,,\n", session)[1]) == [("M09", 2, 9)]
    assert faults(taken(HEAD + "2,blame,wrong,,\n", session)[1]) == [("M07", 2, 9)]
    assert faults(taken(HEAD + "1,blame,missing,,\n", session)[1]) == [("M07", 2, 9)]


# YAML -----------------------------------------------------------------------------------------------------------------

YAML = """\
marks:
  - {turn: 1, skill: blame, words: a blame, comment: a verdict}
  - turn: 2
    skill: nothing
whole: A patient opening.
"""


def in_yaml(tmp_path, text):
    file = tmp_path / "marks.yaml"
    file.write_text(text)
    return read_rows(file)


def test_yaml_says_the_same_in_its_own_way(session, tmp_path):
    rows, problems = in_yaml(tmp_path, YAML)
    found, more = marked(rows, session, 0, "Ana")
    assert problems + more == []
    assert skills(found) == {1: ("blame",), 2: ()}
    assert found.whole == "A patient opening."


@pytest.mark.parametrize(
    ("wrong", "right", "fault"),
    [
        ("words: a blame", "wrds: a blame", ("M101", 2, 29)),
        ("turn: 2", "turn: [2]", ("M103", 3, 5)),
        ("marks:\n  - {turn: 1,", "marks:\n  - {", ("M102", 2, 5)),
        ("skill: blame", "skill: blamme", ("M03", 2, 22)),
        ("words: a blame", "words: no such", ("M05", 2, 36)),
        ("turn: 2", "turn: 7", ("M02", 3, 11)),
        ("whole: A", "whole: &a A", ("Y07", 5, 8)),
    ],
)
def test_faults_of_yaml_have_their_place_too(session, tmp_path, wrong, right, fault):
    assert wrong in YAML
    rows, problems = in_yaml(tmp_path, YAML.replace(wrong, right))
    problems = problems or marked(rows, session, 0, "Ana")[1]
    assert fault in faults(problems)


def test_a_file_that_is_not_there_is_told_of(tmp_path):
    for name in ("none.csv", "none.yaml"):
        rows, (problem,) = read_rows(tmp_path / name)
        assert rows == []
        assert "no such file" in problem.message
