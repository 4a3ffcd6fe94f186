"""Puts the trees of core, archetype and situation together. Later wins.

Mappings are merged key by key. Lists of lines, rules and words *extend* what came before, the later layer's own
items first, since the first that fits often counts; every other list *replaces* it. A file can say otherwise:
``{replace: [...]}``, ``{first: [...]}`` or ``{last: [...]}`` in place of a list. Items that stand in both layers
word for word are kept once. Every value keeps the place where it was written.
"""

from scoring.authored import Mapping, Node, Scalar, Sequence, plain

_EXTENDING = (
    ("effects", "*"),
    ("states", "*", "enter"),
    ("states", "*", "go"),
    ("states", "*", "lines", "*"),
    ("states", "*", "replies"),
    ("states", "*", "calls_back"),
    ("answers",),
    ("asked", "*", "words"),
    ("asked", "*", "answers"),
    ("bridges",),
    ("endings", "*", "variants"),
    ("quibbles", "*"),
    ("gestures", "*"),
    ("topics", "*"),
    ("echo", "*"),
    ("lasting",),
    ("crisis", "words"),
)
_MODES = ("replace", "first", "last")


def compose(layers: list[Node]) -> Node:
    """One tree of all *layers*, the general ones first."""
    tree = layers[0]
    for layer in layers[1:]:
        if isinstance(layer, Mapping) and layer.get("follows") is not None:
            tree = _without_variants(tree, layer)
        tree = _merge(tree, layer, ())
    return _plain_lists(tree)


def _without_variants(tree: Node, second: Mapping) -> Node:
    """*tree* without the other words for endings of which the *second* talk has words of its own: the first talk's
    tell of the first talk."""
    endings, own = (one.get("endings") if isinstance(one, Mapping) else None for one in (tree, second))
    if not isinstance(endings, Mapping) or not isinstance(own, Mapping):
        return tree
    worded = {key.value for key, part in own.entries if isinstance(part, Mapping) and part.get("note") is not None}
    kept = [(key, _without(part, "variants") if key.value in worded else part) for key, part in endings.entries]
    entries = [(key, Mapping(tuple(kept), part.place) if part is endings else part) for key, part in tree.entries]
    return Mapping(tuple(entries), tree.place)


def _without(part: Node, word: str) -> Node:
    if not isinstance(part, Mapping):
        return part
    return Mapping(tuple(entry for entry in part.entries if entry[0].value != word), part.place)


def _merge(base: Node, later: Node, path: tuple[str, ...]) -> Node:
    mode, items = _patch(later)
    if isinstance(base, Sequence) and (mode or isinstance(later, Sequence)):
        return _join(base, mode or ("first" if _extends(path) else "replace"), items, path)
    if isinstance(base, Mapping) and isinstance(later, Mapping):
        merged = {key.value: (key, value) for key, value in base.entries}
        for key, value in later.entries:
            if key.value in merged:
                value = _merge(merged[key.value][1], value, (*path, key.value))
            merged[key.value] = (key, value)
        if path == ("facts",):  # facts are told in their order: those of a second talk come before the first one's
            own = [key.value for key, _ in later.entries]
            merged = {name: merged[name] for name in (*own, *(n for n in merged if n not in own))}
        return Mapping(tuple(merged.values()), later.place)
    return later


def _join(base: Sequence, mode: str, items: Sequence, path: tuple[str, ...]) -> Sequence:
    if mode == "replace":
        return items
    if mode == "last":
        return Sequence(_once(base.items, items.items), items.place)
    if path[-1:] == ("go",):
        return _join_arcs(base, items)
    return Sequence(_once(items.items, base.items), items.place)


def _join_arcs(base: Sequence, items: Sequence) -> Sequence:
    """A layer's arcs stand where the layer before has the slot for them: leaving comes first, say.

    The archetype's slot is filled once; the slot of the misreadings stays, for resolving to fill it.
    """
    slots = [(i, _slot(item)) for i, item in enumerate(base.items) if _slot(item)]
    at, name = next((s for s in slots if s[1] == "archetype"), slots[0] if slots else (0, ""))
    known = [plain(item) for item in base.items]
    own = [item for item in items.items if plain(item) not in known or _slot(item)]
    rest = base.items[at + 1 :] if name == "archetype" else base.items[at:]
    return Sequence((*base.items[:at], *own, *rest), items.place)


def _slot(item: Node) -> object:
    """The name of a slot among arcs, '' for an arc."""
    slot = item.get("slot") if isinstance(item, Mapping) else None
    return plain(slot) if slot is not None else ""


def _once(first: tuple[Node, ...], then: tuple[Node, ...]) -> tuple[Node, ...]:
    """Both, without what stands in both word for word."""
    seen = [plain(item) for item in first]
    return (*first, *(item for item in then if plain(item) not in seen))


def _patch(node: Node) -> tuple[str, Sequence]:
    """The mode and items of a list that says how it joins; '' for any other node."""
    if isinstance(node, Mapping) and len(node.entries) == 1:
        (key, value) = node.entries[0]
        if key.value in _MODES and isinstance(value, Sequence):
            return str(key.value), value
    return "", node if isinstance(node, Sequence) else Sequence((), node.place)


def _extends(path: tuple[str, ...]) -> bool:
    return any(
        len(path) == len(pattern) and all(want in ("*", step) for want, step in zip(pattern, path, strict=True))
        for pattern in _EXTENDING
    )


def _plain_lists(node: Node) -> Node:
    """Lists that say how they join, where nothing stood before, as plain lists."""
    if isinstance(node, Scalar):
        return node
    mode, items = _patch(node)
    if mode:
        node = items
    # Most of a tree are scalars, and a call for each of them would be half of the time.
    if isinstance(node, Mapping):
        entries = [(key, v if type(v) is Scalar else _plain_lists(v)) for key, v in node.entries]
        return Mapping(tuple(entries), node.place)
    return Sequence(tuple([item if type(item) is Scalar else _plain_lists(item) for item in node.items]), node.place)
