"""Faults provoked on purpose, counted. `test_*.py` run a short course; `python -m tests.faults` runs the long one."""
