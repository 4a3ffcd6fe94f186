"""Every fault that a file may have: its code, its place, and that the message says what to do."""

import json
import zipfile

import pytest

from simulator.importers import TranscriptError, limits, read_transcript, recognised
from simulator.importers.decoding import opened
from tests.importers.word import W, document, docx, packed

TALK = "Ann: Hello.\nBob: Hi.\n"
BIG = "x" * 20_001

REFUSED = [
    ("too large", b"a" * (limits.MAX_BYTES + 1), "I01", 1, 1, "split it up"),
    ("Latin-1", TALK.encode() + "Ann: Café?".encode("latin-1"), "I02", 3, 9, "save the file as UTF-8"),
    ("half a character", b"Ann: ok\nBob: \xe2\x82", "I02", 2, 6, "save the file as UTF-8"),
    ("UTF-16 cut off", TALK.encode("utf-16") + b"A", "I02", 3, 1, "is not UTF-16 text"),
    ("UTF-16 unmarked", TALK.encode("utf-16-le"), "I02", 1, 1, "UTF-16 without its first mark"),
    ("UTF-32", TALK.encode("utf-32"), "I02", 1, 1, "save the file as UTF-8"),
    ("a zero byte", b"Ann: ok\nBob: \0", "I03", 2, 6, "export the transcript as text"),
    ("PDF", b"%PDF-1.7\n", "I03", 1, 1, "save it as plain text"),
    ("old Word", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "I03", 1, 1, "save it as .docx"),
    ("rich text", b"{\\rtf1\\ansi", "I03", 1, 1, "save it as .docx"),
    ("a web page", b"<!DOCTYPE html><p>Ann: hi", "I03", 1, 1, "as plain text"),
    ("a recording", b"\0\0\0\x20ftypM4A ", "I03", 1, 1, "a recording"),
    ("nothing", b"", "I04", 1, 1, "export the transcript again"),
    ("space", b" \r\n\t\n", "I04", 1, 1, "export the transcript again"),
    ("an empty document", docx([""]), "I04", 1, 1, "export the transcript again"),
    ("a long turn", f"Ann: hi\nBob: {BIG}\nAnn: no".encode(), "I05", 2, 1, "20,000 characters"),
    ("a long line", TALK.encode() + b"y" * 80_001, "I05", 3, 1, "break it into turns"),
    ("a long turn in JSON", json.dumps({"turns": [{"speaker": "a", "text": BIG}]}).encode(), "I05", 1, 1, "one turn"),
    ("many lines", b"\n" * 400_001, "I06", None, 1, "split the file"),
    ("many turns", TALK.encode() * 25_001, "I06", 50_001, 1, "split the file"),
    ("many people", b"".join(b"P%d: a\nP%d: b\n" % (n, n) for n in range(501)), "I06", None, 1, "is this a transcript"),
    ("many values", b'{"turns": [' + b"[]," * 600_001 + b"[]]}", "I06", 1, 1, "split the file"),
    ("prose", b"\nIt was a dark night.\nNobody spoke.\n", "I07", 2, 1, "none of what can be read"),
    ("settings", b"id: x\ntitle: y\nstate: 3\n", "I07", 1, 1, "none of what can be read"),
    ("no turn twice", b"Alpha: a\nBeta: b\nGamma: c\nDelta: d\nEpsilon: e\n", "I07", 1, 1, "nobody speaks twice"),
    ("no cues", b"WEBVTT\n\nNOTE nothing\n", "I07", 1, 1, "export the captions again"),
    ("empty cues", b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann></v>\n", "I07", 1, 1, "nobody says anything"),
    ("captions without names", b"1\n00:00:01,0 --> 00:00:02,0\nhello there\n", "I11", 2, 1, "'Name: '"),
    ("broken JSON", b'{"turns": [\n {"speaker": "a", "text": }]}', "I09", 2, 27, "plainest form"),
    ("deep JSON", b'{"turns": ' + b"[" * 100_000, "I09", 1, 1, "nested too deep"),
    ("another object", b'{"name": "x"}', "I09", 1, 1, "plainest form"),
    ("no text", b'{"turns": [{"speaker": "a"}]}', "I09", 1, 1, "entry 1 has no 'text'"),
    ("no speaker", b'[{"text": "a"}, {"text": "b"}]', "I09", 1, 1, "entry 1 has no 'speaker'"),
    ("a list of numbers", b'{"turns": [1]}', "I09", 1, 1, "entry 1 is no object"),
    ("a number too long", b'{"turns": [' + b"9" * 5_000 + b"]}", "I09", 1, 1, "too long"),
    ("a broken line", b'{"speaker": "a", "text": "b"}\n{"speaker": ', "I09", 2, 13, "no JSON"),
    ("a short row", b"speaker,text\nAnn,hi\nBob\n", "I10", 3, 1, "add what is missing"),
    ("an open quote", b'speaker,text\nAnn,hi\nBob,"well\nso\n', "I10", 3, 1, "double the quotation marks"),
    ("a quote within", b'speaker,text\nAnn,"say "hi" to him"\n', "I10", 2, 1, "double the quotation marks"),
    ("no document", packed(document(["a"]), "word/other.xml"), "I08", 1, 1, "no Word document"),
    ("cut off", docx(TALK.split("\n"))[:-40], "I08", 1, 1, "save it again"),
    ("damaged", docx(["Ann: hi"]).replace(b"PK\x01\x02", b"PK\x01\x03"), "I08", 1, 1, "save it again"),
    ("broken XML", packed(document(["Ann: hi", "Bob: no"])[:-30]), "I08", 3, 1, "damaged"),
    ("deep XML", packed(f'<w:document xmlns:w="{W}">' + "<w:p>" * 500), "I08", 1, 1, "nest deeper than 200"),
    ("packed otherwise", packed(document(["Ann: hi"]), method=zipfile.ZIP_LZMA), "I08", 1, 1, "unusual"),
    ("a bomb", packed(document(["x" * 40_000_000])), "I08", 1, 1, "unpacks to more than"),
    ("laughs", packed(document(["&c;"], '<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;">]>')), "I08", 1, 1, "entities"),
    ("a far entity", packed(document(["x"], '<!DOCTYPE a SYSTEM "file:///etc/passwd">')), "I08", 1, 1, "entities"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "code", "line", "column", "says"), [one[1:] for one in REFUSED],
                         ids=[one[0] for one in REFUSED])  # fmt: skip
def test_a_file_is_refused_with_its_place_and_what_to_do(data, code, line, column, says):
    with pytest.raises(TranscriptError) as refused:
        recognised(opened("talk", data))
    place, message = refused.value.problem.place, str(refused.value)
    assert (refused.value.problem.code, line or place.line, place.column) == (code, place.line, column)
    assert message.startswith(f"talk:{place.line}:{column}: {code} ")
    assert says in message
    assert "\n" not in message


def test_every_code_has_an_example_that_makes_it():
    codes = {one[2] for one in REFUSED} | {"I12"}  # I12 is made below
    assert codes == {f"I{number:02}" for number in range(1, 13)}


def test_a_session_that_was_changed_is_refused_at_the_line(tmp_path):
    from tests.importers.test_exports import DATA

    lines = (DATA / "exports" / "session.jsonl").read_bytes().splitlines(keepends=True)
    lines[2] = lines[2].replace(b"text", b"txet", 1)
    path = tmp_path / "session.jsonl"
    path.write_bytes(b"".join(lines))
    with pytest.raises(TranscriptError, match=r":3:1: I12 this line does not fit its checksum"):
        read_transcript(path)


def test_a_session_whose_last_line_was_torn_is_read_up_to_there(tmp_path):
    from tests.importers.test_exports import DATA

    content = (DATA / "exports" / "session.jsonl").read_bytes()
    path = tmp_path / "session.jsonl"
    path.write_bytes(content[:-20])
    whole = read_transcript(DATA / "exports" / "session.jsonl").utterances
    assert whole[: len(found := read_transcript(path).utterances) - 1] == found[:-1]
