import os

from simulator.journal import Home, Journal, Listed, Record, sessions
from simulator.journal.files import Disk


def made(home: Home, id: str, changed: int) -> None:
    Journal.create(home, id, "start", {"scenario": id}).close()
    os.utime(home.file(id, "jsonl"), (changed, changed))


def test_the_session_changed_last_is_listed_first(home: Home):
    for id, changed in (("a", 200), ("b", 300), ("c", 100)):
        made(home, id, changed)
    expected = [Listed(id, Record(1, "start", {"scenario": id}), changed) for id, changed in (("b", 300), ("a", 200))]
    assert sessions(home)[:2] == expected


def test_without_a_home_there_are_no_sessions(home: Home):
    assert sessions(home) == []
    assert not home.path.exists()


def test_a_session_whose_beginning_is_damaged_is_still_listed(home: Home):
    made(home, "a", 100)
    home.file("a", "jsonl").write_bytes(b"damaged")
    assert [(listed.id, listed.first) for listed in sessions(home)] == [("a", None)]


def test_a_session_that_cannot_be_read_is_still_listed(home: Home):
    home.prepare()
    home.file("a", "jsonl").mkdir()
    assert [(listed.id, listed.first) for listed in sessions(home)] == [("a", None)]


def test_files_of_others_and_half_made_ones_are_not_listed(home: Home):
    home.prepare()
    for name in ("notes.txt", "README", "UPPER.jsonl", "a.jsonl.new", "a.draft", ".jsonl"):
        (home.sessions / name).touch()
    assert sessions(home) == []


def test_a_long_session_is_listed_without_reading_it_all(home: Home):
    made(home, "a", 100)
    with home.file("a", "jsonl").open("ab") as file:
        file.write(bytes(1_000_000))
    read = []

    class Counting(Disk):
        @staticmethod
        def pread(fd: int, size: int, offset: int) -> bytes:
            read.append(size)
            return os.pread(fd, size, offset)

    assert sessions(Home(home.path, Counting()))[0].first == Record(1, "start", {"scenario": "a"})
    assert sum(read) <= 16_384


def test_a_long_first_record_is_read_whole(home: Home):
    Journal.create(home, "a", "start", {"text": "x" * 100_000}).close()
    assert sessions(home)[0].first == Record(1, "start", {"text": "x" * 100_000})
