"""The small language of phrases in rule files, and one automaton that finds all phrases of all rules in one pass.

A phrase is a row of words as they are *read* (contractions written out, lower case): ``i am not (here|trying) to``.

    (a|b c)     one of these
    [a|b]       one of these, or nothing
    <feeling>   a word or phrase of the class in lexicon.yaml
    apolog~     a word that begins so
    *           any one word
    ...         up to three words, or none
    ^ and $     the segment begins or ends here (marks of punctuation don't count)

The automaton is nondeterministic; which sets of places a word leads to is worked out once and kept, so that a text
costs one look-up a word. Its size grows with the length of the phrases, not with the number of their variants.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

GAP = 3  # words that '...' may stand for
SHORTEST_BEGINNING = 3  # letters before a '~'
LONGEST = 400  # tokens in one phrase
KEPT = 200_000  # steps that are kept; with more, all are forgotten and worked out again

_TOKEN = re.compile(r"\s*(\.\.\.|[()\[\]|^$*]|<[a-z_]+>|[a-z0-9#&@'?]+(?:-[a-z0-9]+)*~?)")
_START, _END, _ANY = "^", "$", "*"


class PhraseError(ValueError):
    """A phrase that can't be read; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several rows of parts; *optional* when it may also be left out."""

    rows: tuple[tuple["str | Choice", ...], ...]
    optional: bool


Row = tuple["str | Choice", ...]


def parse(phrase: str) -> tuple[Row, ...]:
    """The rows that *phrase* chooses between at its top; most phrases have one. Raises PhraseError."""
    tokens, place = [], 0
    while place < len(phrase.rstrip()):
        match = _TOKEN.match(phrase, place)
        if not match:
            raise PhraseError(f"'{phrase[place:].strip()[:12]}' can't be read in a phrase; use small letters, as read")
        tokens.append(match.group(1))
        place = match.end()
    if len(tokens) > LONGEST:
        raise PhraseError(f"'{phrase[:40]}...' has more than {LONGEST} parts; split it into several phrases")
    rows, rest = _rows(tokens, 0, phrase)
    if rest != len(tokens):
        raise PhraseError(f"'{phrase}' has a bracket too many; count them")
    if any(_vague(row) for row in rows):
        raise PhraseError(f"'{phrase}' could match nothing at all; give it a word that must be there")
    return rows


def check(phrase: str, classes: Iterable[str]) -> None:
    """Raises PhraseError where *phrase* can't be read or names a class that is not among *classes*."""
    known = set(classes)
    for token in _leaves(parse(phrase)):
        if token.startswith("<") and token[1:-1] not in known:
            raise PhraseError(f"'{token}' is not a class of words, neither here nor in lexicon.yaml")
        if token.endswith("~") and len(token) <= SHORTEST_BEGINNING:
            raise PhraseError(f"'{token}' begins too many words; give at least {SHORTEST_BEGINNING} letters")


def _rows(tokens: list[str], at: int, phrase: str) -> tuple[tuple[Row, ...], int]:
    """The rows from *at* up to a closing bracket, and where they end."""
    rows: list[Row] = []
    row: list[str | Choice] = []
    while at < len(tokens) and tokens[at] not in (")", "]"):
        token = tokens[at]
        if token == "|":
            rows.append(tuple(row))
            row, at = [], at + 1
        elif token in ("(", "["):
            inner, end = _rows(tokens, at + 1, phrase)
            if end >= len(tokens) or tokens[end] != {"(": ")", "[": "]"}[token]:
                raise PhraseError(f"'{phrase}' has a bracket that is not closed")
            row.append(Choice(inner, token == "["))
            at = end + 1
        else:
            row.append(token)
            at += 1
    return (*rows, tuple(row)), at


def _vague(row: Row) -> bool:
    """Whether *row* has a reading without any word of its own."""
    for part in row:
        if isinstance(part, Choice):
            if not part.optional and not any(_vague(inner) for inner in part.rows):
                return False
        elif part not in (_START, _END, _ANY, "..."):
            return False
    return True


def _leaves(rows: Iterable[Row]) -> Iterator[str]:
    for row in rows:
        for part in row:
            if isinstance(part, Choice):
                yield from _leaves(part.rows)
            else:
                yield part


class Automaton:
    """All phrases together. A payload says what a phrase belongs to; it comes back with the words it covers."""

    def __init__(self, classes: Mapping[str, Iterable[Sequence[str]]]):
        self._words: list[dict[str, list[int]]] = []  # place -> word -> places
        self._other: list[list[tuple[str, str, int]]] = []  # place -> (kind, key, place): class, begins, any
        self._free: list[list[int]] = []  # place -> places that cost no word
        self._ends: dict[int, object] = {}  # place -> payload
        self._start, self._first = self._place(), self._place()  # anywhere; only at the beginning
        self._phrases_of, self._class_words, self._class_begins = _classes(classes)
        self._member: dict[str, frozenset[str]] = {}
        self._sets: dict[frozenset[int], int] = {}
        self._members: list[frozenset[int]] = []
        self._payloads: list[tuple[object, ...]] = []
        self._steps: dict[tuple[int, str], int] = {}
        self._nothing = self._number(frozenset())

    def add(self, phrase: str, payload: object, owner: str = "") -> None:
        """Adds *phrase*; a class is looked for among those of its *owner* first. Raises PhraseError."""
        for row in parse(phrase):
            anchored = bool(row) and row[0] == _START
            last = self._row(row[1:] if anchored else row, self._first if anchored else self._start, owner)
            end = self._place()
            self._free[last].append(end)
            self._ends[end] = payload
        self._steps.clear()

    def find(self, words: Sequence[str]) -> Iterator[tuple[object, int, int]]:
        """Every (payload, first word, word after the last) in *words*, one segment's words without punctuation."""
        begin, anywhere = self._begins()
        size, steps = len(words), self._steps
        for start in range(size):
            state = anywhere if start else begin
            for at in range(start, size):
                key = (state, words[at])
                state = steps[key] if key in steps else self._step(*key)
                if state == self._nothing:
                    break
                for payload in self._payloads[state]:
                    yield payload, start, at + 1
            else:
                for payload in self._payloads[self._steps.get((state, _END)) or self._step(state, _END)]:
                    yield payload, start, size

    def _begins(self) -> tuple[int, int]:
        key = (-1, "")
        if key not in self._steps:
            self._steps[key] = self._number(self._reach((self._start,)))
            self._steps[(-2, "")] = self._number(self._reach((self._start, self._first)))
        return self._steps[(-2, "")], self._steps[key]

    def _place(self) -> int:
        self._words.append({})
        self._other.append([])
        self._free.append([])
        return len(self._words) - 1

    def _row(self, row: Row, place: int, owner: str) -> int:
        """Lays *row* from *place* on; where it ends."""
        for part in row:
            place = self._choice(part, place, owner) if isinstance(part, Choice) else self._token(part, place, owner)
        return place

    def _choice(self, choice: Choice, place: int, owner: str) -> int:
        end = self._place()
        for row in choice.rows:
            self._free[self._row(row, place, owner)].append(end)
        if choice.optional:
            self._free[place].append(end)
        return end

    def _token(self, token: str, place: int, owner: str) -> int:
        end = self._place()
        if token == "...":
            for _ in range(GAP):
                self._free[place].append(end)
                following = self._place()
                self._other[place].append(("any", "", following))
                place = following
            self._free[place].append(end)
        elif token == _ANY:
            self._other[place].append(("any", "", end))
        elif token.endswith("~"):
            self._other[place].append(("begins", token[:-1], end))
        elif token.startswith("<"):
            name = f"{owner}.{token[1:-1]}"
            name = name if name in self._phrases_of else token[1:-1]
            if name not in self._phrases_of:
                raise PhraseError(f"'{token}' is not a class of words, neither here nor in lexicon.yaml")
            self._other[place].append(("class", name, end))
            for phrase in self._phrases_of[name]:
                self._free[self._row(tuple(phrase), place, "")].append(end)
        else:
            self._words[place].setdefault(token, []).append(end)
        return end

    def _reach(self, places: Iterable[int]) -> frozenset[int]:
        """*places* and all that can be reached from them without a word."""
        found, waiting = set(places), list(places)
        while waiting:
            for free in self._free[waiting.pop()]:
                if free not in found:
                    found.add(free)
                    waiting.append(free)
        return frozenset(found)

    def _number(self, places: frozenset[int]) -> int:
        number = self._sets.get(places)
        if number is None:
            number = self._sets[places] = len(self._members)
            self._members.append(places)
            self._payloads.append(tuple(dict.fromkeys(self._ends[p] for p in sorted(places) if p in self._ends)))
        return number

    def _step(self, state: int, word: str) -> int:
        """Where *word* leads from the places of *state*."""
        targets: list[int] = []
        member = self._classes_of(word) if word != _END else frozenset()
        for place in self._members[state]:
            targets += self._words[place].get(word, ())
            if word == _END:
                continue
            for kind, key, target in self._other[place]:
                if kind == "any" or (kind == "class" and key in member) or (kind == "begins" and word.startswith(key)):
                    targets.append(target)
        if len(self._steps) > KEPT:
            self._steps.clear()
        after = self._steps[(state, word)] = self._number(self._reach(targets)) if targets else self._nothing
        return after

    def _classes_of(self, word: str) -> frozenset[str]:
        member = self._member.get(word)
        if member is None:
            member = self._class_words.get(word, frozenset())
            member |= {name for begin, name in self._class_begins if word.startswith(begin)}
            self._member[word] = member
        return member


def _classes(classes: Mapping[str, Iterable[Sequence[str]]]):
    """Phrases of classes by name, classes by their single words, and beginnings with their class."""
    phrases: dict[str, list[Sequence[str]]] = {}
    words: dict[str, set[str]] = {}
    begins: list[tuple[str, str]] = []
    for name, rows in classes.items():
        phrases[name] = []
        for row in rows:
            if len(row) > 1:
                phrases[name].append(row)
            elif row[0].endswith("~"):
                begins.append((row[0][:-1], name))
            else:
                words.setdefault(row[0], set()).add(name)
    return phrases, {word: frozenset(names) for word, names in words.items()}, begins
