"""How much of a file is read. What is larger is refused with its place, never read in part."""

from scoring.text import MAX_CHARACTERS

MAX_BYTES = 10 * 2**20
"""Bytes of a file. An hour of talk is some 0.2 MB as captions and 0.1 MB as text."""

MAX_LINES = 400_000
"""Lines of a file: of very short ones, each costs fifty times its bytes in memory."""

MAX_LINE = 4 * MAX_CHARACTERS
"""Characters of one line of a file that is read by lines: words, and what stands around them."""

MAX_TURNS = 50_000
"""Turns of a transcript, after what one speaker says in a row has become one."""

MAX_SPEAKERS = 500
"""Different speakers. With more, what was taken for names is something else."""

MAX_NAME = 80
"""Characters of a speaker's name."""

MAX_VALUES = 600_000
"""Values in a JSON file, counted by its brackets and commas before it is read."""

MAX_XML = 16 * 2**20
"""Bytes of the text in a Word document after it is unpacked."""

MAX_XML_RATIO = 120
"""How many times its packed size it may have. Transcripts have up to 30; what is made to fill a memory has 1,000."""

MAX_XML_DEPTH = 200
"""How deep the elements of a Word document may nest."""

MAX_DIRECTORY = 2**20
"""Bytes of the list of contents of a Word document."""
