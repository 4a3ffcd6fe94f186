import pytest

from simulator.journal import Home, InUseError, Journal, draft, erase, erase_all, sessions


def made(home: Home, *ids: str) -> None:
    for id in ids:
        Journal.create(home, id, "start", {}).close()
        draft.save(home, id, "half")


def names(home: Home) -> list[str]:
    return sorted(path.name for path in home.sessions.iterdir())


def test_a_session_is_erased_with_all_its_files_and_no_other_is(home: Home):
    made(home, "a", "a-b")
    home.file("a", "damaged-1").touch()
    home.file("a", "draft.new").touch()
    assert erase(home, "a") == 4
    assert names(home) == ["a-b.draft", "a-b.jsonl"]


def test_erasing_what_is_not_there_erases_nothing(home: Home):
    assert [erase(home, "a"), erase_all(home)] == [0, 0]


def test_what_is_left_of_a_broken_session_can_be_erased(home: Home):
    made(home, "a")
    home.file("a", "jsonl").unlink()
    assert (erase(home, "a"), names(home)) == (1, [])


def test_a_session_in_use_is_not_erased(home: Home):
    made(home, "a")
    with Journal.open(home, "a"), pytest.raises(InUseError):
        erase(home, "a")
    assert names(home) == ["a.draft", "a.jsonl"]


def test_a_session_in_use_does_not_keep_the_others_from_being_erased(home: Home):
    made(home, "a", "b", "c")
    with Journal.open(home, "b"), pytest.raises(InUseError, match="'b' is open in another window"):
        erase_all(home)
    assert [listed.id for listed in sessions(home)] == ["b"]


def test_files_of_others_are_left_when_everything_is_erased(home: Home):
    made(home, "a", "b")
    (home.sessions / "notes").touch()
    (home.path / "settings.toml").touch()
    assert (erase_all(home), names(home), (home.path / "settings.toml").exists()) == (4, ["notes"], True)
