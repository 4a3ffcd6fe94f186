"""What is held back: when a fact is hinted at, when it is told, and whether the telling was heard."""

from simulator.persona.effects import LISTENING
from simulator.persona.lines import Rules, Voice
from simulator.persona.mind import CUED, DROPPED, HEARD, HIDDEN, TOLD
from simulator.persona.moment import Moment
from simulator.persona.scenario import Fact, Level, Scenario, State

INVITING = LISTENING | {"curiosity", "permission", "contrasting", "mutual_purpose", "silence"}
"""Skills after which somebody may begin to tell, where a fact names none of its own."""

TOPIC_DISCOUNT = 6  # points of openness a fact costs less when its topic is on the table
CUE_REACH = 14  # points of openness below the price at which a hint may slip out
CUE_PAUSE, CUE_AFTER_TELLING = 3, 2  # turns between two hints, and between a telling and a hint
CUE_BESIDE = 70  # characters: a longer line leaves no room for a hint
STILL_FRESH = 4  # turns during which more of the last told fact may be said
MORE_AFTER = frozenset(("curiosity", "stepping_out", "reflecting_feeling", "appreciation", "silence"))
MORE_IN = frozenset(("opening_up", "roadbump", "problem_solving"))  # kinds of state; silence is a wait of its own
TURNS_AWAY = frozenset(("off_topic", "abusive", "dismissive", "unreadable"))
"""Shapes of a message that leave a telling lying there."""
ASKING = ("question", "many_questions")  # shapes of a message that wants to know something
PRACTICAL = frozenset(("solution_question", "next_step", "follow_up", "consequence", "facts"))
"""Skills that are about what to do or what happened: nothing off their matter is told on them."""
CHANGES_MATTER = frozenset(("escalation", "third_party"))
"""Marks that are a matter of their own."""
NEVER_A_CUE_AFTER = "test"  # the tag of a line that asks the user something
OFFER = "offer"  # the tag of a line in which the person offers what they would propose
OVERRULES = frozenset(("next_step", "interrupting_solution"))
"""Skills that put something else in the place of what was offered."""


class Facts:
    """The facts of a scenario, with the rules for the telling compiled."""

    def __init__(self, scenario: Scenario):
        penalised = frozenset(scenario.penalised)
        self._facts = scenario.facts
        self._by_id = {fact.id: fact for fact in scenario.facts}
        self._tell = {fact.id: Rules(fact.tell, penalised) for fact in scenario.facts}
        self._dropped = (scenario.dropped_safety, scenario.dropped_heat, scenario.dropped_cost)
        self._shows_listening = frozenset(asked.id for asked in scenario.asked if asked.listens)
        self._about = {
            asked.id: frozenset(id for rule in asked.answers for id in (*rule.when.told, *rule.when.told_all))
            for asked in scenario.asked
        }
        self.ideas = frozenset(fact.id for fact in scenario.facts if fact.idea)

    def was_it_heard(self, moment: Moment, state: State) -> tuple[int, int]:
        """Settles whether the last telling was heard; the price in safety and heat if the turn walked past it.

        A turn in which no move is known and which turns to nothing else settles nothing, and so does one silence:
        nobody is punished for "I don't know what to say", or for words that no rule has learned yet.
        """
        price = (0, 0)
        last = moment.last_told
        if last and moment.facts[last] == TOLD:
            if self._listens(moment, self._by_id[last], state):
                moment.facts[last] = HEARD
                moment.notes.append((HEARD, last))
            elif self._walked_past(moment, self._by_id[last]):
                safety, heat, cost = self._dropped
                moment.facts[last] = DROPPED
                moment.notes.append((DROPPED, last))
                moment.dearer += cost
                price = (safety, heat)
        self._picked_up_late(moment)
        if "summarizing" in moment.skills and "summarizing" not in moment.heard.unfounded:
            for id, fate in moment.facts.items():
                if fate != HEARD:
                    moment.facts[id] = HEARD
                    moment.notes.append((HEARD, id))
        return price

    def _picked_up_late(self, moment: Moment) -> None:
        """Who comes back to what they walked past, in words of its own, has heard it after all."""
        if LISTENING.isdisjoint(moment.skills) or moment.penalised:
            return
        for id, fate in moment.facts.items():
            if fate == DROPPED and not set(self._by_id[id].topics).isdisjoint(moment.heard.topics):
                moment.facts[id] = HEARD
                moment.notes.append((HEARD, id))

    @staticmethod
    def _walked_past(moment: Moment, fact: Fact) -> bool:
        if moment.heard.takes_up and moment.shape not in TURNS_AWAY:
            return False  # clumsily, perhaps, but they are still at it
        waits = moment.heard.silent and "hushed" not in moment.flags
        if (moment.skills and not waits) or moment.shape in TURNS_AWAY or not moment.marks.isdisjoint(CHANGES_MATTER):
            return True
        return bool(moment.heard.topics) and moment.topic_set.isdisjoint(fact.topics)

    def _listens(self, moment: Moment, fact: Fact, state: State) -> bool:
        if fact.idea or not LISTENING.isdisjoint(moment.skills):
            return True
        if not self._shows_listening.isdisjoint(moment.heard.asked):
            return True
        if any(fact.id in self._about[id] for id in moment.heard.asked):  # they ask on about it
            return True
        if state.kind == "roadbump" and not moment.skills.isdisjoint(("permission", "silence")):
            return True
        return "curiosity" in moment.skills and not moment.topic_set.isdisjoint(fact.topics)

    def ready(self, moment: Moment, state: State, level: Level) -> Fact | None:
        """The fact that is told now, or None: the first that can be, one on the present topic before the others."""
        if not state.tells or moment.penalised or moment.misread or moment.told_turn == moment.turn - 1:
            return None
        beside = None
        for fact in self._facts:
            if fact.id in moment.facts or not self._in_order(moment, fact):
                continue
            if fact.only_in and moment.state not in fact.only_in:
                continue
            invited = not moment.skills.isdisjoint(fact.invite or INVITING)
            if not invited and not _taken_up(moment, fact) and not _asked_about(moment, fact):
                continue
            on_topic = not moment.topic_set.isdisjoint(fact.topics)
            if state.kind == "guarded" and not on_topic:
                continue
            reach = moment.openness + state.discount + (TOPIC_DISCOUNT if on_topic else 0)
            if reach >= fact.cost + level.cost_shift + moment.dearer:
                if on_topic:
                    return fact
                wanted = fact.idea and "solution_question" in moment.skills  # whatever it is to be a solution of
                if wanted or (moment.skills.isdisjoint(PRACTICAL) and not _asks_elsewhere(moment)):
                    beside = beside or fact
        return beside

    def tell(self, moment: Moment, fact: Fact, voice: Voice) -> str:
        """The line in which *fact* is told; from now on it is told."""
        moment.facts[fact.id] = TOLD
        moment.last_told, moment.told_turn = fact.id, moment.turn
        moment.notes.append((TOLD, fact.id))
        return voice.answer(self._tell[fact.id])

    def more(self, moment: Moment, kind: str, voice: Voice) -> str:
        """A little more of what was told just now, or of what the topic touches; '' where nothing fits.

        Who names a topic of their own, or asks what is to be done, has not asked for more of the last telling.
        """
        fresh = moment.last_told and moment.turn - moment.told_turn <= STILL_FRESH
        if not fresh or kind not in MORE_IN or moment.penalised or moment.skills.isdisjoint(MORE_AFTER):
            return ""
        if "solution_question" in moment.skills:
            return ""
        touched = [id for id in moment.facts if not moment.topic_set.isdisjoint(self._by_id[id].topics)]
        for id in touched if moment.heard.topics else dict.fromkeys((moment.last_told, *touched)):
            # Where a plan is made, more of the plan is said, and no more of what hurt.
            line = voice.say(self._by_id[id].more) if kind != "problem_solving" or id in self.ideas else ""
            if line:
                moment.prev = ""
                return line
        return ""

    def more_of(self, id: str, voice: Voice) -> str:
        """A further line about the fact called *id*, or ''."""
        return voice.say(self._by_id[id].more)

    def cue(self, moment: Moment, state: State, level: Level, line: str, voice: Voice) -> str:
        """A hint at something held back, to be added to *line*, or ''."""
        if not state.tells or moment.penalised or moment.misread or moment.prev == NEVER_A_CUE_AFTER:
            return ""
        if moment.shape in TURNS_AWAY:
            return ""
        pause = {"always": 1, "usual": CUE_PAUSE, "once": 2 * CUE_PAUSE}[level.cues]
        if moment.turn - moment.cue_turn < pause or moment.turn - moment.told_turn < CUE_AFTER_TELLING:
            return ""
        if len(line) >= CUE_BESIDE:
            return ""
        for fact in self._facts:
            if fact.id in moment.facts or not fact.cue or fact.only_in or not self._in_order(moment, fact):
                continue
            if fact.id in moment.cued and level.cues != "always":
                continue
            if moment.topic_set.isdisjoint(fact.cue_topics):
                continue
            if moment.openness >= fact.cost + level.cost_shift - CUE_REACH:
                hint = voice.say(fact.cue)
                if hint:
                    self.hinted(moment, fact.id)
                return hint
        return ""

    def hinted(self, moment: Moment, id: str) -> None:
        """Remembers that the fact called *id* was hinted at."""
        moment.cued.add(id)
        moment.cue_turn = moment.turn
        moment.notes.append((CUED, id))

    def _in_order(self, moment: Moment, fact: Fact) -> bool:
        if fact.after_any and not any(id in moment.facts for id in fact.after_any):
            return False
        return all(id in moment.facts for id in fact.after_all)


def _asks_elsewhere(moment: Moment) -> bool:
    """Whether the turn does nothing but ask about a matter of its own: then nothing off that matter is told."""
    asks = moment.shape in ASKING and LISTENING.isdisjoint(moment.skills)
    return asks and bool(moment.heard.topics or moment.heard.asked)


def _taken_up(moment: Moment, fact: Fact) -> bool:
    """Whether the person has just offered their idea, and the user does not put one of their own in its place."""
    return fact.idea and moment.prev == OFFER and moment.skills.isdisjoint(OVERRULES)


def _asked_about(moment: Moment, fact: Fact) -> bool:
    """Whether the turn asks, in whatever way, about what the person has hinted at."""
    if fact.id not in moment.cued or moment.shape not in ASKING or fact.invite:
        return False
    return not moment.penalised and not {*fact.topics, *fact.cue_topics}.isdisjoint(moment.heard.topics)


__all__ = ["CUED", "DROPPED", "HEARD", "HIDDEN", "TOLD", "Facts"]
