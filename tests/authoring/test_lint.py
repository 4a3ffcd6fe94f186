"""Every finding of lint has an example that makes it, and what is right is let alone."""

import pytest

from simulator.authoring.lint import CHECKS, lint
from simulator.authoring.lint.case import Case
from simulator.authoring.load import load_with_source
from simulator.authoring.shelf import SHIPPED
from tests.authoring.faulty import FAULTS, FIRST_OF_GUARDED, WALK
from tests.authoring.made import text


def findings(path, code):
    scenario, source, problems = load_with_source(path)
    assert problems == []
    return sorted(CHECKS[code][0](Case.of(scenario, source)))


@pytest.fixture
def made(tmp_path):
    """Writes a scenario with a fault into a file."""

    def write(old: str = "", new: str = "", **changes):
        path = tmp_path / "talk-with-ines.yaml"
        whole = text(**changes)
        assert old in whole
        path.write_text(whole.replace(old, new, 1))
        return path

    return write


def test_what_is_right_has_no_finding(made):
    assert lint(made()) == []


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found_where_it_is_written(name, made):
    old, new, line, message = FAULTS[name]
    found = findings(made(old, new), name[:3])
    assert any(message in one.message and line in one.place.excerpt for one in found), found
    assert {one.code for one in found} == {name[:3]}


def test_every_code_has_an_example():
    assert {name[:3] for name in FAULTS} | {"S24"} == set(CHECKS)


def test_a_misreading_without_a_beginning_is_found(made):
    path = made()
    lines = path.read_text().splitlines(keepends=True)
    path.write_text(
        "".join(line for line in lines if "- {in: [" not in line).replace("    begins:\n", "    begins: []\n")
    )
    assert ["never begins" in one.message for one in findings(path, "S24")] == [True]


def test_every_point_at_which_a_walkthrough_parts_is_told(made):
    found = findings(made("\ndebrief:", WALK + "debrief:"), "S29")
    assert [one.message.split(": ", 1)[1][:20] for one in found] == [
        "'apologizing' is not", "'work' is not told h", "it ends as 'no_plan'",
    ]  # fmt: skip


def test_a_talk_that_is_over_before_its_walkthrough_is_told(made):
    steps = "".join(f'      - {{say: "You are lazy, and it is your fault. {n}"}}\n' for n in range(26))
    walk = f"\nwalkthroughs:\n  - name: long\n    turns:\n{steps}    ends: [breakdown, no_plan, hollow_yes]\ndebrief:"
    assert ["the talk is over" in one.message for one in findings(made("\ndebrief:", walk), "S29")] == [True]


def test_words_that_cost_are_no_good_example(made):
    model = '    model: "You are lazy and careless. I\'m not keeping a file on you. I do want to hear your side."  #'
    found = findings(made("    model: \"I'm not keeping", model), "S25")
    assert ["costs" in one.message for one in found] == [True]


def test_an_own_word_for_an_archetypes_state_that_is_not_reached_is_found(made):
    anger = (
        '  anger:\n    kind: roadbump\n    chance: []\n    model: ["..."]\n'
        '    hint: {nudge: "a", skill: "b", example: "..."}\n    replies: [{say: ["(She shuts the drawer.)"]}]\n'
    )
    path = made("states:   ", f"states:\n{anger}#")
    assert ["'anger'" in one.message for one in findings(path, "S20")] == [True]


def test_endings_that_leave_some_talks_without_one_are_refused(made):
    path = made("  no_plan:\n", '  no_plan:\n    if: {turn: ">=3"}\n')
    assert [(one.code, "may fit no ending" in one.message) for one in lint(path)] == [("S14", True)]


def test_a_last_line_that_gives_back_a_word_that_nobody_typed_is_refused(made):
    path = made("  hollow_yes:\n", "  hollow_yes:\n    line: ['{echo}, you said.']\n")
    assert [one.code for one in lint(path)] == ["S15"]


def test_a_state_that_only_other_temperaments_have_leads_nowhere(made):
    assert [one.code for one in lint(made("    then: new_info", "    then: blame_shift"))] == ["S10"]


# Layers and second talks -------------------------------------------------------------------------


@pytest.mark.parametrize("part", ["core.yaml", "archetypes/accuser.yaml"])
def test_a_layer_alone_is_examined_as_a_layer(part):
    assert not [one for one in lint(SHIPPED / part) if one.code in ("S02", "S12", "S13")]


def test_a_layer_has_its_faults_found_at_their_place(tmp_path):
    path = tmp_path / "lawyer.yaml"
    path.write_text((SHIPPED / "archetypes" / "lawyer.yaml").read_text().replace("to: dispute", "to: disptue", 1))
    (found,) = {(one.code, one.message) for one in lint(path) if one.place.path == str(path)}
    assert found == ("S10", "'disptue' is not a state of this scenario; did you mean 'dispute'?")


def test_a_layer_with_a_word_that_nobody_knows_is_told(tmp_path):
    path = tmp_path / "lawyer.yaml"
    path.write_text((SHIPPED / "archetypes" / "lawyer.yaml").read_text() + "\ngestrues: {}\n")
    assert [one.code for one in lint(path)] == ["S01"]


def test_a_line_that_was_read_as_something_else_is_told_to_be_quoted(made):
    path = made(
        FIRST_OF_GUARDED,
        FIRST_OF_GUARDED
        + "      - {if: {}, say: [12]}\n      - if: {}\n        say:\n          - One thing: the float.\n",
    )
    assert [one.message for one in lint(path)] == [
        "a text is expected here, not the number 12; put it in quotes",
        "a text is expected here, not a mapping; a text with ': ' in it needs quotes",
    ]


SECOND = """format: 1
id: talk-with-ines-after-mutual-plan
follows: talk-with-ines
after: [mutual_plan]
title: "Two names under the sheet"
first_line: ["(The door.) I've brought the sheet. Look, two names, every day but one."]
"""


@pytest.fixture
def second(made):
    """Writes a second talk beside the first."""

    def write(name: str = "talk-with-ines-after-mutual-plan.yaml", content: str = SECOND):
        folder = made().parent / "follow_ups"
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(content)
        return folder / name

    return write


def test_a_second_talk_beside_its_first_is_found(second):
    assert findings(second(), "S28") == []


def test_a_second_talk_without_its_first_is_told(tmp_path):
    path = tmp_path / "talk-with-ines-after-mutual-plan.yaml"
    path.write_text(SECOND)
    assert [(one.code, one.place.line) for one in lint(path)] == [("S10", 3)]


def test_a_second_talk_that_its_first_does_not_find_is_told(second):
    path = second("ines-again.yaml", SECOND.replace("id: talk-with-ines-after-mutual-plan", "id: ines-again"))
    assert ["the first talk does not find this file" in one.message for one in findings(path, "S28")] == [True]


def test_two_second_talks_after_one_ending_are_told(second):
    second()
    path = second("talk-with-ines-after-the-plan.yaml", SECOND.replace("ines-after-mutual-plan", "ines-after-the-plan"))
    assert ["one of the two is never played" in one.message for one in findings(path, "S28")] == [True]


def test_what_a_second_talk_switches_off_is_no_fault(second):
    path = second(content=SECOND + "facts: {work: {cost: 100}}\nmisreads: {check_up: {begins: []}}\n")
    assert [one for code in ("S23", "S24") for one in findings(path, code)] == []


def test_a_role_of_skills_stands_for_its_skills_and_is_checked(made):
    """Conditions name a role; what it stands for is read once, where it is written."""
    roles = "  skills: {asks: [curiosity, closed_question]}\n"
    rule = FIRST_OF_GUARDED + '      - {if: {no_skill: [asks, blame]}, say: ["(The bell on the desk.)"]}\n'
    path = made("roles:\n", "roles:\n" + roles)
    path.write_text(path.read_text().replace(FIRST_OF_GUARDED, rule, 1))
    scenario, _, problems = load_with_source(path)
    assert problems == []
    said = next(r for r in scenario.state("guarded").replies if r.say[0] == "(The bell on the desk.)")
    assert said.when.no_skill == ("curiosity", "closed_question", "blame")

    path.write_text(path.read_text().replace("closed_question]}", "closed_questoin]}", 1))
    (problem,) = load_with_source(path)[2]
    assert "'closed_questoin' is not a skill; did you mean 'closed_question'?" in problem.message
    assert path.read_text().split("\n")[problem.place.line - 1].startswith("  skills: {asks:")
