"""Whatever is given, there comes a Transcript or a TranscriptError, never anything else."""

import contextlib
import json

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.importers import TranscriptError, recognised
from simulator.importers.decoding import opened
from simulator.importers.registry import FORMS
from simulator.importers.source import Source
from tests.importers.word import docx, packed

EXAMPLES = settings(max_examples=150, deadline=None)

BITS = st.sampled_from(
    "WEBVTT|-->|00:00:01.000 --> 00:00:02.000|<v Ann>|</v>|NOTE|Ann: hi|Ann:|Ann Lee  9:41 AM|[9:41 AM] Ann Lee|Ann Lee"
    "|9:41 AM|1|**Ann:** hi|- Ann: hi|# Ann|> a|speaker,text|Ann,hi|\"|who;what|11/20/26, 9:41 PM - Ann: hi"
    "|[20.11.2026, 21:41:05] Ann: hi|{|}|[|]|{\"turns\": [|\"speaker\": 1|:eyes:|---|```"
    "|&amp;|&#x202e;|\t|\u2028|\x1b[2J| ".split("|")
)  # fmt: skip
TEXTS = st.lists(st.one_of(BITS, st.text(max_size=20)), max_size=25).flatmap(
    lambda parts: st.sampled_from(["\n", "\r\n", " ", ""]).map(lambda between: between.join(parts))
)
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.sampled_from(
                ["turns", "speaker", "text", "user", "ts", "type", "messages", "lines", "scorecard", "opening",
                 "scenario", "user_profile", "real_name", "start", "name", "reply", "person", "turn"]
            ), inner, max_size=5),
    ), max_leaves=25,
)  # fmt: skip


def check(data: bytes) -> None:
    with contextlib.suppress(TranscriptError):
        found = recognised(opened("talk", data))
        assert found.utterances
        assert found.form
        for one in found.utterances:
            assert one.text == one.text.strip() != ""
            assert one.speaker == one.speaker.strip() != ""
            assert len(one.text) <= 20_000
            assert not set(one.speaker + one.text) & set("\0\r\x1b\x9b\u202e\u2028")


@EXAMPLES
@given(st.binary(max_size=300))
def test_any_bytes_are_a_transcript_or_refused(data):
    check(data)


@EXAMPLES
@given(TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_any_text_is_a_transcript_or_refused(text, encoding):
    check(text.encode(encoding, "replace"))


@EXAMPLES
@given(JSON)
def test_any_json_is_a_transcript_or_refused(data):
    check(json.dumps(data).encode())
    check(json.dumps({"turns": data, "lines": data, "scorecard": 1}).encode())
    check(json.dumps([{"type": "message", "ts": data, "user": data, "text": data, "user_profile": data}]).encode())


@EXAMPLES
@given(
    st.lists(st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=30), max_size=8), st.binary(max_size=50)
)
def test_any_document_is_a_transcript_or_refused(paragraphs, junk):
    check(docx(paragraphs))
    check(docx(paragraphs) + junk)
    check(packed(junk))


@EXAMPLES
@given(TEXTS, st.sampled_from(FORMS))
def test_no_form_fails_on_a_text_that_another_one_should_have_had(text, form):
    from importlib import import_module

    with contextlib.suppress(TranscriptError):
        module = import_module(f"simulator.importers.{form}")
        source = Source("talk", tuple(text.split("\n")))
        if module.claims(source):
            module.read(source)


NAMES = st.sampled_from(["Ann", "Bob Day", "José", "李雷"])
WORDS = st.text(
    st.characters(whitelist_categories=("Ll", "Lu", "Nd", "Zs", "Po"), blacklist_characters=":：*_\\"), min_size=1
)


@EXAMPLES
@given(st.lists(st.tuples(NAMES, WORDS.filter(lambda text: text.strip())), min_size=2, max_size=8))
def test_what_is_written_in_our_own_form_comes_back_word_for_word(turns):
    data = {"turns": [{"speaker": who, "text": text} for who, text in turns]}
    found = recognised(opened("talk", json.dumps(data).encode()))
    assert "\n".join(one.text for one in found.utterances) == "\n".join(text.strip() for _, text in turns)
