"""Which of the speakers of a transcript is the user."""

from difflib import get_close_matches

from simulator.importers.transcript import Transcript

ME = ("manager", "me", "i", "you", "coach", "leader", "boss", "user")
"""Speakers who are taken for the user when nobody says who is."""

_LISTED = 12  # speakers that a message names


class WhoError(ValueError):
    """It is not clear who the user is; the message names the speakers."""


def whose(transcript: Transcript, me: str | None) -> str:
    """The speaker whose words are scored. Raises WhoError.

    *me* is a name whatever its capitals, or words of only one name ('maria' for Maria Lopez); a misspelt one is not
    guessed at, since the words of somebody else would be scored. None finds the one who is called as in ME.
    """
    names = transcript.speakers
    if me is None:
        found = [name for name in names if name.casefold() in ME]
        if len(found) == 1:
            return found[0]
        raise WhoError(f"Who are you in {transcript.name}? Give --me NAME; {_those(names)}.")
    wanted = " ".join(me.split()).casefold()
    found = [name for name in names if name.casefold() == wanted] or [
        name for name in names if wanted and set(wanted.split()) <= set(_words(name))
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise WhoError(f"'{me}' may be {_either(found)} in {transcript.name}; give more of the name with --me.")
    near = _near(wanted, names)
    hint = f"did you mean {_either(near)}?" if near else f"{_those(names)}."
    raise WhoError(f"Nobody in {transcript.name} is called '{me}'; {hint}")


def _near(wanted: str, names: tuple[str, ...]) -> list[str]:
    """The names like *wanted*, whole or in one of their words, at most three."""
    known: dict[str, str] = {}
    for name in names:
        for part in (name.casefold(), *_words(name)):
            known.setdefault(part, name)
    close = get_close_matches(wanted, known, n=4, cutoff=0.7)
    return list(dict.fromkeys(known[part] for part in close))[:3]


def _words(name: str) -> list[str]:
    return name.casefold().replace("(", " ").replace(")", " ").replace(",", " ").split()


def _either(names: list[str]) -> str:
    return " or ".join(f"'{name}'" for name in names[:_LISTED])


def _those(names: tuple[str, ...]) -> str:
    if len(names) == 1:
        return f"only '{names[0]}' speaks there"
    more = f" and {len(names) - _LISTED} more" if len(names) > _LISTED else ""
    return f"there speak {', '.join(names[:_LISTED])}{more}"
