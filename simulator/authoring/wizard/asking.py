"""What is said when somebody asks about what was told: the details that were typed, and dodges where there are none.

A dodge is for whoever asks, and only while things are being told: not for a proposal with a word of the secret in it.
"""

import re
from collections.abc import Collection, Iterable, Mapping

from simulator.authoring.wizard.deck import Reason, stock
from simulator.authoring.wizard.rows import Rows, flow, strings
from simulator.authoring.wizard.words import keywords

TOLD_WHOM = "told_whom"
"""The topic of who knows."""
_PROPOSING = ("solution_question", "next_step", "follow_up", "interrupting_solution", "consequence")
_SAYING_BACK = ("summarizing", "reflecting_feeling", "saying_what_you_see", "contrasting", "appreciation")
_CONFIDED = re.compile(
    r"\b(?:i|we)(?:['’](?:ve|d)|\s+(?:have|had|did|do)(?:n['’]t|\s+not)?)?\s+(?:only\s+|never\s+|once\s+|not\s+|just\s+|even\s+)*"
    r"(?:told|tell|reported|mentioned|complained|spoke|spoken|talked)\b"
    r"|\b(?:nobody|no one|everybody|everyone|she|he|they)\s+(?:(?:here|else|at\s+work|all)\s+){0,2}knows?\b",
    re.IGNORECASE,
)
"""Words that say who knows of it, in a detail or in the secret itself."""
_NOBODY = re.compile(r"\b(?:not|never|nobody|no\s+one)\b|n['’]t\b", re.IGNORECASE)
_NEXT = re.compile(r"(?:\s+(?:it|that|this|to|of))*(?:\s+no)?\s+\w+")


def asked_rows(reasons: Mapping[str, Reason], archetype: str, talking: Collection[str], rows: Rows) -> list[str]:
    """The obvious questions about what was told. The heavier reason's come first: it was told last.

    *talking* are the states in which something is being told.
    """
    kinds = list(reasons)
    known = _known(reasons)
    dodges = _dodges(archetype, kinds)
    found = []
    for kind in reversed(kinds):
        later = [other for other in kinds if other != kind and kind == "work"]
        aside = {"misread": "none", "no_skill": [*_PROPOSING]}  # never else; it comes before the dodges by it
        now = {"told": [kind], "hidden": later} if later else {"told": [kind]}
        questions = [(one.words, [line for line in one.say if line not in known[kind]]) for one in reasons[kind].asked]
        usual = stock().asked.words
        if not any(words[: len(usual)] == usual for words, _ in questions):
            questions.append((usual, []))
        for number, (words, lines) in enumerate(questions, 1):
            found += [f"  {kind}_{number}:", f"    words: {strings(words)}", "    answers:"]
            for when in (now, {"told": [kind], "topic": [f"behind_{kind}"]}) if later else (now,):
                for line in lines:
                    found += [f"      - if: {flow(when | aside)}", *rows.block(8, "say", [line])]
            if words[: len(usual)] == usual:
                when = {"told": [kind], "state": list(talking), "no_skill": [*_PROPOSING, *_SAYING_BACK]}
                found += [f"      - if: {flow(when)}", *rows.stock(8, "say", dodges[kind])]
    return found + _whole(kinds, talking, rows) + _told_whom(reasons, known, rows)


def idea_rows(proposes: bool, rows: Rows) -> list[str]:
    """Whether they keep to what they proposed, asked on the way to an agreement; or, without one, to their day."""
    usual = stock().asked
    lines = usual.stands if proposes else usual.not_yet
    words = usual.own_idea if proposes else [word for word in usual.own_idea if word != "deal"]
    return [
        "  own_idea:",
        f"    words: {strings(words)}",
        "    answers:",
        "      - if: {told: [idea], state: [problem_solving], no_skill: [next_step, solution_question]}",
        *rows.stock(8, "say", lines),
        "      - if: {told: [idea], state: [agreed], no_flag: [hollow], no_skill: [solution_question]}",
        *rows.stock(8, "say", lines),
    ]


def _whole(kinds: list[str], talking: Collection[str], rows: Rows) -> list[str]:
    """Whether that was all of it. Who fishes for the rest while there is some gets the rest, or no answer from here."""
    usual = stock().asked
    found = ["  whole:", f"    words: {strings(usual.whole)}", "    answers:"]
    if len(kinds) > 1:
        when = {"told": kinds[:1], "hidden": kinds[1:], "state": list(talking)}
        found += [f"      - if: {flow(when)}", *rows.stock(8, "say", usual.hiding)]
    all_told = flow({"told_all": kinds, "state": list(talking)})
    lines = [f"      - if: {all_told}", *rows.stock(8, "say", usual.nothing_more[:1])]
    besides = [f"      - if: {all_told}", *rows.stock(8, "say", usual.nothing_more[1:])]
    return [*found, *lines, "  beside:", f"    words: {strings(usual.beside)}", "    answers:", *besides]


def _told_whom(reasons: Mapping[str, Reason], known: Mapping[str, list[str]], rows: Rows) -> list[str]:
    """Who knows of it: everybody has an answer to that, and what was typed about it stands in its place.

    Each answer belongs to its own secret. Who was just told something heavier asks about that; about the other one they
    ask in words of its own.
    """
    usual, kinds, named, answers = stock().asked, list(known), [], []
    for kind in reversed(kinds):
        named += [word for word in keywords(known[kind]) if word in reasons[kind].topics]
        later = kinds[kinds.index(kind) + 1 :]
        latest = {"told": [kind], "hidden": later} if later else {"told": [kind]}
        by_words = {"told": [kind], "topic": [f"behind_{kind}"]}
        for about in (latest | {"topic": [TOLD_WHOM]}, by_words):
            when = about | {"misread": "none"}
            for line in known[kind]:
                answers += [f"        - if: {flow(when)}", *rows.block(10, "say", [line])]
        if _said_who(reasons, known):
            answers += [
                f"        - if: {flow(latest | {'topic': [TOLD_WHOM]})}",
                *rows.stock(10, "say", _in_short(reasons[kind], known[kind])),
            ]
    found = ["  who_knows:", f"    words: {strings(dict.fromkeys((*usual.told_whom, *named)))}"]
    return [*found, "    answers:", "      replace:", *answers] if answers else found


def _said_who(reasons: Mapping[str, Reason], known: Mapping[str, list[str]]) -> bool:
    """Whether anything that was typed says who knows: what everybody has to answer might then deny it."""
    return any(known.values()) or any(_CONFIDED.search(line) for one in reasons.values() for line in one.tell)


def _known(reasons: Mapping[str, Reason]) -> dict[str, list[str]]:
    """The details that say who knows, by reason."""
    return {kind: [line for line in _details(reason) if _CONFIDED.search(line)] for kind, reason in reasons.items()}


def _in_short(reason: Reason, details: list[str]) -> list[str]:
    """The answer to who knows of *reason*, when its *details* were said or there are none."""
    usual = stock().asked
    found = [one for line in (*details, *reason.tell) for one in _confided(line)]
    if not found:
        return usual.told_open
    return usual.told_nobody if all(_NOBODY.search(one) for one in found) else usual.told_already


def _confided(line: str) -> Iterable[str]:
    """The words of *line* that say whom somebody told, or that they told nobody."""
    for said in _CONFIDED.finditer(line):
        after = _NEXT.match(line, said.end())
        yield said[0] + (after[0] if after else "")


def farewell_rows(rows: Rows) -> list[str]:
    """A goodbye, where there is a plan: it is no question about it, however it is put."""
    when = {"state": ["agreed"], "no_flag": ["hollow"], "no_skill": [*_PROPOSING, "curiosity"]}
    return [
        "  farewell:",
        "    question: false",
        f"    words: {strings(stock().farewell.words)}",
        "    answers:",
        f"      - if: {flow(when)}",
        *rows.stock(8, "say", stock().farewell.say),
    ]


def topic_rows(reasons: Mapping[str, Reason]) -> list[str]:
    """The topics of the reasons, and that of who knows where something typed says so."""
    found = [f"  behind_{kind}: {strings(reason.topics)}" for kind, reason in reasons.items()]
    told = f"  {TOLD_WHOM}: {strings(stock().asked.told_whom)}"
    return [*found, *([told] if _said_who(reasons, _known(reasons)) else [])]


def _details(reason: Reason) -> Iterable[str]:
    """What was typed for whoever asks on; a card has its own questions."""
    usual = stock().asked.words
    return [line for one in reason.asked if one.words[: len(usual)] == usual for line in one.say]


def _dodges(archetype: str, kinds: list[str]) -> dict[str, list[str]]:
    """Dodges for every reason, none of them in two places."""
    usual = stock().asked
    own, *others = (usual.archetype[archetype], *usual.anybody)
    return {kinds[0]: [own, *others]} if len(kinds) == 1 else {"work": others[:2], "other": [own, *others[2:]]}
