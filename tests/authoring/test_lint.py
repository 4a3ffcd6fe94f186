"""Every finding of lint has an example that makes it, and what is right is let alone."""

import pytest

from simulator.authoring.lint import CHECKS, lint
from simulator.authoring.lint.case import Case
from simulator.authoring.load import load_with_source
from simulator.authoring.shelf import SHIPPED
from tests.authoring.made import text

LIMBO = """  limbo:
    kind: guarded
    chance: [curiosity]
    hint: {nudge: "a", skill: "b", example: "What was it like for you?"}
    model: ["What was that day like for you?"]
    replies: [{say: ["(She looks at the float in the drawer.)"]}]
"""
WALK = """
walkthroughs:
  - name: short
    turns:
      - {say: "What was that day like for you?", hears: [curiosity], state: opening}
      - {say: "You are lazy and careless.", hears: [apologizing]}
      - {say: "I see.", not_heard: [blame], tells: work}
    ends: [mutual_plan]
"""
FIRST_OF_GUARDED = "  guarded:\n    replies:\n"
OTHER, WORK, IDEA = "    cost: 50\n", "    cost: 40\n    topics: [behind_work", "    only_in: [problem_solving]\n"

FAULTS = {
    "S20 an own state": ("states:   ", "states:\n" + LIMBO + "#", "limbo:", "nothing leads to the state 'limbo'"),
    "S20 a rule of another state": (
        FIRST_OF_GUARDED,
        FIRST_OF_GUARDED + '      - {if: {state: [tears]}, say: ["(The bell on the desk.)"]}\n',
        "- {if: {state: [tears]}",
        "this can never come up",
    ),
    "S20 an arc that asks where it came from": (
        FIRST_OF_GUARDED,
        "  guarded:\n    go: [{if: {from: [opening]}, to: tears}]\n    replies:\n",
        "go: [{if: {from",
        "an arc is tried before the person has moved",
    ),
    "S20 a misreading active where none can be": (
        FIRST_OF_GUARDED,
        FIRST_OF_GUARDED + '      - {if: {misread: active}, say: ["(The bell on the desk.)"]}\n',
        "- {if: {misread",
        "this can never come up",
    ),
    "S20 a condition that contradicts itself": (
        FIRST_OF_GUARDED,
        FIRST_OF_GUARDED + '      - {if: {skill: [facts], no_skill: [facts]}, say: ["(The bell on the desk.)"]}\n',
        "- {if: {skill: [facts], no",
        "this can never come up",
    ),
    "S20 a meter beyond its end": (
        FIRST_OF_GUARDED,
        FIRST_OF_GUARDED + '      - {if: {safety: ">=60", openness: ">100"}, say: ["(The bell on the desk.)"]}\n',
        "- {if: {safety",
        "this can never come up",
    ),
    "S20 hints without topics": (
        "    cue_topics: [issue, behind_work, workload, home, feelings]\n",
        "",
        "cue:",
        "never dropped",
    ),
    "S20 hints of an idea": (
        IDEA,
        IDEA + '    cue: ["(She counts something on her fingers.)"]\n',
        "cue:",
        "never dropped",
    ),
    "S20 an ending that asks for what is not there": ("deepest: [other]", "deepest: []", "format: 1", "'mutual_plan'"),
    "S20 a flash nobody sees": (
        "events:  ",
        'flashes:\n  pen: {if: {state: [anger]}, show: ["(The pen stops.)"], words: [pen]}\nevents: #',
        "pen: {if",
        "the flash 'pen' is never shown",
    ),
    "S21 a state without a way out": (
        "states:   ",
        "states:\n" + LIMBO + "  tears:\n    go: {replace: [{to: limbo}]}\n#",
        "limbo:",
        "from 'limbo' no ending can be reached",
    ),
    "S21 no ending for everybody": (
        "events:  ",
        'endings: {no_plan: {if: {turn: ">=3"}}}\nevents: #',
        "endings:",
        "fit no ending",
    ),
    "S22 an arc behind one that always fits": (
        FIRST_OF_GUARDED,
        "  guarded:\n    go:\n      - {if: {skill: [own_story, facts]}, to: tears}\n"
        "      - {if: {skill: [facts], topic: [issue]}, to: new_info}\n    replies:\n",
        "- {if: {skill: [facts], topic",
        "this is never used",
    ),
    "S22 an effect behind one that always fits": (
        "events:  ",
        "effects:\n  facts:\n    - {safety: 1}\n    - {if: {state: [tears]}, safety: -6}\nevents: #",
        "- {if: {state: [tears]}, safety",
        "this is never used",
    ),
    "S22 a telling that a more special one hides": (
        "    tell:                       # every variant carries the same content\n      - if: {}\n",
        '    tell:\n      - {if: {turn: ">=2"}, say: ["I count it three times."]}\n      - if: {}\n'
        '        say: ["I count."]\n      - if: {}\n',
        "- if: {}",
        "this is never used",
    ),
    "S23 a price out of reach": (OTHER, "    cost: 90\n", "cost: 90", "openness reaches"),
    "S23 a price out of reach at hard": (OTHER, "    cost: 72\n", "cost: 72", "at the level hard"),
    "S23 a fact that waits for itself": (
        "    after_any: [work]\n",
        "    after_any: [other]\n",
        "other:",
        "it waits for itself",
    ),
    "S23 a fact in a state that tells nothing": (
        OTHER,
        OTHER + "    only_in: [agreed]\n",
        "other:",
        "lets facts be told",
    ),
    "S23 a fact that waits for one that is never told": (
        WORK,
        WORK.replace("40", "95"),
        "cost: 50",
        "what has to be told before it never is",
    ),
    "S24 a model beside the fear": (
        "    model: \"I'm not keeping",
        '    model: "I am not after your keys. I do want to hear your side."  #',
        "model:",
        "none of its",
    ),
    "S25 a model that is not heard": (
        "    model: \"I'm not keeping",
        '    model: "My file about the bus. "  #',
        "model:",
        "what is heard in it is",
    ),
    "S26 a pool for one turn": (
        FIRST_OF_GUARDED,
        '  guarded:\n    replies: {replace: [{if: {skill: [facts]}, say: ["(She counts.)"]}]}\n    enter:\n',
        "guarded:",
        "of the turns find no line",
    ),
    "S27 a line in two places": (
        "Ask Paulo about Thursday.",
        "I've counted that drawer for six years.",
        "- \"I've counted",
        "is said only once",
    ),
    "S28 an id that is not the file's": ("id: talk-with-ines", "id: talk-with-rui", "id: talk", "talk-with-rui.yaml"),
    "S29 a walkthrough that goes elsewhere": (
        "\ndebrief:",
        WALK + "debrief:",
        "hears: [apologizing]",
        "'apologizing' is not heard here",
    ),
}
"""A text of the made scenario, what stands there instead, the line of the finding, and a part of its message."""


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
