"""What a screen shows of a look back: everything the method asks for, in its order, and where the rest is."""

import io
from dataclasses import replace

from simulator.report.blocks import Heading, Items, Said
from simulator.report.formats.terminal import write_shortly
from simulator.report.shortly import debrief, pointer, shortly

WHOLE = "rehearse review talk --full"
LONGEST = 200  # lines of a talk of twenty turns at 80 columns: two or three screens more than that nobody read


def shown(review, whole=WHOLE) -> str:
    """The short review as a screen has it."""
    stream = io.StringIO()
    write_shortly(review, stream, whole)
    return stream.getvalue()


def part(review, name):
    """The blocks of one part."""
    return dict(debrief(review, WHOLE))[name]


def test_a_talk_of_twenty_turns_is_read_in_few_screens(skilled, written):
    assert len(skilled.lines) == 20
    assert shown(skilled).count("\n") <= LONGEST < written(skilled, "terminal").count("\n")


def test_what_is_first_and_where_the_rest_is(skilled):
    headings = [block.text.split(":")[0] for block in shortly(skilled, WHOLE) if isinstance(block, Heading)]
    assert headings == [
        "Quiet since January", "How it ended", "The best moment", "One thing to try", "What Priya held back",
        "Chances used", "What it cost", "Priya's chair", "Counts, for those who want them",
    ]  # fmt: skip
    assert shown(skilled).endswith(f"{pointer(WHOLE)}\n\n")


def test_without_a_command_none_is_told(skilled):
    assert "--full" not in shown(skilled, "")


def test_the_exchanges_of_the_chair_are_the_ones_that_moved_most_in_their_order(skilled):
    told = [block for block in part(skilled, "chair") if isinstance(block, Said) and "They said" in block.who]
    turns = [int(block.who.split(".")[0]) for block in told]
    moved = {one.turn: one.moved for one in skilled.chair.exchanges}
    assert turns == sorted(turns)
    assert min(moved[turn] for turn in turns) >= max(moved[turn] for turn in moved if turn not in turns)


def test_the_whole_review_has_every_exchange(skilled, written):
    whole = written(skilled, "terminal")
    assert [one.turn for one in skilled.chair.exchanges if f"{one.turn}. They said" not in whole] == []


def test_every_missed_chance_says_what_would_have_helped(unskilled):
    missed = [one for one in unskilled.chances if not one.used]
    items = next(block for block in part(unskilled, "chances") if isinstance(block, Items)).texts
    assert len(missed) > 3
    assert [f"Turn {one.turn}" for one in missed] == [text.split(",")[0] for text in items[: len(missed)]]
    assert all(text.endswith("would have helped.") for text in items[: len(missed)])


def test_every_used_chance_is_told_with_its_turn(skilled):
    items = next(block for block in part(skilled, "chances") if isinstance(block, Items)).texts
    used = " ".join(text for text in items if "not used" not in text)
    assert [one.turn for one in skilled.chances if one.used and str(one.turn) not in used] == []


def test_a_cost_that_was_told_as_the_one_to_try_is_not_told_again(skilled):
    again = replace(skilled, try_this=skilled.costs[0])
    assert part(again, "chances")[-1].texts[0].endswith("as told above.")
    other = replace(skilled, try_this=replace(skilled.costs[0], sentence="Something else."))
    assert part(other, "chances")[-1].texts[0] == f"Turn {skilled.costs[0].turn}: {skilled.costs[0].sentence}"


def test_a_talk_from_elsewhere_stays_whole(skilled):
    brought = replace(skilled, source="teams")
    assert "The conversation" in [block.text for block in shortly(brought, WHOLE) if isinstance(block, Heading)]
