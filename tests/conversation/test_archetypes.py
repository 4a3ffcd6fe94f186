"""Nine temperaments, one set of typed lines: each goes its own way.

The same situation is laid over every archetype there is, and the same words are typed to each through the real ear.
"""

from itertools import combinations

import pytest

from scoring import detect
from simulator.authoring.load import load
from simulator.authoring.shelf import SHIPPED
from simulator.authoring.wizard import TEMPERAMENTS
from simulator.conversation.talk import Stage, Talk
from tests.authoring.made import text

ARCHETYPES = sorted(path.stem for path in (SHIPPED / "archetypes").glob("*.yaml"))
SEED = 8

DECENT = """Hi Ines, thanks for making the time. Is now a good moment? I'd like something that works for both of us.
On Monday the 3rd the till was 80 euros short and the sheet was not signed.
I'm not keeping a file on you. I do want to understand what happened that evening.
What was that evening like for you?
How have things been at work in general?
You say that, and you looked away. I may be wrong. I'd rather hear the untidy version.
I asked you about the till in front of two guests. I should not have done that, and I'm sorry.
Thank you. That sounds tiring, and lonely too.
Take all the time you need.
What would you like to see happening from here?
What would you suggest?
Then let's do that: from Monday you sign the sheet at two, and I will sign it at ten.
Shall we look at it again on Monday in two weeks?"""
PUSHY = """Ines, sit down. We need to talk about the till.
You were careless with the till on Monday. Why wasn't the sheet signed?
Are you sure you counted it?
Paulo manages to sign his, doesn't he?
It's no big deal, really. Just sign the sheet.
So from tomorrow you sign it every evening. Agreed?
Great, then that's settled.
What's the matter now?
If it isn't signed by Friday there will be a written warning.
You're being defensive.
I'm sorry. I've been talking at you.
What would help?"""
QUIET = """Hello Ines.


What happened on Monday?

That must have been hard for you.


What do you need from me?

Okay."""
SETS = {"decent": DECENT, "pushy": PUSHY, "quiet": QUIET}


@pytest.fixture(scope="module")
def people(tmp_path_factory):
    """A stage for every archetype, in the same situation."""
    folder = tmp_path_factory.mktemp("people")
    said = {archetype: temperament for temperament, archetype in TEMPERAMENTS.items()}
    found = {}
    for archetype in ARCHETYPES:
        path = folder / f"{archetype}.yaml"
        path.write_text(text(archetype.replace("_", "-"), temperament=said[archetype]))
        scenario, problems = load(path)
        assert problems == []
        found[archetype] = Stage(scenario)
    return found


def went(stage, lines):
    """The states a talk of *lines* goes through, how it ends, and the last meters."""
    talk = Talk(stage, detect, SEED)
    for line in lines.split("\n"):
        if talk.over:
            break
        talk.say(line)
    mind = talk.mind
    return tuple(turn.mind.state for turn in talk.turns), talk.finish().ending, (mind.safety, mind.heat, mind.patience)


@pytest.fixture(scope="module")
def ways(people):
    """How every set of lines went with everybody."""
    return {name: {who: went(stage, lines) for who, stage in people.items()} for name, lines in SETS.items()}


def test_there_are_nine_temperaments_and_the_questionnaire_knows_them_all():
    assert sorted(TEMPERAMENTS.values()) == ARCHETYPES
    assert len(ARCHETYPES) == 9


def test_no_two_go_the_same_way(ways):
    alike = [
        (one, other)
        for one, other in combinations(ARCHETYPES, 2)
        if all(ways[name][one][0] == ways[name][other][0] for name in SETS)
    ]
    assert alike == []


@pytest.mark.parametrize("name", SETS)
def test_the_same_lines_lead_through_many_ways(ways, name):
    assert len({states for states, _, _ in ways[name].values()}) >= 7


def test_the_same_lines_end_in_several_ways(ways):
    endings = {name: {ending for _, ending, _ in found.values()} for name, found in ways.items()}
    assert len(endings["decent"]) >= 3, endings
    assert len(endings["pushy"]) >= 2, endings


def test_everybody_passes_a_state_of_their_own(ways):
    shared = {state.name for state in load(SHIPPED / "quiet-since-january.yaml")[0].states} - {"fine"}
    own = {who: {s for name in SETS for s in ways[name][who][0]} - shared for who in ARCHETYPES}
    assert not [who for who, states in own.items() if not states], own


def test_the_same_words_are_answered_in_other_words(people):
    said = {}
    for who, stage in people.items():
        talk = Talk(stage, detect, SEED)
        said[who] = tuple(talk.say(line).reply for line in DECENT.split("\n")[:3])
    for one, other in combinations(ARCHETYPES, 2):
        assert said[one] != said[other], (one, other)
