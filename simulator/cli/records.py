"""Gives out a record of ours: as blocks for people, or whole as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TextIO

from simulator.cli.faults import USAGE, Refusal

if TYPE_CHECKING:
    from simulator.report.blocks import Block

FORMATS = ("terminal", "markdown", "html", "json")
"""What a record can be written as."""

Writer = Callable[[Any, TextIO], None]


def give(
    record: Any,
    blocks: Callable[[Any], Iterable[Block]],
    format_name: str | None,
    output: str | None,
    as_page: Writer | None = None,
) -> None:
    """Writes *record* to the file *output*, or shows it; *as_page* writes its HTML where it has a page of its own.
    Raises Refusal for a format that it has not."""
    from simulator.cli import page
    from simulator.report.formats import named_by

    name = format_name or named_by(output or "")
    if name not in FORMATS:
        raise Refusal(f"This is written as {', '.join(FORMATS)}; '{name}' is for a whole review.", USAGE)
    if name == "html" and as_page is not None:
        page.put(lambda stream: as_page(record, stream), output)
        return
    if name != "json":
        page.give(blocks(record), name, output)
        return
    from simulator.codec import to_json

    text = json.dumps(to_json(record), indent=1) + "\n"  # ASCII: nothing in it can steer a screen
    page.put(lambda stream: stream.write(text), output)
