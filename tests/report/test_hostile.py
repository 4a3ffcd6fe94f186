"""No text controls your screen or your report: five hundred texts in every place of a review, in every format."""

import csv
import io
import json
import re
import unicodedata
from html.parser import HTMLParser

import pyte
import pytest

from simulator.cleaning import clean
from simulator.report.compared import compared
from simulator.report.formats import html_page, markdown, terminal
from simulator.report.formats.csv_rows import COLUMNS
from tests.report.pages import beside_nothing_but, blocks_of_nothing_but, comparison_of_nothing_but, page_of
from tests.report.samples import PAYLOADS, review_of_nothing_but

MARKDOWN = pytest.importorskip("markdown_it", reason="markdown-it-py comes with rich")
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


class Reading(HTMLParser):
    """What a page is made of: its tags with the names of their attributes, the values of these, and the text."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.tags, self.values, self.text, self.other = [], [], [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, tuple(name for name, _ in attrs)))
        self.values += [(tag, name, value) for name, value in attrs]

    def handle_data(self, data):
        self.text.append(data)

    def handle_comment(self, data):
        self.other.append(data)

    def unknown_decl(self, data):
        self.other.append(data)

    def handle_pi(self, data):
        self.other.append(data)


OWN_VALUES = {
    "href": re.compile(r"#(?:[a-z_]+|t\d+|n\d+-\d+)"),
    "id": re.compile(r"[a-z_-]+|part-\d+|t\d+|n\d+-\d+"),
    "class": re.compile(r"[a-z_0-9 -]+"),
    "aria-describedby": re.compile(r"n\d+-\d+(?: n\d+-\d+)*"),
    "aria-labelledby": re.compile(r"[a-z_-]+(?: [a-z_-]+)*|part-\d+"),
}
SPOKEN = {"aria-label"}


def gestures_aside(tags):
    return [tag for tag in tags if tag[0] != "i"]


def whole(text):
    """A review with everything in it."""
    return review_of_nothing_but(text, **beside_nothing_but(text))


PAGES = {
    "review": lambda text: page_of(html_page.write, whole(text)),
    "comparison": lambda text: page_of(html_page.write_comparison, comparison_of_nothing_but(text)),
    "sheet": lambda text: page_of(html_page.write_sheet, blocks_of_nothing_but(text)),
    "blocks": lambda text: page_of(html_page.write_blocks, blocks_of_nothing_but(text)),
}
"""Every page there is, with a text wherever a text can be."""


@pytest.fixture(scope="module")
def plain():
    return {name: Reading(make("plain words")) for name, make in PAGES.items()}


def test_there_are_five_hundred():
    assert len(PAYLOADS) >= 500


@pytest.mark.parametrize("part", range(10))
@pytest.mark.parametrize("name", PAGES)
def test_html_shows_every_text_as_text(plain, name, part):
    known = plain[name]
    for text in PAYLOADS[part::10]:
        page = Reading(PAGES[name](text))
        if clean(text).strip():
            assert gestures_aside(page.tags) == gestures_aside(known.tags), repr(text)
        else:  # nothing is left of it, and what would hold nothing is left out
            assert set(page.tags) <= set(known.tags) | {("i", ("class",))}, repr(text)
        assert page.other == [], repr(text)
        assert {tag for tag, _ in page.tags}.isdisjoint({"script", "iframe", "img", "form", "object", "base", "embed"})
        for tag, attribute, value in page.values:
            assert not attribute.startswith("on")
            assert attribute not in ("style", "src", "srcdoc", "xlink:href"), (tag, attribute)
            if attribute in OWN_VALUES:
                assert OWN_VALUES[attribute].fullmatch(value), (repr(text), tag, attribute, value)
            elif attribute not in SPOKEN:
                assert (tag, attribute, value) in known.values, (repr(text), tag, attribute, value)
        assert "".join(clean(text).split()) in "".join("".join(page.text).split()), repr(text)


def test_a_label_before_a_colon_is_text_as_well():
    for text in PAYLOADS:
        page = Reading(page_of(html_page.write_sheet, blocks_of_nothing_but(text), labelled=True))
        assert {tag for tag, _ in page.tags} <= {tag for tag, _ in Reading(PAGES["sheet"]("x: y")).tags} | {"strong"}
        assert "".join(clean(text).split()) in "".join("".join(page.text).split()), repr(text)


@pytest.mark.parametrize("part", range(5))
def test_csv_has_no_cell_that_runs(written, part):
    for text in PAYLOADS[part::5]:
        out = written(review_of_nothing_but(text), "csv")
        rows = list(csv.DictReader(io.StringIO(out)))
        assert len(rows) == 5 == out.count("\n") - 1, repr(text)
        for row in rows:
            assert tuple(row) == COLUMNS
            for value in row.values():
                looks = value.lstrip('\u200b\ufeff\u00ad "')
                assert not looks.startswith(("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")), (repr(text), value)
        assert rows[0]["title" if "title" in COLUMNS else "quote"].removeprefix("'").removeprefix("'") == " ".join(
            clean(text).split()
        ).removeprefix("'"), repr(text)


def in_markdown(text, written):
    """A review and a comparison as Markdown."""
    beside = compared(comparison_of_nothing_but(text))
    return written(whole(text), "markdown") + page_of(markdown.write_blocks, beside)


@pytest.mark.parametrize("part", range(10))
def test_markdown_makes_nothing_active(written, part):
    reader = MARKDOWN.MarkdownIt("commonmark").enable(["table", "strikethrough"])
    heads = sum(t.type == "heading_open" for t in reader.parse(in_markdown("words", written)))
    for text in PAYLOADS[part::10]:
        out = in_markdown(text, written)
        tokens = reader.parse(out)
        kinds = [token.type for token in tokens] + [kid.type for token in tokens for kid in token.children or ()]
        assert not {"html_block", "html_inline", "link_open", "image", "fence", "code_inline"} & set(kinds), repr(text)
        assert kinds.count("heading_open") <= heads, repr(text)
        assert not re.search(r"https?:|www\.", out), repr(text)
        assert not STEERING.search(out), repr(text)


@pytest.mark.parametrize("part", range(5))
def test_a_screen_only_shows_it(written, part):
    screen = pyte.Screen(120, 50)
    modes = set(screen.mode)
    stream = pyte.Stream(screen)
    for text in PAYLOADS[part::5]:
        beside = compared(comparison_of_nothing_but(text))
        out = written(whole(text), "terminal") + page_of(terminal.write_blocks, beside)
        assert not STEERING.search(out), repr(text)
        stream.feed(out.replace("\n", "\r\n"))
        assert (screen.title, screen.icon_name, set(screen.mode)) == ("", "", modes), repr(text)
        cells = [cell for row in screen.buffer.values() for cell in row.values()]
        assert all((one.fg, one.bg, one.bold, one.reverse) == ("default", "default", False, False) for one in cells)


def test_json_loses_nothing_and_steers_nothing(written):
    for text in PAYLOADS:
        out = written(whole(text), "json")
        assert not STEERING.search(out), repr(text)
        assert out.encode()
        assert json.loads(out)["title"] == text
        assert json.loads(out)["lines"][0]["text"] == f"{text} and"


def test_every_format_can_be_written_to_a_file(written):
    for text in ("\ud800", "\udfff\ud800", "a\x00b"):
        for name in ("html", "csv", "markdown", "terminal", "json"):
            out = written(review_of_nothing_but(text), name)
            assert out.encode()
            assert not [one for one in out if unicodedata.category(one) == "Cc" and one not in "\t\n"], (
                name,
                repr(text),
            )
