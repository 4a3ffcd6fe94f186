"""Whole exports: what is read from each, that its name does not matter, and that quotes are the user's own words."""

import json
import re
from pathlib import Path

import pytest

from simulator.importers import Transcript, Utterance, read_transcript, recognised, whose
from simulator.importers.decoding import opened
from simulator.report.imported import review_transcript

DATA = Path(__file__).parents[1] / "data"
EXPORTS = sorted(path for path in (DATA / "exports").iterdir() if path.is_file())
READ = json.loads((DATA / "exports-read.json").read_text(encoding="utf-8"))


def expected(name: str) -> Transcript:
    said = READ[name]
    return Transcript(name, tuple(Utterance(*turn) for turn in said["turns"]), said["form"], said["spoken"])


def named(path: Path) -> str:
    return path.name


def test_there_are_some_twenty_exports_and_every_one_is_read():
    assert {path.name for path in EXPORTS} == set(READ)
    assert len(READ) >= 20


@pytest.mark.parametrize("path", EXPORTS, ids=named)
def test_an_export_gives_who_said_what_and_when(path):
    assert read_transcript(path) == expected(path.name)


@pytest.mark.parametrize("name", ["talk", "talk.vtt", "talk.json", "talk.docx", "talk.csv"])
@pytest.mark.parametrize("path", EXPORTS, ids=named)
def test_the_name_of_a_file_does_not_matter(path, name):
    found = recognised(opened(name, path.read_bytes()))
    assert (found.utterances, found.form) == (expected(path.name).utterances, READ[path.name]["form"])


TEXTS = [path for path in EXPORTS if path.suffix not in (".docx", ".csv", ".jsonl", ".json")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("path", TEXTS, ids=named)
def test_the_encoding_and_the_ends_of_lines_do_not_matter(path, end, encoding):
    text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    found = recognised(opened(path.name, text.replace("\n", end).encode(encoding)))
    assert found == expected(path.name)


SPOKEN_WORDS = {
    "teams.vtt": ("Maria Lopez", re.compile(r"<v Maria Lopez>(.*?)</v>", re.DOTALL), {
        "mutual_purpose": "I want us both to be able to plan the release",
        "contrasting": "I don't want you to think I'm building a case",
        "next_step": "I'll talk to R&D by Friday",
    }),
    "zoom.vtt": ("Priya Raman", re.compile(r"^Priya Raman: (.*?)\n\n", re.DOTALL | re.MULTILINE), {
        "why_question": "Why didn't you just call someone",
        "reflecting_feeling": "That sounds exhausting",
    }),
}  # fmt: skip


@pytest.mark.parametrize("name", SPOKEN_WORDS)
def test_every_quote_in_the_review_of_captions_is_what_the_user_said_there(name):
    me, pattern, _ = SPOKEN_WORDS[name]
    path = DATA / "exports" / name
    text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    mine = " ".join(" ".join(pattern.findall(text)).split()).replace("&amp;", "&").replace("&#39;", "'")
    review = review_transcript(read_transcript(path), me)
    quotes = [finding.quote for line in review.lines for finding in line.findings]
    assert len(quotes) >= 4
    assert [quote for quote in quotes if quote not in mine] == []
    assert " ".join(line.text for line in review.lines) == mine


@pytest.mark.parametrize("name", SPOKEN_WORDS)
def test_quotes_are_exact_also_where_a_sentence_runs_over_two_cues(name):
    me, _, quotes = SPOKEN_WORDS[name]
    review = review_transcript(read_transcript(DATA / "exports" / name), me)
    found = {finding.skill: finding.quote for line in review.lines for finding in line.findings}
    # A quote may go on into the next sentence, where the ear hears the move in both; it begins where the words do.
    assert {skill: found.get(skill, "")[: len(quote)] for skill, quote in quotes.items()} == quotes


@pytest.mark.parametrize("path", EXPORTS, ids=named)
def test_every_quote_is_part_of_what_the_user_said(path):
    transcript = read_transcript(path)
    for me in transcript.speakers:
        review = review_transcript(transcript, me)
        said = [one.text for one in transcript.utterances if one.speaker == me]
        assert [line.text for line in review.lines] == said
        assert all(f.quote == line.text[f.start : f.end] for line in review.lines for f in line.findings)


@pytest.mark.parametrize("path", EXPORTS, ids=named)
def test_what_came_from_speech_recognition_is_said_to_be_less_sure(path):
    transcript = read_transcript(path)
    review = review_transcript(transcript, whose(transcript, transcript.speakers[0]))
    assert ("less sure" in review.note) == review.spoken == READ[path.name]["spoken"]
