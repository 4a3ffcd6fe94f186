"""A talk from elsewhere that is kept: read, marked, read again, set beside another, and forgotten like any other."""

import json
import re
from pathlib import Path

import pytest

EXPORTS = Path(__file__).parents[1] / "data" / "exports"
TEAMS, ZOOM = str(EXPORTS / "teams.vtt"), str(EXPORTS / "zoom.vtt")
FORMATS = ("terminal", "markdown", "html", "csv", "json")
LINES = """Sam: I'm fine.
Maria: You always leave us in the lurch. What happened?
Sam: The canary zanzibar died.
Maria: Right.
Sam: That is all.
Maria: Thank you for telling me that, Sam.
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "talk.txt"
    path.write_text(LINES)
    return str(path)


@pytest.fixture
def kept(rehearse, file):
    """The talk, kept; its id."""
    return re.search(r"Kept as (\S+)\. ", rehearse("score", file, "--me", "Maria", "--keep").err)[1]


def test_it_is_kept_only_where_that_is_asked_for(rehearse, file, home):
    rehearse("score", file, "--me", "Maria", "--review")
    assert not (home / "sessions").exists() or not list((home / "sessions").iterdir())
    ran = rehearse("score", file, "--me", "Maria", "--keep")
    assert ran.code == 0
    assert "talk.txt, 3 turns, brought from a file" in rehearse("sessions").out


def test_what_is_kept_gives_the_review_that_the_file_gives(rehearse, file, kept):
    for name in ("terminal", "html", "json"):
        fresh = rehearse("score", file, "--me", "Maria", "--format", name).out
        again = rehearse("review", kept, "--format", name).out
        if name == "json":
            fresh, again = json.loads(fresh), json.loads(again)
            own = ("session", "started", "digest")
            assert {k: v for k, v in fresh.items() if k not in own} == {k: v for k, v in again.items() if k not in own}
        else:
            assert f"Kept as {kept}" in " ".join(again.split())
            assert "That is all." in again
    assert rehearse("score", kept, "--json").code == 0


def test_the_same_file_is_found_again_and_another_speaker_is_another_talk(rehearse, file, kept):
    assert f"Kept as {kept}." in rehearse("score", file, "--me", "Maria", "--keep").err
    assert f"Kept as {kept}." not in rehearse("score", file, "--me", "Sam", "--keep").err
    assert rehearse("sessions").out.count("brought from a file") == 2


def test_a_file_is_marked_blind_and_the_marks_overrule_the_scorer_in_every_format(rehearse, file):
    ran = _closed(rehearse, file, "blame", 'minimizing "Right"', "")
    assert ran.code == 0
    assert "3 turns to mark, 0 marked." in ran.out
    assert "What the scorer found is not shown" in ran.out
    assert "The blind phase is closed" in ran.out
    id = re.search(r"rehearse review (\S+)", ran.out)[1]
    for name in FORMATS:
        out = rehearse("review", id, "--format", name).out
        words = " ".join(out.replace("\\", "").split())
        if name != "csv":
            assert "Turn 2, making it small was missed, as the trainer marked: by Ana" in words, name
            assert "The whole, Ana: Tense." in words, name
        else:
            assert '"minimizing"' in out
            assert '"by hand"' in out
    before = json.loads(rehearse("score", file, "--me", "Maria", "--json").out)
    after = json.loads(rehearse("score", id, "--json").out)
    assert "minimizing" not in before["costs"]
    assert after["costs"]["minimizing"] == {"used": 1, "turns": [2]}


def test_kappa_of_a_talk_from_elsewhere_is_worked_out_by_hand(rehearse, file):
    """Blame in three turns. The scorer: turn 1. Ana: turns 1 and 2. They agree on 2 of 3 turns.

    By chance: both hear it 1/3 * 2/3, neither 2/3 * 1/3, together 4/9. Kappa (2/3 - 4/9) / (1 - 4/9) = 0.40.
    """
    id = re.search(r"rehearse review (\S+)", _closed(rehearse, file, "blame", "blame", "").out)[1]
    heard = json.loads(rehearse("review", id, "--format", "json").out)
    assert json.loads(rehearse("score", file, "--me", "Maria", "--json").out)["costs"]["blame"]["turns"] == [1]
    assert heard["scorecard"]["costs"]["blame"]["turns"] == [1, 2]
    lines = rehearse("mark", id, "--agree").out.splitlines()
    row = next(line.split() for line in lines if line.strip().startswith("blame"))
    assert row == ["blame", "3", "1", "0", "1", "67", "%", "0.40"]  # turns, both, the scorer alone, Ana alone
    assert rehearse("mark", file, "--me", "Maria", "--agree").out == rehearse("mark", id, "--agree").out


def _closed(rehearse, file, *labels):
    typed = "".join(f"{one}\n\n" if one else "\n" for one in labels)
    return rehearse("mark", file, "--me", "Maria", "--by", "Ana", typed=f"{typed}yes\nTense.\n" + "\n" * 9)


def test_marks_of_it_are_exported_as_labelled_lines(rehearse, file, tmp_path):
    _closed(rehearse, file, "blame", "", "appreciation")
    lines = [json.loads(line) for line in rehearse("marks").out.splitlines()]
    assert [line["labels"] for line in lines] == [["blame"], [], ["appreciation"]]
    assert lines[1]["prev"] == ["I'm fine.", "The canary zanzibar died."]


def test_a_table_can_be_filled_in_for_it(rehearse, kept, tmp_path):
    table = tmp_path / "marks.csv"
    assert rehearse("mark", kept, "--by", "Ana", "--to", str(table)).code == 0
    rows = [row.replace("1,blame,,", "1,blame,x,", 1) for row in table.read_text().splitlines()]
    table.write_text("\n".join(rows))
    assert rehearse("mark", kept, "--by", "Ana", "--from", str(table)).out == "Kept: 1 label on 1 turn.\n"


def test_without_a_name_the_speakers_are_listed_and_nothing_is_kept(rehearse, file, home):
    ran = rehearse("mark", file)
    assert (ran.code, ran.out) == (2, "")
    assert "Who are you in talk.txt? Give --me NAME; there speak Sam, Maria." in ran.err
    assert "There is no session yet." in rehearse("sessions").out


def test_a_name_goes_with_a_file_only(rehearse, kept):
    assert rehearse("mark", kept, "--me", "Maria").code == 2


def test_words_from_speech_recognition_are_said_to_be_less_sure(rehearse):
    assert "speech recognition" in rehearse("mark", TEAMS, "--me", "Maria").out
    id = re.search(r"Kept as (\S+)\. ", rehearse("score", TEAMS, "--me", "Maria", "--keep").err)[1]
    for name in ("terminal", "markdown", "html"):
        assert "speech recognition" in rehearse("review", id, "--format", name).out
        assert "speech recognition" in rehearse("review", id, "--format", name, "--redact", "words").out


def test_todays_rules_read_it_again(rehearse, file, kept, monkeypatch):
    from scoring.ear import Ear
    from scoring.findings import Detection

    assert "Nothing is read otherwise." in rehearse("rescore", kept).out
    monkeypatch.setattr(Ear, "detect", lambda self, text, heard=(): Detection(text))
    out = rehearse("rescore", kept, "--keep").out
    assert "is no longer heard; then it was" in out
    assert "What was said stays" not in out
    review = json.loads(rehearse("review", kept, "--format", "json").out)
    assert "blame" not in review["scorecard"]["costs"]
    assert rehearse("rescore").code == 0


def test_two_talks_are_set_side_by_side_and_nothing_is_invented_about_the_other(rehearse, kept):
    other = re.search(r"Kept as (\S+)\. ", rehearse("score", TEAMS, "--me", "Maria", "--keep").err)[1]
    out = rehearse("compare", kept, other).out
    assert "the words are known, and not how the other felt" in " ".join(out.split())
    row = next(line for line in out.splitlines() if "safety at the end" in line)
    assert re.sub(r"\s+", " ", row.strip()) == "safety at the end – –"
    page = rehearse("compare", kept, other, "--format", "html").out
    assert 'id="states"' not in page
    assert ">-1<" not in page


@pytest.mark.parametrize(
    "arguments",
    [("play", "--resume"), ("play", "--follow-up"), ("card",), ("debrief",), ("review", "--why", "1"), ("note",)],
)
def test_what_needs_a_person_says_that_there_is_none(rehearse, kept, arguments):
    ran = rehearse(*arguments, kept)
    assert ran.code in (0, 1, 2)
    assert "brought from a file" in ran.err or ran.code == 0


def test_what_if_needs_a_person_as_well(rehearse, kept):
    ran = rehearse("whatif", kept, "--turn", "1", "--say", "x")
    assert (ran.code, ran.out) == (1, "")
    assert "brought from a file" in ran.err


def test_erased_means_erased(rehearse, kept, home):
    assert any(b"zanzibar" in path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert rehearse("erase", kept, "--yes").code == 0
    assert not any(b"zanzibar" in path.read_bytes() for path in home.rglob("*") if path.is_file())


def test_an_exported_one_is_read_like_the_talk_itself(rehearse, kept, tmp_path):
    copy = tmp_path / "copy.jsonl"
    rehearse("sessions", "--export", kept, "-o", str(copy))
    by_file = json.loads(rehearse("score", str(copy), "--json").out)
    assert by_file | {"file": ""} == json.loads(rehearse("score", kept, "--json").out) | {"file": ""}


# ---------------------------------------------------------------------------------------------------------------------
# score, as it is passed on
# ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FORMATS)
def test_a_talk_from_elsewhere_can_be_passed_on_without_its_words(rehearse, file, name):
    out = rehearse("score", file, "--me", "Maria", "--redact", "words", "--format", name).out
    assert not [word for word in ("zanzibar", "Sam", "Maria", "lurch", "talk.txt") if word in out]
    assert "words]" in out.replace("\\", "")


def test_the_counts_alone_are_redacted_too(rehearse, file):
    assert 'turn 1 "You always leave us in the lurch"' in " ".join(rehearse("score", file, "--me", "Maria").out.split())
    out = rehearse("score", file, "--me", "Maria", "--redact", "words").out
    assert "lurch" not in out
    assert 'blame: turn 1 "[' in out


def test_with_other_names_the_names_are_told_on_standard_error(rehearse, file):
    ran = rehearse("score", file, "--me", "Maria", "--redact", "names", "--name", "zanzibar", "--review")
    assert "Sam" not in ran.out
    assert "zanzibar" not in ran.out
    assert ran.err.startswith("Names replaced: Sam, zanzibar")


@pytest.mark.parametrize(
    "arguments",
    [("--name", "Sam"), ("--json", "--redact", "words"), ("--json", "-o", "x.html"), ("again.txt", "-o", "x.html")],
)
def test_what_does_not_go_together_is_wrong_usage(rehearse, file, arguments):
    ran = rehearse("score", file, "--me", "Maria", *arguments)
    assert (ran.code, ran.out) == (2, "")


def test_the_review_of_one_file_is_written_by_the_end_of_its_name(rehearse, file, tmp_path):
    page = tmp_path / "review.html"
    assert rehearse("score", file, "--me", "Maria", "-o", str(page)).out == f"Written to {page}.\n"
    assert page.read_text().startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("name", FORMATS)
def test_every_report_names_the_rules_and_that_of_a_played_one_the_scenario(rehearse, played, file, name):
    from scoring.edition import edition

    played()
    digest = json.loads(rehearse("review", "--format", "json").out)["digest"]
    out = rehearse("review", "--format", name).out
    assert edition() in out
    assert digest in out
    assert edition() in rehearse("score", file, "--me", "Maria", "--format", name).out
