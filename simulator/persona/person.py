"""The person in a conversation: takes in one turn, changes and answers.

The order of things in a turn is part of the method and was found by playing: effects, was the last disclosure heard,
transition, disclosure, reply rule, hint, gesture. ``hear`` changes nothing but what it returns.
"""

from dataclasses import replace

from simulator.persona import dice
from simulator.persona.conditions import check
from simulator.persona.effects import MAX_FALL, MAX_RISE, Effects
from simulator.persona.facts import ASKING, Facts
from simulator.persona.heard import MOST_SKILLS, Heard
from simulator.persona.lines import Rules, Voice
from simulator.persona.machine import Ways
from simulator.persona.mind import Mind, Reaction
from simulator.persona.moment import Moment
from simulator.persona.scenario import Arc, Ending, Event, Fact, Level, Scenario

HEAT_DRIFT = 3  # points a turn back towards rest
TOPIC_STAYS = 2  # turns a topic stays on the table when no new one is named
GESTURE_PAUSE = 3  # turns between two gestures
REMEMBERED = 4  # turns of skills kept in mind
ONLY_CLUMSY = frozenset(
    ("why_question", "leading_question", "false_summary", "avoidance")
)  # costly ways to ask, that still ask
NO_ANSWER_IN = ("flash", "shut_down")  # kinds of state in which concrete questions get no answer of their own
STILL_HERE = "(...)"  # said only when every line of a scenario is used up; lint reports pools that are too small


class Person:
    """A compiled scenario. It holds no conversation: minds go in and come out."""

    def __init__(self, scenario: Scenario):
        self.scenario = scenario
        self._penalised = frozenset(scenario.penalised)
        self._states = {state.name: state for state in scenario.states}
        self._effects = Effects(scenario)
        self._facts = Facts(scenario)
        self._ways = Ways(scenario)
        self._enter = {s.name: Rules(s.enter, self._penalised) for s in scenario.states}
        self._replies = {s.name: Rules(s.replies, self._penalised) for s in scenario.states}
        self._answers = Rules(scenario.answers, self._penalised)
        self._asked = {asked.id: Rules(asked.answers, self._penalised) for asked in scenario.asked}
        self._calls_back = {s.name: tuple((check(r.when), r.say) for r in s.calls_back) for s in scenario.states}
        self._flags = tuple((rule.flag, check(rule.when)) for rule in scenario.flags)
        self._flashes = tuple((check(flash.when), flash) for flash in scenario.flashes)
        self._misreads = {misread.id: misread for misread in scenario.misreads}
        self._quibbles = dict(scenario.quibbles)
        self._gestures = dict(scenario.gestures)
        self._all_gestures = tuple(line for _, lines in scenario.gestures for line in lines)
        self._endings = tuple((e, check(e.when)) for e in scenario.endings if e.when is not None)
        self._events = {event.id: (event, check(event.when)) for event in scenario.events}

    def hear(self, mind: Mind, heard: Heard, level: Level, seed: int) -> tuple[Mind, Reaction]:
        """The mind after the turn and the answer to it."""
        stuffed = len(heard.skills) > MOST_SKILLS
        skills = heard.skills[:2] if stuffed else heard.skills
        moment = Moment(mind, heard, skills, self._penalised, level)
        moment.turn += 1
        before = self._states[mind.state]
        if stuffed:
            moment.notes.append(("stuffed", str(len(heard.skills))))
        self._take_up_topics(moment)
        self._notice(moment)
        moment.heat -= min(HEAT_DRIFT, max(0, moment.heat - self.scenario.persona.rest_heat))

        shifts = self._effects.shifts(moment, skills)
        safety, heat, patience = (sum(getattr(s, m) for s in shifts) for m in ("safety", "heat", "patience"))
        safety = max(-MAX_FALL, min(MAX_RISE, safety))
        unheard = self._facts.was_it_heard(moment, before)
        safety, heat = safety + unheard[0], heat + unheard[1]
        self._settle(moment, safety, heat, patience)

        raised = [flag for flag, fits in self._flags if fits(moment)]
        arc = self._ways.step(moment)
        moment.from_ = mind.state if arc is not None else ""
        moment.flags.update(raised)
        moment.recent = (*moment.recent, skills)[-REMEMBERED:]
        voice = self._voice(moment, seed)
        if arc is not None and arc.end:
            self._follow(moment, arc, voice)
            moment.ended = arc.end
            moment.notes.append(("ended", arc.end))
            line = voice.say(self.scenario.ending(arc.end).line)
        else:
            line = self._answer(moment, arc, level, voice, stuffed)
        reaction = Reaction(
            line, mind.state, moment.state, tuple(shifts), safety, heat, patience,
            tuple(moment.notes), skills, tuple(moment.topics if moment.topic_set else ()),
        )  # fmt: skip
        return moment.settled(), reaction

    def happen(self, mind: Mind, event: Event) -> tuple[Mind, str]:
        """What *event* does: the mind after it and what is seen. It takes no turn."""
        moment = self._still(mind)
        moment.heat = max(0, min(100, moment.heat + event.heat))
        moment.flags.add(f"event_{event.id}")
        if event.cue and event.cue not in moment.facts:
            moment.cued.add(event.cue)
        return moment.settled(), event.show

    def may_happen(self, mind: Mind) -> list[Event]:
        """The events that fit now and have not happened yet."""
        moment = self._still(mind)
        return [e for e, fits in self._events.values() if f"event_{e.id}" not in mind.flags and fits(moment)]

    def ending(self, mind: Mind) -> Ending:
        """How it ends when it ends now."""
        moment = self._still(mind)
        if mind.ended:
            ending = self.scenario.ending(mind.ended)
        else:
            ending = next(one for one, fits in self._endings if fits(moment))
        other = next((one for one in ending.variants if check(one.when)(moment)), None)
        if other is None:
            return ending
        return replace(ending, note=other.note or ending.note, tonight=other.tonight or ending.tonight)

    def last_line(self, mind: Mind, ending: Ending, seed: int) -> str:
        """What the person says when the user ends, or '' where that was said already."""
        free = [line for line in ending.line if line not in mind.used]
        return dice.pick(free, seed, mind.turn, mind.state, "last line") if free and not mind.ended else ""

    def _still(self, mind: Mind) -> Moment:
        """*mind* as a moment in which nothing is said."""
        return Moment(mind, Heard(), (), self._penalised, self.scenario.levels[0])

    def _voice(self, moment: Moment, seed: int) -> Voice:
        drawn = iter(range(1000))

        def pick(lines: list[str]) -> str:
            return dice.pick(lines, seed, moment.turn, moment.state, f"line {next(drawn)}")

        return Voice(moment, self.scenario.echo, pick)

    def _take_up_topics(self, moment: Moment) -> None:
        """A topic stays current for a while, so that "and what was that like?" is about something. A statement in which
        no move is known goes on with nothing."""
        if moment.heard.topics:
            moment.topics, moment.topics_age = moment.heard.topics, 0
        else:
            moment.topics_age += 1
        said_something = moment.heard.topics or moment.skills or moment.shape in ASKING
        if said_something and moment.topics_age <= TOPIC_STAYS:
            moment.topic_set = frozenset(moment.topics)

    @staticmethod
    def _notice(moment: Moment) -> None:
        """Settles the one-turn chance that a flash has opened."""
        moment.flags.discard("noticed")
        if moment.flash and moment.flash in moment.heard.saw:
            moment.flags.add("noticed")
            moment.notes.append(("noticed", moment.flash))
        moment.flash = ""

    def _settle(self, moment: Moment, safety: int, heat: int, patience: int) -> None:
        """Moves the meters. Trust has a ceiling that only facts heard can raise; a fall is never held up by it."""
        persona = self.scenario.persona
        confided = min(moment.confided(self._facts.ideas), len(persona.trust_ceiling) - 1)
        ceiling = max(persona.trust_ceiling[confided], moment.safety)
        moment.safety = max(0, min(ceiling, moment.safety + safety))
        moment.heat = max(persona.rest_heat // 2, min(100, moment.heat + heat))
        moment.patience += patience

    def _follow(self, moment: Moment, arc: Arc, voice: Voice, answer: str = "") -> str:
        """Does what *arc* says beside the move; its line, or ''. Where there is an *answer*, the way keeps its own."""
        moment.patience += arc.patience
        if arc.raises:
            moment.flags.add(arc.raises)
        moment.flags.discard(arc.clears)
        line, was = answer, moment.misread
        if not arc.misread:
            moment.misread = ""
        if arc.misread:
            moment.misread, moment.came_from = arc.misread, moment.from_
            moment.misreads += 1
            moment.flags.add(f"mis_{arc.misread}")
            moment.notes.append(("misread", arc.misread))
            line = voice.say(self._misreads[arc.misread].says)
        elif arc.repaired and was:
            moment.notes.append(("repaired", was))
            line = _joined(voice.say(self._misreads[was].repaired), answer)  # what they asked beside it is answered too
        elif arc.say and not answer:
            line = voice.say(arc.say)
        elif arc.more and not answer:
            line = self._facts.more_of(arc.more, voice)
        if line != answer:
            moment.prev = ""  # the line that was tagged is no longer the last
        return line

    def _answer(self, moment: Moment, arc: Arc | None, level: Level, voice: Voice, stuffed: bool) -> str:
        moved = arc is not None
        line = voice.answer(self._answers)  # an offer or an announcement is answered, whatever else is due
        if not line and not (arc and arc.misread):
            line = self._concrete(moment, voice, arc is not None and arc.repaired)
        answered = bool(line)
        if arc is not None:
            line = self._follow(moment, arc, voice, line)
            self._arrive(moment)
        else:
            moment.turns_here += 1
        state = self._states[moment.state]
        fact = None if line else self._facts.ready(moment, state, level)
        if fact is not None:
            line = self._bridged(moment, fact, self._facts.tell(moment, fact, voice), voice)
            self._ways.move(moment, fact.then)
            if moment.state != state.name:
                moment.from_ = state.name
                self._arrive(moment)
        here = self._states[moment.state]
        if answered and moved and here.kind == "opening_up" and self._states[moment.from_].kind == "roadbump":
            # Who comes back from tears is seen again before they answer; the lines of a way out say so themselves.
            back = voice.answer(self._enter[here.name])
            line = _joined(back, line)
        line = (
            line
            or (voice.answer(self._enter[here.name]) if moved else "")
            or self._facts.more(moment, here.kind, voice)
            or (voice.say(self._quibbles["long"]) if stuffed else "")
            or voice.answer(self._replies[here.name])
        )
        refused = not line and moment.shape in ASKING  # a hint beside it would be an answer after all
        line = line or self._quibble(moment, voice)
        if fact is None and not moved:
            hint = "" if refused else self._facts.cue(moment, here, level, line, voice)
            line = _joined(line, hint)
            call = self._call_back(moment, here.name, voice)
            line = _joined(line, call)
        return self._with_gesture(moment, line, voice)

    def _concrete(self, moment: Moment, voice: Voice, repaired: bool) -> str:
        """The answer to a concrete question, or ''. Who was hurt, or waits for an answer of their own, gives none."""
        waits = moment.misread and not repaired
        if moment.penalised - ONLY_CLUMSY or waits or self._states[moment.state].kind in NO_ANSWER_IN:
            return ""
        return next(filter(None, (voice.answer(self._asked[id]) for id in moment.heard.asked)), "")

    def _bridged(self, moment: Moment, fact: Fact, line: str, voice: Voice) -> str:
        """*line*, in which *fact* is told, with a word before it where something else was asked."""
        asked_for = fact.idea and "solution_question" in moment.skills
        named = moment.heard.topics or (moment.topics if moment.heard.takes_up else ())
        if moment.shape not in ASKING or asked_for or not set(named).isdisjoint(fact.topics):
            return line
        bridge = voice.say(self.scenario.bridges)
        return f"{bridge} {line}" if bridge else line

    def _call_back(self, moment: Moment, state: str, voice: Voice) -> str:
        """A remark on something the user did earlier, or ''."""
        for fits, lines in self._calls_back[state]:
            line = voice.say(lines) if fits(moment) else ""
            if line:
                return line
        return ""

    def _arrive(self, moment: Moment) -> None:
        """What entering a state brings with it."""
        if moment.state != moment.from_:
            moment.turns_here = 0
        state = self._states[moment.state]
        if state.sets:
            moment.flags.add(state.sets)
        moment.flags.discard(state.clears)

    def _quibble(self, moment: Moment, voice: Voice) -> str:
        """No rule had a line: an answer to the shape of the message."""
        moment.prev = ""
        moment.notes.append(("quibble", moment.shape))
        for shape in (moment.shape, "statement", "short"):
            line = voice.say(self._quibbles.get(shape, ()))
            if line:
                return line
        return voice.say(self._all_gestures) or STILL_HERE

    def _with_gesture(self, moment: Moment, line: str, voice: Voice) -> str:
        if "(" in line:
            moment.gesture_turn = moment.turn
            return line
        if moment.turn - moment.gesture_turn < GESTURE_PAUSE:
            return line
        show = ""
        for fits, flash in self._flashes:
            if fits(moment):
                show = voice.say(flash.show)
                if show:
                    moment.flash = flash.id
                    moment.notes.append(("flash", flash.id))
                    break
        show = show or voice.say(self._gestures.get(moment.state, ()))
        if show:
            moment.gesture_turn = moment.turn
            return f"{show} {line}"
        return line


def _joined(*said: str) -> str:
    """What is *said* one after the other, without what is empty."""
    return " ".join(filter(None, said))
