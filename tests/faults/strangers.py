"""Promise 8: a stranger's scenario runs no code, reads no file, opens no connection.

Every attack is taken the whole way, in a process with an audit hook: added, loaded, examined, drawn, simulated, played
and reported in every format. Before that the same is done with a sound scenario, so that everything is imported; from
then on every event is one too many that runs something, calls somebody, or touches a file beside the scenario, the
shipped ones and the data folder.
"""

import contextlib
import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from scoring.authored import render
from simulator.authoring import packs
from simulator.authoring.cache import open_scenario
from simulator.authoring.diagram import FORMATS as DRAWINGS
from simulator.authoring.lint import lint
from simulator.authoring.shelf import SHIPPED
from simulator.conversation import session as kept
from simulator.conversation.play import Play
from simulator.conversation.simulate import simulate
from simulator.conversation.talk import Stage, Talk
from simulator.demo import Unkept
from simulator.persona.scenario import Scenario
from simulator.report import review
from simulator.report.formats import FORMATS, write
from tests.authoring.made import text
from tests.faults.attacking import Attack, attacks, written
from tests.faults.figures import Figures

ROOT = Path(__file__).parents[2]
RUNS_OR_CALLS = (
    "exec",
    "compile",
    "import",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "os.fork",
    "subprocess.",
    "socket.",
    "pty.",
    "ctypes.",
    "pickle.",
    "marshal.",
    "code.",
    "urllib.",
    "http.",
    "ftplib.",
    "smtplib.",
    "webbrowser.",
    "signal.pthread",
)
FILES = (
    "open",
    "os.listdir",
    "os.scandir",
    "os.remove",
    "os.rename",
    "os.mkdir",
    "os.rmdir",
    "os.link",
    "os.symlink",
    "os.chmod",
    "os.chown",
    "os.truncate",
    "os.utime",
    "shutil.",
    "glob.",
    "tempfile.",
)
READING = ("open", "os.listdir", "os.scandir")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_LINES = ("What was that day like for you?", "You are lazy.", "", "I asked you about the till. I'm sorry.")


class Watch:
    """Notes audit events while it is on; an audit hook can't be taken away again. *own* is written, *program* read."""

    def __init__(self, own: Path, *program: Path):
        self.on, self.events = False, []
        self._own, self._program = (own,), program
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple) -> None:
        if not self.on:
            return
        if event.startswith(RUNS_OR_CALLS) or (event.startswith(FILES) and self._beside(event, arguments)):
            self.events.append(f"{event}{arguments!r}"[:200])

    def _beside(self, event: str, arguments: tuple) -> bool:
        """Whether a file is touched that is none of ours. A number is a file that is open already."""
        path = arguments[0] if arguments else None
        below = arguments[-1] if event in ("os.remove", "os.rmdir") else -1  # a folder that is open already
        if not isinstance(path, str | bytes | os.PathLike) or below != -1:
            return False
        whole = Path(os.path.abspath(os.fsdecode(path)))
        reads = event in READING and not (event == "open" and arguments[2] & WRITING)
        return not any(whole.is_relative_to(place) for place in self._own + (self._program if reads else ()))


def strangers(times: int) -> Figures:
    """Every attack once, and so many times over: nothing is run, read or called."""
    figures = Figures("attacks by a stranger's scenario")
    command = [sys.executable, "-m", "tests.faults.strangers", str(times)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    for line in done.stdout.splitlines():
        one = json.loads(line)
        figures.tried += 1
        figures.count(one["came"])
        figures.wrong += [f"{one['attack']}: {event}" for event in one["events"]]
    if done.returncode or not figures.tried:
        figures.wrong.append(f"the process ended with {done.returncode}: {done.stderr[-400:]!r}")
    return figures


def run(times: int) -> None:
    """The course in this process: a line of JSON for every attack."""
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder).resolve()
        os.environ["REHEARSE_HOME"] = str(top / "home")
        attempt(Attack("sound", text().encode()), top)
        attempt(Attack("broken", b"id: [\n"), top)
        pack = Attack("sound pack", next(one.content for one in attacks() if one.pack), pack=True)
        attempt(pack, top)
        watch = Watch(top, SHIPPED, ROOT / "scoring", ROOT / "simulator")
        for _ in range(times):
            for attack in attacks():
                came, events = watched(watch, lambda attack=attack: attempt(attack, top))
                print(json.dumps({"attack": attack.name, "came": came, "events": events}))


def watched(watch: Watch, course: Callable[[], str]) -> tuple[str, list[str]]:
    """What *course* came to, and the events that there should not have been."""
    watch.events.clear()
    watch.on = True
    try:
        came = course()
    finally:
        watch.on = False
    return came, list(watch.events)


def attempt(attack: Attack, top: Path) -> str:
    """Takes *attack* the whole way; "refused" or "harmless"."""
    path = written(attack, top)
    if attack.pack:
        home = top / "home"
        home.mkdir(exist_ok=True)
        try:
            added = packs.add(packs.read_pack(path), home)
        except packs.PackError:
            return "refused"
        for one in added:
            one.unlink()
        return "harmless"
    scenario, problems = open_scenario(path, top / "home")
    problems += lint(path) if scenario is not None else []
    assert all(render(problem) for problem in problems)
    if scenario is None:
        return "refused"
    for draw in DRAWINGS.values():
        draw(scenario)
    simulate(scenario, 1, 1, ("skilled", "wanderer"), ("hard",))
    _play_and_report(scenario)
    return "harmless"


def _play_and_report(scenario: Scenario) -> None:
    from scoring import detect

    talk = Talk(Stage(scenario), detect, 1, "hard")
    header = kept.Header("x", scenario.id, scenario.title, scenario.persona.name, 1, "hard", talk.first_line, "")
    play = Play.begin(talk, header, Unkept())
    for line in _LINES:
        if not talk.over:
            play.say(line)
            play.hint()
    for event in scenario.events:
        play.happen(event)
    play.finish()
    for name in FORMATS:
        with contextlib.redirect_stdout(io.StringIO()):
            write(review(play.session, scenario), name, io.StringIO())


if __name__ == "__main__":
    run(int(sys.argv[1]))
