"""One conversation: where the ear meets the person. Its turns, its branches, and bots that play it."""
