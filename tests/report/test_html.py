"""The page: what stands on it, in what order, and that it needs nothing from anywhere."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from scoring.findings import Finding
from scoring.vocabulary import SKILLS
from simulator.report.page.course import MOST_POINTS, course, turning_points
from simulator.report.page.families import FAMILIES
from simulator.report.page.spans import acted, marked
from simulator.report.page.view import page
from simulator.report.review import Line
from tests.report.samples import review_of_nothing_but

VOID = {"meta", "link", "br", "hr", "img", "input"}


class Tree(HTMLParser):
    """Checks that every tag is closed, and keeps the text under each element that has an id."""

    def __init__(self, text):
        super().__init__()
        self.open, self.faults, self.under, self.ids, self.refs = [], [], {}, [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if "id" in given:
            self.ids.append(given["id"])
        for name in ("aria-labelledby", "aria-describedby"):
            self.refs += given.get(name, "").split()
        if given.get("href", "").startswith("#"):
            self.refs.append(given["href"][1:])
        if tag not in VOID:
            self.open.append((tag, given.get("id")))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open[-1][0] != tag:
            self.faults.append(tag)
        else:
            self.open.pop()

    def handle_data(self, data):
        for _, id in self.open:
            if id:
                self.under[id] = self.under.get(id, "") + data


def text_of(tree, id):
    return " ".join(tree.under[id].split())


@pytest.fixture
def tree(written, skilled):
    return Tree(written(skilled, "html"))


def test_every_tag_is_closed_and_every_reference_has_its_place(tree):
    assert (tree.faults, tree.open) == ([], [])
    assert len(tree.ids) == len(set(tree.ids))
    assert set(tree.refs) <= set(tree.ids)


def test_the_parts_come_in_the_order_of_the_method(skilled):
    names = [section.name for section in page(skilled).sections]
    order = ["ending", "best", "try_this", "kept", "course", "steps", "chances", "costs", "talk", "chair", "counts"]
    assert names == [name for name in order if name in names]
    assert set(order) - set(names) <= {"try_this", "costs"}  # there is not always something to try, or to regret


def test_the_policy_lets_through_this_style_and_nothing_else(written, skilled):
    out = written(skilled, "html")
    policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)"', out)[1]
    style = re.findall(r"<style>(.*?)</style>", out, re.DOTALL)
    digest = b64encode(sha256(style[0].encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert len(style) == 1
    assert "url(" not in style[0]
    assert "@import" not in style[0]


def test_nothing_is_fetched_and_nothing_runs(written, skilled):
    out = written(skilled, "html")
    assert not re.search(r"<script|<link|<img|<iframe|\son\w+=|\sstyle=|https?:", out)


def test_the_same_review_gives_the_same_page(written, skilled):
    assert written(skilled, "html") == written(skilled, "html")


def test_every_finding_is_marked_in_the_words_and_told_beside_them(tree, skilled):
    for line in skilled.lines:
        for number, finding in enumerate(line.findings, 1):
            assert " ".join(finding.quote.split())[:20] in text_of(tree, f"t{line.number}")
            assert f"n{line.number}-{number}" in tree.ids


def test_the_ending_is_told_with_what_they_say_tonight(tree, skilled):
    told = text_of(tree, "ending")
    assert skilled.ending_title in told
    assert skilled.tonight in told


def test_a_turn_says_where_the_other_stood_and_how_that_moved():
    review = review_of_nothing_but("x")
    moved = [exchange.moved for exchange in page(review).exchanges]
    assert moved == ["from being guarded to x; safety 30, heat 40",
                     "from being guarded to opening up; safety 55 (+25), heat 10 (−30)", ""]  # fmt: skip


def test_a_line_out_of_role_is_called_that(written):
    assert "Out of role" in text_of(Tree(written(review_of_nothing_but("x"), "html")), "t3")


def test_what_was_read_differently_stands_at_its_turn_and_in_a_list(written):
    review = review_of_nothing_but("x", corrections=("Turn 2, blame is not there, says the user: a quote",))
    tree = Tree(written(review, "html"))
    for id in ("t2", "corrections"):
        assert "Turn 2, blame is not there, says the user: a quote" in text_of(tree, id)
    assert "blame is not there" not in text_of(tree, "t1")


def test_what_a_trainer_wrote_has_a_part_of_its_own(written):
    tree = Tree(written(review_of_nothing_but("x", remarks=("Wait longer.",)), "html"))
    assert text_of(tree, "remarks") == "What the trainer wrote Wait longer."


def test_what_was_marked_by_hand_says_so(written):
    tree = Tree(written(review_of_nothing_but("x"), "html"))
    assert "marked by hand" in text_of(tree, "n1-2")
    assert "marked by hand" not in text_of(tree, "n1-1")


def test_a_cost_is_shown_with_what_to_try_instead(written):
    costs = text_of(Tree(written(review_of_nothing_but("word"), "html")), "costs")
    assert "This put it on the person. Next, word. Try: Word." in costs
    assert "For example: word" in costs


def test_what_was_held_back_says_how_near_it_came(written):
    kept = text_of(Tree(written(review_of_nothing_but("word"), "html")), "kept")
    assert "hinted at, not told" in kept
    assert "It needed 40 of openness; the most was 20." in kept
    assert "told, and heard" in kept


def test_steps_not_covered_are_named_as_well(written):
    steps = text_of(Tree(written(review_of_nothing_but("word"), "html")), "steps")
    assert steps.startswith("Steps of the method Open not yet Explore an open question turn 2")


def test_the_foot_names_rules_and_scenario(written):
    out = written(review_of_nothing_but("word", digest="d19e57", rules="7a1e5"), "html")
    foot = out[out.index("<footer") :]
    assert "Session word, level word, seed 8. Scenario <code>d19e57</code>. Rules <code>7a1e5</code>." in foot


def test_a_talk_from_elsewhere_has_no_course_and_no_seed(written):
    lines = (Line(1, "I hear you.", "Good."), Line(2, "And then?", ""))
    review = review_of_nothing_but("x", source="captions", ending_title="", session="", lines=lines, kept=(), points=())
    out = written(review, "html")
    tree = Tree(out)
    assert not {"course", "kept"} & set(tree.ids)
    assert "Read from a file: captions." in out
    assert "seed" not in out[out.index("<footer") :]
    assert text_of(tree, "ending").startswith("Before you read")


def test_a_talk_in_which_nothing_was_said_is_still_a_page(written):
    card = replace(review_of_nothing_but("x").scorecard, turns=0, skills=(), costs=(), steps=(), chances=())
    empty = review_of_nothing_but(
        "x", lines=(), best=None, try_this=None, costs=(), kept=(), points=(), chances=(), scorecard=card,
        corrections=(), remarks=(), finished=False, ending_title="", note="", last_line="", opening="",
    )  # fmt: skip
    tree = Tree(written(empty, "html"))
    assert (tree.faults, tree.open) == ([], [])
    assert set(tree.refs) <= set(tree.ids)


# ---------------------------------------------------------------------------------------------------------------------
# Words and pictures
# ---------------------------------------------------------------------------------------------------------------------


def found(start, end, skill="facts"):
    return Finding(skill, start, end, "", "", 1.0)


def test_findings_that_overlap_cut_the_words_where_each_begins_and_ends():
    pieces = marked("one two three", [found(0, 7), found(4, 13)])
    assert [(piece.text, piece.notes, piece.ends) for piece in pieces] == [
        ("one ", (1,), ()), ("two", (1, 2), (1,)), (" three", (2,), (2,)),
    ]  # fmt: skip


@pytest.mark.parametrize("place", [(-5, 3), (2, 99), (5, 2), (99, 120), (3, 3)])
def test_a_place_that_the_text_does_not_have_loses_no_words(place):
    pieces = marked("one two", [found(*place)])
    assert "".join(piece.text for piece in pieces) == "one two"
    assert all(piece.text for piece in pieces)


def test_what_is_done_is_set_apart_from_what_is_said():
    pieces = acted("(She looks away.) Fine. *sighs*")
    assert [(piece.text, piece.gesture) for piece in pieces] == [
        ("(She looks away.)", True), (" Fine. ", False), ("*sighs*", True),
    ]  # fmt: skip


def lines_of(*safeties, notes=()):
    return [
        Line(n, "x", "y", before="fine", after="fine", safety=s, heat=10, notes=dict(notes).get(n, ()))
        for n, s in enumerate(safeties, 1)
    ]


def test_the_turns_in_which_most_turned_are_the_turning_points():
    lines = lines_of(30, 31, 50, 51, 40, notes=[(2, ("Priya tells: a secret",)), (4, ("a flash",))])
    assert [(line.number, text) for line, text in turning_points(lines)] == [
        (2, "Priya tells: a secret"), (3, "safety rose by 19"), (5, "safety fell by 11"),
    ]  # fmt: skip


def test_there_are_never_more_turning_points_than_can_be_named():
    assert len(turning_points(lines_of(*[10, 90] * 20))) == MOST_POINTS


def test_states_are_lanes_and_a_stay_has_its_length():
    lines = [Line(n, "", "", before="fine", after=a, safety=5, heat=5) for n, a in enumerate(("fine", "fine", "tears", "fine"), 1)]  # fmt: skip # noqa: E501
    seen = course(lines)
    assert [(lane.state, lane.stays) for lane in seen.lanes] == [
        ("the edge of tears", ((50.0, 25.0),)), ("the 'fine'", ((0.0, 50.0), (75.0, 25.0))),
    ]  # fmt: skip


def test_the_picture_is_also_said_in_words():
    assert course(lines_of(30, 60, 20)).summary == (
        "Safety stood at 30 of 100 after turn 1 and at 20 after turn 3; the most was 60 in turn 2, the least 20 in "
        "turn 3. Heat was highest in turn 1, at 10, and ended at 10."
    )


def test_one_turn_makes_no_course():
    assert course(lines_of(30)) is None


def test_every_skill_has_its_family():
    assert sorted(skill for family in FAMILIES for skill in family.skills) == sorted(SKILLS)
