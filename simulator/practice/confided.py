"""What was told in confidence and stands in a note all the same: a letter is passed on, and read by others."""

import re
from collections.abc import Iterable, Iterator

from scoring import content_words
from simulator.conversation.turn import Turn
from simulator.persona.scenario import Scenario

SHARED = 2  # words that a sentence of the note shares with what was told, and with nothing that was known before

_PROMISED = re.compile(
    r"\b(?:between (?:us|you and me|the two of us)|in this room|in confidence|confidential|private(?:ly)?|"
    r"(?:nobody|no one|no-one|none of them|they) (?:else )?(?:hears?|will hear|knows?|will know|learns? (?:of|about)|"
    r"(?:needs?|has) to (?:know|hear)|learns?|finds? out|gets? to (?:hear|know))|"
    r"(?:won['’]?t|will not|not going to|never) (?:tell|say|mention|pass|repeat|share|breathe)|"
    r"(?:stays?|keep (?:it|this|that)|leave (?:it|this|that)) (?:here|with (?:me|us)|to myself|out of|off|in here)|"
    r"tell (?:nobody|no one|no-one)|not (?:a word )?to anyone)\b",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?<=[.?!])\s+|\n+")


def confided(note: str, turns: Iterable[Turn], scenario: Scenario) -> Iterator[str]:
    """The sentences of *note* that tell what was told in *turns* and not known before, where silence was promised."""
    turns = list(turns)
    if not any(_PROMISED.search(turn.text) for turn in turns):
        return
    brief = scenario.brief
    known = content_words(" ".join((brief.you_are, brief.they_are, brief.what_happened, *brief.facts, brief.your_task)))
    ideas = {fact.id for fact in scenario.facts if fact.idea}
    told = [
        content_words(turn.reply) - known
        for turn in turns
        if any(what == "told" and which not in ideas for what, which in turn.reaction.notes)
    ]
    for sentence in filter(str.strip, _SENTENCES.split(note)):
        words = content_words(sentence)
        if any(len(words & secret) >= SHARED for secret in told):
            yield sentence.strip()
