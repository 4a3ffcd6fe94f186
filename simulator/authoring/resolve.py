"""The second pass: the file model becomes the scenario that runs, with every name resolved and every fault noted."""

import re

from scoring.authored import nearest
from simulator.authoring.audible import SEEING, over_all
from simulator.authoring.model import ScenarioFile
from simulator.authoring.names import Names
from simulator.authoring.parts import METERS, If
from simulator.authoring.shelf import SHIPPED, shown
from simulator.authoring.wording import fields, worded
from simulator.persona import scenario as run
from simulator.persona.lines import ECHO

_BOUND = re.compile(r"(>=|<=|>|<|=)\s*(\d+)")
_FOR_EVERYONE = (shown(SHIPPED / "core.yaml"), shown(SHIPPED / "archetypes") + "/")
"""Where the layers stand that serve every channel."""
_ROLES = {"skill": "skill", "no_skill": "skill", "topic": "topic", "no_topic": "topic"} | dict.fromkeys(
    ("told", "told_all", "hidden"), "fact"
)
_NAMES = {"all": "skills", "mark": "marks", "state": "states", "from_": "states", "shape": "shapes"} | dict.fromkeys(
    ("flag", "flags_all", "no_flag"), "flags"
)
"""What the lists of a condition name: something that roles stand for, or names alone."""


class Resolver:
    """Turns one composed file into a Scenario. *own* is the path of the situation's file; its lines rank higher."""

    def __init__(self, file: ScenarioFile, names: Names, own: str):
        self.file, self.names, self._own = file, names, own
        self._fields = fields(file.persona.pronouns, file.persona.name)

    def text(self, text: str) -> str:
        """*text* with the person's pronouns and name."""
        return worded(text, self._fields)

    def texts(self, lines: list[str]) -> tuple[str, ...]:
        """*lines* with the person's pronouns and name."""
        return tuple(self.text(line) for line in lines)

    def comes_over(self, lines: list[str], path: tuple, when: If | None = None) -> tuple[str, ...]:
        """As :meth:`texts`, for *lines* at *path*. Where nobody is seen, those for everyone lose what only shows.

        A condition *when* that names the channel was written for it.
        """
        texts, channel = self.texts(lines), self.file.channel
        if channel in SEEING or channel is None or (when is not None and when.channel):
            return texts
        if self.names.place(path).path.startswith(_FOR_EVERYONE):
            return tuple(over_all(texts, channel))
        return texts

    def each_over(self, lines: list[str], path: tuple) -> tuple[str, ...]:
        """As :meth:`comes_over`, for a list whose lines may stand in several layers."""
        return tuple(text for n, line in enumerate(lines) for text in self.comes_over([line], (*path, n)))

    def when(self, part: If, path: tuple) -> run.Condition | None:
        """The condition of *part*, or None where it belongs to another channel and can never hold."""
        if part.channel and self.file.channel not in part.channel:
            return None
        given = part.model_fields_set  # few of two dozen, and a file has ten thousands of conditions
        if not given:
            return run.ALWAYS
        names, at = self.names, (*path, "if")
        found: dict = {}
        for word, kind in _ROLES.items():
            if word in given:
                found[word] = names.roles(getattr(part, word), kind, (*at, word), every=word == "told_all")
        for word, kind in _NAMES.items():
            if word in given:
                found[word] = names.check(getattr(part, word), kind, (*at, word.rstrip("_")))
        if "prev" in given:
            found["prev"] = names.one(part.prev, "tags", (*at, "prev"))
        if "misread" in given:
            special = part.misread in ("active", "none")
            found["misread"] = part.misread if special else names.one(part.misread, "misreads", (*at, "misread"))
        bounds = [(meter, _BOUND.fullmatch(value)) for meter in METERS if (value := getattr(part, meter)) is not None]
        found["bounds"] = tuple(run.Bound(meter, match[1], int(match[2])) for meter, match in bounds)
        return run.Condition(**found)

    def replies(self, rules, path: tuple) -> tuple[run.Reply, ...]:
        """Reply rules, those of other channels left out."""
        found = []
        for index, rule in enumerate(rules):
            at = (*path, index)
            when = self.when(rule.if_, at)
            say = self.comes_over(rule.say, at, rule.if_)
            if when is not None and (say or not rule.say):
                local = self.names.place(at).path == self._own
                found.append(run.Reply(when, say, rule.tag, local))
        return tuple(found)

    def arcs(self, state: str, arcs, path: tuple) -> tuple[run.Arc, ...]:
        """The ways out of a state, with those that begin misreadings where their slot is."""
        return tuple(arc for arc, _ in self.placed_arcs(state, arcs, path))

    def placed_arcs(self, state: str, arcs, path: tuple) -> list[tuple[run.Arc, tuple]]:
        """The ways out of a state in the order in which they are tried, each with the path where it stands."""
        found: list[tuple[run.Arc, tuple]] = []
        begun = False
        for index, arc in enumerate(arcs):
            at = (*path, index)
            if arc.slot:
                if arc.slot == "misreads" and not begun:
                    found.extend(self._misreadings(state))
                    begun = True
                continue
            when = self.when(arc.if_, at)
            if when is not None:
                found.append((self._arc(state, arc, when, at), at))
        return found if begun else [*self._misreadings(state), *found]

    def _arc(self, state: str, arc, when: run.Condition, at: tuple) -> run.Arc:
        names, lines = self.names, self.file.states[state].lines
        if bool(arc.to) == bool(arc.end):
            names.fault(at, "S11", "an arc leads somewhere: give it 'to' (a state) or 'end' (an ending), not both")
        if arc.to != run.AFTER_MISREAD:
            names.one(arc.to, "targets", (*at, "to"))
        repaired = arc.say == ["repaired"]
        own = lines.get(arc.name)
        named = ("states", state, "lines", arc.name)
        say = self.each_over(own, named) if own else self.comes_over(arc.say, at, arc.if_)
        return run.Arc(
            when,
            to=arc.to,
            end=names.one(arc.end, "endings", (*at, "end")),
            misread=names.one(arc.misread, "misreads", (*at, "misread")),
            say=() if repaired else say,
            repaired=repaired,
            more=names.one(arc.more, "facts", (*at, "more")),
            raises=arc.flag,
            clears=arc.clear,
            patience=arc.patience,
        )

    def _misreadings(self, state: str):
        """The arcs by which this scenario's misreadings begin in *state*, with their paths."""
        flash = next((name for name, s in self.file.states.items() if s.kind == "flash"), "")
        for id, misread in self.file.misreads.items():
            for index, begin in enumerate(misread.begins):
                path = ("misreads", id, "begins", index)
                self.names.check(begin.in_, "states", (*path, "in"))
                if state in begin.in_:
                    when = self.when(begin.if_, path)
                    if when is not None:
                        yield run.Arc(when, to=flash, misread=id), path

    def state(self, name: str) -> run.State:
        """The state called *name*."""
        part, path, names = self.file.states[name], ("states", name), self.names
        for needed in ("kind", "hint"):
            if getattr(part, needed) is None:
                names.fault(path, "S12", f"the state '{name}' needs a '{needed}'")
        if not part.model and not part.model_from:
            names.fault(path, "S12", f"the state '{name}' needs a 'model' answer")
        for arc in part.lines.keys() - {arc.name for arc in part.go}:
            known = sorted({arc.name for arc in part.go} - {""})
            said = f"no arc of the state '{name}' is called '{arc}'{nearest(arc, known)}"
            names.fault((*path, "lines", arc), "S10", said)
        hint = part.hint
        return run.State(
            name,
            part.kind or "guarded",
            names.check(part.chance, "skills", (*path, "chance")),
            run.Hint(*map(self.text, (hint.nudge, hint.skill, hint.example))) if hint else run.Hint("", "", ""),
            self.texts(part.model),
            model_from_misread=bool(part.model_from),
            tells=part.tells,
            discount=part.discount,
            sets=part.sets,
            clears=part.clears,
            enter=self.replies(part.enter, (*path, "enter")),
            go=self.arcs(name, part.go, (*path, "go")),
            replies=self.replies(part.replies, (*path, "replies")),
            calls_back=self.replies(part.calls_back, (*path, "calls_back")),
        )

    def fact(self, id: str) -> run.Fact:
        """The fact with this *id*."""
        part, path, names = self.file.facts[id], ("facts", id), self.names
        return run.Fact(
            id,
            part.title,
            part.cost,
            names.roles(part.topics, "topic", (*path, "topics")),
            names.roles(part.cue_topics, "topic", (*path, "cue_topics")),
            self.texts(part.cue),
            self.replies(part.tell, (*path, "tell")),
            self.texts(part.more),
            names.one(part.then, "targets", (*path, "then")),
            after_any=names.check(part.after_any, "facts", (*path, "after_any")),
            after_all=names.check(part.after_all, "facts", (*path, "after_all")),
            only_in=names.check(part.only_in, "states", (*path, "only_in")),
            invite=names.check(part.invite, "skills", (*path, "invite")),
            idea=id in names.ideas,
        )

    def misread(self, id: str) -> run.Misread:
        """The misreading with this *id*."""
        part = self.file.misreads[id]
        thinks = part.thinks or part.she_thinks or part.he_thinks or part.they_think
        if not thinks:
            self.names.fault(("misreads", id), "S12", f"the misreading '{id}' needs 'thinks': what the person believes")
        return run.Misread(
            id,
            self.text(thinks),
            self.texts(part.says),
            self.texts(part.repaired),
            self.text(part.model),
            (*part.words,),
        )

    def effects(self) -> tuple[tuple[str, tuple[run.Effect, ...]], ...]:
        """The effect rows of every skill."""
        found = []
        for skill, rows in self.file.effects.items():
            path = ("effects", skill)
            self.names.one(skill, "skills", path)
            made = []
            for index, row in enumerate(rows):
                when = self.when(row.if_, (*path, index))
                if when is not None:
                    made.append(run.Effect(when, row.safety, row.heat, row.patience))
            found.append((skill, tuple(made)))
        return tuple(found)

    def endings(self) -> tuple[run.Ending, ...]:
        """The endings in the order in which they are tried."""
        found = []
        for id, part in self.file.endings.items():
            path = ("endings", id)
            by_arc = part.only_by_arc or id == "breakdown"
            when = None if by_arc else self.when(part.if_ or If(), path)
            if not part.line:
                self.names.fault(path, "S12", f"the ending '{id}' needs a last 'line'")
            note, tonight = self.text(part.note), self.text(part.tonight)
            line = self.comes_over(part.line, (*path, "line"))
            for index, text in enumerate(part.line):
                if ECHO in text:  # nothing was typed just now whose word could be given back
                    said = f"a last line has no '{ECHO}'; write the words out"
                    self.names.fault((*path, "line", index), "S15", said)
            found.append(run.Ending(id, when, line, note, tonight, self._variants(part, path)))
        return tuple(found)

    def _variants(self, part, path: tuple) -> tuple[run.EndingVariant, ...]:
        found = []
        for index, one in enumerate(part.variants):
            when = self.when(one.if_, (*path, "variants", index))
            if when is not None:
                found.append(run.EndingVariant(when, self.text(one.note), self.text(one.tonight)))
        return tuple(found)

    def levels(self) -> tuple[run.Level, ...]:
        """The levels, with the meters each begins with."""
        start = self.file.persona.start
        found = []
        for name, part in self.file.levels.items():
            meters = {}
            for meter in ("safety", "heat", "patience"):
                given = getattr(part.start, meter)
                value = getattr(start, meter) + getattr(part.shift, meter) if given is None else given
                meters[meter] = max(0, min(100, value))
            misreads = None
            if part.misreads is not None:
                misreads = self.names.check(part.misreads, "misreads", ("levels", name, "misreads"))
            found.append(
                run.Level(name, run.Start(**meters), part.cost_shift, misreads, part.cues, part.events, part.meters)
            )
        return tuple(found)
