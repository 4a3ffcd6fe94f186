"""What a conversation looks like afterwards: one Review as pure data, and the formats it is written in."""

from simulator.report.making import review
from simulator.report.review import Review

__all__ = ["Review", "review"]
