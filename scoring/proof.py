"""Runs the examples of rules: each rule on its own, every rule on every other's, and each guard for its use."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from scoring.matcher import Candidate, Matcher
from scoring.rules import Example, Rule
from scoring.segments import segments
from scoring.sources import Sources
from scoring.text import Text


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that does not hold: the rule, the line, and what happened instead."""

    rule: str
    text: str
    what: str


class Proof:
    """The rules under test."""

    def __init__(self, sources: Sources):
        self._sources = sources
        self.matcher = Matcher(list(sources.rules), sources.classes)

    def candidates(self, matcher: Matcher, example: Example) -> list[Candidate]:
        """What the rules of *matcher* find in *example*."""
        read = self._sources.spelling.read
        cut = segments(Text(example.text, read))
        heard = tuple(tuple(w.text for w in Text(line, read).words if w.is_word) for line in example.heard)
        return matcher.candidates(matcher.read(example.text, cut, heard))

    def own_examples(self, rule: Rule, matcher: Matcher | None = None) -> Iterator[Failure]:
        """The examples of *rule* that do not hold: exactly the bracketed words, and nothing on a near miss."""
        matcher = matcher or self.matcher
        for example in rule.shows:
            found = [c for c in self.candidates(matcher, example) if c.name == rule.name]
            marked = example.text[example.start : example.end]
            if not found:
                yield Failure(rule.name, example.text, f"nothing was found; '{marked}' should be")
                continue
            start, end = min(c.start for c in found), max(c.end for c in found)
            if (start, end) != (example.start, example.end):
                ways = ", ".join(sorted({c.way for c in found}))
                yield Failure(
                    rule.name, example.text, f"'{example.text[start:end]}' was marked by {ways}, not '{marked}'"
                )
        for example in rule.not_:
            for one in self.candidates(matcher, example):
                if one.name == rule.name:
                    quote = example.text[one.start : one.end]
                    yield Failure(rule.name, example.text, f"'{quote}' was marked by {one.way} ({example.because})")

    def other_examples(self, rule: Rule) -> Iterator[Failure]:
        """Lines among the examples of *rule* on which another rule fires that is not named under 'also'."""
        for example in (*rule.shows, *rule.not_):
            for one in self.candidates(self.matcher, example):
                if one.name != rule.name and one.name not in example.also:
                    quote = example.text[one.start : one.end]
                    yield Failure(rule.name, example.text, f"{one.rule} fires on '{quote}'; is it there? then 'also'")

    def idle_guards(self, rule: Rule) -> Iterator[str]:
        """Guards of *rule* whose removal fails no example: nobody has shown that they are needed.

        Examples that fail anyway show nothing and are left out.
        """
        failing = {failure.text for failure in self.own_examples(rule)}
        for place, way in enumerate(rule.ways):
            for guard in way.guards:
                bare = replace(way, guards=tuple(g for g in way.guards if g is not guard))
                other = replace(rule, ways=(*rule.ways[:place], bare, *rule.ways[place + 1 :]))
                bare_matcher = Matcher([other], self._sources.classes)
                if not any(failure.text not in failing for failure in self.own_examples(other, bare_matcher)):
                    yield f"{rule.name}/{way.name}: {guard.scope} {'has' if guard.has else 'lacks'}"
