"""Two replies to one line make a longer turn that carries what both carry."""

from scoring.corpus import Item
from scoring.weights.joining import LONGEST, joined


def item(
    id: str, text: str, skill: str, quote: str, heard: str = "Fine.", writer: str = "W", maybe=frozenset()
) -> Item:
    start = text.find(quote)
    return Item(
        id, writer, (heard,), text, frozenset((skill,)), frozenset(maybe), ((skill, start, start + len(quote)),)
    )


def words(one: Item) -> set[tuple[str, str]]:
    return {(label, one.text[start:end]) for label, start, end in one.evidence}


ASKED = item("1", "Why were they late?", "why_question", "Why were they late?", maybe=("blame",))
SORRY = item("2", "i am sorry about that ", "apologizing", "i am sorry", maybe=("why_question",))


def test_what_both_carry_is_carried_at_its_place():
    (one,) = joined([ASKED, SORRY])
    assert one.text.strip() in (
        "i am sorry about that. Why were they late?",
        "Why were they late? i am sorry about that",
    )
    assert one.labels == {"why_question", "apologizing"}
    assert one.maybe == {"blame"}
    assert words(one) == {("why_question", "Why were they late?"), ("apologizing", "i am sorry")}


def test_one_comes_first_and_then_the_other():
    firsts = [one.text[:3] for one in joined([ASKED, SORRY, ASKED, SORRY])]
    assert firsts[0] != firsts[2]


def test_only_short_replies_of_one_writer_to_the_same_line_are_joined():
    long = item("3", "so " * LONGEST + "sorry", "apologizing", "sorry")
    others = (
        item("4", "Sorry.", "apologizing", "Sorry", heard="No."),
        item("5", "Sorry.", "apologizing", "Sorry", writer="V"),
    )
    assert [joined([ASKED, other]) for other in (long, *others)] == [[], [], []]
