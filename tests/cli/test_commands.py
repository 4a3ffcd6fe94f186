"""The smaller commands."""

import json
import stat

import pytest

from simulator.authoring.shelf import SHIPPED
from simulator.journal import Home

SCENARIO = str(SHIPPED / "quiet-since-january.yaml")


def test_list_shows_names_titles_and_what_is_practised(rehearse):
    out = rehearse("list").out
    assert any(line.split() == "quiet-since-january Quiet since January (30 min)".split() for line in out.splitlines())
    assert "practises contrasting" in out


def test_a_broken_scenario_is_listed_with_its_fault(rehearse, home):
    (home / "scenarios").mkdir(parents=True)
    (home / "scenarios" / "broken.yaml").write_text("id: [")
    ran = rehearse("list")
    assert ran.code == 0
    assert "\nbroken " in ran.out
    assert "rehearse lint" in ran.out


def test_sessions_tell_what_became_of_each(rehearse, played):
    assert rehearse("sessions").out.startswith("There is no session yet.")
    ended, left = played(), played(typed="Hello.\n/quit\n")
    out = rehearse("sessions").out
    assert any(line.startswith(ended) and "2 turns, ended: no plan" in line for line in out.splitlines())
    assert any(line.startswith(left) and "1 turn, open" in line for line in out.splitlines())


def test_sessions_counts_the_turns_of_the_way_that_was_taken(rehearse, played):
    played(typed="One.\nTwo.\nThree.\n/rewind 1\nOther two.\n")
    assert "2 turns, ended" in rehearse("sessions").out


def test_a_damaged_session_is_listed_as_such(rehearse, played, home):
    id = played()
    Home(home).file(id, "jsonl").write_bytes(b"nonsense\n")
    ran = rehearse("sessions")
    assert ran.code == 0
    assert "its beginning is damaged" in ran.out
    assert rehearse("review", id).code == 1


def test_review_reads_the_latest_session(rehearse, played):
    id = played()
    assert id in rehearse("review").out
    assert rehearse("review").out == rehearse("review", "latest").out == rehearse("review", id).out


@pytest.mark.parametrize(("name", "begins"), [("terminal", "Quiet since January"), ("markdown", "#"), ("json", "{")])
def test_review_knows_three_formats(rehearse, played, name, begins):
    played()
    assert rehearse("review", "--format", name).out.startswith(begins)


def test_a_review_is_written_for_its_owner_in_the_format_of_its_name(rehearse, played, tmp_path):
    played()
    file = tmp_path / "talk.json"
    assert rehearse("review", "-o", str(file)).out == f"Written to {file}.\n"
    assert json.loads(file.read_text())["title"] == "Quiet since January"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_review_that_cannot_be_written_destroys_nothing(rehearse, played, tmp_path):
    played()
    ran = rehearse("review", "-o", str(tmp_path / "no" / "talk.md"))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"'{tmp_path}/no/talk.md': there is no such place.\n"
    assert list(tmp_path.glob("*.md*")) == []


def test_lint_finds_nothing_in_what_is_shipped(rehearse):
    ran = rehearse("lint", SCENARIO)
    assert (ran.code, ran.out) == (0, "")


def test_lint_tells_every_fault_of_every_file_with_its_place(rehearse, tmp_path):
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text((SHIPPED / "quiet-since-january.yaml").read_text().replace("minutes: 30", "minuts: 30"))
    two.write_text("id: x\nid: y\n")
    ran = rehearse("lint", str(one), str(two), SCENARIO)
    assert ran.code == 1
    assert f"{one}:" in ran.out
    assert f"{two}:2:1: " in ran.out
    assert "'minutes'" in ran.out
    assert "faults in 3 files" in ran.err


def test_lint_gives_editors_the_schema(rehearse):
    assert json.loads(rehearse("lint", "--schema").out)["$schema"]


def test_simulate_counts_what_bots_met(rehearse):
    ran = rehearse(
        "simulate", "quiet-since-january", "--runs", "2", "--search", "500", "--bot", "skilled", "--level", "easy"
    )
    heads, row, *_ = ran.out.splitlines()
    assert heads.split() == ["bot", "level", "runs", "turns", "quibbles", "repeats", "empty", "endings"]
    assert row.split()[:3] == ["skilled", "easy", "2"]
    assert "mutual_plan 2" in row
    assert "lines that nobody reached:" in ran.out
    assert ran.code == 0


TYPED = ["What was that like for you?", "", "I don't want you to think I blame you. I do want to understand.", "😀 ok"]


def detected(ran) -> list[dict]:
    return [json.loads(line) for line in ran.out.splitlines()]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_detect_answers_in_order_with_quotes_of_the_users_own_characters(rehearse, jobs):
    given = [{"id": n, "prev": ["It's fine."], "text": TYPED[n % len(TYPED)]} for n in range(600)]
    ran = rehearse("detect", "--jobs", jobs, typed="\n".join(map(json.dumps, given)))
    found = detected(ran)
    assert ran.code == 0
    assert [one["id"] for one in found] == list(range(600))
    assert all(
        one["findings"] == [] or f["quote"] == given[one["id"]]["text"][f["start"] : f["end"]]
        for one in found
        for f in one["findings"]
    )


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"nonsense", "this is not JSON"),
        (b'{"id": 7, "text": "caf\xe9"}', "this is not UTF-8"),
        (b"[1]", "an object is expected"),
        (b'{"id": 7}', "'text' is missing"),
        (b'{"id": 7, "text": "x", "prev": [1]}', "'prev' is a list of strings"),
        (b'{"id": 7, "text": "' + b"x" * 20_001 + b'"}', "at most 20,000 characters"),
        (b'{"id": 7, "text": "' + b"x" * 2_000_000 + b'"}', "the line is longer than"),
        (b"[" * 100_000, "nested too deep"),
    ],
)
def test_a_line_that_is_none_has_its_place_and_its_number(rehearse, line, why):
    sound = b'{"id": 1, "text": "Hello."}'
    ran = rehearse("detect", typed=b"\n".join([sound, b"", line, sound]))
    first, bad, last = detected(ran)
    assert ran.code == 1
    assert why in bad["error"]
    assert ran.err.startswith("<stdin>:3: ")
    assert (first["id"], last["id"]) == (1, 1)


def test_detect_lets_nothing_through_that_steers_a_screen(rehearse):
    ran = rehearse("detect", typed=json.dumps({"id": "\x9b", "text": "What was \x9b31m\u202e that like for you?"}))
    assert ran.out.isascii()
    assert ran.out.strip().isprintable()


def test_demo_plays_and_reviews_without_a_terminal(rehearse, home):
    ran = rehearse("demo")
    assert ran.code == 0
    assert "Priya: " in ran.out
    assert "How it ended" in ran.out
    assert not (home / "sessions").exists()
