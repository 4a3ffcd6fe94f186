"""Breaks the text that is being typed between words, where prompt_toolkit would break anywhere."""

from bisect import bisect_left
from collections.abc import Callable

from prompt_toolkit.formatted_text.utils import fragment_list_to_text
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
from prompt_toolkit.layout.utils import explode_text_fragments
from prompt_toolkit.utils import get_cwidth


class WordWrap(Processor):
    """Fills the rest of a row with spaces where the next word would not fit; they are shown and not typed.

    *gutter* is what stands before every row, and *widest* the columns that a row may have, gutter included.
    """

    def __init__(self, gutter: Callable[[], int], widest: int):
        self._gutter, self._widest = gutter, widest

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """The line with its fillings."""
        gutter = self._gutter()
        room = transformation_input.width - gutter
        width = min(room - 1, self._widest - gutter)  # as the text is laid out once it is sent
        fragments = explode_text_fragments(transformation_input.fragments)
        if width < 4:
            return Transformation(fragments)
        shown, place = fill(fragment_list_to_text(fragments), width, room)
        line = [fragments[typed] if typed is not None else ("", " ") for typed in shown]
        return Transformation(
            line,
            source_to_display=lambda typed: place[min(typed, len(place) - 1)],
            display_to_source=lambda at: min(bisect_left(place, at), len(place) - 1),
        )


def fill(text: str, width: int, room: int) -> tuple[list[int | None], list[int]]:
    """How *text* is shown in rows of *room* columns when only *width* of them are to be used.

    The first list has, for every character shown, its place in *text* or None for a filling; the second has, for
    every place in *text* and its end, where it is shown.
    """
    shown: list[int | None] = []
    place: list[int] = []
    column, at = 0, 0
    while at < len(text):
        end = at + 1
        if text[at] != " ":
            while end < len(text) and text[end] != " ":
                end += 1
            size = get_cwidth(text[at:end])
            if column and column + size > width:
                shown += [None] * (room - column)
                column = 0
        for typed in range(at, end):
            size = get_cwidth(text[typed])
            if column + size > width:
                if text[typed] == " " and end < len(text):  # the space between two rows is not shown
                    place.append(len(shown) + room - column)
                    shown += [None] * (room - column)
                    column = 0
                    continue
                shown += [None] * (room - column)
                column = 0
            place.append(len(shown))
            shown.append(typed)
            column += size
        at = end
    return shown, [*place, len(shown)]
