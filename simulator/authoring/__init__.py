"""Scenario files: what they may say, how their layers are put together, and every fault in them."""
