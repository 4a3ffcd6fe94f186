"""What may be passed on: without the words, or with other names."""

import re
from dataclasses import replace

import pytest

from scoring.findings import Finding
from scoring.vocabulary import MARKS, PLAIN
from simulator.report.names import ADDRESS, Disguise, found
from simulator.report.redaction import without_names, without_words
from simulator.report.review import Line
from tests.report.pages import beside_nothing_but
from tests.report.samples import review_of_nothing_but

FORMATS = ("html", "csv", "markdown", "terminal", "json")
SECRET = "Zanzibar"


def places(review):
    return [(line.text[f.start : f.end], f.quote) for line in review.lines for f in (*line.findings, *line.marks)]


# ---------------------------------------------------------------------------------------------------------------------
# Without the words
# ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FORMATS)
def test_not_one_word_is_left_in_any_format(written, name):
    beside = beside_nothing_but(SECRET)
    own = {"started": "2026-11-22", "digest": "d", "rules": "r", "level": "hard"}
    review = replace(review_of_nothing_but(SECRET, **beside), **own)
    lines = tuple(
        replace(line, findings=tuple(replace(f, rule="a/b") for f in line.findings), marks=()) for line in review.lines
    )
    out = written(without_words(replace(review, lines=lines)), name)
    assert SECRET.casefold() not in out.casefold()


def test_the_words_of_a_real_talk_are_gone_and_its_findings_are_not(written, skilled):
    shape = without_words(skilled)
    for line, before in zip(shape.lines, skilled.lines, strict=True):
        assert re.fullmatch(r"(?:\[(?:\d+ words?|…)\] ?)*", line.text)
        assert [f.skill for f in line.findings] == [f.skill for f in before.findings]
        assert (line.safety, line.heat, line.before, line.after) == (before.safety, before.heat, before.before, before.after)  # fmt: skip # noqa: E501
    assert shape.scorecard.as_json() == skilled.scorecard.as_json()
    assert all(quote == there for there, quote in places(shape))


def test_the_number_of_words_stays():
    finding = Finding("facts", 4, 11, "two six", "r", 1.0, ("two",))
    line = Line(1, "One two six. Last", "Three more words.", (finding,))
    shape = without_words(review_of_nothing_but("x", lines=(line,))).lines[0]
    assert shape.text == "[1 word] [2 words] [1 word]"
    assert shape.reply == "[3 words]"
    assert [(f.quote, f.start, f.end, f.why) for f in shape.findings] == [("[2 words]", 9, 18, ())]


def test_findings_over_each_other_keep_their_places():
    both = (Finding("facts", 0, 7, "one two", "r", 1.0), Finding("curiosity", 4, 13, "two three", "r", 1.0))
    shape = without_words(review_of_nothing_but("x", lines=(Line(1, "one two three", "", both),)))
    assert [quote for _, quote in places(shape)] == ["[1 word] [1 word]", "[1 word] [1 word]"]
    assert all(quote == there for there, quote in places(shape))


def test_a_state_that_somebody_made_up_is_not_told():
    line = Line(1, "x", "y", before="fine", after="hates_the_new_boss", safety=3, heat=3)
    shape = without_words(review_of_nothing_but("x", lines=(line,)))
    assert (shape.lines[0].before, shape.lines[0].after) == ("fine", "another state")


def test_a_correction_keeps_its_turn_and_loses_its_reason():
    review = review_of_nothing_but("x", corrections=("Turn 2, blame is not there, says the user: it was Sandra",))
    assert without_words(review).corrections == ("Turn 2, blame is not there, says the user",)


# ---------------------------------------------------------------------------------------------------------------------
# With other names
# ---------------------------------------------------------------------------------------------------------------------


def test_a_name_is_found_by_its_capital_inside_a_sentence():
    texts = ["Hi Priya, did Marcus call? Vancouver waits.", "I asked Anne-Marie and O'Brien on Tuesday at the HR desk."]
    assert found(texts) == ("Priya", "Marcus", "Anne-Marie", "O'Brien")


def test_the_first_word_of_a_sentence_is_no_name_by_itself():
    assert found(["Sure. Nobody said so. (Her eyes close.) 'Well, no.' - Then what? “Perhaps.”"]) == ()


def test_a_word_that_follows_an_article_is_no_name():
    assert found(["She is our Lead now.", "I wanted the lead.", "You said No."]) == ()


def test_a_name_typed_in_a_hurry_is_a_name():
    disguise = Disguise("Priya", found(["I saw Marcus.", "marcus was late"]))
    assert disguise("hi priya, MARCUS and marcus's note") == "hi Person A, Name B and Name B's note"


def test_a_name_that_is_a_word_goes_only_where_it_is_a_name():
    disguise = Disguise("Priya", found(["I asked Mark to come."]))
    assert disguise("I asked Mark to mark it") == "I asked Name B to mark it"


def test_a_part_of_a_name_is_the_same_person():
    disguise = Disguise("Mei Lin", ["Sam Okafor"])
    assert disguise("Mei, Mei Lin and Okafor, not Meier") == "Person A, Person A and Name B, not Meier"


@pytest.mark.parametrize(
    "address", ["ann.lee@corp.example", "https://corp.example/ann", "www.corp.example", "+44 20 7946 0958"]
)
def test_addresses_and_numbers_go(address):
    assert Disguise("", [])(f"Write to {address}.").startswith(f"Write to {ADDRESS}")


def test_the_same_name_stays_the_same_all_through():
    text = "Thanks. I spoke to Sandra about Tom."
    quote = Finding("facts", 8, len(text) - 1, text[8:-1], "r", 1.0, ("the words 'Sandra'",))
    review = review_of_nothing_but(
        "Ask Sandra, please. So Tom knows.", person="Priya", title="Quiet since January",
        lines=(Line(1, text, "Tom knows, Priya says.", (quote,), notes=("Priya tells: Tom left",)),),
    )  # fmt: skip
    other, names = without_names(review)
    line = other.lines[0]
    assert names == ("Priya", "Sandra", "Tom")
    assert line.text == "Thanks. I spoke to Name B about Name C."
    assert line.reply == "Name C knows, Person A says."
    assert line.notes == ("Person A tells: Name C left",)
    assert line.findings[0].why == ("the words 'Name B'",)
    assert (other.person, other.title) == ("Person A", "Quiet since January")
    assert other.tonight == "Ask Name B, please. So Name C knows."
    assert all(quote == there for there, quote in places(other))


@pytest.mark.parametrize("name", FORMATS)
def test_a_name_that_is_given_is_gone_in_every_format(written, name):
    text = f"zanzibar came. {SECRET}. x{SECRET}"
    beside = {name: one for name, one in beside_nothing_but(text).items() if name != "runs"}
    here = [replace(step, was=step.was and replace(step.was, state="fine")) for step in beside["parting"].steps]
    here = tuple(replace(step, now=step.now and replace(step.now, state="fine")) for step in here)
    beside["parting"] = replace(beside["parting"], steps=here, was_ending="no_plan", now_ending="no_plan")
    beside["preparation"] = tuple(replace(one, field="facts") for one in beside["preparation"])
    review = replace(review_of_nothing_but(text, **beside), started="", person="Priya")
    lines = tuple(
        replace(one, findings=tuple(replace(f, rule="a/b") for f in one.findings), after="fine", marks=())
        for one in review.lines
    )
    chances = tuple(replace(chance, moment="misread") for chance in review.chances)
    card = replace(review.scorecard, chances=chances)
    own = {"session": "s", "scenario": "t", "ending": "no_plan", "level": "hard", "digest": "d", "rules": "r"}
    review = replace(review, lines=lines, chances=chances, scorecard=card, **own)
    out = written(without_names(review, [SECRET])[0], name)
    assert not re.search(rf"(?<!x){SECRET}", out, re.IGNORECASE)


def test_the_speakers_of_a_talk_from_elsewhere_are_known():
    review = review_of_nothing_but(
        "x", person="The others", source="captions", title="Sandra and tom.vtt",
        opening="Sandra: Morning.", lines=(Line(1, "Morning sandra", "tom: Hi. Sandra: Hm."),),
    )  # fmt: skip
    other, names = without_names(review)
    assert set(names) == {"Sandra", "tom"}
    assert other.title == "A conversation"
    assert (other.lines[0].text, other.lines[0].reply) == ("Morning Name A", "Name B: Hi. Name A: Hm.")


def test_a_scenario_called_after_somebody_loses_its_name():
    review = review_of_nothing_but("x", person="Sandra", scenario="sandra-is-late", session="sandra-is-late-2026")
    other, _ = without_names(review)
    assert (other.scenario, other.session) == ("", "")


def test_the_vocabulary_is_never_disguised(skilled):
    other, names = without_names(skilled)
    assert not {name.casefold() for name in names} & ({*PLAIN, *MARKS} | set(" ".join(PLAIN.values()).split()))
    assert other.scorecard == skilled.scorecard
    assert other.chances == skilled.chances
    assert all(quote == there for there, quote in places(other))
    assert "Priya" not in str(other)
