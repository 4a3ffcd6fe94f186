"""Pages to test beside the review: conversations compared, and run sheets, one of them made of nothing but a text."""

import io

from simulator.demo import perform
from simulator.report.blocks import Heading, Items, Para, Said, Table
from simulator.report.comparing import column, comparison
from simulator.report.formats import html_page
from simulator.report.lookback import Against, Chair, Inside, OwnMark, Reflection, Run
from simulator.report.parting import Parting, Stand, Step
from simulator.report.runs import run_of
from simulator.report.runsheets import sheet
from tests.report.samples import review_of_nothing_but


def page_of(write, *what, **how) -> str:
    """What *write* writes."""
    stream = io.StringIO()
    write(*what, stream, **how)
    return stream.getvalue()


def compared(january, *names):
    """The walkthroughs called *names*, beside each other."""
    from simulator.report import review

    columns = []
    for place, name in enumerate(names):
        session = perform(january, name).session
        run = run_of(session.read(0), session.branches[0], session.finish(0), january)
        columns.append(column(review(session, january), run, "ABCDEFGH"[place]))
    return comparison(tuple(columns))


def sheet_page(scenario, reader, level="standard") -> str:
    """A run sheet as a page."""
    return page_of(html_page.write_sheet, sheet(scenario, reader, level), labelled=reader != "player")


def beside_nothing_but(text: str) -> dict:
    """The parts of a review that stand beside what was heard, with *text* wherever a text can be."""
    return {
        "reflection": Reflection(text, text, (OwnMark(1, text, (text, "blame"), ("blame",)),)),
        "preparation": (Against(text, text, text, text, 2, text), Against("facts", text, text, text)),
        "chair": Chair(text, text, (Inside(1, text, (text,), text), Inside(2, "", (), text))),
        "runs": (run(text, 0, scored=True), run(text, 1, best=True)),
        "parting": parting_of_nothing_but(text),
    }


def run(text: str, branch: int, **what) -> Run:
    """A run that ended as *text*."""
    return Run(branch, 0, 1, 3, text, text, 2, 1, 1, 2, 1, 40 + branch, 50, **what)


def parting_of_nothing_but(text: str) -> Parting:
    """Two ways that part at the second turn, and one of them is over at the third."""
    one = Stand(text, text, text, 30, 20, (text,), (text,))
    other = Stand(text, f"{text} x", text, 60, 20, (text,), (text,))
    silence = Stand("", text, "fine", 50, 10, (), (text, text))
    steps = (
        Step(1, one, one),
        Step(2, one, other),
        Step(3, silence, silence),
        Step(4, other, None),
        Step(5, None, one),
    )
    return Parting(text, steps, text, text, text, text, (text, text))


def comparison_of_nothing_but(text: str):
    """Two conversations compared, with *text* wherever a text can be."""
    review = review_of_nothing_but(text)
    columns = (column(review, run(text, 0), text), column(review, run("mutual_plan", 1), "B"))
    return comparison(columns, parting_of_nothing_but(text))


def blocks_of_nothing_but(text: str):
    """Blocks of every kind, with *text* in each."""
    yield Heading(text, 1)
    yield Para(text, quiet=True)
    yield Heading(f"x {text}")
    yield Para(f"{text}: {text}")
    yield Items((text, f"x {text}", f"☐ {text} ........", f"{text}: {text}"))
    yield Said(text, text, mine=True)
    yield Table((text, "b"), ((text, text), (text, text)))
