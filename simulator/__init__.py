"""The person to practise on, the conversation with them, what is kept of it and how it is read afterwards."""
