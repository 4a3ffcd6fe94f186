"""The observer's sheet: what to listen for, with boxes to tick and room for the words. It gives nothing away either."""

from collections.abc import Iterator

from scoring.ear import default_ear
from scoring.scorecard import STEPS
from scoring.vocabulary import COSTLY
from simulator.persona.scenario import Scenario
from simulator.report.document import Block, Heading, Items, Para
from simulator.report.runsheets.wording import BOX, LINE, flat, named

_STEPS = {
    "open": "Open: a purpose for both, facts before views, their leave asked",
    "explore": "Explore: questions that begin with what or how, and then listening",
    "make_it_safe": "Make it safe: what is meant and not meant, what is seen, what it may feel like",
    "summarize": "Summarize: their points first, their ideas first, then who does what by when",
}
_WRITE = "Turn ......   Words " + "." * 44
_LINES_A_SKILL = 2


def sheet(scenario: Scenario, level: str) -> Iterator[Block]:
    """The observer's blocks; the *level* changes nothing for them."""
    rules = default_ear().rules
    yield Heading(f"{flat(scenario.title)}: what to listen for", 1)
    yield Para("For the observer. Player: ....................   Observer: ....................", quiet=True)
    yield Para(
        "Write down words, exactly as they were typed, and the turn. What they did to the other comes after the words; "
        "what you think of the player stays out."
    )
    yield Heading("Practised here")
    for skill in scenario.practises:
        yield Para(f"{BOX} {_capital(named(skill))}: {rules[skill].about if skill in rules else ''}")
        yield Items((_WRITE,) * _LINES_A_SKILL)
    yield Heading("The steps, in whatever order they came")
    for step, skills in STEPS.items():
        yield Para(f"{BOX} {_STEPS[step]}")
        yield Items((*(f"{BOX} {named(skill)}" for skill in skills), _WRITE))
    yield Heading("Moves that cost: a stroke for each")
    yield Items(tuple(f"{BOX * 3} {named(skill)} " + "." * max(8, 50 - len(named(skill))) for skill in COSTLY))
    yield Heading("Two moments")
    yield Para("When did the other open up, and what had just been said?")
    yield Items((_WRITE, LINE))
    yield Para("When did the other close, and what had just been said?")
    yield Items((_WRITE, LINE))
    yield Para("A flinch, a look away, a silence: was it seen, and what was said then?")
    yield Items((_WRITE, LINE))
    yield Heading("One thing to try next time, in the player's own kind of words")
    yield Para(LINE)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
