"""Pages that are not reviews: compare, sheet and the others write HTML where it is asked for."""

import pytest

PAGE = "<!DOCTYPE html>\n<html lang="


def test_a_comparison_is_a_page_by_its_format_or_by_the_name_of_the_file(rehearse, played, tmp_path):
    one, two = played(typed="You always do this.\n"), played()
    shown = rehearse("compare", one, two, "--format", "html")
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.startswith(PAGE)
    file = tmp_path / "both.html"
    assert rehearse("compare", one, two, "-o", str(file)).out == f"Written to {file}.\n"
    assert file.read_text() == shown.out
    assert one in shown.out
    assert two in shown.out


def test_a_session_with_its_runs_is_a_page_that_shows_where_they_part(rehearse, played):
    talk = played(typed="Hello.\nYou always do this.\n")
    rehearse("whatif", talk, "--turn", "2", "--say", "What was it like for you?", "--keep")
    out = rehearse("compare", talk, "--format", "html").out
    assert 'id="ways"' in out
    assert "What was it like for you?" in out
    review = rehearse("review", talk, "--format", "html").out
    assert 'id="runs"' in review


@pytest.mark.parametrize("reader", ["player", "trainer", "observer"])
def test_a_run_sheet_is_a_page_to_print(rehearse, tmp_path, reader):
    file = tmp_path / "sheet.html"
    ran = rehearse("sheet", "quiet-since-january", "--for", reader, "-o", str(file))
    assert (ran.code, ran.out, ran.err) == (0, f"Written to {file}.\n", "")
    assert file.read_text().startswith(PAGE)
    assert rehearse("sheet", "quiet-since-january", "--for", reader, "--format", "html").out == file.read_text()


def test_other_records_are_pages_as_well(rehearse, played):
    talk = played()
    for arguments in (("rescore", talk), ("review", talk, "--why", "1"), ("whatif", talk, "--turn", "1", "--say", "x")):
        assert rehearse(*arguments, "--format", "html").out.startswith(PAGE), arguments


def test_what_has_no_rows_is_refused_as_rows(rehearse, played, tmp_path):
    one, two = played(), played()
    ran = rehearse("compare", one, two, "-o", str(tmp_path / "both.csv"))
    assert (ran.code, ran.out) == (2, "")
    assert "terminal, markdown, html, json" in ran.err
