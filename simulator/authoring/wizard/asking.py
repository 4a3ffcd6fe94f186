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
    r"\b(?:i|we)(?:['’]ve)?\s+(?:only\s+|never\s+|once\s+)?(?:told|tell|reported|mentioned|complained|spoke|talked)\b"
    r"|\b(?:nobody|no one|everybody|everyone|she|he|they)\s+(?:all\s+)?knows?\b",
    re.IGNORECASE,
)
"""A detail that says who knows of it."""


def asked_rows(reasons: Mapping[str, Reason], archetype: str, talking: Collection[str], rows: Rows) -> list[str]:
    """The obvious questions about what was told. The heavier reason's come first: it was told last.

    *talking* are the states in which something is being told.
    """
    kinds = list(reasons)
    known = {kind: [line for line in _details(reasons[kind]) if _CONFIDED.search(line)] for kind in kinds}
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
    """Who knows of it: everybody has an answer to that, and what was typed about it stands in its place."""
    usual, named, answers = stock().asked, [], []
    for kind in reversed(list(known)):
        named += [word for word in keywords(known[kind]) if word in reasons[kind].topics]
        for topic in (TOLD_WHOM, f"behind_{kind}"):
            when = {"told": [kind], "topic": [topic], "misread": "none"}
            for line in known[kind]:
                answers += [f"        - if: {flow(when)}", *rows.block(10, "say", [line])]
    found = ["  who_knows:", f"    words: {strings(dict.fromkeys((*usual.told_whom, *named)))}"]
    if answers:
        told = [kind for kind in known if known[kind]]
        answers += [
            f"        - if: {flow({'told': told, 'topic': [TOLD_WHOM]})}",
            *rows.stock(10, "say", usual.told_already),
        ]
        found += ["    answers:", "      replace:", *answers]
    return found


def topic_rows(reasons: Mapping[str, Reason]) -> list[str]:
    """The topics of the reasons, and that of who knows where a detail says so."""
    found = [f"  behind_{kind}: {strings(reason.topics)}" for kind, reason in reasons.items()]
    known = any(_CONFIDED.search(line) for reason in reasons.values() for line in _details(reason))
    return [*found, *([f"  {TOLD_WHOM}: {strings(stock().asked.told_whom)}"] if known else [])]


def _details(reason: Reason) -> Iterable[str]:
    """What was typed for whoever asks on; a card has its own questions."""
    usual = stock().asked.words
    return [line for one in reason.asked if one.words[: len(usual)] == usual for line in one.say]


def _dodges(archetype: str, kinds: list[str]) -> dict[str, list[str]]:
    """Dodges for every reason, none of them in two places."""
    usual = stock().asked
    own, *others = (usual.archetype[archetype], *usual.anybody)
    return {kinds[0]: [own, *others]} if len(kinds) == 1 else {"work": others[:2], "other": [own, *others[2:]]}
