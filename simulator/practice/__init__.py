"""What stands around a conversation: preparing it, practising it in parts, looking back, and what comes after.

Nothing here knows a screen: questions are asked through small protocols, and what is to be read is blocks of a report.
"""
