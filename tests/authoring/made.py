"""A small scenario, made by the questionnaire from a fixed set of answers: what the tests of the tools work on."""

from simulator.authoring.wizard import Answers, deal, scenario_text

ANSWERS = {
    "name": "Ines",
    "pronouns": "she",
    "role": "runs the front desk",
    "channel": "in_person",
    "what_happened": [
        "On Monday the 3rd the till was 80 euros short and the sheet was not signed.",
        "On Thursday a guest wrote that nobody had been at the desk for twenty minutes.",
    ],
    "your_part": "I asked her about the till in front of two guests.",
    "they_would_say": [
        "I've counted that drawer for six years.",
        "You weren't here at seven. I was.",
        "Ask Paulo about Thursday.",
    ],
    "misread": "check_up",
    "hidden": {
        "work": "I've done the night count alone since Rui left. I count it three times, and twice it was right.",
        "other": "My sister's had an operation. I sleep four hours, on her chair, and then I come here.",
    },
    "they_would_propose": "Two of us sign the sheet, at two and at ten. Then it's nobody's word.",
    "temperament": "goes quiet",
}
"""What somebody typed."""


def text(id: str = "talk-with-ines", **changes) -> str:
    """The scenario that ANSWERS make, with *changes*."""
    return scenario_text(Answers(**(ANSWERS | changes)), id, deal(3))
