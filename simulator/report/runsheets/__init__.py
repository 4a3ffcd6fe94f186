"""Run sheets of a scenario for a group: for the player, the trainer and an observer, as blocks that formats write."""

from collections.abc import Callable, Iterator

from simulator.persona.scenario import Scenario
from simulator.report.document import Block
from simulator.report.runsheets import observer, player, trainer

READERS: dict[str, Callable[[Scenario, str], Iterator[Block]]] = {
    "player": player.sheet,
    "trainer": trainer.sheet,
    "observer": observer.sheet,
}
"""Who it is for -> what makes it, from a scenario and the name of a level."""


def sheet(scenario: Scenario, reader: str, level: str = "standard") -> Iterator[Block]:
    """The run sheet of *scenario* for a *reader*, played at *level*. Raises KeyError for either that is not known."""
    scenario.level(level)
    return READERS[reader](scenario, level)
