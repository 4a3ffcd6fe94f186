"""A transcript from elsewhere becomes turns. Each form of file has a room of its own."""

from simulator.importers.transcript import Transcript, TranscriptError, Utterance, read_transcript

__all__ = ["Transcript", "TranscriptError", "Utterance", "read_transcript"]
