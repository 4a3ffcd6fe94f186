"""Sessions on disk: one append-only journal each, checksummed, resumable, erasable.

The caller decides what goes into a record; nothing here knows of scenarios, persons or screens. Every failure is a
JournalError whose message is meant for people. Linux and macOS; another system needs another `files.Disk`.
"""

from simulator.journal import draft
from simulator.journal.erasing import erase, erase_all
from simulator.journal.errors import HomeError, IdError, InUseError, JournalError, NoSessionError
from simulator.journal.home import PREPARATIONS, Home, find_home
from simulator.journal.ids import new_id, valid_id
from simulator.journal.journal import Journal
from simulator.journal.listing import Listed, read, sessions
from simulator.journal.records import Damage, Reading, Record, parse

__all__ = [
    "PREPARATIONS",
    "Damage",
    "Home",
    "HomeError",
    "IdError",
    "InUseError",
    "Journal",
    "JournalError",
    "Listed",
    "NoSessionError",
    "Reading",
    "Record",
    "draft",
    "erase",
    "erase_all",
    "find_home",
    "new_id",
    "parse",
    "read",
    "sessions",
    "valid_id",
]
