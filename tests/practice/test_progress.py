import csv
import io
from dataclasses import replace

from simulator.conversation.session import Mark
from simulator.practice.progress import Own, Run, Tally, courses, own_marking, pairs, run, sparkline
from simulator.practice.progress_sheet import COLUMNS, blocks, write_csv
from simulator.report.document import Heading, Items, Para, Table
from tests.practice.talks import talk, turn

ASKED = "What was it like for you"


def made(number: int, scenario: str = "s", level: str = "standard", label: str = "", **skills: int) -> Run:
    tallies = tuple((skill, Tally(times)) for skill, times in skills.items())
    day = f"2026-11-{number:02}"
    return Run(f"id-{number}", scenario, "Title", level, day, label, 5, "no_plan", number, 9, 0, tallies, Own())


def test_a_run_counts_what_was_found_in_it(january):
    session = talk(turn(1, f"{ASKED}?", {"curiosity": ASKED}, "guarded"), turn(2, "Hm.", {"blame": "Hm"}, "guarded"))
    found = run(session, january)
    assert (found.turns, found.ending, found.tally("curiosity").times, found.tally("blame").times) == (
        2, "mutual_plan", 1, 1
    )  # fmt: skip


def test_own_marking_is_set_against_what_was_found_in_the_marked_turns_only():
    session = talk(
        turn(1, f"{ASKED}? Sorry.", {"curiosity": ASKED, "apologizing": "Sorry"}), turn(2, "Hm.", {"blame": "Hm"})
    )
    session.marks += [
        Mark("self", 1, "curiosity", "heard"),
        Mark("self", 1, "permission", "heard"),
        Mark("trainer", 1, "facts", "missing"),
        Mark("self", 2, "facts", "heard", branch=1),
    ]
    assert own_marking(session, 0) == Own(both=1, self=1, found=1)


def test_a_course_has_a_number_for_every_run_and_a_bar_for_every_number():
    (found,) = courses([made(1, curiosity=1), made(2), made(3, curiosity=4)])
    assert (found.skill, found.times, found.plot) == ("curiosity", (1, 0, 4), "▃▁█")
    assert sparkline([0, 0]) == "▁▁"
    assert sparkline([]) == ""


def test_first_and_latest_are_of_the_same_conversation_at_the_same_level():
    runs = [made(1), made(2, "other"), made(3), made(4, level="hard"), made(5)]
    assert [(pair.first.session, pair.latest.session) for pair in pairs(runs)] == [("id-1", "id-5")]


def test_the_page_compares_and_grades_nobody():
    page = list(blocks([made(1, curiosity=1, blame=2), made(2, curiosity=3)]))
    tables = {row[0]: row[1:] for block in page if isinstance(block, Table) for row in block.rows}
    assert tables == {"an open question": ("▃█", "1", "3"), "blame": ("█▁", "2", "0")}
    items = next(block for block in page if isinstance(block, Items))
    assert items.texts == ("an open question: 1 then, 3 now", "blame: 2 then, 0 now")
    words = " ".join(block.text for block in page if isinstance(block, Heading | Para)).lower()
    assert "not about you" in words
    assert not [word for word in ("score", "grade", "overall", "rank", "best") if word in words]


def test_counts_of_a_short_talk_and_a_long_one_are_compared_with_a_word_of_caution():
    short, long = made(1), replace(made(2), turns=20)
    caution = "A longer talk has more of everything."
    for runs, said in (([short, long], True), ([long, short], True), ([short, replace(short, turns=6)], False)):
        page = " ".join(block.text for block in blocks(runs) if isinstance(block, Para))
        assert (caution in page) is said


def test_own_marking_is_shown_where_there_is_some():
    one = made(1, curiosity=1)
    marked = Run(**{name: getattr(one, name) for name in one.__dataclass_fields__} | {"own": Own(3, 1, 2)})
    last = list(blocks([one, marked]))[-1]
    assert last.texts == ("Title, 2026-11-01: 3 seen by both, 1 only by you, 2 only by the program.",)


def test_the_csv_has_a_row_for_every_skill_of_every_run_and_runs_in_no_spreadsheet():
    out = io.StringIO()
    write_csv([made(1, curiosity=1, blame=2), made(2, label="=cmd|' /C calc'!A0", curiosity=3)], out)
    head, *rows = csv.reader(io.StringIO(out.getvalue()))
    assert tuple(head) == COLUMNS
    assert [(row[0], row[9], row[11]) for row in rows] == [
        ("id-1", "curiosity", "1"), ("id-1", "blame", "2"), ("id-2", "curiosity", "3")
    ]  # fmt: skip
    assert rows[2][4].startswith("'=")
