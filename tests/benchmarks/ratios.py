"""The speed goals, each a ratio of CPU times in one run: what was measured, beside what, and the goal."""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.references import OPTIONAL, brute_rapidfuzz, phrases
from tests.benchmarks.texts import replies, seconds_each


@dataclass(frozen=True, slots=True)
class Ratio:
    """*what* takes *ratio* times what *beside* takes; *goal* is the most it may be, None where there is none."""

    what: str
    beside: str
    ratio: float
    goal: float | None = None

    @property
    def reached(self) -> bool:
        """Whether the goal is met; true where there is none."""
        return self.goal is None or self.ratio <= self.goal


def detection(sample: int = 300) -> list[Ratio]:
    """Hearing all skills in bulk, beside looking for the rules' phrases by brute force, and beside other tools."""
    from scoring import detect

    texts, wanted = replies()[:sample], phrases()
    ours = seconds_each(detect, texts)
    brute = seconds_each(brute_rapidfuzz(wanted), [(text,) for text, _ in texts[:60]])
    found = [Ratio("hearing all skills", f"brute partial_ratio over {len(wanted):,} phrases", ours / brute, 1 / 4)]
    for name, make in OPTIONAL.items():
        try:
            run = make(wanted)
        except ImportError:
            continue  # the extra `bench` is not installed
        found.append(Ratio("hearing all skills", name, ours / seconds_each(run, [(text,) for text, _ in texts])))
    return found


def more_rules() -> Ratio:
    """Hearing with three times the rules, the new ones under other names and with other phrases."""
    from dataclasses import replace

    from scoring import SKILLS, lexicon, weights
    from scoring.ear import Ear
    from scoring.sources import load

    sources, _ = load()
    copies = [
        replace(rule, name=f"{rule.name}{copy}", ways=tuple(_varied(way, copy) for way in rule.ways))
        for copy in ("", "_b", "_c")
        for rule in sources.rules
    ]
    texts = replies()[:200]
    known = weights.load(SKILLS), lexicon.load()
    one, three = Ear(sources, *known), Ear(replace(sources, rules=tuple(copies)), *known)
    return Ratio(
        "hearing with three times the rules",
        "hearing with the rules",
        seconds_each(three.detect, texts) / seconds_each(one.detect, texts),
        1.3,
    )


def _varied(way, copy: str):
    """A way with other phrases of the same shape: what people rarely say, so that it is looked for and not found."""
    from dataclasses import replace

    if not copy:
        return way
    change = lambda phrase: phrase + f" zq{copy.strip('_')}"  # noqa: E731
    return replace(
        way,
        phrases=tuple(map(change, way.phrases)),
        parts=tuple(tuple(map(change, part)) for part in way.parts),
    )


def turn() -> Ratio:
    """A simulated turn beside a bare trigger of the transitions library."""
    from transitions import Machine

    from simulator.authoring.load import load
    from simulator.authoring.shelf import SHIPPED
    from simulator.conversation.talk import Stage, Talk
    from simulator.persona.heard import Heard

    scenario, _ = load(SHIPPED / "quiet-since-january.yaml")
    stage = Stage(scenario)
    said = [Heard(skills=("curiosity",)), Heard(skills=("facts",)), Heard(skills=("contrasting",)), Heard()]

    def one_talk() -> None:
        talk = Talk(stage, None, seed=3)
        for at in range(12):
            if talk.over:
                break
            talk.take(said[at % len(said)])

    class Light:
        pass

    light = Light()
    machine = Machine(light, states=["on", "off"], initial="on", auto_transitions=False, send_event=True)
    machine.add_transition("flip", "on", "off")
    machine.add_transition("flip", "off", "on")

    def twelve() -> None:
        for _ in range(12):
            light.trigger("flip")

    return Ratio(
        "a simulated turn",
        "a bare transitions trigger",
        seconds_each(one_talk, [()] * 30) / seconds_each(twelve, [()] * 300),
        10,
    )


def first_line(rounds: int = 7) -> Ratio:
    """The CPU time until the first persona line stands there in plain mode, beside all of `python -c pass`."""
    rehearse = str(Path(sys.executable).with_name("rehearse"))
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"REHEARSE_HOME": home}
        command = [rehearse, "play", "quiet-since-january", "--seed", "1", "--plain"]
        ours = [_until(command, b"Priya: ", environment) for _ in range(rounds + 1)][1:]  # the first one compiles
    bare = [_whole([sys.executable, "-c", "pass"]) for _ in range(rounds)]
    return Ratio("the first line, plain", "python -c pass", statistics.median(ours) / statistics.median(bare), 12)


def _until(command: list[str], line: bytes, environment: dict[str, str]) -> float:
    """Seconds of CPU that *command* has used when it prints *line*."""
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as process:
        for printed in process.stdout:
            if printed.startswith(line):
                break
        spent = int(Path(f"/proc/{process.pid}/schedstat").read_text().split()[0]) / 1e9
        process.kill()
    return spent


def _whole(command: list[str]) -> float:
    """Seconds of CPU that *command* uses."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def everything() -> list[Ratio]:
    """All ratios, but those of whole processes."""
    return [*detection(), more_rules(), turn(), first_line()]
