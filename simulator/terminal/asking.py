"""Questions on a terminal: an answer is a line that can be edited, a letter is a text of many."""

import asyncio
import contextlib
import re
import shutil
import sys
from collections.abc import Iterator

from prompt_toolkit import PromptSession
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.input import Input, create_input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.output import Output
from prompt_toolkit.utils import get_cwidth

from scoring.text import MAX_CHARACTERS
from simulator.cleaning import clean
from simulator.practice.asker import Enough
from simulator.report.formats.terminal import wrapped
from simulator.terminal.device import Device, style
from simulator.terminal.drafts import Drafts
from simulator.terminal.leaving import Leaving
from simulator.terminal.wordwrap import WordWrap

_WIDEST = 96  # columns that are still easy to read
_ROOM = 24  # columns that an answer has at least
_MARK = re.compile(
    r" *(?:\d{1,2} +)?(?:\[[x ]\] |[-+] )?"
)  # what stands before a line, and the rest of it stands under
HOW_LETTER = "Enter begins a new line. Ctrl-D when it is done; Ctrl-C leaves it for later."


class Asking:
    """Asks on the terminal. When the window is closed what is half typed counts as the answer, and nothing is asked
    any more."""

    def __init__(self, typed: Input | None = None, shown: Output | None = None):
        self._typed = typed or create_input(sys.stdin)
        self._shown = shown or Device.from_pty(sys.stdout)
        self._leaving = Leaving()
        self._gone = False

    @contextlib.contextmanager
    def open(self) -> Iterator["Asking"]:
        """While it is open keys are kept for the next question, unseen, and closing the window ends the asking."""
        with self._leaving, self._typed.raw_mode():
            yield self

    def tell(self, *lines: str) -> None:
        """Shows lines, wrapped; one that is indented stays so."""
        width = min(_WIDEST, shutil.get_terminal_size((80, 24)).columns - 1)
        for line in lines:
            mark = _MARK.match(line)[0]
            for number, row in enumerate(wrapped(clean(line)[len(mark) :].strip(), max(20, width - len(mark)))):
                self._shown.write(f"{' ' * len(mark) if number else mark}{row}")
                self._shown.write_raw("\n")
        self._shown.flush()

    def ask(self, question: str, offered: str = "") -> str:
        """The answer in one line, after *offered*. Raises Enough."""
        if self._gone:
            raise Enough
        question = clean(question)
        if get_cwidth(question) + _ROOM > shutil.get_terminal_size((80, 24)).columns:
            self.tell(question)  # beside it there would be no room for the answer, and nothing would be shown
            question = "> "
        try:
            return self._read(question, offered, False, None)
        except (EOFError, KeyboardInterrupt):
            raise Enough from None

    def letter(self, offered: str, drafts: Drafts) -> str | None:
        """A text of many lines, after *offered*; None where it is left for later, and then *drafts* has it."""
        with self.open():
            self.tell(HOW_LETTER, "")
            try:
                text = self._read("", offered, True, drafts)
            except (EOFError, KeyboardInterrupt):
                return None
        if self._gone:
            drafts.save(text)
            return None
        return text

    def _read(self, question: str, offered: str, lines: bool, drafts: Drafts | None) -> str:
        session: PromptSession[str] = PromptSession(
            multiline=lines,
            prompt_continuation=lambda width, line, wraps: " " * width,
            input_processors=[WordWrap(lambda: get_cwidth(question), _WIDEST)],
            key_bindings=_bindings(lines),
            input=self._typed,
            output=self._shown,
            style=style(),
        )
        buffer = session.default_buffer
        buffer.on_text_changed += _Watch(drafts)

        def begin() -> None:
            loop = asyncio.get_running_loop()

            def leave() -> None:
                self._gone = True
                if not session.app.is_done:
                    session.app.exit(result=buffer.text)

            self._leaving.wake = lambda: loop.call_soon_threadsafe(leave)
            if self._leaving.signal:
                leave()

        try:
            return clean(session.prompt(question, default=offered, pre_run=begin))
        except (EOFError, KeyboardInterrupt) as end:
            if drafts is not None:
                drafts.save(clean(buffer.text))
            elif isinstance(end, EOFError) and buffer.text:  # no Ctrl-D, which needs an empty line: the window is gone
                self._gone = True
                return clean(buffer.text)
            raise
        finally:
            self._leaving.wake = None


class _Watch:
    """Cleans what is typed or pasted before it is shown, and has it kept, also where no further key is pressed."""

    def __init__(self, drafts: Drafts | None):
        self._drafts, self._cleaning = drafts, False
        self._timer: asyncio.TimerHandle | None = None

    def __call__(self, buffer: Buffer) -> None:
        if self._cleaning:
            return
        text = clean(buffer.text)[:MAX_CHARACTERS]
        if text != buffer.text:
            self._cleaning = True
            buffer.document = Document(text, min(len(text), len(clean(buffer.text[: buffer.cursor_position]))))
            self._cleaning = False
        if self._drafts is not None and self._timer is None:
            self._keep(self._drafts, buffer)

    def _keep(self, drafts: Drafts, buffer: Buffer) -> None:
        """Keeps the draft where that is due, and sees to it that it will be."""
        self._timer = None
        wait = drafts.typed(clean(buffer.text)[:MAX_CHARACTERS])
        if wait:
            self._timer = asyncio.get_running_loop().call_later(wait, self._keep, drafts, buffer)


def _bindings(lines: bool) -> KeyBindings:
    keys = KeyBindings()
    if lines:

        @keys.add("c-d")
        def _done(event: KeyPressEvent) -> None:
            event.current_buffer.validate_and_handle()

    return keys
