"""What a stranger may write into a scenario or pack to make this program run, read, write or call something."""

import io
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.authoring.made import text

LURE = "/tmp/rehearse-lure"
"""A file that no scenario has any business with."""

_CODE = (
    "os.system",
    "subprocess.check_output",
    "builtins.exec",
    "__import__('os').system('id')",
    "{{ cycler.__init__.__globals__ }}",
    "{% import 'os' as os %}{{ os.system('id') }}",
    "{0.__class__.__init__.__globals__[os]}",
    "%(__class__)s",
    "${__class__}",
    "$name.__class__",
    "`id`",
    "$(id)",
    "; id #",
    "| id",
    f"file://{LURE}",
    "http://127.0.0.1:9/x",
    f"<img src='file://{LURE}'>",
    "<script>fetch('http://127.0.0.1:9')</script>",
    f"![x](file://{LURE})",
    f"@{LURE}",
    '=WEBSERVICE("http://127.0.0.1:9")',
    "\\\\127.0.0.1\\share\\x",
    "\x1b]8;;http://127.0.0.1:9\x1b\\x",
    "lambda: exit()",
    "eval(open('/etc/passwd').read())",
)
_IN_LINES = (
    ("a line", "Ask Paulo about Thursday."),
    ("a title", "Ines, who runs the front desk"),
    ("a fact", "What they would propose"),
    ("an event", "(Five minutes left of the time you booked.)"),
)
_IN_NAMES = (
    ("a condition", "{topic: [issue]}", "{{flag: [{}]}}"),
    ("a skill", "skill: [closed_question, follow_up, consequence]", "skill: [{}]"),
    ("a destination", "then: new_info", "then: {}"),
    ("an archetype", "archetype: withdrawn_fine", "archetype: {}"),
    ("a flag", "    replies:\n      - if:", "    sets: {}\n    replies:\n      - if:"),
    ("an event's id", "id: five_minutes", "id: {}"),
)
_CALLS = ("os.system", "subprocess.Popen", "../../../../tmp/rehearse-lure", LURE, "simulator.cli.main")
_WHOLE = {
    "a tag that calls": "!!python/object/apply:os.system ['id']\n",
    "a tag that makes": "format: 1\nid: !!python/object/new:subprocess.Popen [['id']]\n",
    "a tag that imports": "format: 1\nid: !!python/module:ctypes\n",
    "a tag that names": "title: !!python/name:os.system\n",
    "a tag that includes": f"facts: !include {LURE}\n",
    "an own tag": "%TAG ! tag:yaml.org,2002:python/\n---\nid: !object/apply:os.system [id]\n",
    "a merge": "a: &a {id: x}\nb: {<<: *a}\n",
    "a bomb of aliases": "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n",
    "a first talk elsewhere": f"format: 1\nid: x\nfollows: ../../../..{LURE}\nafter: [no_plan]\n",
    "a first talk by a whole path": f"format: 1\nid: x\nfollows: {LURE}\nafter: [no_plan]\n",
}


@dataclass(frozen=True, slots=True)
class Attack:
    """One attempt: a *name* for the table and the bytes of a scenario file or, where it is a pack, of a .zip."""

    name: str
    content: bytes
    pack: bool = False


def attacks() -> list[Attack]:
    """All of them, always in the same order."""
    return [*_texts(), *_names(), *_files(), *_packs()]


def _yaml(payload: str) -> str:
    import json

    return json.dumps(payload)


def _texts() -> Iterator[Attack]:
    for number, payload in enumerate(_CODE):
        where, old = _IN_LINES[number % len(_IN_LINES)]
        whole = text().replace(_yaml(old), _yaml(payload))
        yield Attack(f"{payload!r} in {where}", whole.encode())


def _names() -> Iterator[Attack]:
    for number, (where, old, new) in enumerate(_IN_NAMES):
        for payload in dict.fromkeys((*_CALLS[number % 2 :: 2], _CALLS[0])):
            whole = text().replace(old, new.format(_yaml(payload)), 1)
            yield Attack(f"{payload!r} as {where}", whole.encode())


def _files() -> Iterator[Attack]:
    for name, content in _WHOLE.items():
        yield Attack(name, content.encode())


def _packs() -> Iterator[Attack]:
    good = text().encode()
    for name in ("../talk.yaml", LURE, "a/../../talk.yaml", "..\\talk.yaml", "follow_ups/../../sessions/x.yaml"):
        yield Attack(f"a pack with {name!r}", _zip({"talk-with-ines.yaml": good, name: good}), pack=True)
    yield Attack("a pack with a link", _zip({"talk-with-ines.yaml": good}, link=("x.yaml", LURE)), pack=True)
    yield Attack(
        "a pack with a program", _zip({"talk-with-ines.yaml": good, "sitecustomize.py": b"import os"}), pack=True
    )
    yield Attack("a pack that is a bomb", _zip({"x.yaml": b"#" * 50_000_000}), pack=True)
    yield Attack("a pack with an archetype", _zip({"joker.yaml": b"format: 1\nid: joker\nstates: {}\n"}), pack=True)


def _zip(files: dict[str, bytes], link: tuple[str, str] | None = None) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
        if link:
            entry = zipfile.ZipInfo(link[0])
            entry.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(entry, link[1])
    return stream.getvalue()


def written(attack: Attack, folder: Path) -> Path:
    """The file of *attack* in *folder*."""
    path = folder / ("pack.zip" if attack.pack else "talk-with-ines.yaml")
    path.write_bytes(attack.content)
    return path
