"""Fitted weights as small, readable data: one file a skill, a line a feature, the heaviest first.

What a line says is what counts: the score of a segment is the sum of the weights of its features, each by its size,
divided by the length of the features taken together (see scoring.features). fit.py made the files; README.md says
from what.
"""

from scoring.weights.model import Score, Weights, load

__all__ = ["Score", "Weights", "load"]
