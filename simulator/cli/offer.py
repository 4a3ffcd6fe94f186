"""What to offer when a name is not known: the names that are near it."""

from collections.abc import Iterable

MANY = 8  # names that are listed where none is near


def offer(typed: str, known: Iterable[str]) -> str:
    """A sentence: ``Did you mean 'play'?`` for near ones, else the *known* names where they are few, else ''."""
    from difflib import get_close_matches

    names = sorted(set(known))
    near = [name for name in names if len(typed) > 2 and typed.lower() in name.lower()]
    near = near[:3] or get_close_matches(typed.lower(), names, n=3, cutoff=0.5)
    if near:
        return f"Did you mean {' or '.join(repr(name) for name in near)}?"
    if 0 < len(names) <= MANY:
        return f"There {'is' if len(names) == 1 else 'are'} {', '.join(names)}."
    return ""


def sentence(*parts: str) -> str:
    """The *parts* that are there, with one space between them."""
    return " ".join(filter(None, parts))
