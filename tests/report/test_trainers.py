"""Trainers' marks in the review: when they count, how it shows, and what happens where people differ."""

import pytest

from scoring.corpus import read_corpus
from simulator.conversation.session import Mark
from simulator.report import review as review_of
from simulator.report.corrections import corrected
from simulator.report.marks import labelled
from simulator.report.redaction import without_names, without_words
from tests.report.hearing import close, conversation, decide, judge, literally


@pytest.fixture
def talk(january_stage):
    """Turn 1 has an open question, turn 2 blame, turn 3 nothing."""
    return conversation(january_stage, "a curiosity here", "a blame here", "hello").session


def skills(session, january, branch=0):
    """What the review counts, by turn."""
    return {line.number: [f.skill for f in line.findings] for line in review_of(session, january, branch).lines}


PLAYED = {1: ["curiosity"], 2: ["blame"], 3: []}


def test_labels_made_blind_change_nothing_before_the_end_of_the_blind_phase(talk, january):
    judge(talk, 1, "summarizing", comment="a comment")
    assert skills(talk, january) == PLAYED
    assert review_of(talk, january).corrections == review_of(talk, january).remarks == ()


def test_afterwards_they_overrule_the_scorer_where_the_turn_was_judged(talk, january):
    judge(talk, 1, "summarizing")
    judge(talk, 3)
    close(talk)
    assert skills(talk, january) == {1: ["summarizing"], 2: ["blame"], 3: []}
    used = {one.skill: one.used for one in review_of(talk, january).scorecard.skills}
    assert (used["curiosity"], used["summarizing"]) == (0, 1)


def test_the_review_says_who_overruled_what_and_why(talk, january, written):
    talk.marks.append(Mark("trainer", 1, "summarizing", "heard", "her words, turned", 2, 11, by="Ana"))
    judge(talk, 1, comment="not open: it carries its answer")
    close(talk, judgement="A patient opening.")
    review = review_of(talk, january)
    assert review.corrections == (
        "Turn 1, an open question is not there, as the trainer marked: by Ana; not open: it carries its answer; "
        'the scorer heard it in "curiosity"',
        'Turn 1, summing up was missed, as the trainer marked: by Ana; her words, turned; heard in "curiosity"',
    )
    assert review.remarks == ("The whole, Ana: A patient opening.", "Turn 1, Ana: not open: it carries its answer")
    for name in ("terminal", "markdown", "html"):
        text = " ".join(written(review, name).split())
        assert "as the trainer marked" in text
        assert "A patient opening" in text


def test_reasons_given_later_replace_the_first(talk, january):
    judge(talk, 1)
    close(talk)
    decide(talk, 1, "curiosity", "wrong", "it was rhetorical")
    assert "it was rhetorical" in review_of(talk, january).corrections[0]


def test_a_trainer_may_give_way_to_the_scorer(talk, january):
    judge(talk, 1)
    close(talk)
    decide(talk, 1, "curiosity", "wrong")
    decide(talk, 1, "curiosity", "stands")
    assert skills(talk, january) == PLAYED
    assert review_of(talk, january).corrections == ()


def test_trainers_who_contradict_one_another_overrule_nobody(talk, january):
    judge(talk, 1, by="Ana")
    judge(talk, 1, "curiosity", by="Ben")
    close(talk, by="Ana")
    close(talk, by="Ben")
    assert skills(talk, january) == PLAYED
    assert review_of(talk, january).corrections == (
        "Turn 1, an open question is in dispute among the trainers, so the scorer's reading stands: "
        "there for Ben, not there for Ana",
    )
    judge(talk, 1, by="Cleo")
    close(talk, by="Cleo")
    assert skills(talk, january)[1] == []  # two of three


def test_a_trainer_overrules_the_user_and_it_shows(talk, january):
    decide(talk, 1, "curiosity", "wrong", "I meant it otherwise", by="", who="user")
    assert skills(talk, january)[1] == []
    judge(talk, 1, "curiosity")
    close(talk)
    assert skills(talk, january) == PLAYED
    (line,) = review_of(talk, january).corrections
    what = "Turn 1, an open question"
    assert line == f"{what} stays as the scorer read it, against the user's mark, as the trainer marked"


def test_a_users_mark_still_counts_by_itself(talk, january):
    decide(talk, 2, "blame", "wrong", "a quotation", by="", who="user")
    assert skills(talk, january)[2] == []
    assert review_of(talk, january).corrections == ("Turn 2, blame is not there, says the user: a quotation",)


def test_the_later_of_two_marks_counts():
    detection = literally("a blame here")
    wrong, missing = (Mark("user", 1, "blame", verdict) for verdict in ("wrong", "missing"))
    assert corrected(detection, [missing, wrong]).skills == ()
    assert corrected(detection, [wrong, missing]) is detection


def test_labels_of_a_turn_that_was_cut_short_do_not_count(talk, january):
    talk.marks.append(Mark("trainer", 1, "summarizing", "heard", by="Ana"))  # and then the power went
    close(talk)
    assert skills(talk, january) == PLAYED


def test_a_turn_judged_again_replaces_what_was_there(talk, january):
    judge(talk, 1, "summarizing")
    judge(talk, 1, "curiosity")
    close(talk)
    assert review_of(talk, january).corrections == ()


def test_labels_of_a_shared_turn_hold_on_a_later_run_too(january_stage, january):
    play = conversation(january_stage, "a curiosity here", "a blame here")
    judge(play.session, 1)
    close(play.session)
    play.rewind(1)
    play.say("a facts here")
    assert skills(play.session, january, 1) == {1: [], 2: ["facts"]}


def test_a_redacted_review_has_neither_the_trainers_name_nor_their_words(talk, january, written):
    judge(talk, 1, comment="as Xenia would say it")
    close(talk, judgement="Anabel did this well.")
    talk.marks[:] = [Mark(**{**{f: getattr(m, f) for f in Mark.__slots__}, "by": "Zelda"}) for m in talk.marks]
    review = review_of(talk, january)
    wordless = written(without_words(review), "json")
    assert not [word for word in ("Zelda", "Xenia", "Anabel", "would say") if word in wordless]
    assert "as the trainer marked" in wordless
    nameless = written(without_names(review)[0], "json")
    assert not [word for word in ("Zelda", "Xenia") if word in nameless]


# Export ---------------------------------------------------------------------------------------------------------------


def lines(session):
    return {line["id"].rpartition("-")[2]: line for line in labelled(session)}


def test_exported_labels_are_the_trainers_and_say_who_and_by(talk, tmp_path):
    import json

    talk.marks.append(Mark("trainer", 1, "summarizing", "heard", "her words", 2, 11, by="Ana"))
    judge(talk, 1, comment="well put")
    file = tmp_path / "marks.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in labelled(talk)))
    (item,) = read_corpus([file])
    assert (item.labels, item.maybe, item.evidence) == ({"summarizing"}, frozenset(), (("summarizing", 2, 11),))
    assert lines(talk)["1"]["marks"] == [
        {"who": "trainer", "by": "Ana", "skill": "summarizing", "verdict": "heard", "reason": "her words"},
        {"who": "trainer", "by": "Ana", "skill": "", "verdict": "heard", "reason": "well put"},
    ]


def test_a_turn_in_which_a_trainer_heard_nothing_is_exported_as_clean(talk):
    judge(talk, 2)
    assert lines(talk)["2"]["labels"] == []


def test_what_only_some_trainers_heard_is_in_doubt(talk):
    judge(talk, 1, "curiosity", "facts", by="Ana")
    judge(talk, 1, "curiosity", by="Ben")
    assert (lines(talk)["1"]["labels"], lines(talk)["1"]["maybe"]) == (["curiosity"], ["facts"])


def test_what_a_trainer_replaced_is_not_exported(talk):
    judge(talk, 1, "summarizing")
    judge(talk, 1, "curiosity")
    assert [mark["skill"] for mark in lines(talk)["1"]["marks"]] == ["curiosity", ""]


def test_a_shared_turn_marked_on_a_later_run_is_exported_once(january_stage):
    play = conversation(january_stage, "a curiosity here", "a blame here")
    play.rewind(1)
    play.say("a facts here")
    play.session.marks.append(Mark("user", 1, "curiosity", "wrong", branch=1))
    assert [line["id"] for line in labelled(play.session)] == ["talk-0-1"]


def test_the_scorers_words_are_not_exported_while_a_trainer_judges_blind(talk):
    judge(talk, 1, "curiosity")
    assert lines(talk)["1"]["evidence"] == {}
    close(talk)
    assert set(lines(talk)["1"]["evidence"]) == {"curiosity"}
