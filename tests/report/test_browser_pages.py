"""Comparisons, run sheets and what looks back, in a real browser: quiet, whole, readable, and on paper."""

import pytest

from simulator.report.formats import html_page
from tests.report.pages import beside_nothing_but, compared, comparison_of_nothing_but, page_of, sheet_page
from tests.report.samples import review_of_nothing_but
from tests.report.test_browser import CONTRAST, LANDMARKS, SCHEMES, WIDTHS, Opened, browser, pytestmark  # noqa: F401

NAMES = ("compared", "parted", "player", "trainer", "observer", "back")
SHEETS = ("player", "trainer", "observer")


@pytest.fixture(scope="module")
def pages(tmp_path_factory, january):
    folder = tmp_path_factory.mktemp("pages")
    out = {reader: sheet_page(january, reader) for reader in SHEETS}
    out["compared"] = page_of(html_page.write_comparison, compared(january, "unskilled", "skilled"))
    out["parted"] = page_of(html_page.write_comparison, comparison_of_nothing_but("a few plain words"))
    all_of_it = review_of_nothing_but("a few plain words", **beside_nothing_but("a few plain words"))
    out["back"] = page_of(html_page.write, all_of_it)
    for name, text in out.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(params=NAMES)
def name(request):
    return request.param


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_it_is_quiet_whole_and_readable(browser, pages, name, width, scheme):  # noqa: F811
    one = Opened(browser, pages / f"{name}.html", width, scheme)
    assert one.asked == [(pages / f"{name}.html").as_uri()]
    assert one.run("document.documentElement.scrollWidth <= window.innerWidth")
    _, low = one.run(CONTRAST)
    assert low == []
    kinds = ["main", "h1"] if name in SHEETS else ["main", "body > header", "body > footer", "nav", "h1"]
    assert one.run(LANDMARKS, kinds) == []
    assert one.said == []
    one.page.close()


def test_nothing_but_wide_tables_sticks_out_on_a_phone(browser, pages, name):  # noqa: F811
    one = Opened(browser, pages / f"{name}.html", 390, "light")
    assert one.run("""[...document.querySelectorAll('main *')].filter(one => {
        const box = one.getBoundingClientRect();
        return box.width && !one.closest('.wide, .hidden') && box.right > window.innerWidth + 1;
    }).map(one => one.outerHTML.slice(0, 80))""") == []  # fmt: skip
    one.page.close()


def test_long_words_are_broken_in_every_part(browser, tmp_path):  # noqa: F811
    long = "x" * 900
    made = {
        "review": page_of(html_page.write, review_of_nothing_but(long, **beside_nothing_but(long))),
        "compared": page_of(html_page.write_comparison, comparison_of_nothing_but(long)),
    }
    for name, text in made.items():
        file = tmp_path / f"{name}.html"
        file.write_text(text, encoding="utf-8")
        one = Opened(browser, file, 390, "light")
        assert one.run("document.documentElement.scrollWidth <= window.innerWidth"), name
        one.page.close()


@pytest.mark.parametrize(("name", "most"), [("player", 3), ("observer", 3), ("trainer", 7), ("compared", 6)])
def test_it_fits_on_a_few_sheets_of_paper(browser, pages, name, most):  # noqa: F811
    one = Opened(browser, pages / f"{name}.html", 1440, "dark")
    one.page.emulate_media(media="print", color_scheme="dark")
    assert one.run("getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()") == "#fdfcf9"
    pdf = one.page.pdf(format="A4", print_background=True)
    one.page.close()
    assert 1 <= pdf.count(b"/Type /Page\n") <= most


def test_a_line_to_write_on_is_as_wide_as_words_need(browser, pages):  # noqa: F811
    one = Opened(browser, pages / "observer.html", 1440, "light")
    widths = one.run("[...document.querySelectorAll('.room.long')].map(one => one.getBoundingClientRect().width)")
    assert min(widths) > 90
    assert sum(width > 300 for width in widths) > 10
    one.page.close()


def test_the_other_chair_opens_by_key_and_is_open_on_paper(browser, pages):  # noqa: F811
    one = Opened(browser, pages / "back.html", 1440, "light")
    visible = "document.querySelector('#chair li').checkVisibility({contentVisibilityAuto: true})"
    assert not one.run(visible)
    one.page.emulate_media(media="print")
    for _ in range(100):  # the browser may take a moment to lay the page out anew
        if one.run(visible):
            break
        one.page.wait_for_timeout(50)
    assert one.run(visible)
    one.page.emulate_media(media="screen")
    one.page.locator("#chair summary").focus()
    one.page.keyboard.press("Enter")
    assert one.run("document.querySelector('#chair details').open")
    one.page.close()
