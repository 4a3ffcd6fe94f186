"""Promise 12 for everything that is kept around a conversation: erased means erased."""

from pathlib import Path

import pytest

from simulator.codec import to_json
from simulator.conversation.session import MARK, NOTE, PREPARED, SESSION, TURN, turn_record
from simulator.journal import Home, InUseError, Journal, draft
from simulator.practice import waiting
from simulator.practice.forgetting import UNFINISHED, forget, forget_all
from simulator.practice.preparation import Preparation
from tests.practice.talks import header, turn

CANARY, OTHER = "Zilpzalp", "Nachtigall"


def hits(home: Home, word: str) -> list[Path]:
    files = [path for path in home.path.rglob("*") if path.is_file()]
    return [path for path in files if word.encode() in path.read_bytes() or word in path.name]


def full(home: Home, id: str, word: str, **more) -> None:
    """A session with *word* in every kind of record, in half-typed text and in a part that was set aside."""
    prepared = Preparation(derail=word, questions=(f"What about {word}?",))
    with Journal.create(home, id, SESSION, to_json(header(id, label=word, **more))) as journal:
        journal.append(TURN, turn_record(0, turn(1, word)))
        journal.append(PREPARED, prepared.as_record())
        journal.append(NOTE, {"text": word, "due": "2026-11-30", "due_words": word})
        journal.append(MARK, {"who": "self", "turn": 1, "skill": "facts", "verdict": "heard", "reason": word})
    with home.file(id, "jsonl").open("a") as file:
        file.write(f"damaged {word}")
    Journal.open(home, id).close()
    draft.save(home, id, word)


def test_nothing_of_an_erased_session_is_left_and_all_of_the_others(home):
    full(home, "talk-1", CANARY)
    full(home, "talk-12", OTHER)
    others = hits(home, OTHER)
    assert len(hits(home, CANARY)) == 3
    assert forget(home, "talk-1") == 3
    assert hits(home, CANARY) == []
    assert hits(home, OTHER) == others


def test_a_preparation_that_waits_with_the_same_words_goes_with_it(home):
    full(home, "talk-1", CANARY)
    waiting.save(home, "other", Preparation(derail=CANARY, purpose="another"))  # as a program killed half-way leaves it
    waiting.save(home, "third", Preparation(derail=OTHER))
    forget(home, "talk-1")
    assert hits(home, CANARY) == []
    assert waiting.load(home, "third") == Preparation(derail=OTHER)


def test_what_was_compiled_of_the_users_own_file_goes_with_it(home):
    full(home, "talk-1", CANARY, path="/somewhere/mine.yaml")
    compiled = home.path / "compiled" / "scenario-1.json"
    compiled.parent.mkdir()
    compiled.write_text(CANARY)
    forget(home, "talk-1")
    assert hits(home, CANARY) == []


def test_all_is_all(home):
    full(home, "talk-1", CANARY)
    full(home, "talk-2", CANARY)
    waiting.save(home, "other", Preparation(derail=CANARY))
    half = home.path / "preparations" / "other.json.new"
    half.write_text(CANARY)
    (home.path / "compiled").mkdir()
    (home.path / "compiled" / "scenario-1.json.77").write_text(CANARY)
    (home.path / "scenarios").mkdir()
    mine = home.path / "scenarios" / "mine.yaml"
    mine.write_text("a file of the user's own")
    assert forget_all(home) == 9
    assert [path for path in home.path.rglob("*") if path.is_file()] == [mine]


def test_a_session_that_is_being_written_is_named_and_all_else_is_gone(home):
    full(home, "talk-1", CANARY)
    full(home, "talk-2", OTHER)
    waiting.save(home, "other", Preparation(derail=OTHER))
    with Journal.open(home, "talk-1"), pytest.raises(InUseError, match="'talk-1'"):
        forget_all(home)
    assert hits(home, OTHER) == []


def test_a_damaged_session_can_be_erased(home):
    full(home, "talk-1", CANARY)
    home.file("talk-1", "jsonl").write_text(f"nonsense {CANARY}")
    forget(home, "talk-1")
    assert hits(home, CANARY) == []


def test_all_forgets_a_questionnaire_that_was_left_too(home):
    left = home.path / UNFINISHED
    home.prepare()
    left.write_text('["Ines"]')
    assert forget_all(home) == 1
    assert not left.exists()
