"""Chance that depends on the place in the conversation, never on what was drawn before.

A running stream of random numbers would give another answer to the same words after a rewind.
"""

from collections.abc import Sequence
from hashlib import blake2b


def roll(seed: int, turn: int, state: str, purpose: str) -> int:
    """A whole number that depends on its arguments only."""
    key = f"{seed}\x1f{turn}\x1f{state}\x1f{purpose}".encode()
    return int.from_bytes(blake2b(key, digest_size=6).digest(), "big")


def pick(items: Sequence[str], seed: int, turn: int, state: str, purpose: str) -> str:
    """One of *items*, which must not be empty."""
    if len(items) == 1:
        return items[0]
    return items[roll(seed, turn, state, purpose) % len(items)]
