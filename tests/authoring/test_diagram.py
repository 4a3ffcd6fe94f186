"""The drawing has every state and every way that can be taken."""

import re

from simulator.authoring.diagram import dot, mermaid, ways
from simulator.authoring.load import load
from tests.authoring.made import text


def test_every_state_and_every_arc_is_drawn(january):
    drawn = mermaid(january)
    assert all(f'state "{state.name}" as s_{state.name}' in drawn for state in january.states)
    wanted = {(f"s_{w.source}", f"{'e' if w.ends else 's'}_{w.target}") for w in ways(january)}
    assert set(re.findall(r"^    (s_\w+) --> (\w+):", drawn, re.MULTILINE)) == wanted


def test_disclosures_are_drawn_as_ways(january):
    assert "tells dialysis" in next(w.when for w in ways(january) if w.target == "tears")


def test_a_label_says_when_in_words(january):
    labels = [way.when for way in ways(january) if (way.source, way.target) == ("guarded", "shut_down")]
    assert labels == ["blame, judgement, sarcasm or 2 more, heat at least 46", "patience at most 4"]


def test_the_one_beginning_and_the_ends_are_drawn(january):
    drawn = mermaid(january)
    assert "    [*] --> s_opening\n" in drawn
    assert drawn.endswith("e_breakdown --> [*]\n    e_hollow_yes --> [*]\n")


def test_dot_has_the_same_arrows(january):
    drawn = dot(january)
    arrows = set(re.findall(r'^    "([^"]+)" -> "([^"]+)"', drawn, re.MULTILINE))
    assert arrows == {(w.source, f"ends: {w.target}" if w.ends else w.target) for w in ways(january)}
    assert drawn.startswith('digraph "quiet-since-january" {')


def test_names_of_an_author_cannot_break_the_drawing(tmp_path):
    path = tmp_path / "talk-with-ines.yaml"
    odd = 'a"b; c --> d: {e} [f] `g` #h'
    path.write_text(
        text(name='O"Neil <b>')
        .replace("topics:   ", f"topics:\n  '{odd}': [drawer]\n#", 1)
        .replace("{topic: [process], ", f"{{topic: ['{odd}'], ", 1)
    )
    scenario, problems = load(path)
    assert problems == []
    lines = mermaid(scenario).splitlines()[3:]
    assert all(
        re.fullmatch(
            r'stateDiagram-v2|    state "[^"]*" as \w+|    (\w+|\[\*\]) --> (\w+|\[\*\])(: [^";#{}\[\]`]*)?', one
        )
        for one in lines
    )
    assert any("a b" in one for one in lines)
    for one in dot(scenario).splitlines()[1:-1]:
        assert re.sub(r'"(\\.|[^"\\])*"', "", one).strip(" ;") in (
            "",
            "label=",
            "node [shape=box]",
            "[label=]",
            "[label= style=bold]",
            "[shape=ellipse]",
            "->  [label=]",
        )
