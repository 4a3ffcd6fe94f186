"""A transcript from elsewhere becomes turns. Each form of file has a module of its own; `registry` finds the one."""

from simulator.importers.registry import open_source, read_transcript, recognised
from simulator.importers.source import Source
from simulator.importers.transcript import Transcript, TranscriptError, Utterance
from simulator.importers.who import WhoError, whose

__all__ = [
    "Source",
    "Transcript",
    "TranscriptError",
    "Utterance",
    "WhoError",
    "open_source",
    "read_transcript",
    "recognised",
    "whose",
]
