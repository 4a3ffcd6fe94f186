"""What was prepared for a conversation goes along into it; who prepared nothing is told how."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.conversation.session import PREPARED
from simulator.journal import PREPARATIONS

if TYPE_CHECKING:
    from simulator.cli.beginning import Begun
    from simulator.practice.preparation import Preparation


def take_along(begun: Begun, people: bool, reminded: bool = True) -> Begun:
    """*begun* with what was prepared for it, if something was; from now on it is the session's. Raises JournalError.

    *people* are shown it, and where there is nothing, *reminded* how to prepare.
    """
    from simulator.cli.asking import interactive

    remarks = _taken(begun)
    if not remarks and reminded and interactive() and not begun.play.session.prepared:
        name = begun.header.path or begun.header.scenario
        remarks = (f"You can prepare this one first: /quit, then `rehearse prepare {name}`. Or just begin.",)
    return replace(begun, remarks=(*begun.remarks, *remarks)) if people else begun


def _taken(begun: Begun) -> tuple[str, ...]:
    """Takes along what waits for the conversation; its plan, or nothing."""
    if not (begun.home.path / PREPARATIONS).is_dir():
        return ()  # the first line must not wait for the rest
    from simulator.practice import waiting

    found = waiting.load(begun.home, begun.scenario.id)
    if found is None or not found.answered:
        return ()
    begun.play.keep(PREPARED, found.as_record())
    waiting.clear(begun.home, begun.scenario.id)
    return _plan(found)


def _plan(found: Preparation) -> tuple[str, ...]:
    """The plan in a few lines, for the beginning of the conversation."""
    rows = [
        ("Purpose", found.purpose),
        ("Ask", " / ".join(found.questions)),
        ("If it is taken wrongly", found.contrast),
        ("May throw you", found.derail),
    ]
    lines = [f"{head}: {text}" for head, text in rows if text]
    return ("You prepared this conversation. " + " ".join(lines[:1]), *lines[1:])
