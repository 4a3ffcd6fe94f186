"""What stands above the prompt, so that it can be laid out again for a window of another size.

Terminals differ in what they do to lines that no longer fit: some break them, some cut them. Neither is readable.
"""

from collections.abc import Callable

from prompt_toolkit.data_structures import Size

from simulator.terminal.layout import Fragments, Page

Item = Callable[[Page], Fragments]
"""One thing shown, ready to be laid out for any page."""


class Scroll:
    """Everything shown so far."""

    def __init__(self, page: Callable[[int], Page]):
        self._page = page
        self._items: list[Item] = []

    def add(self, item: Item, columns: int) -> Fragments:
        """Puts *item* at the end; its layout now."""
        self._items.append(item)
        return item(self._page(columns))

    def again(self, before: Size, now: Size) -> Fragments:
        """All that can have been in sight in a window of the size *before*, and what fills one of the size *now*."""
        first = min(self._first_in_sight(before), self._first_in_sight(now))
        page = self._page(now.columns)
        return [piece for item in self._items[first:] for piece in item(page)]

    def _first_in_sight(self, size: Size) -> int:
        page, rows = self._page(size.columns), 0
        for place in range(len(self._items) - 1, -1, -1):
            rows += sum(text.count("\n") for _, text in self._items[place](page))
            if rows >= size.rows:
                return place
        return 0
