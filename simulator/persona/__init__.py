"""The scripted person: meters, facts held back, misreadings, states and the choice of a line.

The rooms here see names of skills and topics, never the letters of a text.
"""

from simulator.persona.heard import SILENCE, Heard
from simulator.persona.mind import Mind, Reaction, Shift, wake

__all__ = ["SILENCE", "Heard", "Mind", "Reaction", "Shift", "wake"]
