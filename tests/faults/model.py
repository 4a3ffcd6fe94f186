"""A model of a disk that keeps, when power fails, only what was synced; and perhaps some of the rest.

A file's content is kept by fsync of the file, a name by fsync of its folder. What was not synced survives at random:
of a file's changes any prefix, the last write torn at any byte or left as zeros; of a folder's changes any subset.
That is harsher than the file systems in use, and what POSIX allows.
"""

import errno
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from types import SimpleNamespace


class PowerCut(BaseException):
    """No program gets to handle this."""


@dataclass(eq=False, slots=True)
class Node:
    """A file or a folder: what programs see *now*, what is *safe* on the medium, the changes on their *way* there."""

    now: bytes | dict[str, "Node"]
    safe: bytes | dict[str, "Node"]
    way: list = field(default_factory=list)
    mode: int = 0o600
    locked_by: int | None = None

    def sync(self) -> None:
        """All changes reach the medium."""
        self.safe = dict(self.now) if isinstance(self.now, dict) else self.now
        self.way = []


class ModelDisk:
    """Takes the place of `files.Disk`. The power fails before call number *cut_at* of those that change anything."""

    def __init__(self, root: Node | None = None, cut_at: int | None = None, chance: Random | None = None):
        self.root = root or Node({}, {})
        self.cut_at = cut_at
        self.changes = 0
        self.chance = chance or Random(0)
        self.is_dead = False
        self._open: dict[int, tuple[Node, int]] = {}
        self._next = 3

    # After the end of a program.

    def killed(self) -> "ModelDisk":
        """The same disk for the next program: everything written is seen, nothing more of it is safe."""
        for node in set(_nodes(self.root, "now")):
            node.locked_by = None
        return ModelDisk(self.root, chance=self.chance)

    def crashed(self) -> "ModelDisk":
        """The disk after the power came back."""
        return ModelDisk(_survivor(self.root, self.chance, {}), chance=self.chance)

    # Looking, for tests.

    def contents(self) -> dict[str, bytes]:
        """Every file by its path, as programs see it."""
        return dict(_files(self.root, ""))

    # What journal.files.Files asks for.

    def open(self, path: Path, flags: int) -> int:
        folder, name = self._parent(path)
        if name not in folder.now:
            if not flags & os.O_CREAT:
                raise _error(errno.ENOENT)
            self._change()
            self._rename(folder, {name: Node(b"", b"")})
        fd = self._next
        self._next += 1
        self._open[fd] = (folder.now[name], flags)
        return fd

    def pread(self, fd: int, size: int, offset: int) -> bytes:
        return self._node(fd).now[offset : offset + size]

    def write(self, fd: int, content: bytes) -> int:
        node = self._node(fd)
        content = content[: self.chance.randint(1, len(content))] if self.chance.random() < 0.3 else content
        self._change()
        node.way.append(("write", content))
        node.now += content
        return len(content)

    def ftruncate(self, fd: int, length: int) -> None:
        node = self._node(fd)
        self._change()
        node.way.append(("cut", length))
        node.now = node.now[:length]

    def fsync(self, fd: int) -> None:
        node = self._node(fd)
        self._change()
        node.sync()

    def fstat(self, fd: int) -> SimpleNamespace:
        node = self._node(fd)
        linked = any(node is other for other in _nodes(self.root, "now"))
        return SimpleNamespace(st_nlink=int(linked), st_mtime=0.0, st_mode=node.mode)

    def flock(self, fd: int, operation: int) -> None:
        node = self._node(fd)
        if node.locked_by not in (None, fd):
            raise _error(errno.EAGAIN)
        node.locked_by = fd

    def close(self, fd: int) -> None:
        node, _ = self._open.pop(fd)
        if node.locked_by == fd:
            node.locked_by = None

    def rename(self, old: Path, new: Path) -> None:
        folder, name = self._parent(old)
        if name not in folder.now:
            raise _error(errno.ENOENT)
        self._change()
        self._rename(folder, {name: None, Path(new).name: folder.now[name]})

    def unlink(self, path: Path) -> None:
        folder, name = self._parent(path)
        if name not in folder.now:
            raise _error(errno.ENOENT)
        self._change()
        self._rename(folder, {name: None})

    def listdir(self, folder: Path) -> list[str]:
        return list(self._at(folder).now)

    def mkdir(self, folder: Path, mode: int) -> None:
        parent, name = self._parent(folder)
        if name in parent.now:
            raise _error(errno.EEXIST)
        self._change()
        self._rename(parent, {name: Node({}, {}, mode=mode)})

    def chmod(self, path: Path, mode: int) -> None:
        node = self._at(path)
        self._change()
        node.mode = mode

    def access(self, path: Path, mode: int) -> bool:
        try:
            self._at(path)
        except OSError:
            return False
        return True

    def _change(self) -> None:
        if self.is_dead or self.changes == self.cut_at:
            self.is_dead = True
            raise PowerCut
        self.changes += 1

    def _node(self, fd: int) -> Node:
        if self.is_dead:
            raise PowerCut
        if fd not in self._open:
            raise _error(errno.EBADF)
        return self._open[fd][0]

    def _at(self, path: Path) -> Node:
        node = self.root
        for part in Path(path).parts[1:]:
            if not isinstance(node.now, dict):
                raise _error(errno.ENOTDIR)
            if part not in node.now:
                raise _error(errno.ENOENT)
            node = node.now[part]
        return node

    def _parent(self, path: Path) -> tuple[Node, str]:
        if self.is_dead:
            raise PowerCut
        path = Path(path)
        return (self._at(path.parent), path.name) if path.name else (Node({"": self.root}, {}), "")

    def _rename(self, folder: Node, change: dict[str, Node | None]) -> None:
        folder.way.append(change)
        _apply(folder.now, change)


def _survivor(node: Node, chance: Random, seen: dict[Node, Node]) -> Node:
    """What is left of *node* on the medium. A file with two surviving names stays one file."""
    if node in seen:
        return seen[node]
    if isinstance(node.now, dict):
        names = dict(node.safe)
        for change in node.way:
            if chance.random() < 0.5:
                _apply(names, change)
        kept = {name: _survivor(child, chance, seen) for name, child in names.items()}
        seen[node] = Node(kept, dict(kept), mode=node.mode)
    else:
        content = _surviving_bytes(node, chance)
        seen[node] = Node(content, content, mode=node.mode)
    return seen[node]


def _surviving_bytes(node: Node, chance: Random) -> bytes:
    content = node.safe
    survivors = chance.randint(0, len(node.way))
    for i, (kind, what) in enumerate(node.way[: survivors + 1]):
        if i == survivors:  # the first that did not arrive, or not all of it
            if kind == "write":
                torn = what[: chance.randint(0, len(what))]
                content += chance.choice([b"", torn, torn + bytes(len(what) - len(torn))])
        elif kind == "write":
            content += what
        else:
            content = content[:what]
    return content


def _apply(names: dict[str, Node], change: dict[str, Node | None]) -> None:
    for name, node in change.items():
        if node is None:
            names.pop(name, None)
        else:
            names[name] = node


def _nodes(node: Node, side: str) -> Iterable[Node]:
    yield node
    content = getattr(node, side)
    if isinstance(content, dict):
        for child in content.values():
            yield from _nodes(child, side)


def _files(node: Node, path: str) -> Iterable[tuple[str, bytes]]:
    if isinstance(node.now, dict):
        for name, child in node.now.items():
            yield from _files(child, f"{path}/{name}")
    else:
        yield path, node.now


def _error(number: int) -> OSError:
    return OSError(number, os.strerror(number))
