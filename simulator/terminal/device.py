"""The terminal as this program uses it: nothing is asked of it, and one that has gone away is no error."""

import os
import select
import time
from collections.abc import Callable, Mapping

from prompt_toolkit.input import Input
from prompt_toolkit.input.typeahead import get_typeahead, store_typeahead
from prompt_toolkit.output.vt100 import Vt100_Output
from prompt_toolkit.styles import Style

_SLICE = 0.1  # seconds after which a wait looks whether it should end

_COLOURED = {
    "title": "bold",
    "heading": "bold",
    "person": "bold",
    "you": "bold ansicyan",
    "direction": "italic dim",
    "kind": "dim",
    "note": "",
    "rule": "dim",
    "toolbar": "dim",
    "warning": "bold",
}


class Device(Vt100_Output):
    """Output that never asks the terminal where its cursor is: many do not answer, and say so on the screen."""

    gone = False

    @property
    def responds_to_cpr(self) -> bool:
        """Whether the position of the cursor may be asked for."""
        return False

    def flush(self) -> None:
        """Writes what is waiting; a closed window takes nothing any more."""
        try:
            super().flush()
        except OSError:
            self.gone = True
            self._buffer = []


def style(environ: Mapping[str, str] = os.environ) -> Style:
    """The looks of the screen. With NO_COLOR there are none: layout has to do."""
    if environ.get("NO_COLOR"):
        return Style.from_dict(dict.fromkeys(_COLOURED, ""))
    return Style.from_dict(_COLOURED)


def wait_for_key(typed: Input, seconds: float, enough: Callable[[], object]) -> None:
    """Waits until the time is over, *enough* says so, or a key is pressed, which stays to be read."""
    before = get_typeahead(typed)
    store_typeahead(typed, before)
    end = time.monotonic() + seconds
    while not before and not enough() and (left := end - time.monotonic()) > 0:
        if select.select([typed.fileno()], [], [], min(left, _SLICE))[0]:
            return
