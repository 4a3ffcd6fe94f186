"""What the forms must tell apart: names from words, clocks from recordings, what people say from what programs add."""

import json

import pytest

from simulator.importers import TranscriptError, recognised
from simulator.importers.decoding import opened
from tests.importers.word import W, docx, packed


def read(text: str | bytes):
    return recognised(opened("talk", text if isinstance(text, bytes) else text.encode()))


def said(text: str | bytes) -> list[tuple[str, str]]:
    return [(one.speaker, one.text) for one in read(text).utterances]


def test_a_colon_in_what_is_said_makes_no_speaker():
    text = (
        "Ann: here it is: late\nRemember: it was Friday.\nBob: So the thing is: no.\nAnn: ok\nBob: See https://a.b/c\n"
    )
    assert said(text) == [
        ("Ann", "here it is: late\nRemember: it was Friday."),
        ("Bob", "So the thing is: no."),
        ("Ann", "ok"),
        ("Bob", "See https://a.b/c"),
    ]


def test_someone_who_speaks_only_once_is_a_speaker():
    assert [who for who, _ in said("Ann: a\nBob: b\nAnn: c\nDr. Eva de la Cruz: d\n")] == [
        "Ann", "Bob", "Ann", "Dr. Eva de la Cruz"
    ]  # fmt: skip


def test_question_and_answer_are_speakers_where_all_lines_have_them():
    assert said("Question: How?\nAnswer: So.\nQuestion: Why?\nAnswer: Because.\n")[:2] == [
        ("Question", "How?"),
        ("Answer", "So."),
    ]


@pytest.mark.parametrize(
    "name", ["SPEAKER_00", "Speaker 1", "José Núñez", "李雷", "O'Brien", "Ann (Guest)", "me", "Ann-Marie S."]
)
def test_names_of_many_kinds_are_names(name):
    assert said(f"{name}: Hello.\nBob: Hi.\n{name}: So.\n") == [(name, "Hello."), ("Bob", "Hi."), (name, "So.")]


def test_one_person_written_in_two_ways_is_one():
    assert said("ANN: a\nBob: b\nAnn: c\n") == [("ANN", "a"), ("Bob", "b"), ("ANN", "c")]


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("[00:01:02] Ann: hi", 62.0), ("(1:02) Ann: hi", 62.0), ("00:01:02.500 - Ann: hi", 62.5),
        ("1:02 Ann: hi", 62.0),
        ("Ann [00:01:02]: hi", 62.0), ("Ann (1:02): hi", 62.0), ("[9:41 PM] Ann: hi", 78060.0), ("Ann: hi", None),
    ],
)  # fmt: skip
def test_a_time_may_stand_before_a_name_or_after_it(line, at):
    first = read(f"{line}\nBob: Hi.\n").utterances[0]
    assert (first.speaker, first.text, first.at) == ("Ann", "hi", at)


@pytest.mark.parametrize(
    ("stamps", "spoken"),
    [
        (("[00:00:01]", "[00:00:09]"), True), (("[09:41:05]", "[09:42:00]"), False),
        (("[0:41 AM]", "[0:42 AM]"), False), (("", ""), False),
    ],
)  # fmt: skip
def test_times_of_a_recording_tell_speech_and_times_of_a_clock_do_not(stamps, spoken):
    assert read(f"{stamps[0]} Ann: a\n{stamps[1]} Bob: b\n").spoken is spoken


def test_lines_broken_by_their_width_are_joined_and_others_stay():
    text = "Ann: I wanted to talk about how the last week went for\nYou and me.\n  Two things.\nand one more\nBob: ok\n"
    assert said(text)[0][1] == (
        "I wanted to talk about how the last week went for You and me.\nTwo things.\nand one more"
    )


def test_a_text_that_is_indented_as_a_whole_is_read():
    assert said("    Ann: a\n      more\n    Bob: b\n") == [("Ann", "a more"), ("Bob", "b")]


def test_a_cue_number_without_an_empty_line_before_it_is_no_word():
    text = "1\n00:00:01,0 --> 00:00:02,0\nANN: See you at 5\n2\n00:00:03,0 --> 00:00:04,0\nBOB: ok\n"
    assert said(text) == [("ANN", "See you at 5"), ("BOB", "ok")]


def test_words_outside_every_voice_belong_to_nobody_known():
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Hi.</v>\n\n00:03.000 --> 00:04.000\nunclear\n"
    assert said(text) == [("Ann", "Hi."), ("Unnamed", "unclear")]


def test_characters_by_name_cannot_steer_a_screen():
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann&#x202e;>a &lt;b&gt; &#x9b;31m &#x202e;c &amp;lt;</v>\n"
    assert said(text) == [("Ann", "a <b> ›31m c &lt;")]


def test_one_name_alone_on_a_line_in_captions_leads_to_the_next_line():
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\nAnn:\nhello there\n\n00:03.000 --> 00:04.000\nBob:\nhi\n"
    assert said(text) == [("Ann", "hello there"), ("Bob", "hi")]


def test_settings_and_style_in_captions_are_no_words():
    text = (
        "WEBVTT - Kind: x\nLanguage: en\n\nSTYLE\n::cue(v) {\n color: red }\n\nREGION\nid:a\n\nNOTE\nAnn: no\n\n"
        "x-1\n00:01.000 --> 00:02.000 line:0 position:20%\n<v Ann>yes\n"
    )
    assert said(text) == [("Ann", "yes")]


def test_tabs_semicolons_and_other_names_of_columns_are_tables_too():
    assert said("Timestamp\tFrom\tMessage\n1\tAnn\thi\n2\tBob\tno\n") == [("Ann", "hi"), ("Bob", "no")]
    assert said("who;what\nAnn;a, b\nBob;c\n") == [("Ann", "a, b"), ("Bob", "c")]


def test_a_cell_that_a_spreadsheet_would_run_is_only_text():
    assert said('speaker,text\nAnn,"=1+1"\nBob,hi\n') == [("Ann", "=1+1"), ("Bob", "hi")]


def test_a_reaction_in_slack_is_no_word_and_a_number_typed_is():
    text = "Ann Lee\n  9:41 AM\nhow many\n:eyes:\n2\nBob Day\n  9:42 AM\n2\n(edited)\n"
    assert said(text) == [("Ann Lee", "how many"), ("Bob Day", "2")]


def test_slack_leaves_out_who_came_and_shows_mentions_and_links_as_people_see_them():
    profile = {"real_name": "Ann"}
    messages = [
        {
            "type": "message",
            "ts": "2",
            "user": "U1",
            "text": "a &lt; b <@U1> <#C1|general> <https://x.y>",
            "user_profile": profile,
        },
        {"type": "message", "ts": "1", "user": "U2", "text": "first"},
        {"type": "message", "ts": "3", "user": "U2", "text": "has left", "subtype": "channel_leave"},
    ]
    assert said(json.dumps(messages)) == [("U2", "first"), ("Ann", "a < b @Ann general https://x.y")]


@pytest.mark.parametrize(
    "data",
    [
        [{"speaker": "A", "text": "x"}, {"speaker": "B", "text": "y"}],
        {"segments": [{"speaker": "A", "text": " x"}, {"speaker": "B", "text": " y"}]},
        {"results": {"utterances": [{"Speaker": "A", "Transcript": "x"}, {"Speaker": "B", "Transcript": "y"}]}},
        {"messages": [{"role": "A", "content": "x"}, {"role": "B", "content": "y"}]},
        {"conversation": [{"from": {"name": "A"}, "body": "x"}, {"from": {"name": "B"}, "body": "y"}]},
    ],
)
def test_lists_of_many_shapes_are_read_from_json(data):
    assert said(json.dumps(data)) == [("A", "x"), ("B", "y")]


def test_json_lines_are_read():
    assert said('{"speaker": "A", "text": "x"}\n\n{"speaker": "B", "text": "y"}\n') == [("A", "x"), ("B", "y")]


def test_what_play_and_review_print_as_json_is_read():
    played = [
        {"session": "s", "scenario": "x", "seed": 1, "opening": ["Hi."]},
        {"turn": 1, "text": "How are you?", "reply": ["Fine.", "Really."]},
        {"ending": "no_plan", "scorecard": {}},
    ]
    assert said("\n".join(map(json.dumps, played))) == [
        ("The other", "Hi."), ("You", "How are you?"), ("The other", "Fine.\nReally.")
    ]  # fmt: skip
    review = {"person": "Priya", "opening": "Hi.", "lines": [{"text": "Well?", "reply": "No."}], "scorecard": {}}
    assert said(json.dumps(review)) == [("Priya", "Hi."), ("You", "Well?"), ("Priya", "No.")]


def test_any_form_may_stand_in_a_word_document():
    assert said(docx(["**Ann:** a", "**Bob:** b"])) == said(docx(["Ann: a", "Bob: b"])) == [("Ann", "a"), ("Bob", "b")]
    assert read(docx(["speaker,text", "Ann,a", "Bob,b"])).form == "Word CSV"


def test_what_word_has_deleted_or_says_twice_is_no_word():
    xml = (
        f'<w:document xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>'
        "<w:p><w:r><w:t>Ann: a</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
        "<w:p><mc:AlternateContent><mc:Choice><w:r><w:t>Bob:</w:t><w:tab/><w:t>b</w:t></w:r></mc:Choice>"
        "<mc:Fallback><w:r><w:t>Bob: twice</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p></w:body></w:document>"
    )
    assert said(packed(xml)) == [("Ann", "a"), ("Bob", "b")]


def test_what_one_speaker_says_in_a_row_is_one_turn_as_long_as_a_turn_may_be():
    line = "word " * 3_000 + "."
    found = read(f"Ann: {line}\nAnn: {line}\nBob: b\n").utterances
    assert [(one.speaker, len(one.text)) for one in found] == [("Ann", 15_001), ("Ann", 15_001), ("Bob", 1)]


def test_nothing_of_the_users_words_is_lost_where_one_turn_becomes_two():
    from simulator.report.imported import review_transcript

    line = "What was it like? " * 800
    review = review_transcript(read(f"Ann: {line}\nAnn: {line}\nBob: b\n"), "Ann")
    assert [line.text for line in review.lines] == [("What was it like? " * 800).strip()] * 2
    assert "counted as more than one turn" in review.note


def test_what_stands_under_another_heading_is_not_said_by_the_one_before():
    text = "## Ann\n\nHello.\n\n## Bob\n\nHi.\n\n## Ann\n\nBye.\n\n## Action Items\n\n- call Kim\n"
    assert said(text) == [("Ann", "Hello."), ("Bob", "Hi."), ("Ann", "Bye.")]


def test_a_review_of_ours_is_not_taken_for_a_talk():
    with pytest.raises(TranscriptError, match=":5:1: I07 this is a review"):
        read("# Talk\n\n> **Ann:** a\n> **1. You:** b\n## Counts, for those who want them\n")


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-20 21:41:05 Ann Lee: hi\n2026-11-20 21:42:05 Bob: no\n",
        "[2026-11-20T21:41:05Z] Ann Lee: hi\n[2026-11-20T21:42:05Z] Bob: no\n",
        "| Speaker | Text |\n|:---|---|\n| Ann Lee | hi |\n| Bob | no |\n",
        'WEBVTT\n\n1 "Ann Lee" (17)\n00:01.000 --> 00:02.000\nhi\n\n2 "Bob" (18)\n00:03.000 --> 00:04.000\nno\n',
        "Ann Lee\n1 minute 3 seconds\n1:03\nhi\nBob\n1 minute 9 seconds\n1:09\nno\n",
        "Ann Lee  0:00\nhi\n\nBob  0:05\nno\n\nTranscribed by https://otter.ai\n",
        "00:00:00\n\nAnn Lee: hi\nBob: no\nMeeting ended after 00:06:10\n",
        "Ann Lee, [20.11.2026 21:41]\nhi\n\nBob, [20.11.2026 21:42]\nno\n",
        "Ann Lee [9:41 AM]\nhi\nBob [9:42 AM]\nno\n",
    ],
    ids=["log", "ISO", "Markdown table", "Webex", "Teams in a browser", "Otter", "Meet", "Telegram", "old Slack"],
)
def test_other_programs_write_in_other_ways(text):
    assert said(text) == [("Ann Lee", "hi"), ("Bob", "no")]
