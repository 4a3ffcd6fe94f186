"""Pronouns in lines that serve several people: ``($They tip$s $their head.)``.

Only the fields named here are filled in; any other dollar sign stays as it is written, so a price is a price.
"""

from string import Template

_SHE = {
    "they": "she", "them": "her", "their": "her", "theirs": "hers", "themself": "herself",
    "s": "s", "es": "es", "is": "is", "has": "has", "does": "does", "was": "was",
}  # fmt: skip
_HE = _SHE | {"they": "he", "them": "him", "their": "his", "theirs": "his", "themself": "himself"}
_THEY = {
    "they": "they", "them": "them", "their": "their", "theirs": "theirs", "themself": "themself",
    "s": "", "es": "", "is": "are", "has": "have", "does": "do", "was": "were",
}  # fmt: skip
_BY_PRONOUN = {"she": _SHE, "he": _HE, "they": _THEY}

FIELDS = tuple(_SHE) + tuple(word.capitalize() for word in _SHE) + ("name",)


class _Wording(Template):
    idpattern = "(?-i:" + "|".join(sorted(FIELDS, key=len, reverse=True)) + ")(?![A-Za-z])"
    braceidpattern = "(?-i:" + "|".join(sorted(FIELDS, key=len, reverse=True)) + ")"


def fields(pronouns: str, name: str) -> dict[str, str]:
    """The values of all fields for a person."""
    words = _BY_PRONOUN[pronouns]
    return words | {key.capitalize(): value.capitalize() for key, value in words.items()} | {"name": name}


def worded(text: str, values: dict[str, str]) -> str:
    """*text* with its fields filled in."""
    return _Wording(text).safe_substitute(values) if "$" in text else text
