"""The coach's remark after a turn: what was heard, what it did, and why the person reacted so. Plain and short."""

from simulator.conversation.turn import Turn
from simulator.persona.mind import Mind
from simulator.persona.scenario import Scenario
from simulator.report.inside import events, felt, lessened, main_shift, row_of, why
from simulator.report.veiling import veiled
from simulator.report.words import listed, quote, short, skill_words

FEW = 3  # quotes in a remark; there may be more in the turn
QUOTED = 60  # characters of a quote


def remark(turn: Turn, before: Mind, scenario: Scenario) -> tuple[str, ...]:
    """Two or three lines about *turn*; *before* is the person as they were. Nothing about a line out of role."""
    if turn.aside:
        return ()
    scenario = veiled(scenario, turn.mind.told)
    return tuple(filter(None, (_heard(turn), _did(turn, before, scenario), _happened(turn, scenario))))


def _heard(turn: Turn) -> str:
    if turn.heard.silent:
        return "You said nothing, and waited."
    found = []
    for finding in turn.detection.findings:
        words = short(quote(finding, turn.text), QUOTED)
        found.append(f'{skill_words(finding.skill)} ("{words}")')
    if not found:
        return "Heard: nothing in particular."
    more = f", and {len(found) - FEW} more" if len(found) > FEW else ""
    return f"Heard: {listed(found[:FEW]) if not more else ', '.join(found[:FEW])}{more}."


def _did(turn: Turn, before: Mind, scenario: Scenario) -> str:
    """What the strongest move of the turn did, and why just then."""
    name, shift = scenario.persona.name, main_shift(turn)
    done = felt(shift.safety, shift.heat, name) if shift else ""
    if shift is None or not done:
        return f"It changed nothing much for {name}."
    clause, row = why(shift, turn, before, scenario), row_of(shift, scenario)
    less = lessened(shift, row, turn, before, scenario) if row else ""
    reason = f", because {clause}" if clause else ""
    rest = f" It counted for less: {less}." if less else ""
    return f"{_upper(skill_words(shift.skill))} made it {done}{reason}.{rest}"


def _happened(turn: Turn, scenario: Scenario) -> str:
    found = [_upper(clause) for clause in events(turn, scenario)]
    return " ".join(f"{clause}." if clause[-1] not in ".?!" else clause for clause in found)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
