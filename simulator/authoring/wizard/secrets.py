"""What is held back: the reasons as facts, and what more there is to them."""

import re
from collections.abc import Collection, Mapping

from scoring import Spotter
from simulator.authoring.speech import sentence
from simulator.authoring.wizard.answers import Hidden
from simulator.authoring.wizard.deck import Question, Reason, stock
from simulator.authoring.wizard.general import FUNCTION
from simulator.authoring.wizard.rows import Rows
from simulator.authoring.wizard.words import breath, keywords

_PRICE = {"work": 40, "other": 50}  # openness; trust has a ceiling of 54 before anything was heard, and then of 62
_PRICE_OF_IDEA = 40
_TITLES = {"work": "At work", "other": "Beside work"}
_LONGEST = 60  # characters of theirs in a title
_MOST, _FEWEST = 6, 4  # words of theirs in a title, which stands in nearly every row of a review
_NO_IDEA = "Give me a day to think about it, and I'll come with something."

_HINTS = {
    "work": ["There's a part of this that isn't on your list.", "It's got more to do with the work than you'd think."],
    "other": ["It isn't all to do with this place.", "Some of it I bring along from outside. I don't unpack it."],
}
_BUMP = {
    "crier": "tears", "joker": "flat", "accuser": "silence", "silent_reflector": "silence", "indirect": "silence",
}  # fmt: skip
"""Where telling the heavier reason leads, by archetype: the roadbump that its lines are best at."""
_WEEPING = ("withdrawn_fine", "over_agreer")
"""Archetypes with lines for tears, which come only at what people cry about."""
_SAD = (
    "cry", "cried", "crying", "tears", "ill", "illness", "very sick", "cancer", "hospital", "operation", "surgery",
    "died", "dies", "dying", "death", "dead", "funeral", "grave", "buried", "miscarriage", "stillborn", "dementia",
    "diagnosis", "tumour", "tumor", "stroke", "heart attack", "chemo", "intensive care", "hospice", "passed away",
    "lost my mother", "lost my father", "lost my son", "lost my daughter", "lost my brother", "lost my sister",
    "lost my wife", "lost my husband", "lost my partner", "lost the baby", "lost our baby", "grief", "mourning",
)  # fmt: skip


def written(hidden: Hidden, barred: Collection[str], never: Collection[str]) -> dict[str, Reason]:
    """Reasons in the user's own words. The first sentences are told; where there are many, the rest comes after.

    Words that are *barred* name something else, and those of *never* nothing at all. What is asked about a reason is
    answered in the words given for that.
    """
    found: dict[str, Reason] = {}
    kinds = [kind for kind in ("work", "other") if getattr(hidden, kind).strip()]
    for kind in kinds:
        said = sentence(getattr(hidden, kind))
        first, rest = breath(said)
        details = [sentence(one) for one in (hidden.more_of_work if kind == "work" else hidden.more_of_other)]
        topics = keywords([said], barred) or keywords([said], never) or ["what is behind it"]
        topics = list(dict.fromkeys((*topics, *keywords(details, barred))))  # who asks about a detail asks about it
        found[kind] = Reason.model_construct(
            title=f"{_TITLES[kind]}: '{_shortened(first)}'",
            topics=topics,
            cue=_HINTS[kind],
            tell=[first],
            more=[*rest, *details],
            asked=[Question.model_construct(words=[*stock().asked.words, *topics], say=[*rest, *details])],
            tears=bool(Spotter({"sad": _SAD}).spot(" ".join((said, *details)))),
        )
    return found


def fact_rows(reasons: Mapping[str, Reason], archetype: str, rows: Rows) -> list[str]:
    """The reasons as facts."""
    deepest = list(reasons)[-1]
    found = []
    for kind, reason in reasons.items():
        near = "workload" if kind == "work" else "home, feelings"
        found += [
            f"  {kind}:",
            f"    title: {rows.said(reason.title)}",
            f"    cost: {_PRICE[kind]}",
            *(["    after_any: [work]"] if kind != "work" and "work" in reasons else []),
            f"    topics: [behind_{kind}, {near}]",
            f"    cue_topics: [issue, behind_{kind}, workload, home, feelings]",
            *rows.block(4, "cue", reason.cue),
            "    tell:                       # every variant carries the same content",
            "      - if: {}",
            *rows.block(8, "say", reason.tell),
            *(rows.block(4, "more", reason.more) if reason.more else []),
            f"    then: {_leads_to(archetype, reason) if kind == deepest else 'new_info'}",
        ]
    return found


def proposal_rows(proposal: str, reasons: Mapping[str, Reason], rows: Rows) -> list[str]:
    """What they would propose; where nothing was written they ask for time, and the title says so."""
    title = "What they would propose" if proposal else "They ask for a day, and want to propose something then"
    return [
        "  idea:                         # what they would propose, if they are asked",
        f"    title: {rows.said(title)}",
        f"    cost: {_PRICE_OF_IDEA}",
        "    only_in: [problem_solving]",
        "    invite: [solution_question]",
        f"    topics: [issue, {', '.join(f'behind_{kind}' for kind in reasons)}, workload]",
        "    tell:",
        "      - if: {}",
        *rows.block(8, "say", [sentence(proposal) or _NO_IDEA]),
        "    then: problem_solving",
    ]


def _leads_to(archetype: str, reason: Reason) -> str:
    if archetype in _BUMP:
        return _BUMP[archetype]
    return "tears" if archetype in _WEEPING and reason.tears else "new_info"


def _shortened(said: str) -> str:
    """The first words of *said*, and none of them left hanging: "I get called to the new ...", and never "to the"."""
    first = re.split(r"(?<=[.!?])\s", said)[0].rstrip(".")
    words = first.split()
    if len(words) <= _MOST and len(first) <= _LONGEST:
        return first
    kept = words[:_MOST]
    while len(kept) > _FEWEST and kept[-1].casefold().strip("'’,;:") in FUNCTION:
        kept.pop()
    return " ".join(kept)[:_LONGEST].rstrip(" ,;:") + " ..."
