"""What typed words do: the moves of a difficult conversation, found in the user's own characters, with the reason.

This package knows nothing of scenarios, personas, terminals or files of a session.

    >>> from scoring import detect
    >>> detect("What was that like for you?", heard=["It went on a slide."]).skills
    ('curiosity',)
"""

from scoring.findings import Cancelled, Detection, Finding
from scoring.spotting import Spotter, amounts_to, spot
from scoring.vocabulary import COSTLY, MARKS, REWARDED, SKILLS


def detect(text: str, heard=()) -> Detection:
    """The skills and marks that *text* carries. *heard* are the other's last lines, oldest first.

    The same words give the same findings, however they are spelt in Unicode. Raises ValueError for a text of more
    than 20,000 characters.
    """
    from scoring.ear import default_ear

    return default_ear().detect(text, heard)


def content_words(text: str) -> frozenset[str]:
    """The stems of the words of *text* that carry content."""
    from scoring.ear import default_ear

    return default_ear().content(text)


def word_class(name: str) -> tuple[str, ...]:
    """The words and phrases of a class in lexicon.yaml. Raises KeyError for a class that is not there."""
    from scoring.sources import load_classes

    return tuple(" ".join(row) for row in load_classes()[0][name])


__all__ = [
    "COSTLY",
    "MARKS",
    "REWARDED",
    "SKILLS",
    "Cancelled",
    "Detection",
    "Finding",
    "Spotter",
    "amounts_to",
    "content_words",
    "detect",
    "spot",
    "word_class",
]
