"""One page to take into the real conversation, from the user's own best lines; what is not theirs says so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scoring.vocabulary import PLAIN
from simulator.cleaning import clean, one_line
from simulator.conversation.session import Session
from simulator.conversation.turn import Turn
from simulator.persona.scenario import Scenario, State
from simulator.practice.checks import asked_openly, disputable
from simulator.practice.own_words import Line, all_turns, costly_findings, good_lines
from simulator.practice.preparation import Preparation, from_record
from simulator.report.document import Block, Heading, Items, Para
from simulator.report.sentences import STATE_WORDS

SAID, PREPARED, MODEL, BRIEF = "you said it", "you prepared it", "an example", "from the brief"
"""Where a line on the card comes from."""

_QUESTIONS = 3
_OPENS = 6  # words from which a line is an opening
_AVOID = 4
_FACTS = 5
_WIDEST = 320  # characters of one line of the card
_OPENING_SKILLS = ("permission", "mutual_purpose")
_ASKING = ("curiosity", "solution_question")
_IF_ATTACK = "You're angry about this, and I want to hear it. What is the worst of it for you?"
_IF_CRY = "Take your time. There's no hurry, and we can stop whenever you like."
_IF_FINE = "You say it's fine, and it came quickly. I may be wrong. I'd rather hear the untidy version."


@dataclass(frozen=True, slots=True)
class Words:
    """A line of the card and where it comes from."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Card:
    """The page. *if_theirs* is what this person does instead of 'fine', each with its words: joking, a wrapped no."""

    title: str
    person: str
    purpose: str
    opening: tuple[Words, ...]
    facts: tuple[Words, ...]
    contrast: Words | None
    questions: tuple[Words, ...]
    if_fine: Words
    if_cry: Words
    if_attack: Words
    avoid: tuple[str, ...]
    derail: str = ""
    if_theirs: tuple[tuple[str, Words], ...] = ()


def card(session: Session, scenario: Scenario) -> Card:
    """The page that *session* of *scenario* gives."""
    turns = all_turns(session)
    good = good_lines(turns)
    prepared = from_record(session.prepared)
    return Card(
        title=scenario.title,
        person=scenario.persona.name,
        purpose=prepared.outcome_us,
        opening=_opening(good, prepared, scenario),
        facts=_facts(good, prepared, scenario),
        contrast=_contrast(good, prepared, scenario, turns),
        questions=_questions(good, prepared, scenario),
        if_fine=_if(turns, scenario, _IF_FINE, lambda state: state.name == "fine"),
        if_cry=_if(turns, scenario, _IF_CRY, lambda state: state.name == "tears"),
        if_attack=_if(turns, scenario, _IF_ATTACK, lambda state: state.name in ("anger", "blame_shift")),
        avoid=_avoid(turns),
        derail=prepared.derail,
        if_theirs=tuple(
            (STATE_WORDS[state.name], _if(turns, scenario, _IF_FINE, lambda one, name=state.name: one.name == name))
            for state in scenario.states
            if state.kind == "fine" and state.name != "fine" and state.name in STATE_WORDS
        ),
    )


def _opening(good: list[Line], prepared: Preparation, scenario: Scenario) -> tuple[Words, ...]:
    early = [line for line in good if line.turn.reaction.before in (scenario.start_state, "guarded")]
    found = {}
    for skill in _OPENING_SKILLS:
        lines = [line for line in early if line.skill == skill and line.turn.number <= 4]
        lines = [line for line in lines if len(line.text.split()) >= _OPENS]  # "Is that okay?" opens nothing
        if lines:
            found.setdefault(lines[0].text, Words(lines[0].text, SAID))
    text = prepared.invitation or prepared.purpose
    if text and len(found) < len(_OPENING_SKILLS):
        found.setdefault(text, Words(text, PREPARED))
    return tuple(found.values()) or tuple(Words(text, MODEL) for text in scenario.state(scenario.start_state).model[:1])


def _facts(good: list[Line], prepared: Preparation, scenario: Scenario) -> tuple[Words, ...]:
    held = [fact for fact in prepared.facts if fact in scenario.brief.facts or not disputable(fact)]
    if held:
        return tuple(Words(fact, PREPARED) for fact in held[:_FACTS])
    said = dict.fromkeys(line.text for line in good if line.skill == "facts")
    if said:
        return tuple(Words(text, SAID) for text in list(said)[:_FACTS])
    return tuple(Words(fact, BRIEF) for fact in scenario.brief.facts[:_FACTS])


def _contrast(good: list[Line], prepared: Preparation, scenario: Scenario, turns: list[Turn]) -> Words | None:
    said = [line for line in good if line.skill == "contrasting"]
    repaired = [line for line in said if any(what == "repaired" for what, _ in line.turn.reaction.notes)]
    if repaired:
        return Words(repaired[0].text, SAID)
    if prepared.contrast:
        return Words(prepared.contrast, PREPARED)
    if said:
        return Words(said[0].text, SAID)
    met = [turn.mind.misread for turn in turns if turn.mind.misread]  # no model for a fear that never came up
    return Words(scenario.misread(met[0]).model, MODEL) if met else None


def _questions(good: list[Line], prepared: Preparation, scenario: Scenario) -> tuple[Words, ...]:
    found: dict[str, Words] = {}
    questions = [text for text in prepared.questions if asked_openly(text)[1]]
    turned = [one.question for one in prepared.assumptions if one.question and asked_openly(one.question)[1]]
    for text in (*questions[:1], *turned[:1]):
        found.setdefault(text.casefold(), Words(text, PREPARED))
    for line in good:
        if line.skill in _ASKING and "?" in line.text:
            found.setdefault(line.text.casefold(), Words(line.text, SAID))
    for text in (*questions, *turned):
        found.setdefault(text.casefold(), Words(text, PREPARED))
    for state in scenario.states:
        if set(state.chance) & set(_ASKING):
            for text in state.model:
                if text.endswith("?"):
                    found.setdefault(text.casefold(), Words(text, MODEL))
    return tuple(found.values())[:_QUESTIONS]


def _if(turns: list[Turn], scenario: Scenario, otherwise: str, fits) -> Words:
    """What to say in states that fit: the user's own turn that did most there, else the scenario's model."""
    states: list[State] = [state for state in scenario.states if fits(state)]
    own = [
        line
        for line in good_lines(turn for turn in turns if turn.reaction.before in {state.name for state in states})
        if line.worth > 0 and line.skill in scenario.state(line.turn.reaction.before).chance
    ]
    if own:
        return Words(own[0].text, SAID)
    models = [text for state in states for text in state.model if not text.startswith("(")]
    return Words(models[0] if models else otherwise, MODEL)


def _avoid(turns: list[Turn]) -> tuple[str, ...]:
    """One quote of every kind of cost, the worst first."""
    found: dict[str, str] = {}
    for finding in costly_findings(turns):
        found.setdefault(finding.skill, f"{PLAIN[finding.skill]}: '{finding.quote}'")
    return tuple(found.values())[:_AVOID]


def blocks(page: Card) -> Iterator[Block]:
    """The blocks of the *page*."""
    yield Heading(clean(f"To take along: {page.title}"), 1)
    if page.purpose:
        yield Para(_shown(f"For the two of you: {page.purpose}"), quiet=True)
    yield Heading("To open")
    yield Items(_listed(page.opening))
    yield Heading("The facts")
    yield Items(_listed(page.facts))
    if page.contrast:
        yield Heading(clean(f"If {page.person} takes it wrongly"))
        yield Items(_listed([page.contrast]))
    yield Heading("To ask")
    yield Items(_listed(page.questions))
    yield Heading("If")
    yield Items(
        (
            *(f"it's {name}: {_one(words)}" for name, words in page.if_theirs),
            f"it's 'fine': {_one(page.if_fine)}",
            f"there are tears: {_one(page.if_cry)}",
            f"there is an attack: {_one(page.if_attack)}",
            *([f"I am thrown: {_shown(page.derail)}"] if page.derail else []),
        )
    )
    if page.avoid:
        yield Heading("To leave out")
        yield Items(tuple(map(_shown, page.avoid)))
    yield Para("At the end: their points first, then who does what by when, a day to look again, and a written note.")


def _listed(words: Iterable[Words]) -> tuple[str, ...]:
    return tuple(map(_one, words))


def _one(words: Words) -> str:
    mark = "" if words.source in (SAID, PREPARED) else f" [{words.source}]"
    return f"{_shown(words.text)}{mark}"


def _shown(text: str) -> str:
    return one_line(text, _WIDEST)
