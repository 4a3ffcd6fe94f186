"""The five-minute questionnaire: from whole sentences of the user's to a scenario that can be played and edited."""

from simulator.authoring.wizard.answers import (
    LONGEST,
    NOT_FOR,
    SURPRISE,
    TEMPERAMENTS,
    Answers,
    Hidden,
    Misreading,
    is_surprise,
    misread_labels,
    read_answers,
    speaks_of_harm,
)
from simulator.authoring.wizard.dealing import deal
from simulator.authoring.wizard.deck import DECK, cards, check, is_deck
from simulator.authoring.wizard.fears import puts_right
from simulator.authoring.wizard.mending import capitalised
from simulator.authoring.wizard.remarks import about_them_remark, remarks, says_nobody
from simulator.authoring.wizard.words import slug
from simulator.authoring.wizard.writing import scenario_text

__all__ = [
    "DECK",
    "LONGEST",
    "NOT_FOR",
    "SURPRISE",
    "TEMPERAMENTS",
    "Answers",
    "Hidden",
    "Misreading",
    "about_them_remark",
    "capitalised",
    "cards",
    "check",
    "deal",
    "is_deck",
    "is_surprise",
    "misread_labels",
    "puts_right",
    "read_answers",
    "remarks",
    "says_nobody",
    "scenario_text",
    "slug",
    "speaks_of_harm",
]
