"""A whole session with every command, from the first look at a scenario to erasing it all."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from simulator.importers import recognised
from simulator.importers.decoding import opened
from simulator.report.formats import FORMATS
from tests.authoring.made import ANSWERS, text
from tests.faults.attacking import Attack, written
from tests.faults.attacking import _zip as packed

EXPORTS = Path(__file__).parents[1] / "data" / "exports"
FOLLOWED = "talk-with-ines.yaml"
GOOD = (
    "I noticed the note was posted at 23:47. What was that day like for you?\n"
    "I don't want to blame you. I do want to understand what got in the way.\nSo it was the handover. Is that right?\n"
)
BAD = "You are lazy and you always let us down.\n" * 30


@dataclass(frozen=True, slots=True)
class Step:
    """One command: its *arguments*, what comes through the pipe, and the exit codes that are right."""

    arguments: tuple[str, ...]
    typed: str = ""
    codes: tuple[int, ...] = (0,)


def files(out: Path) -> None:
    """Writes into *out* what the commands are given."""
    (out / "answers.yaml").write_text("difficult: It will be called fine.\npurpose: A plan.\nfacts: [1]\n")
    (out / "new.yaml").write_text(yaml.safe_dump(ANSWERS, allow_unicode=True))
    (out / "note.txt").write_text("Thank you. We look at it again on Monday in two weeks.\n")
    (out / FOLLOWED).write_text(text())
    written(Attack("", packed({"talk-with-ana.yaml": text("talk-with-ana").encode()}), pack=True), out)


def steps(situation: Path, out: Path, seed: int) -> Iterator[Step]:
    """The session with *situation*; what is written to files goes into *out*."""
    yield from _authors(situation, out)
    yield from _talks(situation.stem, out, str(seed))
    yield from _looking_back(out)
    yield from _trainers(out)
    yield Step(("erase", "latest", "--yes"))
    yield Step(("erase", "--all", "--yes"))


def _authors(situation: Path, out: Path) -> Iterator[Step]:
    name = situation.stem
    for arguments in (
        ("--version",),
        ("--help",),
        ("list",),
        ("demo",),
        ("lint", "--schema"),
        ("graph", name),
        ("graph", name, "--format", "dot"),
        ("sheet", name, "--for", "player"),
        ("sheet", name, "--for", "trainer", "-o", str(out / "trainer.html")),
        ("sheet", name, "--for", "observer", "--format", "markdown"),
        ("simulate", name, "--runs", "1", "--bot", "skilled", "--level", "standard", "--search", "50"),
        ("new", "--from", str(out / "new.yaml"), "--seed", "3"),
        ("add", str(out / "pack.zip")),
    ):
        yield Step(arguments)
    yield Step(("lint", str(out / FOLLOWED)))


def _talks(name: str, out: Path, seed: str) -> Iterator[Step]:
    yield Step(("prepare", name, "--from", str(out / "answers.yaml")))
    yield Step(("prepare", name, "--print", "-o", str(out / "prepared.html"), "--format", "html"))
    yield Step(("play", name, "--seed", seed, "--coach", "--as", "First go"), GOOD)
    yield Step(("play", name, "--seed", seed, "--level", "easy", "--json"), BAD)
    yield Step(("play", "--follow-up", "latest", "--seed", seed), GOOD, (0, 1))  # not every ending has a second talk
    yield Step(("play", name, "--seed", seed, "--plain"), f"{GOOD}/hint\n/rewind 1\nTell me more.\n/quit\n")
    yield Step(("play", "--resume", "latest"), "What would help you?\n")


def _looking_back(out: Path) -> Iterator[Step]:
    for name in FORMATS:
        yield Step(("review", "--format", name, "-o", str(out / f"review.{name}")))
    yield Step(("review", "--redact", "names", "--name", "Vancouver"))
    yield Step(("review", "--why", "1"))
    yield Step(("review", "--missing", "1:curiosity", "--because", "I asked."))
    yield Step(("debrief", "--ask"), "It went well.\n" * 12)
    yield Step(("whatif", "--turn", "1", "--say", "How are you?", "--keep"))
    yield Step(("whatif", "--turn", "1", "--say", "", "--format", "html", "-o", str(out / "whatif.html")))
    yield Step(("compare", "latest", "--format", "html", "-o", str(out / "compare.html")))
    yield Step(("drill",))
    yield Step(("drill", "curiosity", "--seed", "1"), "What was it like?\n\n")
    yield Step(("drill", "spotting", "--seed", "1"), "blame\n")
    yield Step(("note", "--from", str(out / "note.txt")))
    yield Step(("note", "--remind", "7 December 2026"))
    yield Step(("note", "-o", str(out / "sent.txt")))
    yield Step(("card", "--format", "html", "-o", str(out / "card.html")))
    yield Step(("progress",))
    yield Step(("progress", "--csv", "-o", str(out / "progress.csv")))
    yield Step(("sessions", "--name", "latest", "Mine"))
    yield Step(("sessions", "--export", "latest", "-o", str(out / "session.jsonl")))
    yield Step(("sessions",))
    yield Step(("rescore", "--keep"))


def _trainers(out: Path) -> Iterator[Step]:
    line = json.dumps({"id": 1, "prev": ["Fine."], "text": "What was that like?"}) + "\n"
    yield Step(("mark", "--to", str(out / "marks.csv")))
    yield Step(("mark", "--by", "Ana"), "curiosity\n" + "\n" * 30 + "yes\nTense.\n")
    yield Step(("mark", "--by", "Ana", "--agree"), codes=(0, 1))
    yield Step(("marks",))
    yield Step(("detect",), line * 3)
    yield Step(("detect", "--jobs", "2"), line * 300)
    yield Step(("detect", "--explain", "What was that like?", "--heard", "Fine."))
    for export in sorted(path for path in EXPORTS.iterdir() if path.is_file()):
        me = recognised(opened(export.name, export.read_bytes())).speakers[0]
        yield Step(("score", str(export), "--me", me, "--json"))
    yield Step(("score", str(EXPORTS / "plain.txt"), "--me", "Ines", "--review", "-o", str(out / "scored.html")))
    yield Step(("score", str(out / "session.jsonl"), "--review"))
    yield Step(("score", str(EXPORTS / "turns.json"), "--me", "Manager", "--keep"))
