"""Pages beside the review's own: what stands on a comparison and on a run sheet, and the parts that look back."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest

from simulator.report.blocks import Heading, Items, Para
from simulator.report.formats import html_page
from simulator.report.page.sheets import BOX, LABEL, LONG, SHORT, TEXT, sheet
from simulator.report.page.view import page
from simulator.report.review import Kept
from simulator.report.runs import beside_best
from tests.report.pages import (
    beside_nothing_but,
    compared,
    comparison_of_nothing_but,
    page_of,
    parting_of_nothing_but,
    run,
    sheet_page,
)
from tests.report.samples import review_of_nothing_but
from tests.report.test_html import Tree as Whole
from tests.report.test_html import text_of

_TAG = re.compile(r"(<(?!/|!|style|title|head)[a-z])")


def Tree(out):
    """*out*, with space between elements as a reader sees it."""
    return Whole(_TAG.sub(r" \1", out))


@pytest.fixture(scope="module")
def both(january):
    """A bad talk beside a good one, as a page."""
    return page_of(html_page.write_comparison, compared(january, "unskilled", "skilled"))


@pytest.fixture(scope="module")
def back(written):
    """A review with everything that looks back, as a page."""
    return Tree(written(review_of_nothing_but("word", **beside_nothing_but("word")), "html"))


# ---------------------------------------------------------------------------------------------------------------------
# Every page
# ---------------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def every(january, both, written):
    pages = {reader: sheet_page(january, reader) for reader in ("player", "trainer", "observer")}
    review = written(review_of_nothing_but("word", **beside_nothing_but("word")), "html")
    return pages | {"compared": both, "all": review}


@pytest.mark.parametrize("name", ["player", "trainer", "observer", "compared", "all"])
def test_a_page_is_whole_and_needs_nothing_from_anywhere(every, name):
    out = every[name]
    tree = Whole(out)
    assert (tree.faults, tree.open) == ([], [])
    assert len(tree.ids) == len(set(tree.ids))
    assert set(tree.refs) <= set(tree.ids)
    assert not re.search(r"<script|<link|<img|<iframe|\son\w+=|\sstyle=|https?:|url\(|@import", out)
    style = re.findall(r"<style>(.*?)</style>", out, re.DOTALL)
    digest = b64encode(sha256(style[0].encode()).digest()).decode()
    assert f"content=\"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'\"" in out
    assert len(style) == 1


# ---------------------------------------------------------------------------------------------------------------------
# What looks back
# ---------------------------------------------------------------------------------------------------------------------


def test_what_the_user_said_comes_before_everything(written):
    review = review_of_nothing_but("word", **beside_nothing_but("word"))
    names = [section.name for section in page(review).sections]
    assert names[:2] == ["yourself", "ending"]
    assert [names.index(name) for name in ("prepared", "talk", "runs", "chair", "ear", "counts")] == sorted(
        names.index(name) for name in ("prepared", "talk", "runs", "chair", "ear", "counts")
    )


def test_a_review_without_them_has_no_such_parts(written):
    tree = Tree(written(review_of_nothing_but("word"), "html"))
    assert not {"yourself", "prepared", "runs", "chair", "ear"} & set(tree.ids)


def test_what_was_prepared_stands_beside_what_happened(back):
    told = text_of(back, "prepared")
    assert "word As you planned it word What happened word word ( turn 2)" in told
    assert told.count("turn 2") == 1  # the other shows nowhere


def test_the_best_run_stands_beside_the_counted_one(written):
    parting = replace(parting_of_nothing_but("word"), names=("run 0, counted", "run 1, the best"))
    given = beside_nothing_but("word") | {"parting": parting}
    told = text_of(Tree(written(review_of_nothing_but("word", **given), "html")), "runs")
    assert "0 (counted) word 3 2 1 of 2 1 40 1 (from 0 after 1, best) word 3 2 1 of 2 1 41" in told
    assert "Turn 1 is the same." in told
    assert "Turn 3" not in told  # the same was answered, so only the table has it
    assert "over" in told
    assert "Run 1, the best ends so: word." in told


def test_where_the_counted_run_is_the_best_nothing_is_set_beside_it(written):
    runs = (run("word", 0, scored=True, best=True), run("word", 1))
    told = text_of(Tree(written(review_of_nothing_but("word", runs=runs), "html")), "runs")
    assert "The run that is counted is the best of them." in told


def test_the_other_chair_tells_what_they_heard_and_what_it_did(back):
    told = text_of(back, "chair")
    assert told.startswith("word's chair: the same conversation from the other side What word wants: word")
    assert "Turn 1 They said word word word word" in told
    assert "They said (silence)" in told


def test_the_own_ear_is_set_beside_this_one(back):
    assert "1 of 2 of yours were found here as well." in text_of(back, "ear")


def test_near_misses_are_told_on_the_page_as_everywhere(written):
    kept = (Kept("A secret", "cued", 30, 40, 3, "openness"), Kept("Another", "hidden", 50, 40, 4, "topic"))
    told = text_of(Tree(written(review_of_nothing_but("x", kept=kept, person="Priya"), "html")), "kept")
    assert "It was nearest at turn 3: 10 points of openness were missing." in told
    assert "Priya was open enough at turn 4; the talk did not come near the subject." in told


@pytest.mark.parametrize("name", ["html", "markdown", "terminal"])
def test_a_flash_is_explained_where_flashes_are_counted(written, name):
    out = " ".join(written(review_of_nothing_but("x"), name).split())
    assert "Flashes noticed: 1 of 2." in out
    assert "A flash is a short show of feeling on their face" in out


def test_no_run_is_the_best_where_none_has_ended(january):
    from simulator.demo import perform

    session = perform(january, "skilled").session
    assert beside_best(session, january, (run("x", 0, scored=True),)) is None


# ---------------------------------------------------------------------------------------------------------------------
# Compared
# ---------------------------------------------------------------------------------------------------------------------


def test_the_first_and_the_best_are_named_with_what_changed(both):
    tree = Tree(both)
    which, changed = text_of(tree, "which"), text_of(tree, "changed")
    assert "the first" in which
    assert "the best" in which
    assert changed.startswith("What changed: A, the first, against B, the best")
    assert "costly moves" in changed
    assert "▲ better" in changed


def test_what_is_new_in_the_best_is_quoted_with_its_turn(both, january):
    best = compared(january, "unskilled", "skilled").columns[1]
    changed = text_of(Tree(both), "changed")
    _, turn, words = next(one for one in best.words if one[0] == "contrasting")
    assert f'contrasting, turn {turn}: "{words}"' in changed


def test_every_turn_of_both_has_its_state(both, january):
    found = compared(january, "unskilled", "skilled")
    states = text_of(Tree(both), "states")
    assert max(len(one.stands) for one in found.columns) == states.count("over") + min(
        len(one.stands) for one in found.columns
    )
    last = found.columns[1].stands[-1]
    assert f"an agreement ({last.safety}, {last.heat})" in states


def test_each_conversation_has_a_picture_of_its_own(both):
    assert {"course-a-name", "course-b-name"} <= set(Tree(both).ids)


def test_runs_of_one_session_are_shown_where_they_part():
    tree = Tree(page_of(html_page.write_comparison, comparison_of_nothing_but("word")))
    assert "Turn 2" in text_of(tree, "ways")
    assert "The conversation was over." in text_of(tree, "ways")


def test_the_foot_names_rules_and_scenario(both, january):
    digest = january.digest
    found = compared(january, "unskilled", "skilled")
    found = replace(found, columns=tuple(replace(one, digest=digest, rules="7a1e5") for one in found.columns))
    out = page_of(html_page.write_comparison, found)
    assert f"Read with scenario {digest}, rules 7a1e5." in out
    assert out.count("Read with") == 1


# ---------------------------------------------------------------------------------------------------------------------
# Run sheets
# ---------------------------------------------------------------------------------------------------------------------


def test_a_sheet_has_room_to_write_and_boxes_to_tick():
    blocks = (Para("☐ Open: facts first"), Items(("☐ facts", "☐ your story", "Turn ......   Words ............")))
    shown = sheet(blocks, ruled=True, labelled=True).parts[0].blocks
    assert [(one.kind, one.leads, one.ticked, one.written) for one in shown] == [
        ("para", True, True, False), ("items", False, True, False), ("items", False, False, True),
    ]  # fmt: skip
    assert [bit.kind for bit in shown[0].rows[0]] == [BOX, LABEL, TEXT]
    assert [bit.kind for bit in shown[2].rows[0]] == [TEXT, SHORT, TEXT, LONG]


def test_other_pages_keep_dots_as_they_were_typed():
    shown = sheet((Heading("A card", 1), Para("I was ........ lost: here")), ruled=False)
    assert shown.title == "A card"
    assert [bit.text for bit in shown.parts[0].blocks[0].rows[0]] == ["I was ........ lost: here"]


def test_the_observer_has_room_for_quotes_at_every_skill_that_is_practised(january):
    out = sheet_page(january, "observer")
    assert out.count('class="room long"') >= 2 * len(january.practises) + 14
    assert out.count('class="box"') > 30
    assert "....." not in out


def test_the_page_for_player_and_observer_gives_nothing_away(january):
    told = [line for fact in january.facts for reply in fact.tell for line in reply.say]
    secrets = [*(fact.title for fact in january.facts), *told]
    for reader in ("player", "observer"):
        out = sheet_page(january, reader)
        assert not [one for one in secrets if one in out], reader
    assert all(fact.title in sheet_page(january, "trainer").replace("&#39;", "'") for fact in january.facts)
