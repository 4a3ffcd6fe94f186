"""Draws a scenario's states and the ways between them: Mermaid for pages, dot for Graphviz."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from simulator.persona.scenario import AFTER_MISREAD, Arc, Condition, Scenario

_MANY = 4  # names that are written out; of more, the first and how many others
_COSTLY = "a costly move"
_MEANS = '"#;:<>{}[]`\\'
_SIGNS = {">=": "at least", "<=": "at most", ">": "over", "<": "under", "=": "at"}


@dataclass(frozen=True, slots=True)
class Way:
    """One arrow: from a state to another or to an ending, and when it is taken."""

    source: str
    target: str
    when: str
    ends: bool = False


def ways(scenario: Scenario) -> list[Way]:
    """Every arrow of *scenario*: the arcs in the order in which they are tried, then where disclosures lead."""
    found: list[Way] = []
    refuge = next(state.name for state in scenario.states if state.kind == "guarded")
    for state in scenario.states:
        for arc in state.go:
            target = refuge if arc.to == AFTER_MISREAD else arc.to
            found.append(Way(state.name, arc.end or target, _label(scenario, arc), ends=bool(arc.end)))
    for fact in scenario.facts:
        for state in scenario.states:
            if state.tells and state.name != fact.then and (not fact.only_in or state.name in fact.only_in):
                found.append(Way(state.name, fact.then, f"tells {fact.id}"))
    return list(dict.fromkeys(found))


def mermaid(scenario: Scenario) -> str:
    """The diagram as Mermaid."""
    states = {state.name: f"s_{_plain(state.name)}" for state in scenario.states}
    ends = {ending.id: f"e_{_plain(ending.id)}" for ending in scenario.endings}
    lines = ["---", f"title: {_string(scenario.title)}", "---", "stateDiagram-v2"]
    lines += [f"    state {_quoted(name)} as {node}" for name, node in states.items()]
    used = {way.target for way in ways(scenario) if way.ends}
    lines += [f"    state {_quoted('ends as ' + id)} as {node}" for id, node in ends.items() if id in used]
    lines.append(f"    [*] --> {states[scenario.start_state]}")
    for source, target, labels, is_end in _joined(scenario):
        node = ends[target] if is_end else states[target]
        lines.append(f"    {states[source]} --> {node}: {'<br/>'.join(map(_shown, labels))}")
    lines += [f"    {ends[id]} --> [*]" for id in ends if id in used]
    return "\n".join(lines) + "\n"


def dot(scenario: Scenario) -> str:
    """The diagram for Graphviz."""
    lines = [f"digraph {_string(scenario.id)} {{", f"    label={_string(scenario.title)};", "    node [shape=box];"]
    for state in scenario.states:
        shape = " style=bold" if state.name == scenario.start_state else ""
        lines.append(f"    {_string(state.name)} [label={_string(f'{state.name} ({state.kind})')}{shape}];")
    ends = dict.fromkeys(way.target for way in ways(scenario) if way.ends)
    lines += [f"    {_string('ends: ' + id)} [shape=ellipse];" for id in ends]
    for source, target, labels, is_end in _joined(scenario):
        node = f"ends: {target}" if is_end else target
        lines.append(f"    {_string(source)} -> {_string(node)} [label={_string(chr(10).join(labels))}];")
    return "\n".join([*lines, "}"]) + "\n"


FORMATS: dict[str, Callable[[Scenario], str]] = {"mermaid": mermaid, "dot": dot}
"""Every way of drawing by its name."""


def _joined(scenario: Scenario) -> Iterator[tuple[str, str, list[str], bool]]:
    """One arrow for all ways between the same two, with a label for each."""
    found: dict[tuple[str, str, bool], list[str]] = {}
    for way in ways(scenario):
        labels = found.setdefault((way.source, way.target, way.ends), [])
        if way.when not in labels:
            labels.append(way.when)
    yield from ((source, target, labels, ends) for (source, target, ends), labels in found.items())


def _label(scenario: Scenario, arc: Arc) -> str:
    said = [f"misread {arc.misread}"] if arc.misread else []
    said += [*_said(scenario, arc.when)]
    if arc.raises:
        said.append(f"raises {arc.raises}")
    return ", ".join(said) or "otherwise"


def _said(scenario: Scenario, when: Condition) -> Iterator[str]:
    """What a condition asks for, in a few words."""
    if when.skill:
        yield _any(_with_costly(scenario, when.skill))
    if when.all:
        yield " and ".join(when.all)
    if when.mark:
        yield _any(when.mark)
    for word, names in (("on", when.topic), ("told", when.told), ("flag", when.flag), ("shape", when.shape)):
        if names:
            yield f"{word} {_any(names)}"
    for word, names in (("told", when.told_all), ("flag", when.flags_all)):
        if names:
            yield f"{word} {' and '.join(names)}"
    for word, names in (
        ("no", when.no_skill),
        ("not on", when.no_topic),
        ("not", when.no_flag),
        ("hidden", when.hidden),
    ):
        if names:
            yield f"{word} {_any(_with_costly(scenario, names))}"
    if when.prev:
        yield f"after '{when.prev}'"
    if when.misread not in ("", "active"):
        yield f"misread {when.misread}"
    yield from (f"{bound.meter.replace('_', ' ')} {_SIGNS[bound.sign]} {bound.value}" for bound in when.bounds)


def _with_costly(scenario: Scenario, names: tuple[str, ...]) -> tuple[str, ...]:
    """*names* with all the costly skills as one, where all of them are there."""
    if not scenario.penalised or not set(scenario.penalised) <= set(names):
        return names
    return (*(name for name in names if name not in scenario.penalised), _COSTLY)


def _any(names: tuple[str, ...]) -> str:
    names = tuple(name for name in names if name)
    if len(names) > _MANY:
        return f"{', '.join(names[: _MANY - 1])} or {len(names) - _MANY + 1} more"
    return " or ".join(names) or "(nothing here)"


def _plain(name: str) -> str:
    return name.replace("-", "_")


def _quoted(text: str) -> str:
    return f'"{_shown(text)}"'


def _shown(text: str) -> str:
    """*text* without what has a meaning in Mermaid: its own way of writing such characters is not shown in labels."""
    return "".join(" " if c in _MEANS or ord(c) < 32 else c for c in text)


def _string(text: str) -> str:
    """*text* as a string of Graphviz."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
