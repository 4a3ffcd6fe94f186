"""Finds a session that is kept, and reads it."""

from simulator.cli.faults import USAGE, Refusal
from simulator.cli.offer import offer, sentence
from simulator.conversation.session import NAME, Session, Unreadable, fold
from simulator.journal import Home, JournalError, Record, find_home, read, sessions, valid_id


def named(home: Home, name: str) -> str:
    """The id of the session called *name*: the id itself, or a part of only one. Raises Refusal."""
    if name == "latest":
        return latest(home)
    ids = [one.id for one in sessions(home)]
    if name in ids:
        return name
    found = [id for id in ids if valid_id(name) and name in id] or _called(home, ids, name)
    if len(found) == 1:
        return found[0]
    if found:
        raise Refusal(f"'{name}' is part of the names of {len(found)} sessions, such as {found[0]}; give more of it.")
    raise Refusal(sentence(f"There is no session '{name}'.", offer(name, ids), "`rehearse sessions` lists yours."))


def _called(home: Home, ids: list[str], name: str) -> list[str]:
    """Ids of the sessions that the user gave this *name*."""
    found = []
    for id in ids:
        try:
            records = read(home, id).records
        except JournalError:
            continue
        said = [str(records[0].data.get("label", "")) if records else ""]  # what --as said, until it is renamed
        said += [str(record.data.get("name", "")) for record in records if record.kind == NAME]
        if said and said[-1].casefold() == name.casefold() != "":
            found.append(id)
    return found


def latest(home: Home) -> str:
    """The id of the session that changed last. Raises Refusal where there is none."""
    found = sessions(home)
    if not found:
        raise Refusal("There is no session yet. `rehearse play quiet-since-january` begins one.")
    return found[0].id


def load(name: str) -> Session:
    """The session called *name*. Raises Refusal, JournalError."""
    home = find_home()
    id = named(home, name)
    return folded(id, read(home, id).records)


def folded(id: str, records: tuple[Record, ...]) -> Session:
    """The session that *records* tell of. Raises Refusal."""
    try:
        return fold((record.kind, record.data) for record in records)
    except Unreadable as fault:
        raise Refusal(f"The session '{id}' cannot be read: {fault}. `rehearse sessions` lists yours.") from fault


def load_run(name: str) -> tuple[Session, int]:
    """The session in *name* and the number of one of its runs: SESSION@RUN, or SESSION for the run that is scored.
    Raises Refusal, JournalError."""
    session_name, at, number = name.partition("@")
    session = load(session_name)
    if not at:
        return session, session.scored.number
    if not (number.isascii() and number.isdigit() and int(number[:6]) < len(session.branches)):
        last = len(session.branches) - 1
        runs = f"its runs are 0 to {last}" if last else "it has one run, 0"
        raise Refusal(f"'{name}': there is no run '{number}' in {session.header.id}; {runs}.", USAGE)
    return session, int(number)
