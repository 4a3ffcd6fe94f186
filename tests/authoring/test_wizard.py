"""Five minutes of answers become a scenario that can be played, and say what to think over on the way."""

import pytest
import yaml

from scoring import detect
from simulator.authoring.lint import lint
from simulator.authoring.wizard import (
    DECK,
    TEMPERAMENTS,
    Answers,
    about_them_remark,
    cards,
    check,
    deal,
    read_answers,
    remarks,
    scenario_text,
    slug,
    speaks_of_harm,
)
from simulator.authoring.wizard.words import BREATH, breath, keywords
from simulator.conversation.talk import Stage, Talk
from tests.authoring.made import ANSWERS, text


@pytest.mark.parametrize("temperament", TEMPERAMENTS)
@pytest.mark.parametrize("channel", ["video", "in_person", "phone", "chat"])
def test_every_temperament_and_channel_can_be_loaded(loaded, temperament, channel):
    scenario = loaded(temperament=temperament, channel=channel)
    assert (scenario.archetype, scenario.channel) == (TEMPERAMENTS[temperament], channel)


@pytest.mark.parametrize("temperament", TEMPERAMENTS)
def test_what_is_made_has_no_finding(tmp_path, temperament):
    path = tmp_path / "talk-with-ines.yaml"
    path.write_text(text(temperament=temperament, hidden="surprise me"))
    assert lint(path) == []


def test_the_users_sentences_stand_as_they_were_typed(loaded):
    scenario = loaded()
    said = {line for state in scenario.states for rule in state.replies for line in rule.say}
    assert set(ANSWERS["they_would_say"]) <= said
    assert scenario.brief.facts == (*ANSWERS["what_happened"], ANSWERS["your_part"])
    assert scenario.fact("work").tell[0].say == (ANSWERS["hidden"]["work"],)
    assert scenario.fact("idea").tell[0].say == (ANSWERS["they_would_propose"],)


NASTY = 'He said: "no", $name, {echo} - #1, it\'s {skill: [x]}\\n & *a |'


def test_text_that_looks_like_the_format_stays_text(loaded):
    typed = {
        "what_happened": [NASTY],
        "they_would_say": [NASTY],
        "your_part": NASTY,
        "role": NASTY,
        "name": 'O"Neil: #',
    }
    scenario = loaded(**typed, hidden={"work": NASTY})
    shown = NASTY.replace("{echo}", "(echo)")
    assert scenario.brief.facts == (shown, shown)
    assert scenario.persona.name == 'O"Neil: #'
    assert shown.startswith(scenario.fact("work").tell[0].say[0])


def test_a_surprise_comes_from_the_deck_and_the_same_seed_deals_the_same(loaded):
    scenario = loaded(hidden="surprise me")
    dealt = deal(3)
    assert scenario.fact("work").tell[0].say == tuple(dealt["work"].tell)
    assert scenario.fact("other").cue == tuple(dealt["other"].cue)
    assert len({(deal(seed)["work"].title, deal(seed)["other"].title) for seed in range(200)}) > 60


@pytest.mark.parametrize("kind", ["work", "other"])
def test_one_reason_may_be_typed_and_the_other_dealt(loaded, tmp_path, kind):
    other = "other" if kind == "work" else "work"
    scenario = loaded(hidden={kind: "I never learned the new till.", other: "surprise me"})
    assert scenario.fact(kind).tell[0].say == ("I never learned the new till.",)
    assert scenario.fact(other).tell[0].say == tuple(deal(3)[other].tell)
    assert [fact.id for fact in scenario.facts] == ["work", "other", "idea"]
    assert "What was dealt stands under 'facts'" in (tmp_path / "talk-with-ines.yaml").read_text()


def test_two_surprises_in_a_file_are_one(tmp_path):
    path = tmp_path / "answers.yaml"
    path.write_text(yaml.safe_dump(ANSWERS | {"hidden": {"work": "surprise me", "other": "Surprise me"}}))
    assert read_answers(path)[0].hidden == "surprise me"


def test_an_apology_for_what_the_user_wrote_down_is_heard_as_such(loaded):
    talk = Talk(Stage(loaded()), detect)
    talk.say("I asked you about the till in front of two guests. I should not have done that, and I'm sorry.")
    assert "owned_part" in talk.mind.flags


def test_a_misreading_in_own_words_is_said_in_them(loaded):
    scenario = loaded(misread={"says": "You've come because of Paulo.", "answer": "I'm not here because of Paulo."})
    assert scenario.misread("own").says == ("You've come because of Paulo.",)
    assert "paulo" in scenario.misread("own").words


def test_a_name_that_is_taken_gets_a_number():
    assert slug("Inés  O'Hara", []) == "talk-with-ines-o-hara"
    assert slug("Ines", ["talk-with-ines", "talk-with-ines-2"]) == "talk-with-ines-3"
    assert slug("王", []) == "talk-with-somebody"


def test_a_long_story_is_told_in_one_breath_and_the_rest_after():
    story = " ".join(f"This is sentence number {n} of it." for n in range(20))
    first, more = breath(story)
    assert len(first.split()) <= BREATH
    assert " ".join((first, *more)) == story


def test_a_topic_is_known_by_the_words_that_carry_it():
    assert keywords(["On Monday the till was short and nobody had been there."]) == ["the till", "monday"]


def test_harm_is_noticed_wherever_it_is_written():
    for changes in ({"your_part": "He threatened me."}, {"hidden": {"other": "I was harassed."}}):
        assert speaks_of_harm(Answers(**(ANSWERS | changes)))
    assert speaks_of_harm(Answers(**ANSWERS)) == ""


# Files -------------------------------------------------------------------------------------------


def test_answers_are_read_from_a_file(tmp_path):
    path = tmp_path / "answers.yaml"
    path.write_text(yaml.safe_dump(ANSWERS, allow_unicode=True))
    answers, problems = read_answers(path)
    assert problems == []
    assert answers == Answers(**ANSWERS)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"temperament": "shouts"}, "S04"),
        ({"nmae": "x"}, "S01"),
        ({"what_happened": []}, "S04"),
        ({"hidden": {}}, "S12"),
        ({"hidden": {"work": "x" * 601}}, "S04"),
    ],
)
def test_a_fault_in_the_answers_has_its_place(tmp_path, changes, code):
    path = tmp_path / "answers.yaml"
    path.write_text(yaml.safe_dump(ANSWERS | changes))
    answers, problems = read_answers(path)
    assert answers is None
    assert code in [one.code for one in problems]


# The deck ----------------------------------------------------------------------------------------


def test_the_deck_has_more_than_twenty_reasons_and_no_line_twice():
    reasons = [*cards().work.values(), *cards().other.values()]
    lines = [line for reason in reasons for line in (*reason.cue, *reason.tell, *reason.more)]
    assert len(reasons) >= 20
    assert len(lines) == len(set(lines))


def test_no_line_of_the_deck_is_longer_than_a_breath_and_a_half():
    long = [
        line for one in (cards().work, cards().other) for r in one.values() for line in r.tell if len(line.split()) > 60
    ]
    assert long == []


@pytest.mark.parametrize("seed", range(0, 24, 4))
def test_every_dealt_scenario_is_sound(tmp_path, seed):
    path = tmp_path / "talk-with-ines.yaml"
    path.write_text(scenario_text(Answers(**(ANSWERS | {"hidden": "surprise me"})), "talk-with-ines", deal(seed)))
    assert lint(path) == []


@pytest.mark.parametrize("name", ["reasons.yaml", "stock.yaml"])
def test_the_files_of_the_deck_are_sound(name):
    assert check(DECK / name) == []


# The brief, and what is remarked on --------------------------------------------------------------


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        ("", "Tomasz."),
        ("runs the front desk", "Tomasz runs the front desk."),
        ("He's a lab technician in Ghent. Nights", "Tomasz. He's a lab technician in Ghent. Nights."),
        ("A van driver.", "Tomasz, a van driver."),
        ("sales manager", "Tomasz, sales manager."),
        ("Tomasz is my flatmate", "Tomasz is my flatmate."),
    ],
)  # fmt: skip
def test_who_they_are_is_put_together_as_sentences(loaded, role, shown):
    assert loaded(name="tomasz", role=role).brief.they_are == shown


@pytest.mark.parametrize(
    ("role", "title"),
    [
        ("", "Tomasz"),
        ("runs the front desk, nights", "Tomasz, who runs the front desk"),
        ("He's a lab technician in Ghent. Nights", "Tomasz, a lab technician in Ghent"),
        ("sous-chef, been with me 6 years", "Tomasz, sous-chef"),
        ("tomasz is my flatmate", "Tomasz, my flatmate"),
        ("he lives in the room next to mine, we share a kitchen", "Tomasz, who lives in the room next to mine"),
    ],
)  # fmt: skip
def test_the_title_is_the_name_and_what_they_do(loaded, role, title):
    assert loaded(name="tomasz", role=role).title == title


def test_a_name_in_small_letters_gets_its_capital(loaded):
    assert loaded(name="anna-lena de vries").persona.name == "Anna-Lena de Vries"
    assert loaded(name="McCall").persona.name == "McCall"


def test_a_part_of_the_users_without_a_subject_is_named_as_theirs(loaded):
    facts = loaded(your_part="shouted at him on the phone in september").brief.facts
    assert facts[-1] == "What you did: shouted at him on the phone in September."


@pytest.mark.parametrize(
    ("fact", "nobody"),
    [
        ("shouted at him on the phone in september", True),
        ("On Monday the 3rd left at two", True),
        ("Seeds were missing on Monday", False),
        ("She shouted on Monday", False),
        ("On Monday, Tomasz left at two", False),
    ],
)
def test_a_fact_that_does_not_say_who_is_remarked_on(fact, nobody):
    assert any("doesn't say who" in one for one in remarks(fact)) == nobody


@pytest.mark.parametrize(
    ("said", "about"),
    [
        ("that I want to catch him", True),
        ("his wife has moved out", True),
        ("He feels watched", True),
        ("wants to leave early", True),
        ("Tomasz would go home at two", True),
        ("My wife has moved out.", False),
        ("You weren't even there.", False),
        ("That I know.", False),
        ("Is somebody writing this down?", False),
        ("Ask Paulo about Thursday.", False),
    ],
)
def test_words_about_them_where_they_should_speak_are_remarked_on(said, about):
    assert bool(about_them_remark(said, "Tomasz", "he")) == about


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (["It was the same system from the beginning, called better, a single time, hardly read."], []),
        (["In September the van came home with four parcels."], ["september", "van", "parcels"]),
        (["He shouted at me till the caretaker came."], ["caretaker"]),
        (["I stayed til ten, alongside the youngest, and dont know why."], []),
        (["The code review took the night shift."], ["code review", "night shift", "code", "review", "shift"]),
    ],
)  # fmt: skip
def test_a_topic_has_pairs_of_words_and_none_that_could_be_anything(texts, words):
    assert keywords(texts, {"home"}) == words


def test_the_persons_name_names_nothing(loaded):
    scenario = loaded(
        name="gerd-uwe",
        your_part="I gave the big order to Timo, nobody told Gerd.",
        what_happened=["On Monday Gerd and Gerds brother turned away at Uwe's bench."],
        hidden={"work": "Gerd, they say, welds like nobody else.", "other": "Uwe and Gerd were to go to the coast."},
        misread={"says": "You've come to get Gerd out of the workshop.", "answer": ""},
    )
    topics = dict(scenario.topics)
    named = {word for name in topics for phrase in topics[name] for word in phrase.split()}
    assert named.isdisjoint({"gerd", "gerds", "uwe", "uwes", "gerd-uwe"})
    assert "timo" in topics["my_part"]
    talk = Talk(Stage(scenario), detect)
    talk.say("Sorry I kept you waiting, Gerd.")
    assert "apologised" in talk.mind.flags
    assert "owned_part" not in talk.mind.flags


def test_no_word_of_everybodys_topics_becomes_one_of_this_talk(loaded):
    scenario = loaded(what_happened=["On Monday he went home early to his family."])
    assert dict(scenario.topics)["issue"] == ("monday",)
