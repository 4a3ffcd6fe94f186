"""Going back: the same words get the same answers, whatever was tried in between."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring import detect
from simulator.codec import to_json
from simulator.conversation.branching import NoSuchTurn, place_of, records, what_if
from simulator.conversation.replaying import replayed
from simulator.conversation.session import FINISH, REWIND, TURN, apply, fold, seen_by_turn
from simulator.journal.records import encode

LINES = (
    "Hi Priya, is this still a good moment? I want something that works for both of us.",
    "On Tuesday the 4th there was no note, and Vancouver lost three hours.",
    "I'm not starting any kind of process. I do want to understand what got in the way.",
    "What was going on for you on those two afternoons?",
    "You always do this.",
    "That sounds lonely, and exhausting too.",
    "I'm sorry I asked you in front of the whole channel.",
    "Why didn't you tell anyone?",
    "What would you like to see happening?",
    "",
    "ok",
    "I want to die.",
)
EVENTS = ("phone_buzzes", "your_boss")

say = st.tuples(st.just("say"), st.sampled_from(LINES))
happen = st.tuples(st.just("happen"), st.sampled_from(EVENTS))
back = st.tuples(st.just("back"), st.integers(0, 8))
hint = st.tuples(st.just("hint"), st.just(""))
leave = st.tuples(st.just("leave"), st.tuples(st.integers(0, 3), st.integers(0, 8)))
steps = st.lists(st.one_of(say, say, say, happen, back, hint, leave), max_size=12)
few = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def perform(play, moves) -> None:
    """Makes the moves that are possible."""
    events = {event.id: event for event in play.talk.scenario.events}
    for what, which in moves:
        if what == "say" and not play.talk.over:
            play.say(which)
        elif what == "happen" and f"event_{which}" not in play.talk.mind.flags and not play.talk.over:
            play.happen(events[which])
        elif what == "back":
            play.rewind(min(which, len(play.talk.turns)))
        elif what == "hint" and not play.talk.over:
            play.hint()
        elif what == "leave":
            branch = which[0] % len(play.session.branches)
            play.leave(branch, min(which[1], len(play.session.turns(branch))))


def lines_of(log) -> bytes:
    return b"".join(encode("s", number, kind, data)[0] for number, (kind, data) in enumerate(log, 1))


@few
@given(moves=steps)
def test_replaying_a_journal_gives_the_same_bytes(play, january_stage, moves):
    from tests.conversation.conftest import Log

    log = Log()
    begun = play(level="hard", into=log)
    perform(begun, moves)
    begun.finish()
    again = replayed([(kind, json.loads(json.dumps(data))) for kind, data in log], january_stage, detect)
    assert lines_of(again) == lines_of(log)


@few
@given(before=steps, after=st.lists(st.sampled_from(LINES), min_size=1, max_size=3), between=steps, data=st.data())
def test_a_rewound_turn_typed_again_gets_the_same_reply(play, before, after, between, data):
    from tests.conversation.conftest import Log

    begun = play(into=Log())
    perform(begun, before)
    run, place = begun.branch, len(begun.talk.turns)
    first = [begun.say(text) for text in after if not begun.talk.over]
    if data.draw(st.booleans()):
        begun.rewind(place)
    perform(begun, [move for move in between if move[0] != "happen"])
    begun.leave(run, place)
    again = [begun.say(text) for text in after if not begun.talk.over]
    assert again == first


@few
@given(moves=steps)
def test_a_break_changes_nothing(play, january_stage, moves):
    """Folding what was kept gives the same session, and taking it up the same person and the same words before."""
    from simulator.conversation.play import Play
    from simulator.conversation.talk import Talk
    from tests.conversation.conftest import Log

    log = Log()
    begun = play(into=log)
    perform(begun, moves)
    session = fold(json.loads(json.dumps(list(log))))
    taken_up = Play.resume(Talk(january_stage, detect, 8, "standard"), session, Log())
    assert taken_up.talk.mind == begun.talk.mind
    assert taken_up.talk.said == begun.talk.said
    assert session.turns(session.current.number) == begun.talk.turns


@few
@given(moves=steps, data=st.data())
def test_a_what_if_with_the_same_words_is_the_same_conversation(play, january_stage, moves, data):
    from tests.conversation.conftest import Log

    begun = play(into=Log())
    perform(begun, moves)
    spoken = [turn for turn in begun.talk.turns if not turn.aside]
    if not spoken:
        return
    turn = data.draw(st.sampled_from(spoken))
    run = begun.branch
    tried = what_if(begun.session, january_stage, detect, run, turn.number, turn.text)
    assert tried.now == tried.was
    assert tried.now_finish == tried.was_finish


def test_a_what_if_parts_where_the_words_part_and_nowhere_before(play, january_stage):
    begun = play()
    for text in LINES[:6]:
        begun.say(text)
    tried = what_if(begun.session, january_stage, detect, 0, 5, LINES[3])
    assert tried.now[:4] == tried.was[:4]
    assert tried.now[4] != tried.was[4]
    assert [turn.text for turn in tried.now[5:]] == [LINES[5]]
    assert begun.session.turns(0) == list(tried.was)


def test_what_happened_before_a_turn_has_happened_still_when_it_is_typed_again(play, january):
    begun = play()
    phone = next(event for event in january.events if event.id == "phone_buzzes")
    begun.say(LINES[0])
    begun.happen(phone)
    first = begun.say(LINES[1])
    begun.rewind(1)
    assert "event_phone_buzzes" in begun.talk.mind.flags
    assert begun.say(LINES[1]) == first
    assert seen_by_turn(begun.session) == {1: ["phone_buzzes"]}


def test_a_turn_that_could_not_be_kept_takes_no_event_with_it(play, log, january):
    begun = play()
    begun.happen(january.events[0])
    before = begun.talk.mind
    log.fault = OSError("full")
    with pytest.raises(OSError, match="full"):
        begun.say("Hello.")
    assert begun.talk.mind == before


def test_a_what_if_is_kept_beside_the_conversation_and_never_goes_on(play, log, january_stage):
    begun = play()
    for text in LINES[:5]:
        begun.say(text)
    begun.finish()
    tried = what_if(begun.session, january_stage, detect, 0, 5, LINES[3])
    made = list(records(tried, 1))
    assert [kind for kind, _ in made] == [REWIND, TURN, FINISH]
    apply(begun.session, made)
    session = begun.session
    assert session.branches[1].what_if
    assert session.turns(1) == list(tried.now)
    assert (session.current.number, session.scored.number, session.settled.number) == (0, 0, 0)


def test_the_scored_run_is_the_first_that_was_played_to_its_end(play):
    begun = play()
    begun.say("One.")
    begun.rewind(0)
    begun.say("Two.")
    begun.finish()
    begun.leave(1, 0)
    begun.say("Three.")
    session = begun.session
    assert (session.scored.number, session.current.number, session.settled.number) == (1, 2, 1)


def test_a_turn_that_was_only_tried_again_does_not_unsettle_what_was_agreed(play, january):
    begun = play()
    for step in next(walk for walk in january.walkthroughs if walk.name == "skilled").steps:
        begun.say(step.say)
    first = begun.finish()
    assert first.ending == "mutual_plan"
    begun.leave(0, 3)
    begun.say("What got in the way?")
    assert begun.finish().ending == "no_plan"
    session = begun.session
    assert (session.current.number, session.settled.number) == (1, 0)


def test_a_branch_that_left_earlier_than_its_parent_has_none_of_its_turns(play):
    begun = play()
    for text in LINES[:4]:
        begun.say(text)
    begun.rewind(3)
    begun.say(LINES[5])
    begun.rewind(1)
    begun.say(LINES[6])
    assert [turn.text for turn in begun.session.turns(2)] == [LINES[0], LINES[6]]
    assert begun.session.turns(2) == begun.talk.turns


def test_a_turn_that_is_not_there_is_refused(play):
    begun = play()
    begun.say("One.")
    with pytest.raises(NoSuchTurn, match="There is no turn 2; the last one is 1"):
        place_of(begun.session, 0, 2)


def test_a_line_out_of_role_is_no_turn_to_go_back_to(play):
    begun = play()
    begun.say("I want to die.")
    begun.say("One.")
    assert place_of(begun.session, 0, 1) == 1
    assert to_json(begun.session.turns(0)[0])["aside"]
