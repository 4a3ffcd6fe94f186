"""`rehearse score`: any transcript, the counts or the whole review, and plain words for what cannot be read."""

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

ROOT = Path(__file__).parents[2]
EXPORTS = ROOT / "tests" / "data" / "exports"
TEAMS, ZOOM = str(EXPORTS / "teams.vtt"), str(EXPORTS / "zoom.vtt")


def test_score_prints_the_counts_and_not_the_talk(rehearse):
    ran = rehearse("score", TEAMS, "--me", "maria lopez")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("teams.vtt\n=========\n")
    assert "Overall, about the words and not about you:" in ran.out
    assert "less sure" in ran.out
    assert "The conversation" not in ran.out


@pytest.mark.parametrize("arguments", [("--review",), ("--format", "terminal"), ("--review", "--format", "terminal")])
def test_the_whole_review_quotes_the_talk_and_invents_no_ending(rehearse, arguments):
    out = rehearse("score", TEAMS, "--me", "Maria", *arguments).out
    assert "The conversation" in out
    assert 'a shared purpose: "I want us both to be able to plan the release"' in out
    assert "How it ended" not in out
    assert "Session" not in out
    assert "Read from a file: captions." in out


def test_the_review_is_written_in_the_formats_of_review(rehearse):
    markdown = rehearse("score", TEAMS, "--me", "Maria", "--format", "markdown").out
    assert markdown.startswith("# teams.vtt\n")
    review = json.loads(rehearse("score", TEAMS, "--me", "Maria", "--format", "json").out)
    assert (review["source"], review["spoken"], review["person"]) == ("captions", True, "Sam Okafor")
    assert review["scorecard"]["turns"] == len(review["lines"]) == 4


def test_json_gives_one_object_a_file_also_for_one_that_cannot_be_read(rehearse, tmp_path):
    broken = tmp_path / "broken.vtt"
    broken.write_bytes(b"WEBVTT\n\nAnn: caf\xe9\n")
    gone = str(tmp_path / "gone.txt")
    ran = rehearse("score", TEAMS, str(broken), gone, ZOOM, "--me", "raman", "--json")
    found = [json.loads(line) for line in ran.out.splitlines()]
    assert [one["file"] for one in found] == [TEAMS, str(broken), gone, ZOOM]
    assert found[0]["error"] == "Nobody in teams.vtt is called 'raman'; there speak Maria Lopez, Sam Okafor."
    assert found[1]["error"] == f"{broken}:3:9: I02 the byte 0xe9 is not UTF-8 text; save the file as UTF-8"
    assert found[2]["error"] == f"{gone}: there is no such place; check the path."
    assert 0 <= found[3]["overall"] <= 100
    assert (found[3]["form"], found[3]["spoken"]) == ("captions", True)
    assert ran.err.splitlines() == [one["error"] for one in found[:3]]
    assert ran.code == 2


def test_without_a_terminal_and_without_a_name_the_speakers_are_listed(rehearse):
    ran = rehearse("score", TEAMS)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "Who are you in teams.vtt? Give --me NAME; there speak Maria Lopez, Sam Okafor.\n"


def test_a_misspelt_name_is_offered_and_not_taken(rehearse):
    ran = rehearse("score", TEAMS, "--me", "Mara Lopez")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "Nobody in teams.vtt is called 'Mara Lopez'; did you mean 'Maria Lopez'?\n"


def test_the_manager_is_found_without_a_name(rehearse):
    assert rehearse("score", str(EXPORTS / "turns.json")).code == 0


@pytest.mark.parametrize("content", ["nothing here\n", "a: b: c\n", "{}", "\0"])
def test_what_is_no_transcript_is_refused_with_its_place(rehearse, tmp_path, content):
    path = tmp_path / "talk.vtt"
    path.write_text(content)
    ran = rehearse("score", str(path), "--me", "Ann")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"{path}:1:1: I")
    assert ran.err.count("\n") == 1


def test_a_folder_is_no_transcript(rehearse, tmp_path):
    ran = rehearse("score", str(tmp_path))
    assert (ran.code, ran.err) == (1, f"{tmp_path}: a folder stands where a file should be; check the path.\n")


def test_a_name_of_a_file_cannot_steer_a_screen(rehearse, tmp_path):
    path = tmp_path / "a\x1b[31m\u202e.txt"
    path.write_text("nothing")
    ran = rehearse("score", str(path))
    assert "\x1b" not in ran.err
    assert "\u202e" not in ran.err


def test_a_session_is_scored_by_its_name_and_by_its_file_whatever_that_is_called(rehearse, played, home, tmp_path):
    id = played()
    copy = tmp_path / "my talk.txt"
    shutil.copy(home / "sessions" / f"{id}.jsonl", copy)
    by_name = json.loads(rehearse("score", id, "--json").out)
    by_file = json.loads(rehearse("score", str(copy), "--json").out)
    assert by_name | {"file": ""} == by_file | {"file": ""}
    assert by_name["form"] == ""


def test_a_session_of_a_scenario_that_is_not_here_is_read_as_a_transcript(rehearse, tmp_path):
    from simulator.journal.records import encode

    content = (EXPORTS / "session.jsonl").read_bytes()
    lines = [json.loads(line) for line in content.splitlines()]
    id = lines[0]["data"]["id"]
    lines[0]["data"]["scenario"] = "not-here"
    path = tmp_path / "session.jsonl"
    path.write_bytes(b"".join(encode(id, one["n"], one["kind"], one["data"])[0] for one in lines))
    found = json.loads(rehearse("score", str(path), "--json").out)
    assert (found["form"], found["turns"]) == ("session", 3)


def test_json_and_review_do_not_go_together(rehearse):
    assert rehearse("score", TEAMS, "--json", "--review").code == 2


def test_on_a_terminal_it_asks_and_takes_a_number_or_a_name(tmp_path):
    environment = os.environ | {"REHEARSE_HOME": str(tmp_path / "home"), "COLUMNS": "100", "TERM": "dumb"}
    code = "import sys; from simulator.cli import main; sys.exit(main())"
    command = pexpect.spawn(
        sys.executable,
        ["-c", code, "score", TEAMS, ZOOM, TEAMS, "--json"],
        cwd=str(ROOT),
        env=environment,
        encoding="utf-8",
        timeout=30,
        dimensions=(40, 200),
    )
    command.logfile_read = io.StringIO()
    command.expect_exact("Who are you in teams.vtt?")
    command.expect_exact("1  Maria Lopez (4 turns)")
    command.expect_exact("A number or a name: ")
    command.sendline("Mara Lopez")
    command.expect_exact("did you mean 'Maria Lopez'?")
    command.sendline("1")
    command.expect_exact("Who are you in zoom.vtt?")
    command.sendline("tom")
    command.expect(pexpect.EOF)
    command.close()
    found = [json.loads(line) for line in command.logfile_read.getvalue().splitlines() if line.startswith("{")]
    assert [one["turns"] for one in found] == [4, 3, 4]  # asked once for one talk, not again for its second file
    assert command.exitstatus == 0


MEMORY = """
import os, sys
sys.stdout = open(os.devnull, "w")
from simulator.cli import main
from tests.faults.importing import peak_memory
files = sys.argv[1:]
main(["score", *files[:24], "--me", "maria", "--json"])
before = peak_memory()
main(["score", *files, "--me", "maria", "--json"])
print((peak_memory() - before) // 1024, file=sys.stderr)
"""


def test_scoring_many_files_keeps_memory_flat(tmp_path):
    paths = []
    for number in range(240):
        text = (EXPORTS / "teams.vtt").read_text()
        paths.append(tmp_path / f"{number}.vtt")
        paths[-1].write_text("\n".join([text.replace("report", f"report{number}x{again}") for again in range(3)]))
    ran = subprocess.run(
        [sys.executable, "-c", MEMORY, *map(str, paths)], cwd=ROOT, capture_output=True, text=True, timeout=100
    )
    assert "Traceback" not in ran.stderr
    assert int(ran.stderr) < 8_000, "KiB more for ten times as many files"
