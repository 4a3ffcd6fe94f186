"""The page in a real browser: on a phone and on a desk, light and dark, by keyboard, and on paper."""

import shutil
import subprocess
from pathlib import Path

import pytest

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install -e '.[test]'")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium: apt-get install chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
WIDTHS, SCHEMES = (390, 1440), ("light", "dark")


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory, written, skilled, unskilled):
    folder = tmp_path_factory.mktemp("pages")
    for name, review in (("skilled", skilled), ("unskilled", unskilled)):
        (folder / f"{name}.html").write_text(written(review, "html"), encoding="utf-8")
    return folder


class Opened:
    """A page, and everything it said and asked for."""

    def __init__(self, browser, file: Path, width: int, scheme: str):
        self.page = browser.new_page(viewport={"width": width, "height": 844}, color_scheme=scheme)
        self.said, self.asked = [], []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda fault: self.said.append(str(fault)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(file.as_uri())

    def run(self, script, *given):
        return self.page.evaluate(script, *given)


@pytest.fixture(params=[(w, s) for w in WIDTHS for s in SCHEMES], ids=lambda one: f"{one[0]}-{one[1]}")
def opened(browser, files, request):
    one = Opened(browser, files / "unskilled.html", *request.param)
    yield one
    one.page.close()


@pytest.fixture
def desk(browser, files):
    one = Opened(browser, files / "skilled.html", 1440, "light")
    yield one
    one.page.close()


def test_it_loads_one_file_and_says_nothing(opened, files):
    assert opened.said == []
    assert opened.asked == [(files / "unskilled.html").as_uri()]


def test_the_style_is_let_through_by_the_policy(opened):
    assert opened.run("getComputedStyle(document.querySelector('.mark')).textDecorationLine") == "underline"


def test_nothing_sticks_out_at_the_side(opened):
    assert opened.run("document.documentElement.scrollWidth <= window.innerWidth")
    assert opened.run("""[...document.querySelectorAll('main *')].filter(one => {
        const box = one.getBoundingClientRect();
        return box.width && !one.closest('.wide, .hidden') && box.right > window.innerWidth + 1;
    }).map(one => one.outerHTML.slice(0, 80))""") == []  # fmt: skip


def test_long_words_are_broken_and_not_cut(browser, written, tmp_path):
    from tests.report.samples import review_of_nothing_but

    file = tmp_path / "long.html"
    file.write_text(written(review_of_nothing_but("x" * 3_000), "html"), encoding="utf-8")
    one = Opened(browser, file, 390, "light")
    assert one.run("document.documentElement.scrollWidth <= window.innerWidth")
    one.page.close()


CONTRAST = """() => {
  const parse = text => text.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + .05) / (y + .05); };
  const under = one => {
    for (; one; one = one.parentElement) {
      const [r, g, b, a = 1] = parse(getComputedStyle(one).backgroundColor);
      if (a > 0) return [r, g, b];
    }
    return [255, 255, 255];
  };
  document.querySelectorAll('details').forEach(one => one.open = true);
  const low = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let seen = 0;
  while (walk.nextNode()) {
    const one = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || one.closest('.hidden, .number-text, title, desc, style')) continue;
    const svg = one.namespaceURI.endsWith('svg'), style = getComputedStyle(one);
    const found = ratio(parse(svg ? style.fill : style.color), under(one));
    seen += 1;
    if (found < 4.5) low.push([found.toFixed(2), walk.currentNode.data.trim().slice(0, 40)]);
  }
  const number = document.querySelector('.number'), text = document.querySelector('.number-text');
  const fill = one => parse(getComputedStyle(one).fill);
  if (number && ratio(fill(number), fill(text)) < 4.5) low.push('number');
  for (const kind of ['.safety', '.heat', '.lane rect', '.near .reached']) {
    const one = document.querySelector(kind);
    if (!one) continue;
    const style = getComputedStyle(one), colour = style.stroke === 'none' ? style.fill : style.stroke;
    if (ratio(parse(colour), under(one.closest('section'))) < 3) low.push(kind);
  }
  return [seen, low];
}"""


def test_every_word_stands_out_from_its_ground(opened):
    seen, low = opened.run(CONTRAST)
    assert seen > 200
    assert low == []


def test_light_and_dark_are_two_pages(browser, files):
    grounds = set()
    for scheme in SCHEMES:
        one = Opened(browser, files / "skilled.html", 390, scheme)
        grounds.add(one.run("getComputedStyle(document.body).backgroundColor"))
        one.page.close()
    assert len(grounds) == 2


LANDMARKS = """kinds => {
  const faults = [], all = kind => [...document.querySelectorAll(kind)];
  const named = one => one.textContent.trim() || one.getAttribute('aria-label');
  if (document.documentElement.lang !== 'en') faults.push('lang');
  if (!document.title) faults.push('title');
  for (const kind of kinds)
    if (all(kind).length !== 1) faults.push(`${kind}: ${all(kind).length}`);
  let last = 0;
  for (const one of all('h1, h2, h3, h4')) {
    const level = Number(one.tagName[1]);
    if (level > last + 1) faults.push(`heading ${one.textContent} jumps`);
    last = level;
  }
  for (const one of all('a, summary, button, [role], figure figcaption')) if (!named(one)) {
    const labelled = one.getAttribute('aria-labelledby');
    if (!labelled) faults.push(one.outerHTML.slice(0, 80));
  }
  for (const one of all('section, nav, [role=region], [role=group], [role=img]'))
    if (!one.getAttribute('aria-label') && !one.getAttribute('aria-labelledby')) faults.push(one.tagName);
  for (const one of all('svg'))
    if (one.getAttribute('aria-hidden') !== 'true' && one.getAttribute('role') !== 'img')
      faults.push('svg without a role');
  for (const one of all('[aria-labelledby], [aria-describedby]'))
    for (const id of (one.getAttribute('aria-labelledby') || one.getAttribute('aria-describedby')).split(' '))
      if (!document.getElementById(id)) faults.push(`no ${id}`);
  for (const one of all('th')) if (!one.scope) faults.push('th without scope');
  for (const one of all('li')) if (!['UL', 'OL'].includes(one.parentElement.tagName)) faults.push('stray li');
  for (const one of all('[tabindex]')) if (one.tabIndex > 0) faults.push('tabindex');
  for (const one of all('body *')) if (one.checkVisibility() && one.childNodes.length
    && parseFloat(getComputedStyle(one).fontSize) < 10) faults.push(`small: ${one.textContent.slice(0, 20)}`);
  return faults;
}"""


def test_landmarks_headings_and_names(opened):
    faults = opened.run(LANDMARKS, ["main", "body > header", "body > footer", "nav", "h1"])
    assert faults == []


def test_kinds_of_marks_differ_by_more_than_their_colour(desk):
    lines = desk.run("[...document.querySelectorAll('.sample')].map(one => getComputedStyle(one).textDecorationStyle)")
    assert len(lines) >= 3
    assert len(set(lines)) == len(lines)


def test_the_keyboard_reaches_every_mark_and_shows_its_note(desk):
    wanted = desk.run("[...document.querySelectorAll('a.mark')].map(one => one.getAttribute('href'))")
    reached, highlighted = [], 0
    first = None
    for _ in range(600):
        desk.page.keyboard.press("Tab")
        at = desk.run("""() => {
          const one = document.activeElement;
          if (!one.matches('a.mark')) return [one.outerHTML.slice(0, 60) + one.href, null, null, null];
          const note = document.querySelector(one.getAttribute('href')), style = getComputedStyle(one);
          return [one.getAttribute('href'), getComputedStyle(note).outlineStyle, style.outlineStyle,
                  one.getAttribute('aria-describedby')];
        }""")
        if first is not None and at[0] == first:
            break
        first = first or at[0]
        if at[1]:
            reached.append(at[0])
            assert at[1:3] == ["solid", "solid"], at
            assert at[0][1:] in at[3].split()
            highlighted += 1
    assert reached == wanted
    assert highlighted > 5


def test_a_tap_on_a_mark_brings_its_note_into_sight(browser, files):
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto((files / "skilled.html").as_uri())
    mark = page.locator("a.mark:not(.sample)").first
    mark.tap()
    note = page.locator(mark.get_attribute("href"))
    box = note.bounding_box()
    assert 0 <= box["y"] < 844
    assert page.evaluate("document.querySelector(':target').matches('.note')")
    context.close()


def test_the_first_stop_leads_past_the_menu(desk):
    desk.page.keyboard.press("Tab")
    assert desk.run("document.activeElement.textContent") == "Skip to the conversation"
    assert desk.run("document.activeElement.getBoundingClientRect().left >= 0")
    desk.page.keyboard.press("Enter")
    assert desk.page.url.endswith("#talk")


def test_why_opens_by_key(desk):
    why = desk.page.locator("details.why > summary").first
    why.focus()
    desk.page.keyboard.press("Enter")
    assert desk.run("document.querySelector('details.why').open")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_on_paper_it_is_light_whole_and_without_a_menu(browser, files, scheme):
    one = Opened(browser, files / "skilled.html", 1440, scheme)
    one.page.emulate_media(media="print", color_scheme=scheme)
    assert one.run("getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()") == "#fdfcf9"
    shown = one.run("""Object.fromEntries(['.contents', '.skip', '.why', '.counts table', '.notes', '.lines'].map(
        kind => [kind, document.querySelector(kind).checkVisibility({contentVisibilityAuto: true})]))""")
    assert shown == {".contents": False, ".skip": False, ".why": False, ".counts table": True, ".notes": True, ".lines": True}  # fmt: skip # noqa: E501
    pdf = one.page.pdf(format="A4", print_background=True)
    one.page.close()
    assert pdf.startswith(b"%PDF-")
    assert 3 <= pdf.count(b"/Type /Page\n") <= 14


def test_chromium_prints_it_by_itself(files, tmp_path):
    made = tmp_path / "review.pdf"
    subprocess.run(
        [CHROMIUM, "--headless", *ARGUMENTS, f"--user-data-dir={tmp_path}/user", f"--print-to-pdf={made}",
         (files / "skilled.html").as_uri()],
        check=True, capture_output=True, timeout=60,
    )  # fmt: skip
    assert made.read_bytes().startswith(b"%PDF-")
