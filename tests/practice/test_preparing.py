"""The worksheet: asked, kept, printed, taken from a file."""

from contextlib import nullcontext
from datetime import date

import pytest

from simulator.journal import Home
from simulator.practice import answers, waiting
from simulator.practice.interview import Enough, interview
from simulator.practice.preparation import BEHAVIOURS, BELIEFS, Preparation, Turned, from_record, texts
from simulator.practice.sheet import sheet
from simulator.practice.worksheet import SECTIONS
from simulator.report.document import Heading, Items, Para

TODAY = date(2026, 11, 20)
EVIDENCE = ("The note was posted at 23:47.", "Her reviews are on time.")


class Answers:
    """Answers from a list; what was shown is kept."""

    def __init__(self, *said: str):
        self.said, self.shown, self.offered = list(said), [], []

    def open(self):
        return nullcontext()

    def tell(self, *lines: str) -> None:
        self.shown += lines

    def ask(self, question: str, offered: str = "") -> str:
        if not self.said:
            raise Enough
        self.shown.append(question)
        self.offered.append(offered)
        return self.said.pop(0)


def asked(*said: str, only: str = "", before: Preparation | None = None) -> tuple[Preparation, Answers, list]:
    asker, kept = Answers(*said), []
    sections = (only,) if only else ()
    done = interview(before or Preparation(), asker, "Priya", EVIDENCE, TODAY, kept.append, sections)
    return done, asker, kept


def test_who_has_had_enough_in_the_middle_of_a_list_keeps_what_was_said():
    done, _, kept = asked("she is hiding something", "What is behind it?", "she is lazy", only="assumptions")
    assert done.assumptions == (Turned("she is hiding something", "What is behind it?"), Turned("she is lazy", ""))
    assert kept == [done]


def test_every_question_can_be_skipped():
    done, asker, kept = asked(*[""] * 60)
    assert (done, kept) == (Preparation(), [])
    assert [section.title.upper() for section in SECTIONS if section.title.upper() not in asker.shown] == []


def test_the_six_questions_are_asked_with_the_others_name_and_kept_one_by_one():
    done, asker, kept = asked("the silence", "being asked in public", "nervous", only="mindset")
    assert (done.difficult, done.for_them, done.feeling) == ("the silence", "being asked in public", "nervous")
    assert [len(one.answered) for one in kept] == [1, 2, 3]
    assert "What is the problem for Priya?" in asker.shown
    assert done.written == "2026-11-20"


def test_back_goes_to_the_question_before_and_is_no_answer():
    done, asker, _ = asked("the silence", "/back", "the tears", "being asked in public", only="mindset")
    assert (done.difficult, done.for_them) == ("the tears", "being asked in public")
    assert asker.offered[:4] == ["", "", "the silence", ""]


def test_back_in_the_middle_of_a_list_keeps_what_was_said():
    done, *_ = asked("she is lazy", "What is behind it?", "/back", "", "", only="assumptions")
    assert done.assumptions == (Turned("she is lazy", "What is behind it?"),)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Why so late?What happened?", "What happened?"),
        ("Why so late? What happened?", "Why so late? What happened?"),
        ("Why so late?!", "Why so late?!"),
    ],
)
def test_a_new_answer_typed_behind_the_old_one_takes_its_place(typed, kept):
    done, *_ = asked(typed, only="mindset", before=Preparation(difficult="Why so late?"))
    assert done.difficult == kept


def test_ticks_are_numbers_and_anything_else_is_asked_for_again():
    done, asker, _ = asked("most of them", "9", "2 5", only="habits")
    assert done.behaviours == ("minimizing", "winging_it")
    assert asker.shown.count("  Numbers from 1 to 5, please; Enter goes on.") == 2
    assert any("Making it small: watch for 'just'" in line for line in asker.shown)


def test_facts_are_chosen_by_number_or_told_in_own_words():
    done, *_ = asked("", "", "1", "Monday, 9:05: no note in the log", "", only="plan")
    assert done.facts == (EVIDENCE[0], "Monday, 9:05: no note in the log")


def test_numbers_before_words_choose_and_the_words_are_a_fact_of_their_own():
    done, *_ = asked("", "", "1 2 The log has no entry on the 4th.", "", only="plan")
    assert done.facts == (*EVIDENCE, "The log has no entry on the 4th.")
    done, *_ = asked("", "", "2 people saw it.", "", only="plan")
    assert done.facts == ("2 people saw it.",)


def test_a_remark_offers_the_line_once_more_and_enter_keeps_it():
    done, asker, _ = asked("", "Obviously you have to be on time.", "", only="plan")
    assert done.purpose == "Obviously you have to be on time."
    assert asker.offered[2] == done.purpose
    assert any("leans to arrogance: 'Obviously', 'you have to'" in line for line in asker.shown)


def test_a_line_without_a_fault_is_asked_for_once():
    _, asker, _ = asked("", "I want us to find a way that works for you and for Vancouver.", "1", "", only="plan")
    assert not any("Change it?" in line for line in asker.shown)


def test_an_assumption_is_turned_into_a_question():
    done, *_ = asked("She has lost interest", "What is different since January?", "", only="assumptions")
    assert done.assumptions == (Turned("She has lost interest", "What is different since January?"),)


def test_what_was_answered_is_offered_again_kept_by_enter_and_emptied_by_a_hyphen():
    before = Preparation(difficult="the silence", feeling="nervous", questions=("What now?",))
    done, asker, _ = asked("", "", "-", only="mindset", before=before)
    assert (done.difficult, done.feeling) == ("the silence", "")
    assert asker.offered[:3] == ["the silence", "", "nervous"]


def test_nothing_typed_can_steer_a_screen():
    done, *_ = asked("\x1b[31mred\x9b31m \u202eback", only="mindset")
    assert done.difficult == "red back"


# Kept until it is needed


def test_a_preparation_waits_for_its_scenario_and_for_no_other(home: Home):
    waiting.save(home, "late_again", Preparation(difficult="jokes"))
    assert waiting.load(home, "late_again") == Preparation(difficult="jokes")
    assert waiting.load(home, "other") is None
    assert (waiting.clear(home, "late_again"), waiting.load(home, "late_again")) == (1, None)


def test_it_is_for_its_owner_only(home: Home):
    waiting.save(home, "x", Preparation(difficult="jokes"))
    (file,) = (home.path / "preparations").iterdir()
    assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_a_damaged_one_is_none(home: Home):
    waiting.save(home, "x", Preparation(difficult="jokes"))
    (file,) = (home.path / "preparations").iterdir()
    content = file.read_bytes()
    for cut in range(len(content)):
        file.write_bytes(content[:cut])
        assert waiting.load(home, "x") is None


def test_a_record_from_elsewhere_is_read_as_far_as_it_goes():
    assert from_record({"difficult": "x", "unknown": 1}) == Preparation(difficult="x")
    assert from_record({"difficult": 3}) == Preparation()
    assert from_record(Preparation(assumptions=(Turned("a", "b"),)).as_record()).assumptions == (Turned("a", "b"),)


# From a file

WHOLE = """
difficult: the silence
behaviours: [blame]
beliefs: [calm, safe]
facts: [2, "Monday: no note."]
questions: What got in the way?
assumptions:
  - assume: She has lost interest
    ask: What is different?
"""


def test_answers_are_read_from_a_file():
    found, problems = answers.loads(WHOLE, "a.yaml", EVIDENCE)
    assert problems == []
    assert found == Preparation(
        difficult="the silence",
        behaviours=("blame",),
        beliefs=("calm", "safe"),
        facts=(EVIDENCE[1], "Monday: no note."),
        questions=("What got in the way?",),
        assumptions=(Turned("She has lost interest", "What is different?"),),
    )


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("dificult: x", (1, 1), "did you mean 'difficult'?"),
        ("a: [", (1, 5), ""),
        ("- x", (1, 1), "a mapping"),
        ("difficult: [x]", (1, 1), "a text is expected"),
        ("behaviours: [blam]", (1, 14), "did you mean 'blame'?"),
        ("difficult: x\nfacts: [1, 3]", (2, 12), "there is no fact 3; the brief has 2"),
        ("assumptions:\n  - asume: x", (2, 5), "did you mean 'assume'?"),
    ],
)
def test_a_fault_of_the_file_has_its_place_and_its_remedy(text, place, said):
    found, problems = answers.loads(text, "a.yaml", EVIDENCE)
    assert found is None
    assert (problems[0].place.line, problems[0].place.column) == place or not said
    assert any(said in problem.message for problem in problems)


def test_the_file_knows_the_words_of_the_worksheet_and_no_others():
    names = {field.name for section in SECTIONS for field in section.fields}
    assert names == set(answers.AnswersFile.model_fields)
    assert names == set(Preparation.__dataclass_fields__) - {"written"}
    choices = {key for section in SECTIONS for field in section.fields for key, _ in field.choices}
    assert choices == {*BEHAVIOURS, *BELIEFS}


# Printed


def test_the_sheet_has_every_answer_and_quotes_what_leans(january):
    found, _ = answers.loads(WHOLE + "story: Obviously you do not care.\n", "a.yaml", EVIDENCE)
    blocks = list(sheet(found, january, TODAY))
    shown = "\n".join(one.text if isinstance(one, Para | Heading) else "\n".join(one.texts) for one in blocks)
    for text in texts(found):
        assert text in shown
    assert BEHAVIOURS["blame"] in shown
    assert BELIEFS["calm"] in shown
    assert isinstance(blocks[-1], Items)
    assert "stands towards arrogance: 'Obviously'" in blocks[-1].texts[0]


def test_an_empty_plan_is_called_winging_it_and_an_empty_sheet_is_not(january):
    def shown(one: Preparation) -> str:
        return " ".join(block.text for block in sheet(one, january, TODAY) if isinstance(block, Para))

    assert "winging it" in shown(Preparation(feeling="nervous"))
    assert "winging it" not in shown(Preparation(feeling="nervous", purpose="We find a way."))
    assert shown(Preparation()) == "Nothing is written yet."
