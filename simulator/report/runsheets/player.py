"""The player's sheet: the brief and room to prepare. Nothing that the person holds back may reach it.

The content note names what comes up, so it is not here either: the trainer has it, and tells whoever asks.
"""

from collections.abc import Iterator

from simulator.persona.scenario import Scenario
from simulator.report.document import Block, Heading, Items, Para
from simulator.report.runsheets.wording import LINE, TURNS, flat, setting


def sheet(scenario: Scenario, level: str) -> Iterator[Block]:
    """The player's blocks. Only the brief and the setting are read; the *level* changes nothing for the player."""
    brief = scenario.brief
    yield Heading(flat(scenario.title), 1)
    yield Para("For the player.", quiet=True)
    for heading, text in (
        ("You are", brief.you_are),
        ("They are", brief.they_are),
        ("What happened", brief.what_happened),
    ):
        if text:
            yield Heading(heading)
            yield Para(flat(text))
    if brief.facts:
        yield Heading("Seen, heard or written")
        yield Items(tuple(map(flat, brief.facts)))
        yield Para("Nothing else is certain yet.", quiet=True)
    if brief.your_task:
        yield Heading("Your task")
        yield Para(flat(brief.your_task))
    yield Heading("Where")
    yield Para(setting(scenario))
    if brief.before_you_start:
        yield Heading("Before you start")
        for question in brief.before_you_start:
            yield Para(flat(question))
            yield Para(LINE)
    yield Heading("How it goes")
    yield Items(
        (
            "You type what you would say, and the other answers. An empty line is silence, and silence is a move.",
            f"You have time for about {TURNS} turns. There is no right script, and a slip can be mended.",
            "/facts shows again what is certain. /end ends the conversation.",
            "The trainer knows which subjects may come up. If there is one that you would rather not meet today, ask.",
        )
    )
