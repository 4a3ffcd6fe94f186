"""Assembles the whole scenario from its resolved parts and says what a scenario can't do without."""

from simulator.authoring.model import EndingPart, ScenarioFile
from simulator.authoring.names import Names
from simulator.authoring.parts import If
from simulator.authoring.resolve import Resolver
from simulator.persona import scenario as run

_NEEDED = ("title", "brief", "channel", "first_line", "facts", "misreads", "states", "endings", "topics")
_KINDS_NEEDED = ("opening", "guarded", "flash", "shut_down")


def assemble(file: ScenarioFile, names: Names, own: str, digest: str) -> run.Scenario | None:
    """The scenario of a composed *file*, or None; faults are in *names*."""
    if not _complete(file, names):
        return None
    make = Resolver(file, names, own)
    echo, dropped, crisis = file.echo, file.dropped_fact, file.crisis
    return run.Scenario(
        id=file.id,
        title=file.title,
        archetype=file.archetype or "",
        follows=file.follows or "",
        after=names.check(file.after, "endings", ("after",)),
        language=file.language,
        channel=file.channel,
        minutes=file.minutes,
        max_turns=file.max_turns,
        content_note=file.content_note,
        practises=names.check(file.practises, "skills", ("practises",)),
        brief=_brief(file, make),
        persona=_character(file, make),
        echo=run.Echo((*echo.judgement, *echo.feeling), echo.limits.per_session, echo.limits.cooldown_turns),
        topics=tuple((name, tuple(words)) for name, words in file.topics.items()),
        topic_roles=_topic_roles(file, names),
        facts=tuple(make.fact(id) for id in file.facts),
        misreads=tuple(make.misread(id) for id in file.misreads),
        penalised=names.check(file.penalised, "skills", ("penalised",)),
        effects=make.effects(),
        flags=_flags(file, make),
        lasting=names.check(file.lasting, "flags", ("lasting",)),
        dropped_safety=dropped.safety if dropped else 0,
        dropped_heat=dropped.heat if dropped else 0,
        dropped_cost=dropped.next_costs if dropped else 0,
        first_line=make.texts(file.first_line),
        start_state=next(name for name, state in file.states.items() if state.kind == "opening"),
        states=tuple(make.state(name) for name in file.states),
        quibbles=_by_name(file.quibbles, "quibbles", "shapes", make),
        gestures=_by_name(file.gestures, "gestures", "states", make),
        flashes=_flashes(file, make),
        endings=make.endings(),
        levels=make.levels(),
        events=_events(file, make),
        follow_up=_follow_up(file, make),
        look_for=_look_for(file, make),
        compare=make.text(file.debrief.compare),
        out_of_role=make.text(crisis.say) if crisis else "",
        crisis_words=tuple(crisis.words) if crisis else (),
        walkthroughs=_walkthroughs(file, names),
        digest=digest,
        answers=make.replies(file.answers, ("answers",)),
        asked=_asked(file, make),
        bridges=make.each_over(file.bridges, ("bridges",)),
    )


def _complete(file: ScenarioFile, names: Names) -> bool:
    """Whether everything is there that the rest is built on; a fault for each thing that is not."""
    for word in _NEEDED:
        if not getattr(file, word):
            names.fault((), "S12", f"a scenario needs '{word}'")
    if not file.persona.name:
        names.fault(("persona",), "S12", "the persona needs a 'name'")
    if file.persona.start is None:
        names.fault(("persona",), "S12", "the persona needs 'start' values, its own or its archetype's")
    kinds = {state.kind for state in file.states.values()}
    for kind in _KINDS_NEEDED:
        if file.states and kind not in kinds:
            names.fault(("states",), "S13", f"no state is of the kind '{kind}'; every conversation needs one")
    always = [
        id for id, part in file.endings.items() if id != "breakdown" and not part.only_by_arc and _unconditional(part)
    ]
    if file.endings and not always:
        message = "a talk that runs out of time may fit no ending; give the last one no condition"
        names.fault(("endings",), "S14", message)
    if "standard" not in file.levels:
        names.fault(("levels",), "S12", "a scenario needs a level called 'standard'")
    return not names.problems


def _unconditional(part: EndingPart) -> bool:
    return part.if_ is None or part.if_ == If()


def _topic_roles(file: ScenarioFile, names: Names) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What the general words for topics stand for; the facts and skills behind roles are checked as well."""
    for kind, roles in (("facts", file.roles.facts), ("skills", file.roles.skills)):
        for role, listed in roles.items():
            names.check(listed, kind, ("roles", kind, role))
    return tuple(
        (role, names.check(listed, "topics", ("roles", "topics", role))) for role, listed in file.roles.topics.items()
    )


def _brief(file: ScenarioFile, make: Resolver) -> run.Brief:
    part = file.brief
    return run.Brief(
        *(make.text(text).strip() for text in (part.you_are, part.they_are, part.what_happened)),
        make.texts(part.facts),
        make.text(part.your_task).strip(),
        make.texts(part.before_you_start),
    )


def _character(file: ScenarioFile, make: Resolver) -> run.Character:
    part = file.persona
    start = run.Start(part.start.safety, part.start.heat, part.start.patience)
    return run.Character(
        part.name,
        part.pronouns,
        start,
        part.rest_heat,
        tuple(part.trust_ceiling),
        make.text(part.wants),
        make.text(part.fears),
        make.texts(part.voice),
    )


def _flags(file: ScenarioFile, make: Resolver) -> tuple[run.FlagRule, ...]:
    rules = []
    for flag, part in file.flags.items():
        when = make.when(If.model_validate(part.model_dump(by_alias=True)), ("flags", flag))
        if when is not None:
            rules.append(run.FlagRule(flag, when))
    return tuple(rules)


def _flashes(file: ScenarioFile, make: Resolver) -> tuple[run.Flash, ...]:
    found = []
    for id, part in file.flashes.items():
        when = make.when(part.if_, ("flashes", id))
        show = make.comes_over(part.show, ("flashes", id, "show"), part.if_)
        if when is not None and show:
            found.append(run.Flash(id, when, show, tuple(part.words)))
    return tuple(found)


def _by_name(pools, word: str, kind: str, make: Resolver) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Pools of lines by the name of a state or a shape, as far as they come over the channel."""
    return tuple(
        (make.names.one(name, kind, (word, name)), make.each_over(lines, (word, name))) for name, lines in pools.items()
    )


def _asked(file: ScenarioFile, make: Resolver) -> tuple[run.Asked, ...]:
    return tuple(
        run.Asked(
            id, tuple(part.words), part.question, part.listens, make.replies(part.answers, ("asked", id, "answers"))
        )
        for id, part in file.asked.items()
    )


def _events(file: ScenarioFile, make: Resolver) -> tuple[run.Event, ...]:
    found = []
    for index, part in enumerate(file.events):
        path = ("events", index)
        when = make.when(part.when, path)
        if when is not None:
            cue = make.names.one(part.cue, "facts", (*path, "cue"))
            tests = make.names.check(part.tests, "skills", (*path, "tests"))
            found.append(run.Event(part.id, when, make.text(part.show), part.heat, cue, tests, make.text(part.note)))
    return tuple(found)


def _follow_up(file: ScenarioFile, make: Resolver) -> tuple[run.FollowUp, ...]:
    found = []
    for ending, part in file.follow_up.items():
        path = ("follow_up", ending)
        make.names.one(ending, "endings", path)
        practises = make.names.check(part.practises, "skills", (*path, "practises"))
        start = run.Start(part.start.safety, part.start.heat, part.start.patience)
        found.append(run.FollowUp(ending, start, make.texts(part.first_line), practises, make.text(part.scene)))
    return tuple(found)


def _look_for(file: ScenarioFile, make: Resolver) -> tuple[run.LookFor, ...]:
    found = []
    for index, part in enumerate(file.debrief.look_for):
        path = ("debrief", "look_for", index)
        flag = make.names.one(part.flag, "flags", (*path, "flag"))
        told = make.names.one(part.told, "facts", (*path, "told"))
        found.append(run.LookFor(flag, told, make.text(part.yes), make.text(part.no)))
    return tuple(found)


def _walkthroughs(file: ScenarioFile, names: Names) -> tuple[run.Walkthrough, ...]:
    found = []
    for index, part in enumerate(file.walkthroughs):
        path = ("walkthroughs", index)
        steps = []
        for number, turn in enumerate(part.turns):
            at = (*path, "turns", number)
            steps.append(
                run.Step(
                    turn.say,
                    names.check(turn.hears, "skills", (*at, "hears")),
                    names.check(turn.not_heard, "skills", (*at, "not_heard")),
                    names.check(turn.marks, "marks", (*at, "marks")),
                    names.one(turn.state, "states", (*at, "state")),
                    names.one(turn.tells, "facts", (*at, "tells")),
                )
            )
        ends = names.check(part.ends, "endings", (*path, "ends"))
        found.append(run.Walkthrough(part.name, part.seed, part.level, tuple(steps), ends))
    return tuple(found)
