import json
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from simulator.journal.records import Damage, Reading, Record, _seal, encode, parse, whole

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)
dicts = st.dictionaries(st.text(), values, max_size=4)
any_text = st.text(st.characters())  # lone surrogates too

LINES = [encode("s", n, "turn", {"text": text})[0] for n, text in enumerate(["Wie geht's?", "fine 😀", ""], start=1)]
RECORDS = parse(b"".join(LINES), "s").records


def test_a_line_is_json_that_people_can_read():
    line, _ = encode("s", 3, "turn", {"text": 'Größe "x"\n'})
    assert line == '{"n": 3, "kind": "turn", "data": {"text": "Größe \\"x\\"\\n"}, "crc": "ba9306aa"}\n'.encode()


@given(st.lists(st.tuples(st.text(), dicts), max_size=3))
def test_what_is_written_is_what_is_read(things: list[tuple[str, dict]]):
    content = b"".join(encode("s", n, kind, data)[0] for n, (kind, data) in enumerate(things, start=1))
    expected = tuple(Record(n, kind, data) for n, (kind, data) in enumerate(things, start=1))
    assert parse(content, "s") == Reading(expected, len(content), None)


@given(any_text, st.dictionaries(any_text, any_text))
def test_a_record_is_given_as_it_will_be_read(kind: str, data: dict):
    line, record = encode("s", 1, kind, data)
    assert parse(line, "s").records == (record,)


@given(st.binary(), any_text)
@example(b"\n", "s")
@example(b'{"n": 1', "s")
def test_bytes_from_anywhere_give_no_record_and_no_error(content: bytes, session: str):
    assert parse(content, session).records == ()


@given(dicts | values | st.sampled_from([{"n": 1}, {"n": True, "kind": "x", "data": {}, "more": 1}]))
@example({"n": 1, "kind": 7, "data": {}})
@example({"n": "1", "kind": "x", "data": {}})
@example({"n": 1, "kind": "x", "data": []})
def test_a_line_of_another_shape_is_no_record_even_under_a_right_checksum(value: object):
    head = json.dumps(value)[:-1].encode()
    assert parse(head + _seal("s", head), "s").damage.what == "is no record"


@pytest.mark.parametrize("head", [b"[" * 100_000, b'{"n":' * 100_000, b"\xff{", b"", b"1" * 10_000], ids=range(5))
def test_a_hostile_line_under_a_right_checksum_is_no_record(head: bytes):
    assert parse(head + _seal("s", head), "s").damage.what == "is no record"


@given(st.data())
def test_a_piece_put_in_place_of_another_never_gives_a_wrong_record(data: st.DataObject):
    content = b"".join(LINES)
    start, end, first, last = (data.draw(st.integers(0, len(content))) for _ in range(4))
    piece = data.draw(st.sampled_from([content[first:last], b"", b"\n"]) | st.binary(max_size=8))
    found = parse(content[:start] + piece + content[end:], "s").records
    assert found == RECORDS[: len(found)]


@pytest.mark.parametrize(
    ("lines", "good", "what"),
    [
        ([LINES[0], LINES[0]], 1, "is numbered 1"),
        ([LINES[0], LINES[2]], 1, "is numbered 3"),
        ([LINES[1], LINES[0]], 0, "is numbered 2"),
        ([LINES[0], encode("t", 2, "turn", {})[0]], 1, "does not fit its checksum"),
        ([LINES[0], b"\n", LINES[1]], 1, "does not fit its checksum"),
        ([LINES[0], LINES[1].rstrip(b"\n")], 1, "was not written to its end"),
        ([LINES[0].replace(b": ", b":")], 0, "does not fit its checksum"),
    ],
    ids=["repeated", "dropped", "swapped", "from another session", "empty", "without its end", "written otherwise"],
)
def test_reading_stops_at_a_line_that_is(lines: list[bytes], good: int, what: str):
    offset = sum(map(len, lines[:good]))
    damage = Damage(good + 1, offset, sum(map(len, lines)) - offset, what)
    assert parse(b"".join(lines), "s") == Reading(RECORDS[:good], offset, damage)


def test_damage_can_be_told_to_people():
    damage = parse(LINES[0] + b"{", "s").damage
    assert str(damage) == "line 2 was not written to its end; 1 bytes from there on are not read"


@given(any_text)
def test_text_made_whole_can_be_written_and_sound_text_is_left_alone(text: str):
    made = whole(text).encode().decode()
    assert (made == text) == (not any("\ud800" <= c <= "\udfff" for c in text))


def test_halves_of_a_character_are_joined_and_a_lone_half_is_replaced():
    assert whole("\ud83d\ude00 \ud83d!") == "😀 \ufffd!"


def deep(levels: int) -> dict:
    data: dict = {}
    for _ in range(levels):
        data = {"a": data}
    return data


@pytest.mark.parametrize(
    ("data", "error"),
    [
        ({"a": float("nan")}, ValueError),
        ({"a": float("inf")}, ValueError),
        ({"a": 10**5000}, ValueError),
        (deep(60), ValueError),
        (deep(100_000), ValueError),
        ({1: "a"}, TypeError),
        ({"a": {1: "a"}}, TypeError),
        ({"a": {"set"}}, TypeError),
        ({"a": b"bytes"}, TypeError),
        (["list"], ValueError),
    ],
    ids=range(10),
)
def test_data_that_could_not_be_read_back_is_not_written(data: object, error: type[Exception]):
    with pytest.raises(error):
        encode("s", 1, "turn", data)


def test_the_order_of_keys_is_kept():
    _, record = encode("s", 1, "turn", {"b": 1, "a": 2})
    assert list(pairwise(record.data)) == [("b", "a")]
