import json
import signal
import subprocess
import sys

import pytest

from simulator.cli.beginning import draw_seed
from simulator.journal import Home, draft, read, sessions
from tests.cli.test_faults import RUN

GREETING = "Hi Priya, thanks for making the time.\n"


def lines(ran) -> list[dict]:
    return [json.loads(line) for line in ran.out.splitlines()]


def kept(home, id: str) -> list[str]:
    return [record.kind for record in read(Home(home), id).records]


def test_a_piped_conversation_is_played_kept_and_reviewed(rehearse, home):
    ran = rehearse("play", "quiet-since-january", "--seed", "8", typed=GREETING + "\nWhat was it like?")
    (one,) = sessions(Home(home))
    assert ran.code == 0
    assert kept(home, one.id) == ["session", "turn", "turn", "turn", "finish"]
    assert "How it ended" in ran.out
    assert ran.out.endswith(
        f"rehearse review {one.id}\nTo play it again:    rehearse play quiet-since-january --seed 8\n"
        f"Two weeks later:     rehearse play --follow-up {one.id}\n"
    )


def test_the_same_seed_and_lines_give_the_same_conversation(rehearse):
    typed = GREETING + "\nWhat was January like for you?\n/end\n"
    once, again = (
        lines(rehearse("play", "quiet-since-january", "--seed", "5", "--json", typed=typed)) for _ in range(2)
    )
    assert once[1:] == again[1:]
    assert {**once[0], "session": ""} == {**again[0], "session": ""}


def test_a_seed_by_chance_is_told_so_that_it_can_be_used_again(rehearse):
    ran = rehearse("play", "quiet-since-january", typed="Hello.\n")
    seed = ran.out.rsplit("--seed ", 1)[1].split()[0]
    assert 1 <= int(seed) <= 9_999
    assert len({draw_seed() for _ in range(20)}) > 1


def test_json_is_an_object_a_line_from_the_opening_to_the_scorecard(rehearse):
    first, turn, last = lines(rehearse("play", "quiet-since-january", "--seed", "8", "--json", typed=GREETING))
    assert list(first) == ["session", "scenario", "seed", "opening"]
    assert turn["text"] == GREETING.strip()
    assert last["ending"] == "no_plan"
    assert {"overall", "skills", "costs", "steps", "ratios"} <= set(last["scorecard"])


def test_no_input_at_all_is_a_conversation_without_turns(rehearse):
    assert [set(line) for line in lines(rehearse("play", "quiet-since-january", "--json"))] == [
        {"session", "scenario", "seed", "opening"},
        {"ending", "scorecard"},
    ]


def test_a_megabyte_without_a_newline_is_refused_in_one_line(rehearse):
    ran = rehearse("play", "quiet-since-january", "--plain", typed="x" * 1_048_576)
    assert ran.code == 0
    assert ran.out.count("1,048,576 characters and a turn has at most 20,000") == 1


def test_a_conversation_that_was_left_goes_on_where_it_stood(rehearse, home):
    first = lines(rehearse("play", "quiet-since-january", "--seed", "8", "--json", typed="Hello.\nWell.\n/quit\n"))
    id = first[0]["session"]
    again = lines(rehearse("play", "--resume", id, "--json", typed="What was it like?\n"))
    assert (again[0]["session"], again[0]["turns"], again[1]["turn"]) == (id, 2, 3)
    assert kept(home, id) == ["session", "turn", "turn", "turn", "finish"]
    whole = lines(
        rehearse("play", "quiet-since-january", "--seed", "8", "--json", typed="Hello.\nWell.\nWhat was it like?\n")
    )
    assert [*first[1:], *again[1:]] == whole[1:]


def test_what_happened_in_the_room_is_still_known_after_a_break(rehearse):
    typed = "Hello.\n/event phone_buzzes\n"
    id = lines(rehearse("play", "quiet-since-january", "--seed", "8", "--json", typed=typed + "/quit\n"))[0]["session"]
    again = lines(rehearse("play", "--resume", id, "--json", typed="/event phone_buzzes\nWell.\n"))
    assert "(Her phone buzzes. She turns it face down without reading it.)" in again[0]["opening"]
    assert again[1]["lines"] == ["phone_buzzes has happened already."]
    whole = lines(rehearse("play", "quiet-since-january", "--seed", "8", "--json", typed=typed + "Well.\n"))
    assert again[2] == whole[3]


def test_a_break_after_a_rewind_changes_nothing(rehearse):
    typed = "One.\n/event phone_buzzes\nTwo.\n/rewind 1\nAnother two.\n"
    id = lines(rehearse("play", "quiet-since-january", "--seed", "8", "--json", typed=typed + "/quit\n"))[0]["session"]
    again = lines(rehearse("play", "--resume", id, "--json", typed="Three.\n"))
    whole = lines(rehearse("play", "quiet-since-january", "--seed", "8", "--json", typed=typed + "Three.\n"))
    assert again[0]["turns"] == 2
    assert again[-2:] == whole[-2:]


def test_a_conversation_that_ended_is_not_taken_up(rehearse, played):
    id = played()
    ran = rehearse("play", "--resume", id)
    assert ran.code == 1
    assert ran.err == f"The conversation '{id}' has ended; `rehearse review {id}` reads it.\n"


def test_another_scenario_than_the_sessions_is_refused(rehearse, played):
    id = played(typed="/quit\n")
    assert rehearse("play", "other", "--resume", id).code == 2


def test_a_part_of_a_name_is_enough_where_only_one_has_it(rehearse, played):
    id = played(typed="/quit\n")
    assert lines(rehearse("play", "--resume", id[-5:], "--json"))[0]["session"] == id


def test_a_torn_end_is_set_aside_and_told(rehearse, played, home):
    id = played(typed="Hello.\n/quit\n")
    journal = Home(home).file(id, "jsonl")
    journal.write_bytes(journal.read_bytes()[:-10])
    ran = rehearse("play", "--resume", id, "--plain")
    assert ran.code == 0
    assert "The end of this session was damaged" in ran.out


def test_a_session_open_elsewhere_is_not_opened_twice(home):
    quiet = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    first = subprocess.Popen([*RUN, "play", "quiet-since-january", "--json"], **quiet)
    id = json.loads(first.stdout.readline())["session"]
    second = subprocess.run([*RUN, "play", "--resume", id], capture_output=True, text=True, timeout=60)
    first.communicate(timeout=60)
    assert second.returncode == 1
    assert "open in another window" in second.stderr


def test_an_answer_that_was_seen_is_kept_whatever_happens_then(home):
    quiet = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen([*RUN, "play", "quiet-since-january", "--json"], **quiet) as program:
        id = json.loads(program.stdout.readline())["session"]
        for text in ("One.", "Two."):
            program.stdin.write(text + "\n")
            program.stdin.flush()
            assert json.loads(program.stdout.readline())["text"] == text
        program.send_signal(signal.SIGKILL)
    assert kept(home, id) == ["session", "turn", "turn"]


def test_ctrl_c_at_a_pipe_keeps_the_session_and_says_how_to_go_on(home):
    quiet = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen([*RUN, "play", "quiet-since-january", "--json"], **quiet) as program:
        id = json.loads(program.stdout.readline())["session"]
        program.stdin.write("One.\n")
        program.stdin.flush()
        program.stdout.readline()
        program.send_signal(signal.SIGINT)
        _, err = program.communicate(timeout=60)
    assert program.returncode == 130
    assert err == f"Kept. To go on: rehearse play --json --resume {id}\n"


def test_events_are_ordered_by_name_and_turn(rehearse):
    ran = rehearse("play", "quiet-since-january", "--json", "--event", "phone_buzzes@1", typed="One.\nTwo.\n")
    assert ["seen" in line for line in lines(ran)[1:3]] == [True, False]


def test_a_refused_event_leaves_no_session_behind(rehearse, home):
    rehearse("play", "quiet-since-january", "--event", "nothing@1")
    assert sessions(Home(home)) == []


def test_a_scenario_file_of_ones_own_is_played_reviewed_and_taken_up(rehearse, tmp_path):
    from simulator.authoring.shelf import SHIPPED

    file = tmp_path / "mine.yaml"
    file.write_bytes((SHIPPED / "quiet-since-january.yaml").read_bytes())
    id = lines(rehearse("play", str(file), "--json", typed="Hello.\n/quit\n"))[0]["session"]
    assert lines(rehearse("play", "--resume", id, "--json", typed="Well.\n"))[-1]["ending"]
    assert "How it ended" in rehearse("review", id).out


def test_a_scenario_in_the_data_folder_has_a_name(rehearse, home):
    from simulator.authoring.shelf import SHIPPED

    (home / "scenarios").mkdir(parents=True)
    (home / "scenarios" / "mine.yaml").write_bytes((SHIPPED / "quiet-since-january.yaml").read_bytes())
    assert "\nmine " in rehearse("list").out
    assert rehearse("play", "mine", "--json", typed="Hello.\n").code == 0


def test_a_scenario_with_faults_names_the_first_and_the_way_to_the_rest(rehearse, tmp_path):
    (tmp_path / "broken.yaml").write_text("format: 1\nid: [broken\n")
    ran = rehearse("play", str(tmp_path / "broken.yaml"))
    assert (ran.code, ran.out) == (1, "")
    assert f"`rehearse lint {tmp_path / 'broken.yaml'}` shows all of it." in ran.err


def test_a_label_is_kept_clean_and_shown(rehearse, played):
    played("--as", "Tuesday\x1b[31m\nwith Sam")
    assert "Tuesday with Sam" in rehearse("sessions").out


def test_half_typed_text_is_left_alone_by_a_pipe(rehearse, played, home):
    id = played(typed="Hello.\n/quit\n")
    draft.save(Home(home), id, "I never meant", 3)
    rehearse("play", "--resume", id, "--plain", typed="/quit\n")
    assert draft.load(Home(home), id, 3) == "I never meant"


def test_the_plain_first_line_needs_none_of_the_heavy_libraries(rehearse, home):
    """A compiled scenario is played without reading YAML, building models or drawing a screen."""
    rehearse("list")
    home.mkdir(exist_ok=True)
    rehearse("list")
    code = (
        "import sys, io; from simulator.cli import main\n"
        "from simulator.terminal import plain\n"
        "class Stop(SystemExit): pass\n"
        "def read(*_): raise Stop(0)\n"
        "plain.Plain.read = read\n"
        "main(['play', 'quiet-since-january', '--plain'])\n"
        "heavy = {'pydantic', 'prompt_toolkit', 'rich', 'jinja2', 'numpy', 'yaml', 'asyncio', 'rapidfuzz'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert ran.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("option", ["--coach", "--no-delay"])
def test_the_other_options_are_taken(rehearse, option):
    assert rehearse("play", "quiet-since-january", option, typed="Hello.\n").code == 0
