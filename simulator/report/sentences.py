"""Sentences about turns: second person, past tense, from the words to what they did. No grades, no adjectives."""

import re

from scoring.findings import Finding
from scoring.vocabulary import PLAIN
from simulator.conversation.turn import Turn
from simulator.persona.scenario import Scenario
from simulator.report.words import lower, quote

STATE_WORDS = {
    "opening": "the start", "guarded": "being guarded", "misread": "a misreading", "fine": "the 'fine'",
    "silence": "a silence", "opening_up": "opening up", "new_info": "something new", "tears": "the edge of tears",
    "anger": "anger", "blame_shift": "pointing elsewhere", "problem_solving": "looking for a way",
    "agreed": "an agreement", "shut_down": "leaving",
    "welling": "eyes filling", "bright": "a bright front", "nodding": "a yes before you had finished",
    "elsewhere": "pointing at somebody else", "dispute": "disputing a detail", "hedging": "a wrapped no",
    "banter": "joking", "flat": "a joke that was none", "all_mine": "taking all the blame", "small_no": "a small no",
    "thinking": "thinking it over",
    "guarded_fine": "a guarded 'fine'", "feeling": "a feeling shown",
}  # fmt: skip
"""What a state is called in front of people."""

ENDING_TITLES = {
    "breakdown": "They left", "escalation": "It goes further up", "hollow_yes": "A hollow yes",
    "mutual_plan": "A plan you made together", "partial_plan": "Part of a plan",
    "expectation_set": "An expectation, set", "no_plan": "No plan",
}  # fmt: skip

STEP_WORDS = {"make_it_safe": "make it safe", "summarize": "summarize and plan"}
"""What a step of the method is called in front of people, where its name is not it: whoever plans has not summed up."""

FLASH = "A flash is a short show of feeling on their face, such as a look away, that you can name."

_DID = {
    "contrasting": "You said what you did not mean and what you did",
    "curiosity": "You asked an open question",
    "summarizing": "You said back what you had heard",
    "reflecting_feeling": "You named what it may have felt like",
    "saying_what_you_see": "You named what you saw and left room to be wrong",
    "apologizing": "You said sorry for one specific thing",
    "appreciation": "You said what you value",
    "acknowledging": "You granted a point",
    "mutual_purpose": "You gave a purpose that serves both",
    "facts": "You put a fact on the table that anyone could check",
    "own_story": "You told how it looks from where you stand",
    "permission": "You asked first",
    "solution_question": "You asked for their way out before giving yours",
    "next_step": "You named a step, with somebody to take it",
    "follow_up": "You set a time to look again",
    "consequence": "You said what you expect and what follows",
    "stepping_out": "You made room and waited",
}
_COST = {
    "closed_question": "asked for a yes or a no",
    "why_question": "asked for a defence",
    "leading_question": "carried its own answer",
    "blame": "put it on the person",
    "judgement": "carried a verdict",
    "sarcasm": "said the opposite of what it meant",
    "comparison": "measured them against others",
    "minimizing": "made it smaller than it was for them",
    "avoidance": "left the subject",
    "triggered": "hit back",
    "over_apologizing": "apologised until nothing was left to talk about",
    "interrupting_solution": "solved it before it was told",
    "false_summary": "put words in their mouth",
    "fine_accepted": "took the 'fine' for a yes",
}


CURT = 4  # spoken words up to which the length of an answer says something
FELT = 2  # points of openness up or down that are worth telling
_DIRECTION = re.compile(r"\([^()]*\)")


def did(skill: str) -> str:
    """What the user did, as the beginning of a sentence about *skill*."""
    return _DID.get(skill, f"You used {PLAIN.get(skill, skill)}")


def costs(skill: str) -> str:
    """What words that carry the costly *skill* did, as the end of a sentence."""
    return _COST.get(skill, "cost something")


def effect(turn: Turn, scenario: Scenario) -> str:
    """What the person did next, as the end of a sentence."""
    name, notes = scenario.persona.name, dict(turn.reaction.notes)
    if "told" in notes:
        return f"{name} told you something held back until then: {lower(scenario.fact(notes['told']).title, scenario)}"
    if "repaired" in notes:
        return "the misunderstanding was out of the way"
    if "ended" in notes:
        return f"{name} left"
    if "misread" in notes:
        return f"{name} took it as: {lower(scenario.misread(notes['misread']).thinks, scenario)}"
    if "dropped" in notes:
        return f"what {name} had just told you was left lying"
    if turn.reaction.after != turn.reaction.before:
        return f"the talk went from {_state(turn.reaction.before)} to {_state(turn.reaction.after)}"
    words = len(_DIRECTION.sub(" ", turn.reply).split())
    if 0 < words <= CURT:
        return f"{name}'s answer was {words} word{'s' if words != 1 else ''} long"
    moved = turn.reaction.safety - turn.reaction.heat / 2
    if abs(moved) < FELT:
        return f"{name} was as open to you as before"
    return f"{name} was a little {'more' if moved > 0 else 'less'} open to you"


def cost(finding: Finding, turn: Turn, scenario: Scenario, remedy: str) -> str:
    """A costly move: the words, what they did, and what to try instead."""
    what = _COST.get(finding.skill, "cost something")
    return f"'{quote(finding, turn.text)}' {what}. Next, {effect(turn, scenario)}.{instead(remedy)}"


def cost_alone(finding: Finding, remedy: str, text: str = "") -> str:
    """A costly move in *text* where nobody knows what it did: the words, and what to try instead."""
    return f"'{quote(finding, text)}' {_COST.get(finding.skill, 'cost something')}.{instead(remedy)}"


def instead(remedy: str) -> str:
    """What to try instead, with one mark at its end."""
    said = lower(remedy)
    return f" Try: {said}{'' if said.endswith(('?', '!')) else '.'}" if said else ""


def notes(turn: Turn, scenario: Scenario) -> tuple[str, ...]:
    """The events of a turn in words."""
    return tuple(text for what, which in turn.reaction.notes if (text := _note(what, which, scenario)))


def _note(what: str, which: str, scenario: Scenario) -> str:
    name = scenario.persona.name
    if what in ("told", "cued", "dropped", "heard"):
        title = lower(scenario.fact(which).title, scenario)
        return {
            "told": f"{name} tells: {title}",
            "cued": f"{name} lets slip a hint: {title}",
            "dropped": f"told and not picked up: {title}",
            "heard": f"heard: {title}",
        }[what]
    if what == "misread":
        return f"{name} misreads you: {lower(scenario.misread(which).thinks, scenario)}"
    return {
        "repaired": "the misreading is repaired",
        "flash": "a flash",
        "noticed": "the flash was noticed",
        "stuffed": f"{which} moves in one turn: only the first two counted",
        "ended": "the end",
    }.get(what, "")


def _state(name: str) -> str:
    return STATE_WORDS.get(name, name.replace("_", " "))
