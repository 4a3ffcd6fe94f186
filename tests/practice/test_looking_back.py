"""The parts of the look back: own marks, preparation, the other's chair, what was held back, one thing to try."""

from dataclasses import replace

import pytest

from scoring import detect
from simulator.codec import to_json
from simulator.conversation.session import PREPARED, REFLECTION, Mark, apply
from simulator.persona.heard import Heard
from simulator.practice.preparation import Preparation
from simulator.practice.reflecting import Reflecting, turns_to_mark
from simulator.report import review
from simulator.report.beside import nearness
from simulator.report.document import document
from simulator.report.review import Kept
from simulator.report.shortly import debrief
from tests.practice import talks
from tests.practice.talks import talk
from tests.practice.test_drills import Scripted


def text_of(blocks) -> str:
    return "\n".join(str(block) for block in blocks)


def test_own_words_and_marks_are_kept_before_any_score(skilled, january):
    made = review(skilled, january)
    kept, marks = [], []
    asker = Scripted("It was calm.", "Ask sooner.", "open question", "?", "0", "")
    assert Reflecting(made, asker, kept.append, marks.append).run()
    first, second, _ = turns_to_mark(made)
    assert kept == [{"branch": 0, "plus": "It was calm.", "delta": "Ask sooner.", "marked": [first, second]}]
    assert marks == [Mark("self", first, "curiosity", "heard")]
    assert "What Priya would tell" not in asker.text


def test_whoever_skips_is_asked_nothing_more_and_nothing_is_kept(skilled, january):
    kept = []
    assert not Reflecting(review(skilled, january), Scripted("s", "never"), kept.append, kept.append).run()
    assert kept == []


def test_own_marks_stand_beside_what_was_found_and_change_no_count(skilled, january):
    before = review(skilled, january).scorecard
    apply(skilled, [(REFLECTION, {"branch": 0, "plus": "Calm.", "marked": [4]})])
    skilled.marks.append(Mark("self", 4, "blame", "heard"))
    made = review(skilled, january)
    (own,) = made.reflection.marks
    assert (own.own, own.found) == (("blame",), skilled.turns(0)[3].detection.skills)
    assert own.shared == ()
    assert made.scorecard == before


def test_the_look_back_has_the_methods_order(skilled, january):
    apply(skilled, [(REFLECTION, {"branch": 0, "plus": "Calm."}), (PREPARED, to_json(Preparation(purpose="Us both.")))])
    names = [name for name, _ in debrief(review(skilled, january))]
    order = ["yourself", "ending", "best", "try", "held back", "chances", "prepared", "chair", "runs", "scores"]
    assert names == [name for name in order if name in names]
    assert {"yourself", "ending", "best", "held back", "prepared", "chair", "scores"} <= set(names)


def test_scores_stand_last_and_nowhere_before(skilled, january):
    *others, (name, _) = debrief(review(skilled, january))
    assert name == "scores"
    assert not any("of 100" in text_of(blocks) for _, blocks in others)


def test_what_was_prepared_stands_beside_the_words_in_which_it_came(skilled, january):
    prepared = Preparation(
        facts=("On the 20th the note went up at 23:47.", "The coffee machine broke twice in the spring."),
        contrast="I'm not starting a process.",
        questions=("What was going on on those two afternoons?",),
        behaviours=("triggered", "winging_it"),
        outcome_me="Notes on time.",
    )
    apply(skilled, [(PREPARED, prepared.as_record())])
    found = {(one.field, one.planned): one for one in review(skilled, january).preparation}
    came = found["facts", prepared.facts[0]]
    assert came.turn == 2
    assert came.quote == "On Thursday the 20th the note went up at 23:47."
    assert found["facts", prepared.facts[1]].happened == "It did not come up."
    assert found["contrast", prepared.contrast].turn
    asked = found["questions", prepared.questions[0]]
    assert asked.quote == "What was going on for you on those two afternoons?"
    ended = next(one for one in found.values() if one.field == "outcome")
    assert "Notes on time." in ended.planned


def test_where_nothing_was_prepared_nothing_is_set_against_it(skilled, january):
    assert review(skilled, january).preparation == ()


def test_the_other_chair_tells_what_went_on_inside(skilled, january):
    chair = review(skilled, january).chair
    assert chair.wants == january.persona.wants
    assert [one.turn for one in chair.exchanges] == [turn.number for turn in skilled.turns(0)]
    inside = " ".join(text for one in chair.exchanges for text in one.inside)
    told = [which for turn in skilled.turns(0) for what, which in turn.reaction.notes if what == "told"]
    assert told
    assert "dared to say it" in inside


@pytest.mark.parametrize("name", ["skilled", "unskilled"])
def test_one_thing_to_try_is_neither_the_best_moment_nor_a_chance_that_was_used(request, january, name):
    made = review(request.getfixturevalue(name), january)
    if made.try_this:
        used = {chance.turn for chance in made.chances if chance.used}
        assert made.try_this.turn not in used | ({made.best.turn} if made.best else set())


def test_where_no_chance_was_missed_the_costliest_turn_is_to_be_tried(skilled, january):
    from scoring.findings import Detection, Finding
    from simulator.report.trying import try_this

    turns = skilled.turns(0)[:3]
    costly = Detection(turns[1].text, (Finding("blame", 0, 4, turns[1].text[:4], "blame/x", 0.9),))
    turns = [turns[0], replace(turns[1], detection=costly), turns[2]]
    found = try_this(turns, "Hi.", january, [], None, {"blame": "Say the fact alone."})
    assert found.turn == 2
    assert found.sentence.endswith("Try: say the fact alone.")
    assert try_this([turns[0]], "Hi.", january, [], None, {}) is None


KEPT = Kept("Her mother", "hidden", 40, 46, 7, "openness")


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        (KEPT, "It was nearest at turn 7: 6 points of openness were missing."),
        (replace(KEPT, reached=45), "It was nearest at turn 7: 1 point of openness was missing."),
        (replace(KEPT, reached=20), "It never came near: at best, at turn 7, 26 points of openness were missing."),
        (
            replace(KEPT, reached=60, because="topic"),
            "Priya was open enough at turn 7; the talk did not come near the subject.",
        ),
        (
            replace(KEPT, reached=60, because="moment"),
            "It was near at turn 7: Priya was open enough, and the moment passed.",
        ),
        (replace(KEPT, fate="heard"), ""),
    ],
)
def test_how_near_something_came_is_said_once_and_without_contradiction(kept, said):
    assert nearness(kept, "Priya") == said


@pytest.mark.parametrize("name", ["skilled", "unskilled"])
def test_nothing_held_back_is_both_far_and_near(request, january, name):
    made = review(request.getfixturevalue(name), january)
    for kept in made.kept:
        said = nearness(kept, made.person)
        assert not ("never came near" in said and ("open enough" in said or "nearest" in said))


def test_a_quote_shows_the_question_mark_that_closes_it(skilled, january):
    text = text_of(document(review(skilled, january)))
    assert 'an open question: "What was going on for you on those two afternoons?"' in text


def test_a_trace_leads_from_the_words_to_the_reply(skilled, january, january_stage):
    from simulator.conversation.branching import talk_at
    from simulator.report.tracing import trace

    for place, turn in enumerate(skilled.turns(0)):
        talk = talk_at(skilled, january_stage, detect, None, 0, place)
        found = trace(turn, talk.mind, talk.said[-1], january, "standard", 8, {})
        assert found.exact
        assert all(spoken.line in turn.reply for spoken in found.spoken)
        assert [one.skill for one in found.carried if not one.because][: len(turn.detection.findings)] == [
            finding.skill for finding in turn.detection.findings
        ]
        assert sum(one.safety for one in found.carried) == sum(shift.safety for shift in turn.reaction.shifts)
        assert bool(found.way) == (turn.reaction.before != turn.reaction.after and not _told(turn)) or found.way


def _told(turn) -> bool:
    return any(what == "told" for what, _ in turn.reaction.notes)


def test_a_reason_is_told_once(skilled, january):
    from simulator.report.tracing import Spoken, trace
    from simulator.report.why import why

    found = trace(skilled.turns(0)[3], skilled.turns(0)[2].mind, "Hi.", january, "standard", 8, {})
    way = "there was contrasting"
    other = Spoken("And so on.", "a hint at what is held back: a page, because it was a question")
    spoken = (Spoken("I see.", f"the way out of the 'fine', because {way}"), other)
    told = text_of(why(replace(found, way=way, spoken=spoken)))
    assert told.count(f"because {way}") == 1
    assert "From: the way out of the 'fine', for the same reason." in told
    assert f"From: {other.source}." in told


def test_a_step_of_plans_does_not_pass_for_summing_up(skilled, january):
    card = review(skilled, january).scorecard
    turns = len(dict(card.steps)["summarize"])
    summed = next(one.used for one in card.skills if one.skill == "summarizing")
    assert 0 < summed < turns
    told = text_of(document(review(skilled, january)))
    assert f"summarize and plan ({turns} turns, summing up in {summed} of them)" in told


def test_a_trace_of_another_scenario_than_was_played_says_so(skilled, january, january_stage):
    from simulator.report.tracing import trace
    from simulator.report.why import why

    turn = replace(skilled.turns(0)[3], reaction=replace(skilled.turns(0)[3].reaction, line="Something else."))
    found = trace(turn, skilled.turns(0)[2].mind, "Hi.", january, "standard", 8, {})
    assert not found.exact
    assert found.spoken == ()
    assert "has changed since" in text_of(why(found))


def habit(session, scenario, name: str):
    apply(session, [(PREPARED, to_json(Preparation(behaviours=(name,))))])
    (row,) = review(session, scenario).preparation
    return row


def test_winging_it_shows_in_the_first_turns_or_not_at_all(skilled, january):
    assert habit(skilled, january, "winging_it").happened == "It does not show: turn 1 had asking permission."
    fact = talks.turn(8, "On the 4th.", {"facts": "On the 4th"})
    late = talk(talks.turn(1, "Hello."), *(talks.turn(n, "Well.") for n in range(2, 8)), fact)
    row = habit(late, january, "winging_it")
    assert row.happened == (
        "By turn 6 there was no asking first, no shared purpose and no fact; the first came at turn 8."
    )
    assert (row.turn, row.quote) == (8, "On the 4th")
    short = habit(talk(talks.turn(1, "Hello.")), january, "winging_it")
    assert short.happened == "By turn 1 there was no asking first, no shared purpose and no fact."


def test_putting_it_off_shows_in_a_matter_that_is_not_named(january):
    named = Heard(topics=("handover",))
    made = [talks.turn(n, "Well.") for n in range(1, 5)]
    assert habit(talk(*made), january, "avoidance").happened == "What it is about was never named."
    made[3] = replace(made[3], text="So, the handover.", heard=named)
    row = habit(talk(*made), january, "avoidance")
    assert (row.happened, row.turn) == ("What it is about was not named by turn 3; it was at turn 4.", 4)
    made[2] = replace(made[2], heard=named)
    assert habit(talk(*made), january, "avoidance").happened == "It was not heard."


def test_a_matter_in_the_words_of_the_brief_is_named(january):
    said = talks.turn(1, "The note was posted at 23:47 on Thursday.")
    made = talk(said, talks.turn(2, "Well."), talks.turn(3, "Well."))
    assert habit(made, january, "avoidance").happened == "It was not heard."
