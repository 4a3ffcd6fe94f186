"""Writes the scenario that answers make: an ordinary file in the format of all scenarios, with a word on each part.

No grammar is transformed. A user's sentence stands where it was meant to be said, and the archetype does the rest.
"""

import json
from collections.abc import Iterable

from simulator.authoring.wizard.answers import TEMPERAMENTS, Answers, Hidden, Misreading
from simulator.authoring.wizard.deck import Reason, stock
from simulator.authoring.wizard.words import breath, keywords
from simulator.authoring.wording import fields, worded

_PRICE = {"work": 40, "other": 50}  # openness; trust has a ceiling of 54 before anything was heard, and then of 62
_PRICE_OF_IDEA = 40
_ANSWERING = "[facts, own_story, curiosity, solution_question, blame, judgement, leading_question]"
_TASK = "Understand what is going on, and leave with something that works for both of you."

_LEADS_TO = {
    "withdrawn_fine": "tears", "crier": "tears", "over_agreer": "tears", "joker": "flat", "accuser": "silence",
    "silent_reflector": "silence", "indirect": "silence", "lawyer": "new_info", "deflector": "new_info",
}  # fmt: skip
"""Where telling the heavier reason leads, by archetype: the roadbump that its lines are best at."""

_OWN_STATE = {
    "withdrawn_fine": "fine", "crier": "bright", "over_agreer": "nodding", "joker": "banter", "accuser": "anger",
    "silent_reflector": "nodding", "indirect": "hedging", "lawyer": "dispute", "deflector": "elsewhere",
}  # fmt: skip
"""The state that every talk with an archetype goes through."""

_HINTS = {
    "work": ["There's a part of this that isn't on your list.", "It's got more to do with the work than you'd think."],
    "other": ["It isn't all to do with this place.", "Some of it comes in with me in the morning. I don't unpack it."],
}


def scenario_text(answers: Answers, id: str, dealt: dict[str, Reason]) -> str:
    """The file. *dealt* are the cards of a surprise, which are used where the answers ask for one."""
    return _Writer(answers, id, dealt).text()


class _Writer:
    def __init__(self, answers: Answers, id: str, dealt: dict[str, Reason]):
        self.answers, self.id = answers, id
        self.archetype = TEMPERAMENTS[answers.temperament]
        self.surprise = not isinstance(answers.hidden, Hidden)
        self.reasons = dealt if self.surprise else _written(answers.hidden)
        self._fields = fields(answers.pronouns, answers.name)

    def text(self) -> str:
        """The whole file."""
        parts = (self._head, self._brief, self._person, self._topics, self._facts, self._misreads, self._lines)
        return "\n".join("\n".join(part()) + "\n" for part in (*parts, self._round))

    def _said(self, text: str) -> str:
        """A text of the user's as a YAML string. What would be a field of the format stays as it was typed."""
        text = text.replace("{echo}", "(echo)")
        return _string(text.replace("$", "$$") if worded(text, self._fields) != text else text)

    def _block(self, indent: int, word: str, texts: Iterable[str]) -> list[str]:
        """A list of the user's texts, one a line, so that it is easily edited."""
        space = " " * indent
        return [f"{space}{word}:", *(f"{space}  - {self._said(text)}" for text in texts)]

    def _head(self) -> list[str]:
        warning = "# What was dealt stands under 'facts'. Don't read that far if you want to find it out."
        return [
            "# Your own situation, made by `rehearse new`. It stays on this machine; delete the file and it is gone.",
            "# Change what you like: `rehearse lint --watch FILE` tells, while you write, what it can't read.",
            *([warning] if self.surprise else []),
            "format: 1",
            f"id: {self.id}",
            f"title: {_string(f'A talk with {self.answers.name}')}",
            f"archetype: {self.archetype}",
            f"channel: {self.answers.channel}",
            "practises: [contrasting, curiosity, summarizing, apologizing, solution_question]",
        ]

    def _brief(self) -> list[str]:
        answers = self.answers
        role = answers.role.rstrip(".")
        questions = (
            "What is difficult about this conversation for you?",
            f"What might the problem be for {answers.name}?",
            "How might you have contributed?",
            "What do you want for yourself, for the other person, and for how you work together?",
        )
        return [
            "brief:",
            '  you_are: "Yourself. This is your own situation."',
            f"  they_are: {self._said(f'{answers.name}, {role}.' if role else answers.name)}",
            '  what_happened: "It stands among the facts, as you wrote it down."',
            "  # Seen, heard or written, with a day. What you did yourself is the last.",
            *self._block(2, "facts", filter(None, (*answers.what_happened, answers.your_part))),
            f"  your_task: {self._said(answers.goal or _TASK)}",
            *self._block(2, "before_you_start", questions),
        ]

    def _person(self) -> list[str]:
        return [
            "persona:                        # where the meters begin, and the voice, come from the archetype",
            f"  name: {_string(self.answers.name)}",
            f"  pronouns: {self.answers.pronouns}",
        ]

    def _topics(self) -> list[str]:
        own = keywords([self.answers.your_part]) or ["my part", "what i did"]
        return [
            "topics:                         # words by which a topic is known; add those that you would use",
            f"  issue: {_all(keywords(self.answers.what_happened) or ['what happened'])}",
            f"  my_part: {_all(own)}",
            *(f"  behind_{kind}: {_all(reason.topics)}" for kind, reason in self.reasons.items()),
            '  workload: ["workload", "too much work", "on your plate", "capacity", "overtime", "pressure"]',
            "roles:",
            "  topics: {own_part: [my_part], issue: [issue]}",
            f"  facts: {{heavy: [{', '.join(self.reasons)}], deepest: [{self._deepest}]}}",
        ]

    @property
    def _deepest(self) -> str:
        return list(self.reasons)[-1]

    def _facts(self) -> list[str]:
        rows = ["facts:                          # what is held back; `cost` is how open the person must be to tell it"]
        for kind, reason in self.reasons.items():
            near = "workload" if kind == "work" else "home, feelings"
            rows += [
                f"  {kind}:",
                f"    title: {self._said(reason.title)}",
                f"    cost: {_PRICE[kind]}",
                *(["    after_any: [work]"] if kind != "work" and "work" in self.reasons else []),
                f"    topics: [behind_{kind}, {near}]",
                f"    cue_topics: [issue, behind_{kind}, workload, home, feelings]",
                *self._block(4, "cue", reason.cue),
                "    tell:                       # every variant carries the same content",
                "      - if: {}",
                *self._block(8, "say", reason.tell),
                *(self._block(4, "more", reason.more) if reason.more else []),
                f"    then: {_LEADS_TO[self.archetype] if kind == self._deepest else 'new_info'}",
            ]
        proposal = self.answers.they_would_propose or "Give me a day to think about it, and I'll come with something."
        return [
            *rows,
            "  idea:                         # what they would propose, if they are asked",
            '    title: "What they would propose"',
            f"    cost: {_PRICE_OF_IDEA}",
            "    only_in: [problem_solving]",
            "    invite: [solution_question]",
            f"    topics: [issue, {', '.join(f'behind_{kind}' for kind in self.reasons)}, workload]",
            "    tell:",
            "      - if: {}",
            *self._block(8, "say", [proposal]),
            "    then: problem_solving",
        ]

    def _misreads(self) -> list[str]:
        chosen = self.answers.misread
        own = isinstance(chosen, Misreading)
        name = "own" if own else chosen
        usual = stock().misreads[name]
        words = keywords([chosen.says, chosen.answer]) or ["that"] if own else usual.words
        return [
            "misreads:                       # what they may think you are up to; contrasting is the way out",
            f"  {name}:",
            f"    thinks: {self._said(chosen.says if own else usual.thinks)}",
            "    begins:",
            "      - {in: [opening], if: {skill: [facts, blame, judgement, triggered], no_flag: [contrasted]}}",
            "      - {in: [guarded], if: {topic: [process], no_flag: [contrasted]}}",
            f"      - {{in: [guarded], if: {{skill: [own_story, consequence], no_flag: [mis_{name}, contrasted]}}}}",
            f"    words: {_all(words)}",
            *self._block(4, "says", [chosen.says] if own else usual.says),
            *self._block(4, "repaired", usual.repaired),
            f"    model: {self._said((own and chosen.answer) or usual.model)}",
        ]

    def _lines(self) -> list[str]:
        back, usual = self.answers.they_would_say, stock().guarded
        own = (f"{{skill: {_ANSWERING}}}", back[:1])
        rows = self._block(0, "first_line", stock().channels[self.answers.channel].first_line)
        rows += ["states:                         # their own lines go before those of the archetype"]
        rows += ["  guarded:", "    replies:"]
        for when, said in (own, ("{topic: [issue]}", usual["issue"]), ("{}", usual["rest"])):
            rows += [f"      - if: {when}", *self._block(8, "say", said)] if said else []
        if len(back) > 1:
            rows += [f"  {_OWN_STATE[self.archetype]}:", "    replies:", f"      - if: {{skill: {_ANSWERING}}}"]
            rows += self._block(8, "say", back[1:])
        return rows

    def _round(self) -> list[str]:
        filled = stock()
        event = filled.channels[self.answers.channel].event
        endings = [f"  {id}: {{line: {_all(lines)}}}" for id, lines in self._endings().items()]
        looks = [("told", self._deepest, filled.look_for["told"])]
        if self.answers.your_part:
            looks.insert(0, ("flag", "owned_part", filled.look_for["own_part"]))
        rows = ["endings:", *endings] if endings else []
        rows += [
            "events:                         # a trainer may fire one; at hard one may come by itself",
            f"  - id: {event.id}",
            '    when: {turn: ">=6"}',
            f"    show: {_string(event.show)}",
            f"    heat: {event.heat}",
            "    tests: [permission]",
            "  - id: five_minutes",
            '    when: {turn: ">=18"}',
            f"    show: {_string(filled.five_minutes)}",
            "    tests: [next_step, summarizing]",
            "debrief:",
            "  look_for:",
        ]
        for word, name, look in looks:
            rows += [f"    - {word}: {name}", f"      yes: {_string(look.yes)}", f"      no: {_string(look.no)}"]
        return rows

    def _endings(self) -> dict[str, list[str]]:
        """The last lines that the archetype doesn't have."""
        from scoring.authored import plain, read_file
        from simulator.authoring.load import archetype_path

        path = archetype_path(self.archetype)
        tree = read_file(path)[0] if path is not None else None
        has = plain(tree).get("endings", {}) if tree is not None else {}
        return {id: lines for id, lines in stock().endings.items() if not has.get(id, {}).get("line")}


def _written(hidden: Hidden) -> dict[str, Reason]:
    """Reasons in the user's own words. The first sentences are told; where there are many, the rest comes after."""
    found = {}
    for kind, title in (("work", "What is behind it, at work"), ("other", "What is behind it, elsewhere")):
        said = getattr(hidden, kind).strip()
        if said:
            first, more = breath(said)
            topics = keywords([said]) or ["what is behind it"]
            found[kind] = Reason.model_construct(title=title, topics=topics, cue=_HINTS[kind], tell=[first], more=more)
    return found


def _all(words: Iterable[str]) -> str:
    return "[" + ", ".join(map(_string, words)) + "]"


def _string(text: str) -> str:
    """*text* in double quotes: JSON's strings are YAML's as well."""
    return json.dumps(text, ensure_ascii=False)
