"""What trainers wrote about a conversation: their judgement of the whole, and their comments turn by turn."""

from simulator.conversation.labels import Voice, home, voices
from simulator.conversation.session import Session


def remarks(session: Session, branch: int = 0) -> tuple[str, ...]:
    """The remarks of every trainer whose blind phase is over, each the whole first and then the turns in order."""
    return tuple(line for voice in voices(session) if voice.closed(branch) for line in _of(voice, session, branch))


def _of(voice: Voice, session: Session, branch: int) -> list[str]:
    name = f", {voice.by}" if voice.by else ""
    lines = [f"The whole{name}: {voice.whole[branch]}"] if voice.whole[branch] else []
    for turn in session.turns(branch):
        judged = voice.judged.get(home(session, branch, turn.number))
        if judged is not None and judged.comment and not turn.aside:
            lines.append(f"Turn {turn.number}{name}: {judged.comment}")
    return lines
