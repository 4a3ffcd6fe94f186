"""Finds a scenario by what the user calls it and loads it. Every command gets its scenarios here."""

from pathlib import Path

from simulator.cli.faults import Refusal
from simulator.cli.offer import offer, sentence
from simulator.persona.scenario import Scenario


def open_scenario(name: str) -> Scenario:
    """The scenario called *name*: an id, or a path that ends in .yaml. Raises Refusal with one line about it."""
    from simulator.authoring.cache import open_scenario as compiled
    from simulator.journal import find_home

    path, home = find_scenario(name), find_home()
    scenario, problems = compiled(path, home.path / "compiled" if home.path.is_dir() else None)
    if scenario is not None:
        return scenario
    from scoring.authored import render

    first = render(problems[0]).splitlines()[0]
    more = f" and {len(problems) - 1} more faults" if len(problems) > 1 else ""
    raise Refusal(f"{first}{more}; `rehearse lint {path}` shows all of it.")


def find_scenario(name: str) -> Path:
    """The file of the scenario called *name*. Raises Refusal where there is none."""
    if not name:
        raise Refusal(
            "This conversation was brought from a file, so there is no scenario to it and nobody to answer; "
            "`rehearse review`, `mark`, `marks`, `rescore`, `compare` and `erase` take it."
        )
    if name.endswith((".yaml", ".yml")):
        path = Path(name)
        if path.is_file():
            return path
        raise Refusal(f"There is no file {name!r}. Check the path; `rehearse list` shows the scenarios by name.")
    from simulator.authoring.shelf import follow_ups

    first = {path.stem: path for path in scenario_files()}
    known = first | {path.stem: path for one in first.values() for path in follow_ups(one)}
    if name in known:
        return known[name]
    raise Refusal(sentence(f"There is no scenario '{name}'.", offer(name, first), "`rehearse list` shows them all."))


def scenario_files() -> list[Path]:
    """The files of all scenarios, shipped ones first, then those in the data folder."""
    from simulator.authoring.shelf import situations
    from simulator.journal import find_home

    return list(situations(find_home().path / "scenarios"))
