"""The conversation on a terminal's screen: printed from the top down, with the input line as the last thing on it."""

import contextlib
import sys
import threading
from collections.abc import Callable, Iterator, Sequence

from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import Input, create_input
from prompt_toolkit.output import Output
from prompt_toolkit.renderer import print_formatted_text

from simulator.cleaning import clean, one_line
from simulator.conversation.turn import Finish, Turn
from simulator.persona.scenario import Scenario
from simulator.terminal.device import Device, style, wait_for_key
from simulator.terminal.drafts import Drafts
from simulator.terminal.layout import Fragments, Page
from simulator.terminal.leaving import Leaving
from simulator.terminal.prompt import LABEL, Prompt
from simulator.terminal.scroll import Item, Scroll
from simulator.terminal.view import Exchange, Stand, brief, setting

SECONDS_A_CHARACTER = 0.025
LONGEST_DELAY = 2.5  # seconds
HOW = "Enter sends, Alt-Enter begins a new line, an empty line is silence, /end ends it, /help lists the rest."


class Screen:
    """The conversation with *person* on the terminal. With *delay* an answer takes the time of typing it."""

    reoffers = True

    def __init__(
        self, person: str, drafts: Drafts, delay: bool = True, typed: Input | None = None, shown: Output | None = None
    ):
        self._person, self._drafts, self._delay = one_line(person), drafts, delay
        self._typed = typed or create_input(sys.stdin)
        self._shown = shown or Device.from_pty(sys.stdout)
        self._style = style()
        self._leaving = Leaving()
        self._scroll = Scroll(self._page)
        self._prompt = Prompt(self._typed, self._shown, self._style, self._gutter, drafts, self._leaving, self._resized)
        self._accepted = ""
        self._meanwhile: threading.Thread | None = None

    @contextlib.contextmanager
    def open(self) -> Iterator["Screen"]:
        """While it is open keys are kept for the next prompt, unseen, and closing the window ends the conversation."""
        with self._leaving, self._typed.raw_mode():
            try:
                yield self
            finally:
                if self._accepted:  # it was sent, and something failed before it was said
                    self._drafts.save(self._accepted)

    def opening(self, scenario: Scenario, line: str) -> None:
        """The brief, then the person's first line."""
        self._brief(scenario)
        self._says(line)

    def again(self, scenario: Scenario, line: str, before: tuple[str, ...], past: Sequence[Exchange]) -> None:
        """The brief and everything said so far, at once."""
        self._brief(scenario)
        self._says(line, at_once=True)
        for show in before:
            self.seen(show)
        for turn, seen in past:
            self._you(turn.text)
            self._answer(turn, at_once=True)
            for show in seen:
                self.seen(show)

    def meanwhile(self, task: Callable[[], None]) -> None:
        """*task* is done in another thread."""
        self._meanwhile = threading.Thread(target=task)
        self._meanwhile.start()

    def read(self, stand: Stand, offered: str = "") -> str:
        """What is typed into the prompt; it stays on the screen."""
        if not offered:
            self._drafts.clear()
        text = self._prompt.read(lambda: self._toolbar(stand), offered)
        self._accepted = text
        if self._meanwhile is not None and self._meanwhile.is_alive():  # it may be seconds until it is said and kept
            self._drafts.save(text)
        self._you(text.strip())
        if text.startswith("/"):
            self._said()
        return text

    def turn(self, turn: Turn, seen: tuple[str, ...], stand: Stand) -> None:
        """The answer, after a while. What was said stands there already."""
        self._said()
        self._answer(turn)
        for show in seen:
            self.seen(show)

    def seen(self, show: str) -> None:
        """What happens in the room."""
        self._print(lambda page: page.direction(clean(show)))

    def note(self, kind: str, lines: Sequence[str]) -> None:
        """What the program says."""
        self._accepted = ""
        self._print(lambda page: page.note(kind, [clean(line) for line in lines]))

    def end(self, finish: Finish, because: str) -> None:
        """The person's last line."""
        self._drafts.clear()
        if because:
            self.note("", [because])
        if finish.line:
            self._says(finish.line)

    def _said(self) -> None:
        self._accepted = ""
        self._drafts.clear()

    def _you(self, text: str) -> None:
        self._print(lambda page: page.you(clean(text)))

    def _answer(self, turn: Turn, at_once: bool = False) -> None:
        if turn.aside:
            self._print(lambda page: page.note("", [clean(turn.aside)]))
        else:
            self._says(turn.reply, at_once)

    def _says(self, line: str, at_once: bool = False) -> None:
        """The person's *line* after the time it takes to type; any key cuts that short."""
        if self._delay and not at_once:
            self._write(self._page(self._columns).says(self._person, "...")[:-1])
            seconds = min(LONGEST_DELAY, SECONDS_A_CHARACTER * len(line))
            wait_for_key(self._typed, seconds, lambda: self._leaving.signal)
            self._shown.write_raw("\r")
            self._shown.erase_end_of_line()
        self._print(lambda page: page.says(self._person, clean(line)))

    def _brief(self, scenario: Scenario) -> None:
        def laid_out(page: Page) -> Fragments:
            made = page.paragraph("class:title", one_line(scenario.title))
            if scenario.content_note:
                made += page.paragraph("class:direction", clean(scenario.content_note))
            made.append(("", "\n"))
            for heading, lines in brief(scenario):
                made += page.section(heading, [clean(line) for line in lines])
            made.append(("", "\n"))
            return made + page.paragraph("class:direction", f"{setting(scenario)} {HOW}")

        self._print(laid_out)

    def _toolbar(self, stand: Stand) -> Fragments:
        pieces = [f"turn {stand.turn} of {stand.turns}", f"{stand.minute} of {stand.minutes} min"]
        text = " · ".join([*pieces, *filter(None, [stand.meters]), "/help"])
        columns = self._columns - 1
        return [("class:toolbar", text if len(text) <= columns else f"{stand.turn}/{stand.turns} · /help"[:columns])]

    @property
    def _columns(self) -> int:
        return self._shown.get_size().columns

    def _gutter(self) -> int:
        return self._page(self._columns).gutter

    def _page(self, columns: int) -> Page:
        return Page(columns, (self._person, LABEL))

    def _resized(self, before: Size, now: Size) -> None:
        """Lays out again what is in sight. The prompt comes below it, by itself."""
        self._shown.erase_screen()
        self._shown.cursor_goto(0, 0)
        self._write(self._scroll.again(before, now))

    def _print(self, item: Item) -> None:
        """Shows *item* and an empty line, for good."""
        self._write(self._scroll.add(lambda page: [*item(page), ("", "\n")], self._columns))

    def _write(self, text: Fragments) -> None:
        print_formatted_text(self._shown, text, self._style)
