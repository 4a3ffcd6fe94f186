"""The small language of phrases in rule files, and one trie that finds all phrases of all rules in one pass.

A phrase is a row of words as they are *read* (contractions written out, lower case): ``i am not (here|trying) to``.

    (a|b c)     one of these
    [a|b]       one of these, or nothing
    <feeling>   a word or phrase of the class in lexicon.yaml
    apolog~     a word that begins so
    *           any one word
    ...         up to three words, or none
    ^ and $     the segment begins or ends here (marks of punctuation don't count)
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

GAP = 3  # words that '...' may stand for
SHORTEST_BEGINNING = 3  # letters before a '~'
MAX_VARIANTS = 3000  # of one phrase with all its choices written out

_TOKEN = re.compile(r"\s*(\.\.\.|[()\[\]|^$*]|<[a-z_]+>|[a-z0-9#&@'?]+(?:-[a-z0-9]+)*~?)")


class PhraseError(ValueError):
    """A phrase that can't be read; the message says what to do."""


@dataclass(slots=True)
class Node:
    """A place in the trie. *words* are exact next words, *classes* and *begins* others; *ends* are payloads."""

    words: dict[str, "Node"] = field(default_factory=dict)
    classes: dict[str, "Node"] = field(default_factory=dict)
    begins: dict[str, "Node"] = field(default_factory=dict)
    any: "Node | None" = None
    gap: "Node | None" = None
    ends: set = field(default_factory=set)


def variants(phrase: str) -> list[tuple[str, ...]]:
    """Every row of tokens that *phrase* stands for. Raises PhraseError."""
    tokens = _tokens(phrase)
    rows, rest = _choices(tokens, 0)
    if rest != len(tokens):
        raise PhraseError(f"'{phrase}' has a bracket too many; count them")
    if not rows or any(not any(_counts(token) for token in row) for row in rows):
        raise PhraseError(f"'{phrase}' could match nothing at all; give it a word that must be there")
    return rows


def check(phrase: str, classes: Iterable[str]) -> None:
    """Raises PhraseError where *phrase* can't be read or names a class that is not among *classes*."""
    known = set(classes)
    for token in {token for row in variants(phrase) for token in row}:
        if token.startswith("<") and token[1:-1] not in known:
            raise PhraseError(f"'{token}' is not a class of words, neither here nor in lexicon.yaml")
        if token.endswith("~") and len(token) < SHORTEST_BEGINNING + 1:
            raise PhraseError(f"'{token}' begins too many words; give at least {SHORTEST_BEGINNING} letters")


def _counts(token: str) -> bool:
    return token not in ("^", "$", "*", "...")


def _tokens(phrase: str) -> list[str]:
    tokens, place = [], 0
    while place < len(phrase.rstrip()):
        match = _TOKEN.match(phrase, place)
        if not match:
            raise PhraseError(
                f"'{phrase[place:].strip()[:12]}' can't be read in a phrase; use small letters, see README"
            )
        tokens.append(match.group(1))
        place = match.end()
    return tokens


def _choices(tokens: list[str], at: int) -> tuple[list[tuple[str, ...]], int]:
    """The rows from *at* up to a closing bracket, and where they end."""
    finished: list[tuple[str, ...]] = []
    rows: list[tuple[str, ...]] = [()]
    while at < len(tokens) and tokens[at] not in (")", "]"):
        token = tokens[at]
        if token == "|":
            finished, rows, at = finished + rows, [()], at + 1
            continue
        if token in ("(", "["):
            inner, end = _choices(tokens, at + 1)
            if end >= len(tokens) or tokens[end] != {"(": ")", "[": "]"}[token]:
                raise PhraseError(f"'{' '.join(tokens)}' has a bracket that is not closed")
            inner = [*inner, ()] if token == "[" else inner
            rows, at = [row + more for row in rows for more in inner], end + 1
        else:
            rows, at = [(*row, token) for row in rows], at + 1
        if len(rows) + len(finished) > MAX_VARIANTS:
            raise PhraseError(f"'{' '.join(tokens)[:40]}...' has too many variants; split it into several phrases")
    return finished + rows, at


class Trie:
    """All phrases together. A payload says what a phrase belongs to; it comes back with the words it covers."""

    def __init__(self, classes: dict[str, Iterable[tuple[str, ...]]]):
        self._root = Node()
        self._classes = {name: _class_trie(rows) for name, rows in classes.items()}

    def add(self, phrase: str, payload, owner: str = "") -> None:
        """Adds *phrase*; a class is looked for among those of its *owner* first. Raises PhraseError."""
        own = {name.removeprefix(f"{owner}.") for name in self._classes if name.startswith(f"{owner}.")}
        check(phrase, own | {name for name in self._classes if "." not in name})
        for row in variants(phrase):
            node = self._root
            for token in row:
                node = self._next(node, token, owner)
            node.ends.add(payload)

    def _next(self, node: Node, token: str, owner: str) -> Node:
        if token.startswith("<"):
            name = f"{owner}.{token[1:-1]}"
            if name not in self._classes:
                name = token[1:-1]
            return node.classes.setdefault(name, Node())
        if token == "*":
            node.any = node.any or Node()
            return node.any
        if token == "...":
            node.gap = node.gap or Node()
            return node.gap
        if token.endswith("~"):
            return node.begins.setdefault(token[:-1], Node())
        return node.words.setdefault(token, Node())

    def find(self, words: list[str]) -> Iterator[tuple[object, int, int]]:
        """Every (payload, first word, word after the last) in *words*, one segment's words without punctuation."""
        for start in range(len(words)):
            yield from self._from(self._root, words, start, start, True)

    def _from(
        self, node: Node, words: list[str], start: int, at: int, fresh: bool
    ) -> Iterator[tuple[object, int, int]]:
        if node.ends and at > start:
            for payload in node.ends:
                yield payload, start, at
        edges = node.words
        if start == at == 0 and fresh and "^" in edges:
            yield from self._from(edges["^"], words, start, at, False)
        if at == len(words):
            if "$" in edges:
                for payload in edges["$"].ends:
                    yield payload, start, at
            if node.gap is not None:
                yield from self._from(node.gap, words, start, at, False)
            return
        word = words[at]
        following = edges.get(word)
        if following is not None:
            yield from self._from(following, words, start, at + 1, False)
        for name, after in node.classes.items():
            for end in _class_ends(self._classes[name], words, at):
                yield from self._from(after, words, start, end, False)
        for begin, after in node.begins.items():
            if word.startswith(begin):
                yield from self._from(after, words, start, at + 1, False)
        if node.any is not None:
            yield from self._from(node.any, words, start, at + 1, False)
        if node.gap is not None and not fresh:
            for skip in range(min(GAP, len(words) - at) + 1):
                yield from self._from(node.gap, words, start, at + skip, False)


def _class_trie(rows: Iterable[tuple[str, ...]]) -> dict:
    """The phrases of a class as nested dicts; '' marks an end, a word with '~' a beginning."""
    root: dict = {}
    for row in rows:
        node = root
        for word in row:
            node = node.setdefault(word, {})
        node[""] = True
    begins = {word[:-1]: node for word, node in root.items() if word.endswith("~")}
    if begins:
        root["~"] = begins
    return root


def _class_ends(trie: dict, words: list[str], at: int) -> Iterator[int]:
    """Where a phrase of a class that begins at *at* may end."""
    node, place = trie, at
    for begin in trie.get("~", ()):
        if words[at].startswith(begin):
            yield at + 1
            break
    while place < len(words):
        node = node.get(words[place])
        if node is None:
            return
        place += 1
        if "" in node:
            yield place
