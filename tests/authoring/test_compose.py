"""How the layers of a scenario are put together."""

from scoring.authored import plain
from scoring.authored.reading import read_text
from simulator.authoring.compose import compose

FIRST = """
endings:
  hollow_yes: {note: "A yes.", variants: [{if: {told: [any]}, note: "You were told why, and got a yes."}]}
  no_plan: {note: "Nothing.", variants: [{if: {told: [any]}, note: "You were told, and that was all."}]}
"""
SECOND = """
follows: the-first
endings:
  hollow_yes: {note: "The second yes."}
  no_plan: {tonight: "Again nothing."}
"""


def composed(*layers: str) -> dict:
    return plain(compose([read_text(layer, "it")[0] for layer in layers]))["endings"]


def test_a_second_talk_that_words_an_ending_anew_keeps_none_of_the_first_talks_words():
    endings = composed(FIRST, SECOND)
    assert endings["hollow_yes"] == {"note": "The second yes."}
    assert endings["no_plan"]["variants"][0]["note"] == "You were told, and that was all."


def test_a_situation_keeps_the_words_of_its_archetype():
    assert len(composed(FIRST, SECOND.replace("follows: the-first", "id: x"))["hollow_yes"]["variants"]) == 1
