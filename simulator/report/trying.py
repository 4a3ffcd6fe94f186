"""One thing to try: the missed chance that mattered most, never one that was used, and words that would have helped."""

import re
from collections.abc import Mapping, Sequence

from scoring import content_words
from scoring.scorecard import Chance
from scoring.vocabulary import COSTLY, REWARDED
from simulator.conversation.turn import Turn
from simulator.persona.scenario import Scenario
from simulator.report import sentences
from simulator.report.review import Moment
from simulator.report.words import quote, short, skill_words

_WEIGHT = {"flash": 5, "roadbump": 4, "fine": 3, "shut_down": 2}  # by kind of state; any other weighs 1
_OPEN = re.compile(r"\b(?:what|how)\b", re.IGNORECASE)
GRAVE = 8  # points lost from which a costly turn is what to try again, whatever chances were missed
WON = 8  # points of trust won and of heat lost from which a turn is none to be done otherwise
_SOON = 2  # turns in which what was missed can still be made up for
_SAME = 0.7  # of the words of a model answer that carry content: somebody who typed so much of it has said it


def try_this(
    turns: list[Turn],
    opening: str,
    scenario: Scenario,
    chances: list[Chance],
    best: Moment | None,
    remedies: dict[str, str],
) -> Moment | None:
    """The moment to try again: the missed chance that mattered most, or the turn that cost most. A turn that used a
    chance is none, nor is the *best* moment or one in which something was told; None where nothing is left to try."""
    taken = {chance.turn for chance in chances if chance.used} | ({best.turn} if best else set())
    said = {turn.number: (turns[place - 1].reply if place else opening) for place, turn in enumerate(turns)}
    by_number = {turn.number: turn for turn in turns}
    missed = {
        chance.turn: chance
        for chance in reversed(chances)
        if not chance.used
        and chance.turn not in taken
        and not _gained(by_number[chance.turn])
        and not _asked_openly(chance, by_number[chance.turn])
    }
    costly = [turn for turn in turns if turn.number not in taken and not set(COSTLY).isdisjoint(turn.detection.skills)]
    worst = max(costly, key=lambda one: (_fall(one), -one.number), default=None)
    if missed:
        chance = max(missed.values(), key=lambda one: (_matters(one, by_number, scenario), -one.turn))
        if worst is None or _fall(worst) < GRAVE or _fall(by_number[chance.turn]) >= _fall(worst):
            return _missed(chance, turns, said[chance.turn], scenario)
    return _cost(worst, said[worst.number], scenario, remedies) if worst is not None else None


def _gained(turn: Turn) -> bool:
    """Whether something came of *turn* that nobody should be advised against."""
    won = turn.reaction.safety - turn.reaction.heat
    return won >= WON or any(what in ("told", "repaired", "heard") for what, _ in turn.reaction.notes)


def _asked_openly(chance: Chance, turn: Turn) -> bool:
    """Whether an open question would have used *chance* and *turn* has the form of one, which the ear did not count."""
    if not {"curiosity", "solution_question"}.intersection(chance.skills):
        return False
    return any(_OPEN.search(turn.text[start:end]) for start, end in turn.detection.asking)


def _fall(turn: Turn) -> int:
    """Points of trust lost and of heat won in *turn*."""
    return max(0, turn.reaction.heat - turn.reaction.safety)


def _matters(chance: Chance, turns: Mapping[int, Turn], scenario: Scenario) -> float:
    """How much a missed *chance* matters: by the kind of its moment, by what was lost there, and less where its turn
    did something else that helps or the next ones made up for it."""
    turn = turns[chance.turn]
    helped = any(skill in REWARDED and skill not in turn.heard.unfounded for skill in turn.skills)
    following = [turns[number] for number in range(turn.number + 1, turn.number + 1 + _SOON) if number in turns]
    helped = helped or any(not set(chance.skills).isdisjoint(one.skills) for one in following)
    return _WEIGHT.get(scenario.state(chance.moment).kind, 1) + min(4.0, _fall(turn) / 4) - (3 if helped else 0)


def _missed(chance: Chance, turns: list[Turn], said: str, scenario: Scenario) -> Moment:
    place = next(place for place, turn in enumerate(turns) if turn.number == chance.turn)
    turn, skill = turns[place], chance.skills[0]
    words = f"You said: '{short(turn.text)}'" if turn.text.strip() else "You said nothing"
    sentence = f"That was a chance for {skill_words(skill)}. {words}. Next, {sentences.effect(turn, scenario)}."
    misread = turns[place - 1].mind.misread if place else ""
    model = model_for(chance.moment, misread, scenario, [turn.text for turn in turns])
    return Moment(turn.number, short(turn.text), sentence, said, turn.reply, skill, model)


def model_for(moment: str, misread: str, scenario: Scenario, typed: Sequence[str] = ()) -> str:
    """Words that would help in the state *moment*, with this *misread* alive, and that were not *typed* in much the
    same words; '' where the scenario has none."""
    state = scenario.state(moment)
    words = [scenario.misread(misread).model] if state.model_from_misread and misread else []
    said = [content_words(text) for text in typed]
    return next((model for model in (*words, *state.model) if not _said(content_words(model), said)), "")


def _said(model: frozenset[str], typed: Sequence[frozenset[str]]) -> bool:
    return bool(model) and any(len(model & words) >= _SAME * len(model) for words in typed)


def _cost(turn: Turn, said: str, scenario: Scenario, remedies: dict[str, str]) -> Moment:
    finding = next(finding for finding in turn.detection.findings if finding.skill in COSTLY)
    remedy = remedies.get(finding.skill, "")
    sentence = f"'{quote(finding, turn.text)}' {sentences.costs(finding.skill)}."
    sentence += f" Next, {sentences.effect(turn, scenario)}."
    sentence += sentences.instead(remedy)
    return Moment(turn.number, short(turn.text), sentence, said, turn.reply, finding.skill)
