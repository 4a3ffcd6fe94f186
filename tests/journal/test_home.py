import os
import stat
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from simulator.journal import Home, HomeError, Journal, JournalError, erase, find_home, read


def test_the_environment_says_where_the_home_is(tmp_path: Path):
    assert find_home({"REHEARSE_HOME": str(tmp_path / "here")}).path == tmp_path / "here"


def test_without_a_word_the_home_is_where_the_system_keeps_such_data():
    expected = Path(platformdirs.user_data_dir("rehearse", appauthor=False))
    assert [find_home({}).path, find_home({"REHEARSE_HOME": ""}).path] == [expected, expected]


def test_a_tilde_and_a_relative_place_are_understood():
    found = [find_home({"REHEARSE_HOME": place}).path for place in ("~/talks", "talks")]
    assert found == [Path.home() / "talks", Path.cwd() / "talks"]


def test_finding_the_home_makes_nothing(tmp_path: Path):
    find_home({"REHEARSE_HOME": str(tmp_path / "here")})
    assert list(tmp_path.iterdir()) == []


def test_a_chosen_home_does_not_pay_for_platformdirs(tmp_path: Path):
    code = "import sys; from simulator.journal import find_home; find_home(); print('platformdirs' in sys.modules)"
    environ = os.environ | {"REHEARSE_HOME": str(tmp_path)}
    assert subprocess.run([sys.executable, "-c", code], env=environ, capture_output=True).stdout == b"False\n"


def test_sessions_opened_to_others_are_closed_again_and_a_home_that_was_there_is_left_alone(tmp_path: Path):
    tmp_path.chmod(0o755)
    (tmp_path / "sessions").mkdir()
    (tmp_path / "sessions").chmod(0o755)
    Home(tmp_path).prepare()
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (tmp_path, tmp_path / "sessions")]
    assert modes == [0o755, 0o700]


def test_a_home_that_cannot_be_made_says_where_why_and_what_to_do(tmp_path: Path):
    (tmp_path / "file").touch()
    with pytest.raises(HomeError) as refusal:
        Home(tmp_path / "file").prepare()
    assert str(refusal.value) == (
        f"Your sessions cannot be kept in '{tmp_path}/file': a file stands where a folder should be. "
        "Set REHEARSE_HOME to a folder of yours that can be written."
    )


@pytest.mark.parametrize("step", [Journal.open, read])
def test_a_journal_that_is_a_link_is_not_followed(home: Home, tmp_path: Path, step):
    home.prepare()
    home.file("s", "jsonl").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "elsewhere").write_bytes(b"not ours")
    with pytest.raises(JournalError, match="it is a link, and links are not followed here"):
        step(home, "s")
    assert (tmp_path / "elsewhere").read_bytes() == b"not ours"


def test_erasing_a_link_leaves_what_it_points_to(home: Home, tmp_path: Path):
    home.prepare()
    home.file("s", "jsonl").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "elsewhere").write_bytes(b"not ours")
    assert erase(home, "s") == 1
    assert (list(home.sessions.iterdir()), (tmp_path / "elsewhere").read_bytes()) == ([], b"not ours")


def test_a_half_written_file_that_is_a_link_is_not_written_through(home: Home, tmp_path: Path):
    home.prepare()
    home.file("s", "jsonl.new").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(JournalError, match="it is a link"):
        Journal.create(home, "s", "start", {})
    assert not (tmp_path / "elsewhere").exists()
