"""Promise 2: nothing acknowledged is lost when the power fails, or a program is killed, between any two calls."""

from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from simulator.journal import Home, Journal, Record, parse
from simulator.journal.records import decode
from tests.faults.figures import Figures
from tests.faults.model import PowerCut
from tests.faults.mutants import LaxDisk, Program

HOME = Path("/home/ann/rehearse")


@dataclass(slots=True)
class Told:
    """What the user knows of a session: records seen, the one asked for, what the draft may hold, parts set aside."""

    seen: list[dict] = field(default_factory=list)
    asked: dict | None = None
    drafts: set[str] = field(default_factory=lambda: {""})
    aside: list[bytes] = field(default_factory=list)
    fate: str = "asked for"  # then "there", "being erased", "erased"


class Story:
    """One disk, and the programs that run on it one after the other, each until the power fails or it is killed."""

    def __init__(self, chance: Random, program: Program):
        self.chance = chance
        self.program = program
        self.disk = LaxDisk(chance=chance)
        self.told: dict[str, Told] = {}
        self.free = [f"s{n}" for n in range(100)]
        self.journals: dict[str, Journal] = {}
        self.lost_power = False
        self.wrong: list[str] = []

    def live(self) -> None:
        """A program runs until its end comes, which it does not see coming."""
        self.disk.cut_at = self.chance.randint(0, self.chance.choice([12, 60]))
        self.journals = {}
        home = self.program.home(HOME, self.disk)
        steps = [self._append, self._append, self._append, self._open, self._save, self._begin, self._erase]
        try:
            while True:
                step = self.chance.choice(steps)
                there = [id for id in self.told if f"{id}.jsonl" in home.names().get(id, [])]
                if step == self._begin or not there:
                    self._begin(home)
                else:
                    step(home, self.chance.choice(there))
        except PowerCut:
            pass
        except Exception as error:  # a mutant may do anything
            self.wrong.append(f"{type(error).__name__}: {error}")

    def end(self) -> None:
        """What the next program finds, after a power cut or a kill: everything acknowledged must be there."""
        self.lost_power = self.chance.random() < 0.7
        old = self.disk.crashed() if self.lost_power else self.disk.killed()
        self.disk = LaxDisk(old.root, chance=self.chance)
        files: dict[str, dict[str, bytes]] = {}
        for path, content in self.disk.contents().items():
            id, _, kind = Path(path).name.partition(".")
            files.setdefault(id, {})[kind] = content
        for id, told in list(self.told.items()):
            for wrong in self._faults(id, told, files.get(id, {})):
                self.wrong.append(f"{id}: {wrong}")

    # What programs do.

    def _begin(self, home: Home) -> None:
        id = self.free.pop()
        told = self.told[id] = Told(asked=self._data())
        self.journals[id] = self.program.create(home, id, told.asked)
        told.fate, told.seen, told.asked = "there", [told.asked], None

    def _open(self, home: Home, id: str) -> None:
        if id in self.journals:
            self.journals.pop(id).close()
        journal = self.journals[id] = self.program.open(home, id)
        told = self.told[id]
        if told.fate != "being erased":
            self.wrong += [f"{id}: opened, {wrong}" for wrong in _differs(told, journal.records)]
            told.fate = "there"
        told.seen, told.asked = [record.data for record in journal.records], None
        if journal.aside:
            told.aside.append(self.disk.contents()[str(journal.aside)])

    def _append(self, home: Home, id: str) -> None:
        if id not in self.journals:
            self._open(home, id)
        told = self.told[id]
        told.asked = self._data()
        self.program.append(home, self.journals[id], told.asked)
        told.seen, told.asked = [*told.seen, told.asked], None

    def _save(self, home: Home, id: str) -> None:
        text = self._data()["text"]
        self.told[id].drafts.add(text)
        self.program.save(home, id, text)
        self.told[id].drafts = {text}

    def _erase(self, home: Home, id: str) -> None:
        if self.chance.random() < 0.7:  # or there would be no long sessions
            return
        if id in self.journals:
            self.journals.pop(id).close()
        self.told[id].fate = "being erased"
        self.program.erase(home, id)
        self.told[id].fate = "erased"

    def _data(self) -> dict:
        return {"text": f"{self.chance.random()} " * self.chance.choice([1, 1, 10])}

    # What must hold.

    def _faults(self, id: str, told: Told, files: dict[str, bytes]) -> list[str]:
        if told.fate == "erased":
            return [f"{kind} is there after it was erased" for kind in files]
        if told.fate == "being erased":
            half_made = [kind for kind in files if kind.endswith(".new")]
            return ["not listed, but not gone"] if "jsonl" not in files and len(files) > len(half_made) else []
        if "jsonl" not in files:
            if told.fate == "there":
                return ["lost"]
            del self.told[id]
            if set(files) <= {"jsonl.new"}:
                self.free.append(id)  # the next one of this name finds what this one left half-made
            return []
        if self.lost_power:  # what survived it is on the medium
            told.fate = "there"
        journal = files["jsonl"]
        reading = parse(journal, id)
        faults = _differs(told, reading.records)
        if not reading.records:
            faults.append("there without its first record")
        if self.lost_power and reading.damage:
            told.aside.append(journal[reading.good_length :])
        asides = [content for kind, content in files.items() if kind.startswith("damaged") and "new" not in kind]
        faults += ["a bad part is lost" for part in told.aside if part not in asides and not journal.endswith(part)]
        draft = decode(files["draft"], id, 0) if "draft" in files else Record(0, "draft", {"text": ""})
        if isinstance(draft, str) or draft.data["text"] not in told.drafts:
            faults.append("the draft is lost")
        return faults


def _differs(told: Told, records: tuple[Record, ...]) -> list[str]:
    texts = [record.data for record in records]
    if texts == told.seen or (told.asked is not None and texts == [*told.seen, told.asked]):
        return []
    return [f"{len(told.seen)} records were acknowledged, {len(texts)} are read"]


def power_cuts(states: int, program: type[Program] = Program, *, seed: int = 0, stop: bool = False) -> Figures:
    """So many states of the disk after a power cut or a kill, in stories of up to eight programs.

    With *stop*, no more of them once something was wrong.
    """
    chance = Random(seed)
    figures = Figures("power cuts and kills on a model disk, " + str(program.__doc__))
    while figures.tried < states and not (stop and figures.wrong):
        story = Story(chance, program())
        for _ in range(min(chance.randint(1, 8), states - figures.tried)):
            story.live()
            story.end()
            figures.tried += 1
            figures.count("power cuts" if story.lost_power else "kills")
            if story.wrong:
                break
        figures.wrong += story.wrong
        figures.count("records acknowledged", sum(len(told.seen) for told in story.told.values()))
        figures.count("bad parts set aside", sum(len(told.aside) for told in story.told.values()))
    return figures
