"""`rehearse demo`: a shipped conversation, replayed and reviewed."""

import click


@click.command()
def demo() -> int:
    """Replay the shipped skilled conversation and read its review. Needs no terminal."""
    from simulator.demo import run

    return run()
