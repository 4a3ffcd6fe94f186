"""`rehearse erase`: forgets conversations, with everything that was kept beside them."""

from __future__ import annotations

import click


@click.command()
@click.argument("sessions", nargs=-1, metavar="[SESSION]...")
@click.option("--all", "everything", is_flag=True, help="Every session, and every preparation that waits for one.")
@click.option("--yes", is_flag=True, help="Don't ask.")
def erase(sessions: tuple[str, ...], everything: bool, yes: bool) -> int:
    """Erase conversations for good: what was said, prepared, noted and half typed.

    Copies that you exported, wrote to files or gave to others are not touched, nor are backups.
    """
    from simulator.cli.asking import agrees, interactive
    from simulator.cli.kept import named
    from simulator.journal import find_home
    from simulator.practice.forgetting import forget, forget_all, second_talks

    if everything == bool(sessions):
        raise click.UsageError("name the SESSIONs, or --all")
    home = find_home()
    there = home.names()  # also what is left of broken sessions, which `rehearse sessions` does not list
    ids = [session if session in there else named(home, session) for session in dict.fromkeys(sessions)] or list(there)
    ask = not yes and interactive()
    if ask and not agrees(_question(ids, everything)):
        click.echo("Nothing was erased.")
        return 0
    if everything:
        gone = forget_all(home)
        click.echo(f"Erased: {len(ids)} session{'s' * (len(ids) != 1)}, {_files(gone)}.")
        return 0
    after = second_talks(home, ids)
    for id in ids:
        click.echo(f"Erased: {id}, {_files(forget(home, id))}.")
    for second in after:
        click.echo(f"Kept: {second}, the talk that came after; it remembers how the first one ended.")
    return 0


def _files(count: int) -> str:
    return f"{count} file{'s' * (count != 1)}"


def _question(ids: list[str], everything: bool) -> str:
    if everything:
        return f"Erase all {len(ids)} sessions and everything prepared, for good? (y, or Enter for no) "
    return f"Erase {', '.join(ids)} for good? (y, or Enter for no) "
