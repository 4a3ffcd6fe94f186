"""The choice of a line: the most special rule that fits speaks, and nothing is said twice in a session."""

from collections.abc import Callable, Iterable

from simulator.persona.conditions import STUNG, check, specificity
from simulator.persona.moment import Moment
from simulator.persona.scenario import Echo, Reply, Words

ECHO = "{echo}"

Pick = Callable[[list[str]], str]


class Rules:
    """Reply rules of one place, compiled and kept in the order of the file."""

    def __init__(self, replies: Iterable[Reply], penalised: frozenset[str]):
        self._rules = tuple(
            (
                check(reply.when),
                2 * specificity(reply.when) + reply.local,  # a situation's line wins among equals, never by more
                frozenset(reply.when.skill) & penalised,
                -order,
                reply,
            )
            for order, reply in enumerate(replies)
        )

    def fitting(self, moment: Moment) -> list[Reply]:
        """The rules that fit, the most special first; among equals the earlier."""
        found = [
            (score + (2 * STUNG if not stings.isdisjoint(moment.skills) else 0), order, reply)
            for fits, score, stings, order, reply in self._rules
            if fits(moment)
        ]
        found.sort(key=lambda item: item[:2], reverse=True)
        return [reply for _, _, reply in found]


class Voice:
    """Says lines in a moment: unused ones only, with an echo of the user's word where one is allowed."""

    def __init__(self, moment: Moment, echo: Echo, pick: Pick):
        self._moment, self._echo, self._pick = moment, echo, pick

    def say(self, lines: Words) -> str:
        """One of *lines* that was not said before, or ''."""
        moment = self._moment
        free = [line for line in lines if line not in moment.used]
        if any(ECHO in line for line in free):
            may = self._may_echo()
            echoing = [line for line in free if ECHO in line]
            free = echoing if may else [line for line in free if ECHO not in line]
        if not free:
            return ""
        line = self._pick(free)
        moment.used.add(line)
        if ECHO in line:
            moment.echo_turns = (*moment.echo_turns, moment.turn)
            word = moment.heard.echo
            line = line.replace(ECHO, word[:1].upper() + word[1:])
        return line

    def answer(self, rules: Rules) -> str:
        """A line of the most special rule that has one left, or ''. The tag of the line is remembered."""
        for reply in rules.fitting(self._moment):
            line = self.say(reply.say)
            if line:
                self._moment.prev = reply.tag
                return line
        return ""

    def _may_echo(self) -> bool:
        turns = self._moment.echo_turns
        if not self._moment.heard.echo or len(turns) >= self._echo.per_session:
            return False
        return not turns or self._moment.turn - turns[-1] >= self._echo.cooldown_turns
