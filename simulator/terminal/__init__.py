"""The live conversation: on a terminal's screen, as plain lines, or as JSON lines. Only simulator.cli comes here.

table       the conversation itself: reads, does what was typed, shows; the same for every view
commands    what a line that begins with / may be
view        what a view can do; plain, jsonlines and screen are the three
prompt, keys, layout, pause, drafts, leaving    parts of the screen, the only rooms that know prompt_toolkit
"""
