"""What the keys do that are not simply typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.key_binding.key_processor import KeyPressEvent
from prompt_toolkit.keys import Keys

from scoring.text import MAX_CHARACTERS
from simulator.cleaning import clean

if TYPE_CHECKING:
    from simulator.terminal.prompt import Prompt


def bindings(prompt: Prompt) -> KeyBindings:
    """Enter sends, Alt-Enter and Esc-Enter begin a new line, Ctrl-C clears and twice leaves, Ctrl-D leaves."""
    keys = KeyBindings()

    @keys.add("enter")
    def _send(event: KeyPressEvent) -> None:
        typed = len(prompt.buffer.text.strip())
        if typed > MAX_CHARACTERS:
            prompt.warning = f"{typed:,} characters; a turn has at most {MAX_CHARACTERS:,}. Please shorten it."
        else:
            prompt.accept()

    @keys.add("escape", "enter")
    @keys.add("escape", "c-j")
    def _new_line(event: KeyPressEvent) -> None:
        prompt.buffer.newline(copy_margin=False)

    @keys.add(Keys.BracketedPaste)
    def _paste(event: KeyPressEvent) -> None:
        text = clean(event.data).replace("\t", "    ")
        size = len(prompt.buffer.text) + len(text)
        if size > MAX_CHARACTERS:
            prompt.warning = f"Not pasted: {size:,} characters; a turn has at most {MAX_CHARACTERS:,}."
        else:
            prompt.buffer.insert_text(text)

    @keys.add("c-c")
    @keys.add("<sigint>")
    def _clear_or_leave(event: KeyPressEvent) -> None:
        if prompt.interrupted:
            prompt.leave()
        else:
            prompt.clear()
            prompt.interrupted = True
            prompt.warning = "Ctrl-C again leaves; the conversation is kept."

    @keys.add("c-d")
    def _leave(event: KeyPressEvent) -> None:
        prompt.leave()

    @keys.add(Keys.Vt100MouseEvent)
    def _no_mouse(event: KeyPressEvent) -> None:
        """Nothing: a colour code that somebody sends raw is taken for a mouse, and the library's own reading fails."""

    @keys.add("c-z")
    def _suspend(event: KeyPressEvent) -> None:
        event.app.suspend_to_background()

    return keys
