"""Hand-written YAML is read safely, and every fault has its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.authored import plain, read_file, read_text, render


def faults(text):
    return [(p.code, p.place.line, p.place.column) for p in read_text(text, "f.yaml")[1]]


FAULTS = {
    "Y02": ("a: " + "x" * 20_001 + "\n", 1, 4),
    "Y04": ("a: b\nc: \u202ed\n", 2, 4),
    "Y05": ("a: 1\n---\nb: 2\n", 2, 1),
    "Y06": ("[" * 30, 1, 25),
    "Y07": ("a: &x 1\n", 1, 4),
    "Y08": ("a: !!python/object:os.system x\n", 1, 4),
    "Y09": ("? [1, 2]\n: 3\n", 1, 3),
    "Y10": ("a: 1\nb: 2\na: 3\n", 3, 1),
    "Y11": ("a: b: c\n", 1, 5),
}


@pytest.mark.parametrize("code", FAULTS)
def test_a_fault_is_told_with_its_line_and_column(code):
    text, line, column = FAULTS[code]
    assert (code, line, column) in faults(text)


def test_every_fault_of_a_file_is_told_in_one_go():
    assert faults("a: 1\na: 2\nb: &x 3\nc: *x\n") == [("Y10", 2, 1), ("Y07", 3, 4), ("Y07", 4, 4)]


def test_a_message_shows_the_line_and_a_caret():
    (problem,) = read_text("a: 1\na: 2\n", "f.yaml")[1]
    assert render(problem) == (
        "f.yaml:2:1: Y10 'a' stands here already, in line 1; keep one of them\n     2 | a: 2\n       | ^"
    )


def test_only_true_false_null_and_plain_numbers_are_more_than_text():
    tree, _ = read_text("on: yes\nt: 12:30\nd: 2026-11-22\no: 010\nn: 3\nf: 2.5\nx: true\ny: ~\nq: '7'\n", "f.yaml")
    assert plain(tree) == {
        "on": "yes", "t": "12:30", "d": "2026-11-22", "o": "010", "n": 3, "f": 2.5, "x": True, "y": None, "q": "7",
    }  # fmt: skip


def test_a_bomb_of_aliases_is_refused_where_it_begins():
    assert faults("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n")[0][:2] == ("Y07", 1)


def test_a_file_that_is_not_utf8_is_refused_at_its_first_wrong_byte(tmp_path):
    path = tmp_path / "f.yaml"
    path.write_bytes("title: caf\xe9\n".encode("latin-1"))
    (problem,) = read_file(path, "f.yaml")[1]
    assert (problem.code, problem.place.line, problem.place.column) == ("Y03", 1, 11)


def test_a_missing_file_and_a_folder_are_said_so(tmp_path):
    assert [p.code for p in read_file(tmp_path / "no.yaml")[1]] == ["Y01"]
    assert [p.code for p in read_file(tmp_path)[1]] == ["Y01"]


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text):
    tree, problems = read_text(text, "f.yaml")
    assert (tree is None) == bool(problems)
    for problem in problems:
        assert render(problem).startswith("f.yaml:")


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-9999, 9999) | st.text("abc :'\"#-", max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.text("xyz", min_size=1, max_size=3), inner, max_size=3)
        ),
        max_leaves=12,
    )
)
def test_what_yaml_writes_is_read_back(value):
    import yaml

    tree, problems = read_text(yaml.safe_dump({"it": value}, allow_unicode=True), "f.yaml")
    assert problems == []
    assert plain(tree) == {"it": value}
