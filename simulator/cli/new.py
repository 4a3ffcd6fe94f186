"""`rehearse new`: the user's own situation in five minutes, as a file like any other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.faults import FAULTY, Refusal

if TYPE_CHECKING:
    from simulator.authoring.wizard import Answers

_WELCOME = (
    "Your own conversation, in eight questions. What you type is said in your words; nothing leaves this machine."
)
_GO_ON = "You left this in the middle. Enter goes on where you were, n begins anew: "
_KEPT = "What you typed is kept on this machine: 'rehearse new' goes on with it, or forgets it."
_WIDEST = 96  # columns that are still easy to read


@click.command()
@click.option("--from", "source", metavar="FILE", help="Take the answers from a YAML file and ask nothing.")
@click.option("--seed", type=click.IntRange(0), help="What 'surprise me' deals; the same seed deals the same.")
@click.option("--plain", is_flag=True, help="Plain lines, for screen readers and simple terminals.")
def new(source: str | None, seed: int | None, plain: bool) -> int:
    """Make a scenario of your own situation. It can be played at once, and edited like any other.

    Eight questions are asked. `/back` goes to the beginning of a question, and from there to the one before; Ctrl-C
    leaves, what you typed is kept on this machine, and the next `rehearse new` offers to go on with it or forgets it.

    FILE answers the questions without being asked; what is left out is left out, or dealt:

    \b
      name: Ines
      pronouns: she                # she, he or they
      role: "runs the front desk"
      channel: phone               # in_person, video, phone or chat
      what_happened:
        - "On Monday the 3rd the till was 80 euros short."
      your_part: "I asked her about the till in front of two guests."
      they_would_say: ["You weren't here at seven. I was."]
      misread: check_up            # get_rid, check_up, blame, take_work, favour,
                                   # or {says: "You've come to ...", answer: "I don't ... . I do ... ."}
      hidden:                      # or: surprise me, for both or for one of them
        work: "I've done the night count alone since Rui left."
        more_of_work: ["Rui went in May. Nobody asked who counts now."]
        other: "My sister's had an operation."
      they_would_propose: "Two of us sign the sheet."
      temperament: goes quiet      # cries, argues details, points at others, jokes, attacks,
                                   # agrees at once, needs time, says it sideways
    """
    from simulator.authoring.wizard import NOT_FOR, deal, scenario_text, slug
    from simulator.cli.beginning import draw_seed
    from simulator.cli.opening import scenario_files

    for text in (_WELCOME, NOT_FOR):
        click.echo(_wrapped(text))
    answers = _from_file(Path(source)) if source else _asked(plain)
    if answers is None:
        click.echo("\nNothing was written.")
        return 0
    id = slug(answers.name, [path.stem for path in scenario_files()])
    seed = draw_seed() if seed is None else seed
    text = scenario_text(answers, id, deal(seed, answers.channel, (answers.name, *answers.texts())))
    path = _kept(id, text)
    return _told(path, id, len(answers.dealt))


def _from_file(path: Path) -> Answers:
    """The answers in the file at *path*, with remarks on the facts. Raises Refusal."""
    from scoring.authored import render
    from simulator.authoring.wizard import about_them_remark, read_answers, remarks, speaks_of_harm
    from simulator.cleaning import clean

    answers, problems = read_answers(path)
    if answers is None:
        for problem in problems:
            click.echo(clean(render(problem)))
        raise Refusal(f"{len(problems)} fault{'s' * (len(problems) != 1)} in the answers; nothing was written.")
    word = speaks_of_harm(answers)
    if word and answers.about_harm is not False:
        raise Refusal(
            f"'{word}' is in the answers, and this is not made for that. If it only sounds like it, put "
            "'about_harm: false' into the file.",
            FAULTY,
        )
    for fact in answers.what_happened:
        for remark in remarks(fact):
            click.echo(clean(f'"{fact}"\n  {remark}'), err=True)
    for said, before in answers.spoken():
        remark = about_them_remark(said, answers.name, answers.pronouns, before)
        if remark:
            click.echo(clean(f'"{said}"\n  {remark}'), err=True)
    return answers


def _asked(plain: bool) -> Answers | None:
    """The answers of whoever sits there; None where they have had enough, or where it is about harm."""
    from simulator.authoring.wizard import NOT_FOR, speaks_of_harm
    from simulator.cli.asking import asker, interactive
    from simulator.cli.questionnaire import ask_all
    from simulator.cli.unfinished import Remembering, forget, keep, kept
    from simulator.practice.interview import Enough

    person = asker(plain)
    asked = Remembering(person, [])
    try:
        lines = kept()
        if lines and person.ask(_GO_ON).strip().casefold().startswith("n"):
            forget()
        elif lines:
            asked = Remembering(person, lines)
        answers = ask_all(asked)
        word = speaks_of_harm(answers)
        if word:
            person.tell("", _wrapped(f"'{word}' is in what you wrote. {NOT_FOR}"))
            if not person.ask("Is it about something else? (yes goes on) ").strip().casefold().startswith("y"):
                forget()
                return None
    except (Enough, KeyboardInterrupt):  # a Ctrl-C that comes before the question stands is one too
        if interactive() and asked.typed:  # lines from a pipe are somewhere already
            keep(asked.typed)
            person.tell("", _KEPT)
        return None
    forget()
    return answers


def _kept(id: str, text: str) -> Path:
    """Writes the file into the data folder, where nobody else can read it."""
    from simulator.cli.writing import write_file
    from simulator.journal import find_home

    home = find_home()
    home.prepare()
    folder = home.path / "scenarios"
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / f"{id}.yaml"
    write_file(path, text)
    return path


def _told(path: Path, id: str, dealt: int) -> int:
    """Says where it is, what is wrong with it if anything, and what to do now; the exit code."""
    from scoring.authored import render
    from simulator.authoring.lint import lint
    from simulator.authoring.lint.aboutthem import ABOUT_THEM
    from simulator.cleaning import clean

    problems = [problem for problem in lint(path) if problem.code != ABOUT_THEM]  # that was remarked on already
    click.echo("")
    for problem in problems:
        click.echo(clean(render(problem)))
    if dealt:
        said = "A reason was dealt. It stands" if dealt == 1 else "Two reasons were dealt. They stand"
        click.echo(f"{said} in the file; don't read it if you want to find {'it' if dealt == 1 else 'them'} out.")
    click.echo(f"Written to {path}")
    click.echo(f"To play it:    rehearse play {id}")
    click.echo(f"To change it:  any editor, and rehearse lint --watch {id}")
    click.echo("To delete it:  delete the file.")
    return FAULTY if problems else 0


def _wrapped(text: str) -> str:
    """*text* in rows that break between words."""
    import shutil
    import textwrap

    return textwrap.fill(text, min(_WIDEST, shutil.get_terminal_size().columns - 1))
