"""`rehearse review` as a page or as rows, and as something that can be passed on."""

import csv
import io
import stat

import pytest

from simulator.report.formats import ENDINGS, FORMATS, named_by


@pytest.mark.parametrize(
    ("name", "begins"), [("html", "<!DOCTYPE html>\n<html lang="), ("csv", '"session","scenario",')]
)
def test_a_review_can_be_a_page_or_rows(rehearse, played, name, begins):
    played()
    ran = rehearse("review", "--format", name)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(begins)


@pytest.mark.parametrize("file", ["talk.html", "talk.HTM", "talk.csv"])
def test_the_end_of_the_name_says_the_format_and_the_file_is_its_owners(rehearse, played, tmp_path, file):
    played()
    path = tmp_path / file
    assert rehearse("review", "-o", str(path)).out == f"Written to {path}.\n"
    assert path.read_text().startswith(('"session"', "<!DOCTYPE html>"))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_every_format_has_an_ending_that_names_it():
    assert {named_by(f"talk{ending}") for ending in ENDINGS.values()} == set(FORMATS) == set(ENDINGS)
    assert named_by("talk") == named_by("talk.doc") == "terminal"


@pytest.mark.parametrize("name", [*FORMATS])
def test_without_the_words_nothing_that_was_typed_is_left(rehearse, played, name):
    played(typed="My zanzibar is late.\nWhat was it like for you, Priya?\n")
    ran = rehearse("review", "--redact", "words", "--format", name)
    assert ran.code == 0
    assert not [word for word in ("zanzibar", "Priya", "January", "january") if word in ran.out]
    assert "[4 words]" in ran.out.replace("\\", "")


def test_with_other_names_the_same_name_stays_the_same_and_is_told(rehearse, played):
    played(typed="Hello Priya, I spoke to Marcus.\nWhat did priya say to marcus, and to colm?\n")
    ran = rehearse("review", "--redact", "names", "--name", "Colm", "--format", "csv")
    texts = list(dict.fromkeys(row["text"] for row in csv.DictReader(io.StringIO(ran.out))))
    assert texts == ["Hello Person A, I spoke to Name C.", "What did Person A say to Name C, and to Name B?"]
    assert ran.err.startswith("Names replaced: Priya, Colm, Marcus")
    assert "Read it before you pass it on" in ran.err


def test_a_name_without_the_redaction_of_names_is_wrong_usage(rehearse, played):
    played()
    ran = rehearse("review", "--name", "Colm")
    assert (ran.code, ran.out) == (2, "")
    assert "--name goes with --redact names" in ran.err


def test_what_was_read_differently_shows_on_the_page(rehearse, played):
    played(typed="Hello.\nWhat was it like for you?\n")
    out = rehearse("review", "--missing", "1:appreciation:Hello", "--because", "it was warm", "--format", "html").out
    assert "marked by hand" in out
    assert "it was warm" in out
    assert 'id="corrections"' in out


def test_a_transcript_from_elsewhere_is_a_page_as_well(rehearse, tmp_path):
    file = tmp_path / "talk.txt"
    file.write_text("Sam: I'm fine.\nMaria: You say so, and you look tired. What happened?\nSam: A lot.\n")
    out = rehearse("score", str(file), "--me", "Maria", "--format", "html").out
    assert out.startswith("<!DOCTYPE html>")
    assert "Read from a file" in out
