"""What typed words do: the moves of a difficult conversation, found in the user's own characters, with the reason.

This package knows nothing of scenarios, personas, terminals or files of a session.
"""
