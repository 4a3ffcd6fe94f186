"""Where the user types: several lines, wrapped between words, with a line of facts about the conversation below."""

import asyncio
from collections.abc import Callable

from prompt_toolkit.application import Application, get_app
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.data_structures import Size
from prompt_toolkit.document import Document
from prompt_toolkit.input import Input
from prompt_toolkit.layout import BufferControl, Dimension, FormattedTextControl, HSplit, Layout, Window
from prompt_toolkit.output import Output
from prompt_toolkit.styles import BaseStyle

from simulator.cleaning import clean
from simulator.terminal.drafts import Drafts
from simulator.terminal.keys import bindings
from simulator.terminal.layout import WIDEST, Fragments
from simulator.terminal.leaving import Leaving
from simulator.terminal.view import Left
from simulator.terminal.wordwrap import WordWrap

LABEL = "You"


class Prompt:
    """The input line. It is erased when it is done: what was said is shown again as part of the conversation."""

    def __init__(
        self,
        typed: Input,
        shown: Output,
        style: BaseStyle,
        gutter: Callable[[], int],
        drafts: Drafts,
        leaving: Leaving,
        resized: Callable[[Size, Size], None],
    ):
        self._gutter, self._drafts, self._leaving = gutter, drafts, leaving
        self._below: Callable[[], Fragments] = list
        self._timer: asyncio.Handle | None = None
        self._cleaning = False
        self._resized, self._size = resized, shown.get_size()
        self.warning = ""
        """A sentence below the text until the next key, such as why a paste was refused."""
        self.interrupted = False
        """Whether the last key was Ctrl-C."""
        self.buffer = Buffer(multiline=True, on_text_changed=self._changed)
        text = Window(
            BufferControl(self.buffer, input_processors=[WordWrap(gutter, WIDEST)]),
            height=Dimension(min=1),
            wrap_lines=True,
            dont_extend_height=True,
            get_line_prefix=self._before_row,
        )
        below = Window(FormattedTextControl(self._toolbar), height=1, dont_extend_height=True)
        self._app: Application[str | Left] = Application(
            Layout(HSplit([text, below]), text),
            style=style,
            key_bindings=bindings(self),
            erase_when_done=True,
            input=typed,
            output=shown,
            before_render=self._before_render,
        )

    def read(self, below: Callable[[], Fragments], offered: str = "") -> str:
        """What is typed, after *offered*. Raises Left; what is half typed then is kept."""
        self._below, self._timer, self.interrupted = below, None, False
        self.warning = ""
        self.buffer.reset(Document(offered, len(offered)))
        if self._leaving.signal:
            raise Left(self._leaving.signal)
        try:
            result = self._app.run(pre_run=self._begin, set_exception_handler=False)
        except EOFError:  # the terminal is gone
            result = Left()
        finally:
            self._leaving.wake = None
        if isinstance(result, Left):
            self._drafts.save(self.buffer.text)
            raise result
        return result

    def leave(self, signal: int = 0) -> None:
        """Ends the reading: the user goes."""
        if not self._app.is_done:
            self._app.exit(result=Left(signal))

    def accept(self) -> None:
        """Ends the reading: what is typed is to be said."""
        self.buffer.append_to_history()
        self._app.exit(result=self.buffer.text)

    def clear(self) -> None:
        """Takes back what is typed; the up key brings it again."""
        self.buffer.append_to_history()
        self.buffer.reset()
        self._changed(self.buffer)

    def _begin(self) -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(self._broken)
        self._leaving.wake = lambda: loop.call_soon_threadsafe(lambda: self.leave(self._leaving.signal))

    def _broken(self, loop: asyncio.AbstractEventLoop, about: dict) -> None:
        """A fault in a callback goes to whoever reads, and never as text on the screen."""
        fault = about.get("exception")
        if fault is not None and not self._app.is_done:
            self._app.exit(exception=fault)

    def _changed(self, buffer: Buffer) -> None:
        if self._cleaning:
            return
        self.warning, self.interrupted = "", False
        text = clean(buffer.text)
        if text != buffer.text:
            self._cleaning = True
            buffer.document = Document(text, len(clean(buffer.text[: buffer.cursor_position])))
            self._cleaning = False
        if self._timer is None:  # soon: what was typed while the answer was made comes all at once
            self._timer = asyncio.get_running_loop().call_soon(self._keep)

    def _keep(self) -> None:
        """Keeps the draft where that is due, and sees to it that it will be."""
        self._timer = None
        wait = self._drafts.typed(self.buffer.text)
        if wait:
            self._timer = asyncio.get_running_loop().call_later(wait, self._keep)

    def _before_render(self, app: Application) -> None:
        size = app.output.get_size()
        if size != self._size:
            before, self._size = self._size, size
            self._resized(before, size)

    def _before_row(self, line: int, wrapped: int) -> Fragments:
        gutter = self._gutter()
        return [("class:you", f"{LABEL:<{gutter}}")] if line == wrapped == 0 else [("", " " * gutter)]

    def _toolbar(self) -> Fragments:
        columns = get_app().output.get_size().columns - 1
        if self.warning or self._drafts.fault:
            return [("class:warning", (self.warning or self._drafts.fault)[:columns])]
        return self._below()
