"""All commands by name. A command's module is imported when the command runs, not before."""

import importlib
import sys
from typing import ClassVar

import click


class Commands(click.Group):
    """A group that knows its commands by a table."""

    table: ClassVar[dict[str, tuple[str, str]]] = {
        "prepare": ("simulator.cli.prepare", "six questions and a plan, before you have it"),
        "play": ("simulator.cli.play", "have a conversation"),
        "list": ("simulator.cli.shelf", "the scenarios there are"),
        "sessions": ("simulator.cli.sessions", "the conversations you have had"),
        "review": ("simulator.cli.review", "read how a conversation went"),
        "debrief": ("simulator.cli.debrief", "look back: first what you saw yourself, scores last"),
        "whatif": ("simulator.cli.whatif", "say one turn otherwise, and see where the two part"),
        "compare": ("simulator.cli.compare", "conversations side by side, the first against the best"),
        "drill": ("simulator.cli.drill", "one kind of moment, as often as you want"),
        "note": ("simulator.cli.note", "write down what was agreed, and see what is missing"),
        "card": ("simulator.cli.card", "one page to take into the real conversation"),
        "progress": ("simulator.cli.progress", "what your words did, over all conversations"),
        "erase": ("simulator.cli.erase", "forget conversations for good"),
        "demo": ("simulator.cli.demo", "watch a skilled conversation, and read what it did"),
        "mark": ("simulator.cli.mark", "a trainer's pen: label what you hear, blind, and overrule the scorer"),
        "marks": ("simulator.cli.marks", "what people marked, as labelled JSON lines"),
        "score": ("simulator.cli.score", "the scorecard of a finished transcript"),
        "rescore": ("simulator.cli.rescore", "old conversations under today's rules, with what changed"),
        "detect": ("simulator.cli.detect", "the skills in typed turns, JSON lines in and out"),
        "new": ("simulator.cli.new", "your own situation in five minutes"),
        "add": ("simulator.cli.add", "scenarios from a folder or a .zip"),
        "lint": ("simulator.cli.lint", "every fault of scenario files, with its place"),
        "sheet": ("simulator.cli.sheet", "run sheets for a group: player, trainer, observer"),
        "simulate": ("simulator.cli.simulate", "let bots play a scenario, and count what happens"),
        "graph": ("simulator.cli.graph", "draw the states of a scenario"),
    }
    """Command -> the module that has a click command of this name, and what it is for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, the most wanted first."""
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, imported now."""
        if cmd_name not in self.table:
            return None
        module = importlib.import_module(self.table[cmd_name][0])
        return getattr(module, "command", None) or getattr(module, cmd_name)

    def resolve_command(self, ctx, args):
        """As click does it, with the nearest names in the refusal."""
        if args and not args[0].startswith("-") and args[0] not in self.table:
            from simulator.cli.offer import offer, sentence

            ctx.fail(sentence(f"there is no command '{args[0]}'.", offer(args[0], self.table)))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, from the table."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_, about) in self.table.items()])


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="rehearse", message="rehearse %(version)s")
@click.pass_context
def rehearse(ctx: click.Context) -> int | None:
    """Practise a difficult conversation before you have it, and read afterwards what your words did."""
    if ctx.invoked_subcommand is not None:
        return None
    if sys.stdin.isatty() and sys.stdout.isatty():
        from simulator.cli.menu import menu

        return menu()
    click.echo(ctx.get_help())
    return 0
