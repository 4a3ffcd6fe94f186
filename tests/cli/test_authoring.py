"""The commands for those who write scenarios."""

import json
import os
import signal
import stat
import subprocess
import sys

import pytest
import yaml

from simulator.authoring.shelf import SHIPPED
from tests.authoring.made import ANSWERS, text


@pytest.fixture
def made(tmp_path):
    """A sound scenario."""
    path = tmp_path / "talk-with-ines.yaml"
    path.write_text(text())
    return path


@pytest.fixture
def answers(tmp_path):
    """Writes answers into a file."""

    def write(**changes):
        path = tmp_path / "answers.yaml"
        path.write_text(yaml.safe_dump(ANSWERS | changes, allow_unicode=True))
        return str(path)

    return write


# lint --------------------------------------------------------------------------------------------


def test_lint_tells_a_deep_fault_with_its_place_and_its_line(rehearse, made):
    made.write_text(made.read_text().replace("cost: 50", "cost: 90"))
    ran = rehearse("lint", str(made))
    assert ran.code == 1
    assert f"{made}:" in ran.out
    assert ": S23 'other' is never told: it costs 90" in ran.out
    assert "    cost: 90\n" in ran.out
    assert ran.err == "1 fault in 1 file.\n"


def test_lint_without_a_file_examines_layers_scenarios_and_second_talks(monkeypatch, rehearse, home, made):
    from simulator.authoring import lint

    seen = []
    monkeypatch.setattr(lint, "lint", lambda path: seen.append(path) or [])
    own = home / "scenarios"
    own.mkdir(parents=True)
    made.rename(own / made.name)
    assert rehearse("lint").code == 0
    assert {own / made.name, SHIPPED / "core.yaml", SHIPPED / "quiet-since-january.yaml"} <= set(seen)
    assert set(SHIPPED.glob("archetypes/*.yaml")) | set(SHIPPED.glob("follow_ups/*.yaml")) <= set(seen)


def test_lint_examines_the_deck_of_reasons(rehearse, tmp_path):
    assert rehearse("lint", str(SHIPPED / "deck" / "reasons.yaml")).code == 0


def test_lint_takes_the_name_of_an_own_scenario_as_play_does(rehearse, answers, home):
    rehearse("new", "--from", answers())
    assert rehearse("lint", "talk-with-ines").code == 0
    ran = rehearse("lint", "talk-with-inez")
    assert ran.code == 1
    assert "Did you mean 'talk-with-ines'?" in ran.err


def test_watch_wants_a_file(rehearse):
    assert rehearse("lint", "--watch").code == 2


@pytest.mark.timeout(60)
def test_watch_checks_again_when_a_file_is_saved_and_ends_by_ctrl_c(made):
    command = [sys.executable, "-c", "import sys; from simulator.cli import main; sys.exit(main())"]
    with subprocess.Popen(
        [*command, "lint", "--watch", str(made)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert "nothing wrong" in process.stdout.readline()
        made.write_text(made.read_text().replace("cost: 50", "cost: 90"))
        lines = [process.stdout.readline() for _ in range(4)]
        assert "S23" in lines[0]
        assert "1 fault." in lines[3]
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0


# graph -------------------------------------------------------------------------------------------


def test_graph_draws_a_scenario_by_name_or_path(rehearse, made):
    assert "stateDiagram-v2\n" in rehearse("graph", "quiet-since-january").out
    assert rehearse("graph", str(made), "--format", "dot").out.startswith('digraph "talk-with-ines" {')
    assert rehearse("graph", "quiet-since-january", "--format", "png").code == 2


# new ---------------------------------------------------------------------------------------------


def test_new_makes_a_scenario_that_can_be_played_at_once(rehearse, answers, home):
    ran = rehearse("new", "--from", answers())
    path = home / "scenarios" / "talk-with-ines.yaml"
    assert ran.code == 0
    assert f"Written to {path}\n" in ran.out
    assert "Not for harassment" in ran.out
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    played = rehearse("play", "talk-with-ines", "--json", typed="Is now a good time?\n")
    assert json.loads(played.out.splitlines()[0])["scenario"] == "talk-with-ines"
    assert played.code == 0


def test_new_writes_beside_what_is_there(rehearse, answers, home):
    rehearse("new", "--from", answers())
    assert "rehearse play talk-with-ines-2\n" in rehearse("new", "--from", answers()).out
    assert {path.name for path in (home / "scenarios").iterdir()} == {"talk-with-ines.yaml", "talk-with-ines-2.yaml"}


def test_a_surprise_is_dealt_and_not_shown(rehearse, answers, home):
    ran = rehearse("new", "--from", answers(hidden="surprise me"), "--seed", "3")
    held = yaml.safe_load((home / "scenarios" / "talk-with-ines.yaml").read_text())["facts"]
    assert "Two reasons were dealt." in ran.out
    for kind in ("work", "other"):
        assert not [said for said in (held[kind]["title"], *held[kind]["cue"]) if said in ran.out + ran.err]


def test_new_says_what_to_think_over_in_the_facts(rehearse, answers):
    ran = rehearse("new", "--from", answers(what_happened=["She is always careless."]))
    assert ran.code == 0
    assert all(word in ran.err for word in ("'always'", "'careless'", "No day or time"))


def test_new_refuses_what_is_about_harm_and_takes_a_word_for_it(rehearse, answers, home):
    ran = rehearse("new", "--from", answers(your_part="I was harassed by him."))
    assert ran.code == 1
    assert "is not made for that" in ran.err
    assert not (home / "scenarios").exists()
    assert rehearse("new", "--from", answers(your_part="I was harassed by him.", about_harm=False)).code == 0


def test_new_tells_every_fault_of_the_answers(rehearse, answers, home):
    ran = rehearse("new", "--from", answers(temperament="shouts", pronouns="it"))
    assert ran.code == 1
    assert ran.out.count(" S04 ") == 2
    assert not (home / "scenarios").exists()


def test_new_says_what_reads_as_if_it_were_about_them_and_keeps_it_as_a_sentence(rehearse, answers, home):
    ran = rehearse("new", "--from", answers(hidden={"other": "her sister has had an operation"}))
    assert ran.code == 0
    assert "reads as if it were about Ines" in ran.err
    assert "S30" not in ran.out
    facts = yaml.safe_load((home / "scenarios" / "talk-with-ines.yaml").read_text())["facts"]
    assert facts["other"]["tell"][0]["say"] == ["Her sister has had an operation."]
    assert ": S30 " in rehearse("lint", "talk-with-ines").out


def test_new_shows_a_short_example_of_the_file(rehearse):
    shown = rehearse("new", "--help").out
    example = shown[shown.index("    name: Ines") : shown.index("Options:")]
    from simulator.authoring.wizard import TEMPERAMENTS, Answers

    assert Answers(**yaml.safe_load(example)).hidden.more_of_work
    assert all(temperament in example for temperament in TEMPERAMENTS)


def test_what_new_says_breaks_between_words(rehearse, answers, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    said = rehearse("new", "--from", answers()).out.split("\nWritten to")[0].splitlines()
    assert max(map(len, said)) < 60


def test_a_surprise_deals_what_fits_the_way_of_talking(rehearse, answers, home):
    from simulator.authoring.wizard import cards, deal

    voice = cards().other["the_voice"]  # of which a chat knows nothing
    seed = next(str(seed) for seed in range(1_000) if deal(seed)["other"] is voice)
    for channel in ("in_person", "chat"):
        rehearse("new", "--from", answers(hidden="surprise me", channel=channel), "--seed", seed)
    made = [path.read_text() for path in (home / "scenarios").iterdir()]
    assert {"channel: chat" in text: voice.title in text for text in made} == {False: True, True: False}


TYPED = """Ines
runs the front desk
she
in person
She is always late.
On Tuesday the 4th she came at nine.
On Thursday the sheet was not signed.

I asked her about it in front of two guests.
I've counted that drawer for six years.

3
surprise me
Two of us sign the sheet.
goes
"""


def test_new_asks_eight_questions_and_lets_a_fact_be_said_again(rehearse, home):
    ran = rehearse("new", "--seed", "3", typed=TYPED)
    assert ran.code == 0
    assert "8 of 8." in ran.out
    made = yaml.safe_load((home / "scenarios" / "talk-with-ines.yaml").read_text())
    assert made["brief"]["facts"] == [
        "On Tuesday the 4th she came at nine.",
        "On Thursday the sheet was not signed.",
        "I asked her about it in front of two guests.",
    ]
    assert (made["archetype"], list(made["misreads"])) == ("withdrawn_fine", ["blame"])


SECRETS = """ines
front desk
she
phone
On Tuesday the 4th she came at nine.


that I never ask
You never ask.

1
I've done the count alone since May.
Rui left. Nobody came.

her sister is ill
My sister is ill.


Two of us sign.
goes
"""


def test_new_asks_on_about_a_secret_and_lets_what_is_about_them_be_said_again(rehearse, home):
    ran = rehearse("new", typed=SECRETS)
    assert ran.code == 0
    assert ran.out.count("reads as if it were about Ines") == 2
    made = yaml.safe_load((home / "scenarios" / "talk-with-ines.yaml").read_text())
    assert made["persona"]["name"] == "Ines"
    assert made["facts"]["work"]["more"] == ["Rui left. Nobody came."]
    assert made["facts"]["other"]["tell"][0]["say"] == ["My sister is ill."]
    assert "more" not in made["facts"]["other"]
    assert made["states"]["guarded"]["replies"][0]["say"] == ["You never ask."]


def test_new_left_in_the_middle_writes_nothing(rehearse, home):
    ran = rehearse("new", typed="Ines\nfront desk\n")
    assert ran.code == 0
    assert "Nothing was written." in ran.out
    assert not (home / "scenarios").exists()


# add ---------------------------------------------------------------------------------------------


def test_add_puts_a_pack_on_the_shelf(rehearse, made, home):
    pack = made.parent / "pack"
    pack.mkdir()
    made.rename(pack / made.name)
    ran = rehearse("add", str(pack))
    assert ran.code == 0
    assert ran.out.startswith("Added: talk-with-ines.\n")
    assert "talk-with-ines" in rehearse("list").out
    again = rehearse("add", str(pack))
    assert again.code == 1
    assert "You have a 'talk-with-ines.yaml' already" in again.err


def test_add_tells_the_faults_of_a_pack_and_adds_nothing(rehearse, made, home):
    pack = made.parent / "pack"
    pack.mkdir()
    (pack / made.name).write_text(
        made.read_text().replace("minutes", "x").replace("channel: in_person", "channel: fax")
    )
    ran = rehearse("add", str(pack))
    assert ran.code == 1
    assert "talk-with-ines.yaml:" in ran.out
    assert "Nothing was added." in ran.err
    assert not (home / "scenarios").exists()


@pytest.mark.parametrize("pack", ["nowhere", "talk-with-ines.yaml"])
def test_add_refuses_what_is_no_pack(rehearse, made, pack):
    assert rehearse("add", str(made.parent / pack)).code == 1


# simulate ----------------------------------------------------------------------------------------


def test_simulate_sums_up_each_level_with_what_matched_and_what_was_reached(rehearse):
    ran = rehearse("simulate", "quiet-since-january", "--runs", "1", "--level", "hard")
    heads, row = ran.out.split("\n\n")[1].splitlines()
    assert heads.split("  ")[0] == "scenario"
    assert row.split()[:4] == ["quiet-since-january", "withdrawn_fine", "hard", "10"]
    assert "%)" in row


def test_simulate_plays_several_scenarios_in_a_line_a_level(rehearse):
    ran = rehearse("simulate", "--all", "--runs", "1", "--bot", "skilled", "--level", "easy", "--search", "0")
    table, ends = ran.out.split("\n\n")
    rows = table.splitlines()[1:]
    assert len(rows) >= 9
    assert len({row.split()[1] for row in rows}) >= 8
    assert [line.split(": ")[0] for line in ends.splitlines() if not line.startswith("- ")] == [
        row.split()[0] for row in rows
    ]


def test_simulate_searches_for_the_lines_that_bots_leave_unsaid(rehearse):
    plays = ("simulate", "quiet-since-january", "--runs", "1", "--bot", "blamer", "--level", "easy")
    alone, searched = (rehearse(*plays, "--search", turns).out for turns in ("0", "3000"))
    assert "by a search" not in alone
    assert "of them only by a search for them" in searched
    assert searched.count("\n- ") < alone.count("\n- ") / 2


def test_simulate_shows_a_bar_on_a_terminal(tmp_path):
    pexpect = pytest.importorskip("pexpect")
    command = "import sys; from simulator.cli import main; sys.exit(main())"
    arguments = ["-c", command, "simulate", "quiet-since-january", "--runs", "60", "--search", "500"]
    env = os.environ | {"REHEARSE_HOME": str(tmp_path), "TERM": "xterm", "COLUMNS": "100"}
    child = pexpect.spawn(sys.executable, arguments, env=env, encoding="utf-8", timeout=60)
    child.expect("playing")
    child.expect(r"/1800")
    child.expect("lines reached")
    child.close()
