"""The closed set of ways in which a rule may match, one room each.

A way is a function ``find(key, way, turn)`` that gives every :class:`Match` of a way in a turn. *key* is the name under
which the phrases of the way were put into the automaton.
"""

from scoring.ways import echo, phrases, question, reply, sequence
from scoring.ways.match import Match

KINDS = {
    "phrases": phrases.find,
    "sequence": sequence.find,
    "question": question.find,
    "echo": echo.find,
    "reply": reply.find,
}

__all__ = ["KINDS", "Match"]
