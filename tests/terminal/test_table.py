"""The conversation itself, with a view that reads from a list and writes down what it is shown."""

import contextlib

import pytest

from simulator.conversation.session import EVENT, FINISH, REWIND, TURN
from simulator.journal import JournalError
from simulator.terminal.table import TIME_IS_UP, Table
from simulator.terminal.view import EndOfInput, Left


class Scripted:
    """Types *lines* one after the other, and then goes or is at the end of its input."""

    def __init__(self, *lines: str, reoffers: bool = True, after: type[BaseException] = EndOfInput):
        self.lines, self.reoffers, self.after = list(lines), reoffers, after
        self.shown: list[tuple] = []
        self.stands: list = []
        self.offered: list[str] = []

    def open(self):
        return contextlib.nullcontext()

    def read(self, stand, offered=""):
        self.stands.append(stand)
        self.offered.append(offered)
        if not self.lines:
            raise self.after
        return self.lines.pop(0)

    def turn(self, turn, seen, stand):
        self.shown.append(("turn", turn.text, *seen))

    def seen(self, show):
        self.shown.append(("seen", show))

    def note(self, kind, lines):
        self.shown.append((kind, *lines))

    def end(self, finish, because):
        self.shown.append(("end", finish.ending, because))


def notes(view: Scripted, kind: str) -> list[tuple]:
    return [shown[1:] for shown in view.shown if shown[0] == kind]


def kinds(log) -> list[str]:
    return [kind for kind, _ in log]


def test_the_end_of_the_input_ends_the_conversation(play, log):
    view = Scripted("Hello Priya.", "", "   ")
    finish = Table(play(), view, {}).run()
    assert [shown[1] for shown in view.shown if shown[0] == "turn"] == ["Hello Priya.", "", ""]
    assert view.shown[-1] == ("end", finish.ending, "")
    assert kinds(log)[1:] == [TURN, TURN, TURN, FINISH]


def test_end_does_what_the_end_of_the_input_does(play, log):
    Table(play(), Scripted("/end", "never read"), {}).run()
    assert kinds(log)[1:] == [FINISH]


@pytest.mark.parametrize("line", ["/quit", "/exit"])
def test_quit_leaves_without_ending(play, log, line):
    with pytest.raises(Left):
        Table(play(), Scripted("Hello.", line), {}).run()
    assert kinds(log)[1:] == [TURN]


def test_silence_may_be_typed_as_a_word(play):
    view = Scripted("/silence")
    Table(play(), view, {}).run()
    assert notes(view, "turn") == [("",)]


def test_a_slash_behind_a_space_is_said(play):
    view = Scripted(" /end is what I'd type")
    Table(play(), view, {}).run()
    assert notes(view, "turn") == [("/end is what I'd type",)]


def test_an_unknown_command_says_nothing_to_the_person(play, log):
    view = Scripted("/hnit")
    Table(play(), view, {}).run()
    assert "Did you mean /hint?" in notes(view, "?")[0][0]
    assert kinds(log)[1:] == [FINISH]


def test_hints_climb_a_ladder(play, scenario):
    view = Scripted("/hint", "/hint", "/hint")
    Table(play(), view, {}).run()
    hint = scenario.state("opening").hint
    assert [lines[0] for lines in notes(view, "hint")] == [hint.nudge, hint.skill, hint.example]


def test_the_coach_hints_at_a_new_moment_unasked(play, scenario):
    view = Scripted()
    Table(play(), view, {}, coach=True).run()
    assert notes(view, "coach") == [(scenario.state("opening").hint.nudge,)]


def test_facts_are_those_of_the_brief(play, scenario):
    view = Scripted("/facts")
    Table(play(), view, {}).run()
    assert notes(view, "facts") == [scenario.brief.facts]


def test_an_event_happens_by_command_once(play, log, scenario):
    view = Scripted("/event phone_buzzes", "/event phone_buzzes", "/event phone_buzz", "/event")
    Table(play(), view, {}).run()
    shows = {event.id: event.show for event in scenario.events}
    assert notes(view, "seen") == [(shows["phone_buzzes"],)]
    already, unknown, listed = notes(view, "event")
    assert "already" in already[0]
    assert "Did you mean phone_buzzes?" in unknown[0]
    assert [line.split()[0] for line in listed] == list(shows)
    assert kinds(log)[1:] == [EVENT, FINISH]


def test_events_happen_after_the_turns_they_were_ordered_for(play, scenario):
    view = Scripted("Hello.", "Well.")
    Table(play(), view, {0: ("your_boss",), 2: ("phone_buzzes",)}).run()
    shows = {event.id: event.show for event in scenario.events}
    assert view.shown[:3] == [
        ("seen", shows["your_boss"]),
        ("turn", "Hello."),
        ("turn", "Well.", shows["phone_buzzes"]),
    ]


def test_rewinding_goes_back_to_the_end_of_a_turn(play, log):
    begun = play()
    view = Scripted("One.", "Two.", "Three.", "/rewind 1", "Another two.")
    Table(begun, view, {}).run()
    assert [turn.text for turn in begun.session.turns(1)] == ["One.", "Another two."]
    assert view.stands[4].turn == 2
    where, said = notes(view, "rewind")[0]
    assert where == "Back at the end of turn 1. Priya has just said:"
    assert said == begun.session.turns(1)[0].reply
    assert REWIND in kinds(log)


def test_rewinding_without_a_number_takes_one_turn_back(play):
    begun = play()
    Table(begun, Scripted("One.", "Two.", "/rewind"), {}).run()
    assert [turn.text for turn in begun.talk.turns] == ["One."]


@pytest.mark.parametrize("typed", ["/rewind", "/rewind 0"])
def test_there_is_nothing_to_take_back_at_the_beginning(play, typed):
    view = Scripted(typed)
    Table(play(), view, {}).run()
    assert len(notes(view, "rewind")) == 1


@pytest.mark.parametrize("typed", ["/rewind 2", "/rewind -1", "/rewind one", "/rewind ²"])
def test_a_turn_that_never_was_is_refused(play, log, typed):
    view = Scripted("One.", typed)
    Table(play(), view, {}).run()
    assert notes(view, "rewind") == [("/rewind takes a number from 0 to 1.",)]
    assert REWIND not in kinds(log)


def test_a_turn_that_cannot_be_kept_is_offered_again(play, log):
    begun = play()
    log.fault = JournalError("The disk is full.")
    view = Scripted("Hello.", after=Left)
    with pytest.raises(Left):
        Table(begun, view, {}).run()
    assert view.offered == ["", "Hello."]
    assert "The disk is full." in notes(view, "sorry")[0][0]


def test_a_view_that_cannot_offer_it_again_stops(play, log):
    begun = play()
    log.fault = JournalError("The disk is full.")
    with pytest.raises(JournalError):
        Table(begun, Scripted("Hello.", reoffers=False), {}).run()


def test_too_much_text_is_refused_and_not_lost(play, log):
    view = Scripted("x" * 20_001, "Short.")
    Table(play(), view, {}).run()
    assert "20,001" in notes(view, "sorry")[0][0]
    assert view.offered == ["", "x" * 20_001, ""]
    assert kinds(log)[1:] == [TURN, FINISH]


def test_the_time_that_is_up_ends_the_conversation(play, scenario):
    view = Scripted(*["Right."] * 40)
    Table(play(), view, {}).run()
    assert len(notes(view, "turn")) == scenario.max_turns
    assert view.shown[-1][2] == TIME_IS_UP


def test_meters_are_seen_at_the_easy_level_only(play):
    views = {level: Scripted() for level in ("easy", "standard")}
    for level, view in views.items():
        Table(play(level), view, {}).run()
    assert views["easy"].stands[0].meters == "safety 48 · heat 12 · patience 18"
    assert views["standard"].stands[0].meters == ""


def test_what_was_half_typed_is_offered_first(play):
    view = Scripted()
    Table(play(), view, {}).run("I never meant")
    assert view.offered == ["I never meant"]


def test_a_line_about_harm_stops_the_scene_and_takes_no_turn(play):
    begun = play()
    view = Scripted("I want to die.", "Hello.")
    Table(begun, view, {}).run()
    assert [stand.turn for stand in view.stands] == [1, 1, 2]
    assert [turn.aside != "" for turn in begun.talk.turns] == [True, False]
