"""How typed forms of little words are read: "dont" as do not, "u" as you. The words are data, in spelling.yaml."""

from functools import lru_cache
from pathlib import Path

SOURCE = Path(__file__).parent / "spelling.yaml"

_ENDINGS = {"'m": "am", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would"}
_IS_AFTER = frozenset(
    (
        "it that what how there here he she who where this everything something nothing everyone nobody somebody so"
        " when all one tha why"
    ).split()
)  # "it's" is it is, but "Marek's" stays the name with its ending


class Spelling:
    """Reads typed words. *written* maps a form to its words; *depends* to a choice by the word that follows."""

    def __init__(self, written: dict[str, list[str]], depends: dict[str, dict]):
        self._written = written
        self._depends = {form: (frozenset(one["then"]), one["first"], one["second"]) for form, one in depends.items()}
        self.read = lru_cache(maxsize=50_000)(self._read)

    def _read(self, form: str, following: str = "") -> tuple[str, ...]:
        """The words that *form* stands for, when *following* is the next typed word."""
        known = self._written.get(form)
        if known is not None:
            return tuple(known)
        if form in self._depends:
            then, first, second = self._depends[form]
            follows = following in then or (first.endswith("are") and following.endswith("ing"))
            return tuple((first if follows else second).split())
        if "'" not in form:
            return (form,)
        stem, _, ending = form.rpartition("'")
        if ending == "t" and len(stem) > 1 and stem.endswith("n"):
            return (stem[:-1], "not")
        if "'" + ending in _ENDINGS:
            return (*self._read(stem), _ENDINGS["'" + ending])
        if ending == "s" and stem in _IS_AFTER:
            return (stem, "is")
        return (form.strip("'"),) if form.strip("'") else (form,)


def from_plain(said: dict) -> Spelling:
    """The spelling in *said*, the plain content of spelling.yaml."""
    return Spelling({form: text.split() for form, text in said["written"].items()}, said["depends"])
