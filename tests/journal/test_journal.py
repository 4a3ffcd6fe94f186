import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.journal import Home, InUseError, Journal, JournalError, NoSessionError, Record, draft, read
from simulator.journal.files import Disk
from tests.faults.model import ModelDisk
from tests.journal.test_records import dicts


class Interrupted(Disk):
    """Raises *error* at the next fsync, once."""

    error: BaseException | None = None

    def fsync(self, fd: int) -> None:
        error, self.error = self.error, None
        if error:
            raise error
        super().fsync(fd)


def begun(home: Home, *texts: str) -> Journal:
    """A new session 's' with these turns."""
    journal = Journal.create(home, "s", "start", {})
    for text in texts:
        journal.append("turn", {"text": text})
    return journal


def damage(home: Home, content: bytes) -> None:
    with home.file("s", "jsonl").open("ab") as file:
        file.write(content)


def names(home: Home) -> list[str]:
    return sorted(path.name for path in home.sessions.iterdir())


@given(st.lists(dicts, max_size=3))
def test_any_data_survives_append_and_read(things: list[dict]):
    home = Home(Path("/home"), ModelDisk())
    with Journal.create(home, "s", "start", {}) as journal:
        appended = [journal.append("turn", data) for data in things]
    expected = [Record(1, "start", {}), *(Record(n, "turn", data) for n, data in enumerate(things, start=2))]
    assert [Record(1, "start", {}), *appended] == expected == list(read(home, "s").records)


def test_an_opened_session_goes_on_where_it_ended(home: Home):
    begun(home, "one").close()
    with Journal.open(home, "s") as journal:
        before = journal.records
        record = journal.append("turn", {"text": "two"})
    assert (before, record) == (read(home, "s").records[:2], Record(3, "turn", {"text": "two"}))


def test_a_session_in_use_is_refused_until_it_is_closed(home: Home):
    with begun(home), pytest.raises(InUseError, match="'s' is open in another window"):
        Journal.open(home, "s")
    Journal.open(home, "s").close()


def test_a_session_in_use_is_refused_to_another_program(home: Home):
    code = (
        "import sys, pathlib; from simulator.journal import Home, Journal, JournalError\n"
        "try: Journal.open(Home(pathlib.Path(sys.argv[1])), 's'); print('opened')\n"
        "except JournalError as error: print(error)"
    )
    with begun(home):
        other = subprocess.run([sys.executable, "-c", code, str(home.path)], capture_output=True, text=True)
    assert other.stdout == "The session 's' is open in another window; close it there first.\n"


def test_a_session_being_written_can_be_read(home: Home):
    with begun(home, "one") as journal:
        assert read(home, "s").records == journal.records


def test_a_session_is_never_made_over_another(home: Home):
    begun(home, "one").close()
    with pytest.raises(JournalError, match="There is a session 's' already"):
        begun(home)
    assert (len(read(home, "s").records), names(home)) == (2, ["s.jsonl"])


def test_a_new_session_does_not_inherit_what_is_left_of_another(home: Home):
    begun(home).close()
    draft.save(home, "s", "half a sentence")
    home.file("s", "jsonl").unlink()
    with pytest.raises(JournalError, match="or something left of one"):
        begun(home)
    assert names(home) == ["s.draft"]


def test_an_unknown_session_is_told(home: Home):
    for step in (Journal.open, read):
        with pytest.raises(
            NoSessionError, match=r"There is no session 's' in '.*/sessions'; `rehearse sessions` lists"
        ):
            step(home, "s")


def test_a_bad_part_is_set_aside_and_then_cut(home: Home):
    begun(home, "one").close()
    damage(home, b'{"n": 3')
    with Journal.open(home, "s") as journal:
        found = (str(journal.damage), journal.aside, len(journal.records))
    what = "line 3 was not written to its end; 7 bytes from there on are not read"
    assert found == (what, home.file("s", "damaged-1"), 2)
    assert (home.file("s", "damaged-1").read_bytes(), read(home, "s").damage) == (b'{"n": 3', None)


def test_every_bad_part_gets_a_file_of_its_own(home: Home):
    begun(home).close()
    for part in (b"first", b"second"):
        damage(home, part)
        Journal.open(home, "s").close()
    assert names(home) == ["s.damaged-1", "s.damaged-2", "s.jsonl"]


def test_a_bad_part_that_cannot_be_set_aside_stays_where_it_is(home: Home):
    begun(home).close()
    damage(home, b"bad")
    before = home.file("s", "jsonl").read_bytes()
    full = Interrupted()
    full.error = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    with pytest.raises(JournalError, match="could not be opened for writing: the disk is full"):
        Journal.open(Home(home.path, full), "s")
    assert (home.file("s", "jsonl").read_bytes(), names(home)) == (before, ["s.jsonl"])


def test_opening_a_sound_session_changes_no_byte(home: Home):
    begun(home, "one").close()
    before = home.file("s", "jsonl").read_bytes()
    Journal.open(home, "s").close()
    assert (home.file("s", "jsonl").read_bytes(), names(home)) == (before, ["s.jsonl"])


def test_a_record_that_could_not_be_kept_is_told_and_may_be_tried_again(home: Home):
    disk = Interrupted()
    with begun(Home(home.path, disk), "one") as journal:
        disk.error = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        with pytest.raises(JournalError) as refusal:
            journal.append("turn", {"text": "two"})
        between = read(home, "s").records
        journal.append("turn", {"text": "two"})
    path = home.file("s", "jsonl")
    assert str(refusal.value) == (
        f"This could not be kept in '{path}': the disk is full. What was there before is safe."
    )
    assert [len(between), len(read(home, "s").records)] == [2, 3]


def test_a_record_interrupted_by_the_user_leaves_nothing_that_is_in_the_way(home: Home):
    disk = Interrupted()
    with begun(Home(home.path, disk)) as journal:
        disk.error = KeyboardInterrupt()
        with pytest.raises(KeyboardInterrupt):
            journal.append("turn", {"text": "one"})
        journal.append("turn", {"text": "two"})
        kept = journal.records
    assert [record.data for record in kept] == [{}, {"text": "two"}]
    assert (read(home, "s").records, read(home, "s").damage) == (kept, None)


def test_data_that_cannot_be_kept_touches_nothing(home: Home):
    with begun(home) as journal:
        before = home.file("s", "jsonl").read_bytes()
        with pytest.raises(TypeError):
            journal.append("turn", {"text": {"a set"}})
    assert home.file("s", "jsonl").read_bytes() == before


def test_data_that_changes_later_does_not_change_the_record(home: Home):
    data = {"texts": ["one"]}
    with begun(home) as journal:
        record = journal.append("turn", data)
    data["texts"].append("two")
    assert record == read(home, "s").records[1] == Record(2, "turn", {"texts": ["one"]})


def test_a_closed_session_takes_nothing(home: Home):
    journal = begun(home)
    journal.close()
    journal.close()
    with pytest.raises(JournalError, match="the session is closed already"):
        journal.append("turn", {})


def test_what_a_killed_program_left_half_made_is_no_obstacle(home: Home):
    home.prepare()
    home.file("s", "jsonl.new").write_bytes(b"a longer beginning than the new one will have " * 9)
    begun(home).close()
    assert (read(home, "s").records, names(home)) == ((Record(1, "start", {}),), ["s.jsonl"])


def test_a_session_that_loses_its_name_while_it_is_opened_is_not_written(home: Home):
    begun(home).close()

    class Slow(Disk):
        @staticmethod
        def flock(fd: int, operation: int) -> None:
            home.file("s", "jsonl").unlink()  # another program erases it just now

    with pytest.raises(NoSessionError):
        Journal.open(Home(home.path, Slow()), "s")
